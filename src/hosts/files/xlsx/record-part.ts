import { isType, type Relationship } from './opc/relationships.ts';
import { escapeAttribute } from './opc/xml-text.ts';
import { parseXmlTree, rootNamespace, type XmlElement } from './opc/xml-tree.ts';
import type { ZipPackage } from './opc/zip-package.ts';
import { encodeXString } from './sheet/xstring.ts';
import type { WorkbookPart } from './workbook-part.ts';

/** Something that a workbook remembers for us, in a custom XML part of its own. */
export interface RecordKind<T> {
  readonly namespace: string;
  /** The local name of the root element. */
  readonly root: string;
  /** Names the part for Excel, which keeps custom XML only with an id. */
  readonly storeId: string;
  readonly read: (root: XmlElement) => T;
  readonly none: T;
}

/** A record in a package: where it is, if anywhere, and what it says. */
export interface FoundRecord<T> {
  readonly part: string | undefined;
  readonly value: T;
}

/** Where Office programs put custom XML, whatever leads to it. */
const CUSTOM_XML_ITEM = /^customXml\/item[^/]*\.xml$/i;

/**
 * Finds the custom XML part of a record; other programs' parts are passed by. We relate it to the workbook. LibreOffice moves the
 * relationship to the package; a program that drops it may still keep the part.
 */
export async function findRecord<T>(
  source: ZipPackage,
  workbook: WorkbookPart,
  kind: RecordKind<T>,
): Promise<FoundRecord<T>> {
  const ours = relatedItems(workbook.relationships, source);
  for (const part of ours) {
    const value = await recordIn(source, part, kind);
    if (value !== undefined) return { part, value };
  }
  const moved = relatedItems(await source.relationships(''), source);
  const kept = source.names
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => CUSTOM_XML_ITEM.test(name));
  for (const part of new Set([...moved, ...kept])) {
    if (ours.includes(part)) continue;
    // Whatever else stands in such places is no part of the workbook and must not make it unreadable.
    const value = await recordIn(source, part, kind).catch(() => undefined);
    if (value !== undefined) return { part, value };
  }
  return { part: undefined, value: kind.none };
}

function relatedItems(relationships: readonly Relationship[], source: ZipPackage): readonly string[] {
  return relationships.filter((one) => isType(one, 'customXml') && source.has(one.target)).map(({ target }) => target);
}

/** What a part records, or undefined when it is not such a record. */
async function recordIn<T>(source: ZipPackage, part: string, kind: RecordKind<T>): Promise<T | undefined> {
  const { text } = await source.xml(part);
  if (!text.includes(kind.namespace)) return undefined;
  const root = parseXmlTree(text, part);
  return root.local === kind.root && rootNamespace(root) === kind.namespace ? kind.read(root) : undefined;
}

/** The XML of a record: an element with attributes for each entry. */
export function recordXml(
  { root, namespace }: Pick<RecordKind<unknown>, 'root' | 'namespace'>,
  element: string,
  entries: readonly Readonly<Record<string, string | undefined>>[],
): string {
  const lines = entries.map((entry) => {
    const attributes = Object.entries(entry).flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeAttribute(encodeXString(value))}"`],
    );
    return `<${element}${attributes.join('')}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="${namespace}">${lines.join('')}</${root}>`;
}

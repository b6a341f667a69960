import type { WrittenCell } from '../../../core/workbook/workbook.ts';
import { isType, type Relationship } from './opc/relationships.ts';
import { escapeAttribute } from './opc/xml-text.ts';
import { childrenOf, parseXmlTree, rootNamespace } from './opc/xml-tree.ts';
import type { ZipPackage } from './opc/zip-package.ts';
import { decodeXString, encodeXString } from './sheet/xstring.ts';
import type { WorkbookPart } from './workbook-part.ts';

const NAMESPACE = 'urn:jixiao:written:1';

/** The record of earlier write-backs in a package: where it is and what it says. */
export interface WrittenRecord {
  readonly part: string | undefined;
  readonly cells: readonly WrittenCell[];
}

/** Where Office programs put custom XML, whatever leads to it. */
const CUSTOM_XML_ITEM = /^customXml\/item[^/]*\.xml$/i;

/**
 * Finds the custom XML part in which the workbook remembers what was written; other programs' parts are passed by. We relate
 * it to the workbook. LibreOffice moves the relationship to the package; a program that drops it may still keep the part.
 */
export async function readWritten(source: ZipPackage, workbook: WorkbookPart): Promise<WrittenRecord> {
  const ours = relatedItems(workbook.relationships, source);
  for (const part of ours) {
    const cells = await recordIn(source, part);
    if (cells !== undefined) return { part, cells };
  }
  const moved = relatedItems(await source.relationships(''), source);
  const kept = source.names
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => CUSTOM_XML_ITEM.test(name));
  for (const part of new Set([...moved, ...kept])) {
    if (ours.includes(part)) continue;
    // Whatever else stands in such places is no part of the workbook and must not make it unreadable.
    const cells = await recordIn(source, part).catch(() => undefined);
    if (cells !== undefined) return { part, cells };
  }
  return { part: undefined, cells: [] };
}

function relatedItems(relationships: readonly Relationship[], source: ZipPackage): readonly string[] {
  return relationships.filter((one) => isType(one, 'customXml') && source.has(one.target)).map(({ target }) => target);
}

/** The cells that a part records, or undefined when it is not our record. */
async function recordIn(source: ZipPackage, part: string): Promise<readonly WrittenCell[] | undefined> {
  const { text } = await source.xml(part);
  if (!text.includes(NAMESPACE)) return undefined;
  const root = parseXmlTree(text, part);
  if (root.local !== 'written' || rootNamespace(root) !== NAMESPACE) return undefined;
  return childrenOf(root, 'cell').map(({ attributes }) => ({
    sheet: decodeXString(attributes.sheet ?? ''),
    address: attributes.address ?? '',
    content: decodeXString(attributes.content ?? ''),
  }));
}

/** The record as XML. */
export function writtenXml(cells: readonly WrittenCell[]): string {
  const lines = cells.map(
    ({ sheet, address, content }) =>
      `<cell sheet="${attribute(sheet)}" address="${address}" content="${attribute(content)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<written xmlns="${NAMESPACE}">${lines.join('')}</written>`;
}

function attribute(text: string): string {
  return escapeAttribute(encodeXString(text));
}

/** Earlier records with the new ones put over them, in the order in which the cells were first written. */
export function mergeWritten(earlier: readonly WrittenCell[], now: readonly WrittenCell[]): WrittenCell[] {
  const merged = new Map<string, WrittenCell>();
  for (const cell of [...earlier, ...now]) merged.set(`${cell.address} ${cell.sheet}`, cell);
  return [...merged.values()];
}

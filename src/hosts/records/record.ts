import { escapeAttribute } from '../xml/xml-text.ts';
import { parseXmlTree, rootNamespace, type XmlElement } from '../xml/xml-tree.ts';
import { encodeXString } from '../xml/xstring.ts';
import { packed, unpacked } from './packed.ts';

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

/**
 * What the XML of a part records, or undefined when it is no such record.
 * @param part its name, for messages
 * @throws UnusableFile `damaged` when it speaks of the record's namespace and is no well-formed XML, or cannot be unpacked
 */
export async function readRecord<T>(text: string, part: string, kind: RecordKind<T>): Promise<T | undefined> {
  const root = recordRoot(text, part, kind);
  const inner = root?.attributes[PACKED];
  // What is packed is a record as it would stand unpacked.
  const read = inner === undefined ? root : recordRoot(await unpacked(inner), part, kind);
  return read && kind.read(read);
}

const PACKED = 'packed';

function recordRoot(text: string, part: string, kind: RecordKind<unknown>): XmlElement | undefined {
  if (!text.includes(kind.namespace)) return undefined;
  const root = parseXmlTree(text, part);
  return root.local === kind.root && rootNamespace(root) === kind.namespace ? root : undefined;
}

/**
 * A record as it travels to Excel, where a request must not be large: packed when that makes it shorter. Files hold records as they
 * are, and are packed as a whole.
 */
export async function shortRecordXml(
  { root, namespace }: Pick<RecordKind<unknown>, 'root' | 'namespace'>,
  xml: string,
): Promise<string> {
  const inner = await packed(xml);
  const short = inner === undefined ? xml : `<${root} xmlns="${namespace}" ${PACKED}="${inner}"/>`;
  return short.length < xml.length ? short : xml;
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

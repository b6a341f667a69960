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

/** Finds the custom XML part in which the workbook remembers what was written; other programs' parts are passed by. */
export async function readWritten(source: ZipPackage, workbook: WorkbookPart): Promise<WrittenRecord> {
  const parts = workbook.relationships.filter(
    (one: Relationship) => isType(one, 'customXml') && source.has(one.target),
  );
  for (const { target } of parts) {
    const { text } = await source.xml(target);
    if (!text.includes(NAMESPACE)) continue;
    const root = parseXmlTree(text, target);
    if (root.local !== 'written' || rootNamespace(root) !== NAMESPACE) continue;
    const cells = childrenOf(root, 'cell').map(({ attributes }) => ({
      sheet: decodeXString(attributes.sheet ?? ''),
      address: attributes.address ?? '',
      content: decodeXString(attributes.content ?? ''),
    }));
    return { part: target, cells };
  }
  return { part: undefined, cells: [] };
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

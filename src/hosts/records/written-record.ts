import { addressOf } from '../../core/workbook/cell-ref.ts';
import type { WrittenCell } from '../../core/workbook/workbook.ts';
import type { CellContent, CellWrite } from '../../core/workbook/write-plan.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import { recordXml, type RecordKind } from './record.ts';
import { decodeXString } from '../xml/xstring.ts';

/** The record of what earlier write-backs wrote where. */
export const WRITTEN: RecordKind<readonly WrittenCell[]> = {
  namespace: 'urn:jixiao:written:1',
  root: 'written',
  storeId: '{7C1B6E52-2E0F-4D0B-9C59-3A4B1F6D8E21}',
  none: [],
  read: (root) =>
    childrenOf(root, 'cell').map(({ attributes }) => ({
      sheet: decodeXString(attributes.sheet ?? ''),
      address: attributes.address ?? '',
      content: decodeXString(attributes.content ?? ''),
    })),
};

/** The record as XML. */
export function writtenXml(cells: readonly WrittenCell[]): string {
  return recordXml(
    WRITTEN,
    'cell',
    cells.map(({ sheet, address, content }) => ({ sheet, address, content })),
  );
}

/** The records of results that are written to a sheet; what a person typed is none. */
export function recordsOf(sheet: string, cells: readonly CellWrite[]): WrittenCell[] {
  return cells
    .filter(({ byPerson }) => byPerson !== true)
    .map((cell) => ({ sheet, address: addressOf(cell), content: recordOf(cell.content) }));
}

/** What the record holds for a content: the formula without `=`, or the value as text. */
function recordOf(content: CellContent): string {
  switch (content.kind) {
    case 'empty':
      return '';
    case 'formula':
      return content.formula;
    case 'number':
    case 'text':
      return String(content.value);
  }
}

/** Earlier records with the new ones put over them, in the order in which the cells were first written. */
export function mergeWritten(earlier: readonly WrittenCell[], now: readonly WrittenCell[]): WrittenCell[] {
  const merged = new Map<string, WrittenCell>();
  for (const cell of [...earlier, ...now]) merged.set(`${cell.address} ${cell.sheet}`, cell);
  return [...merged.values()];
}

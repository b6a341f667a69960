import { addressOf } from '../../core/workbook/cell-ref.ts';
import type { CellLook, CellWrite, NewSheet } from '../../core/workbook/write-plan.ts';

/** Heights of rows, in points. */
const TITLE_HEIGHT = 36;
const MAX_HEIGHT = 400;

/** Empty cells behind merged ones, so that a merged cell has its border on all sides. */
export function mergeFillers(sheet: NewSheet): Map<number, { column: number; look: CellLook }[]> {
  const written = new Map(sheet.cells.map((cell) => [addressOf(cell), cell]));
  const fillers = new Map<number, { column: number; look: CellLook }[]>();
  for (const { top, left, bottom, right } of sheet.merges) {
    const look = written.get(addressOf({ row: top, column: left }))?.look;
    if (look === undefined) continue;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (written.has(addressOf({ row, column }))) continue;
        fillers.set(row, [...(fillers.get(row) ?? []), { column, look }]);
      }
    }
  }
  return fillers;
}

/** How high a row is. */
export interface RowHeight {
  readonly points: number;
  /** Otherwise it adapts when the text is edited. */
  readonly fixed: boolean;
}

/** The height of a row, for programs that do not measure wrapped text when they open a file. */
export function rowHeight(sheet: NewSheet, cells: readonly CellWrite[]): RowHeight {
  if (cells.some((cell) => cell.look === 'title')) return { points: TITLE_HEIGHT, fixed: true };
  const note = cells.some((cell) => cell.look === 'note');
  const lines = Math.max(1, ...cells.map((cell) => lineCount(sheet, cell)));
  const height = note
    ? lines * 13 + 5
    : Math.max(cells.some((cell) => cell.look === 'header') ? 24 : 21, lines * 15 + 6);
  // What is merged over several columns is never measured by a spreadsheet, so that height has to stay.
  return { points: Math.min(height, MAX_HEIGHT), fixed: note };
}

/** How many lines a text takes in its column, or in the columns that it is merged over. */
function lineCount(sheet: NewSheet, { row, column, content, look }: CellWrite): number {
  const text = content.kind === 'text' ? content.value : content.kind === 'formula' ? String(content.result) : '';
  const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
  // A cell merged over several rows has their room as well.
  if (text === '' || (merge !== undefined && merge.bottom > merge.top)) return 1;
  const widths = sheet.columnWidths.slice(column, (merge?.right ?? column) + 1);
  // Widths count characters of the default font; notes are smaller, everything else is about that size.
  const room = Math.max(4, widths.reduce((sum, width) => sum + width, 0) * (look === 'note' ? 1.15 : 0.98) - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** A Han character is two characters wide. */
function textWidth(line: string): number {
  let width = 0;
  for (const letter of line) width += letter > '\u02FF' ? 2 : 1;
  return width;
}

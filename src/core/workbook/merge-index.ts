import type { CellRange } from './cell-ref.ts';
import { textAt, type Sheet } from './workbook.ts';

/** Looks up which merged range covers a cell, in constant time per cell after one pass over the ranges. */
export class MergeIndex {
  readonly #byCell = new Map<string, CellRange>();

  /** Ranges of more cells than this are whole-row titles or mistakes; only their first row is indexed. */
  static readonly MAX_CELLS = 10_000;

  constructor(sheet: Sheet) {
    for (const range of sheet.merges) {
      const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
      const bottom = cells > MergeIndex.MAX_CELLS ? range.top : range.bottom;
      const right = Math.min(range.right, range.left + MergeIndex.MAX_CELLS);
      for (let row = range.top; row <= bottom; row++) {
        for (let column = range.left; column <= right; column++) {
          this.#byCell.set(`${String(row)},${String(column)}`, range);
        }
      }
    }
  }

  /** The text a person sees at a place: that of the merged range it lies in. */
  text(sheet: Sheet, row: number, column: number): string {
    const range = this.#byCell.get(`${String(row)},${String(column)}`);
    return range === undefined ? textAt(sheet, row, column) : textAt(sheet, range.top, range.left);
  }

  range(row: number, column: number): CellRange | undefined {
    return this.#byCell.get(`${String(row)},${String(column)}`);
  }
}

/** The number of columns any row has. */
export function widthOf(sheet: Sheet): number {
  return sheet.rows.reduce((width, row) => Math.max(width, row.length), 0);
}

import { readNumber } from '../money/decimal.ts';
import type { CellRange } from '../workbook/cell-ref.ts';
import type { Sheet } from '../workbook/workbook.ts';

/**
 * The sheet with only some of its cells; rows above `keepAbove` stay whole between `top` and there. A merged range that reaches into
 * the part is cut to it, and its words come along: a person sees them over both.
 */
export function cropped(sheet: Sheet, { top, bottom, left, right }: CellRange, keepAbove: number): Sheet {
  const rows = sheet.rows.slice(0, bottom + 1).map((row, index) => {
    if (index < top) return [];
    if (index < keepAbove || (left === 0 && row.length <= right + 1)) return row;
    return row.slice(0, right + 1).map((value, column) => (column < left ? null : value));
  });
  const merges: CellRange[] = [];
  for (const range of sheet.merges) {
    if (range.top < top || range.top > bottom) continue;
    if (range.top < keepAbove || (range.left >= left && range.left <= right)) merges.push(range);
    else if (range.left < left && range.right >= left) {
      merges.push({ ...range, left });
      const words = sheet.rows[range.top]?.[range.left];
      const row = rows[range.top];
      // A number would be counted in both parts.
      if (typeof words === 'string' && readNumber(words).kind !== 'number' && row !== undefined) {
        rows[range.top] = Array.from({ length: Math.max(row.length, left + 1) }, (_, column) =>
          column === left ? words : (row[column] ?? null),
        );
      }
    }
  }
  return { ...sheet, rows, merges };
}

export function withoutRows(sheet: Sheet, out: ReadonlySet<number>): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => (out.has(index) ? [] : row)),
    merges: sheet.merges.filter(({ top }) => !out.has(top)),
  };
}

export function usedRange(sheet: Sheet, top: number, bottom: number): CellRange {
  let left = Number.MAX_SAFE_INTEGER;
  let right = 0;
  let last = top;
  for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row++) {
    const cells = sheet.rows[row] ?? [];
    const first = cells.findIndex((value) => value !== null && value !== '');
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, cells.length - 1);
    last = row;
  }
  return { top, left: Math.min(left, right), bottom: last, right };
}

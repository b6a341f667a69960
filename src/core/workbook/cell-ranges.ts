import { addressOf, type CellRange, type CellRef } from './cell-ref.ts';

/** `A3:H12`, or `A3` for a single cell; without the sheet. */
export function showRange({ top, left, bottom, right }: CellRange): string {
  const first = addressOf({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${addressOf({ row: bottom, column: right })}`;
}

/** Merged ranges from top to bottom, each once. The order in which programs list them means nothing. */
export function inReadingOrder(ranges: readonly CellRange[]): readonly CellRange[] {
  const once = new Map(ranges.map((range) => [showRange(range), range]));
  return [...once.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/**
 * The cells of one sheet as few rectangles, from top to bottom: runs of neighbours in a row, runs of the same width under each
 * other joined. Cells of other sheets must not be among them.
 */
export function rangesOf(cells: readonly CellRef[]): readonly CellRange[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const runs: CellRange[] = [];
  let last: { top: number; left: number; bottom: number; right: number } | undefined;
  for (const { row, column, rows = 1 } of sorted) {
    const bottom = row + rows - 1;
    if (last?.top === row && last.bottom === bottom && column <= last.right + 1) {
      last.right = Math.max(last.right, column);
      continue;
    }
    last = { top: row, left: column, bottom, right: column };
    runs.push(last);
  }
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  const open = new Map<string, (typeof ranges)[number]>();
  for (const run of runs) {
    const key = `${String(run.left)},${String(run.right)}`;
    const above = open.get(key);
    if (above !== undefined && above.bottom + 1 === run.top) {
      above.bottom = run.bottom;
      continue;
    }
    const range = { ...run };
    ranges.push(range);
    open.set(key, range);
  }
  return ranges;
}

/** More ranges than this nobody reads. */
const MAX_RANGES = 50;

/** Cells of one sheet for a person, as few ranges as possible: `F8:G12、H3`; of very many the first, and how many there are. */
export function showRanges(cells: readonly CellRef[]): string {
  const ranges = rangesOf(cells);
  const shown = ranges.slice(0, MAX_RANGES).map(showRange).join('、');
  return ranges.length > MAX_RANGES ? `${shown}等${String(ranges.length)}处` : shown;
}

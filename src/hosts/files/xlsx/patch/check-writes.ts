import { addressOf, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import type { WritesByRow } from '../../../plans/writes-by-row.ts';
import { covers } from '../sheet/range.ts';
import { WriteRefused, type WriteRefusal } from '../../../ports/write-refused.ts';

/** Parts of a sheet that a single cell must not be written into. */
export interface SheetGuards {
  readonly merges: readonly CellRange[];
  readonly tableHeaders: readonly CellRange[];
  readonly arrays: readonly CellRange[];
  readonly dataTables: readonly CellRange[];
  /** For each shared formula the cell that holds it and the cells that use it. */
  readonly shared: readonly SharedGroup[];
}

/** The cells of one shared formula. */
export interface SharedGroup {
  readonly holder: { row: number; column: number } | undefined;
  readonly users: { row: number; column: number }[];
}

/** @throws WriteRefused when a write would leave the sheet in contradiction with itself */
export function checkWrites(sheet: string, writes: WritesByRow, guards: SheetGuards): void {
  const written = (row: number, column: number): boolean => writes.get(row)?.has(column) ?? false;
  for (const [row, cells] of writes) {
    for (const column of cells.keys()) {
      const refuse = (reason: WriteRefusal): never => {
        throw new WriteRefused(reason, sheet, addressOf({ row, column }));
      };
      const hit = (ranges: readonly CellRange[]): CellRange | undefined =>
        ranges.find((range) => covers(range, row, column));
      const merge = hit(guards.merges);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) refuse('merged');
      if (hit(guards.tableHeaders) !== undefined) refuse('table-header');
      if (hit(guards.dataTables) !== undefined) refuse('data-table');
      const array = hit(guards.arrays);
      if (array !== undefined && !every(array, written)) refuse('array-formula');
    }
  }
  for (const { holder, users } of guards.shared) {
    if (holder === undefined || !written(holder.row, holder.column)) continue;
    // The formula may go when nobody is left to share it.
    if (users.some(({ row, column }) => !written(row, column))) {
      throw new WriteRefused('shared-formula', sheet, addressOf(holder));
    }
  }
}

function every(range: CellRange, test: (row: number, column: number) => boolean): boolean {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      if (!test(row, column)) return false;
    }
  }
  return true;
}

import { addressOf, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import type { CellWrite } from '../../../../core/workbook/write-plan.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../opc/limits.ts';
import { covers } from '../sheet/range.ts';
import { WriteRefused, type WriteRefusal } from '../write-refused.ts';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** The writes of one sheet by row and column. */
export type WritesByRow = ReadonlyMap<number, ReadonlyMap<number, CellWrite>>;

/**
 * Sorts the writes of one sheet by place.
 * @throws WriteRefused for a place outside a sheet or written twice, and for content that no cell can hold
 */
export function writesByRow(sheet: string, cells: readonly CellWrite[]): Map<number, Map<number, CellWrite>> {
  const rows = new Map<number, Map<number, CellWrite>>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const refuse = (reason: WriteRefusal): never => {
      throw new WriteRefused(reason, sheet, addressOf(cell));
    };
    if (!inside(cell.row, MAX_ROWS) || !inside(cell.column, MAX_COLUMNS)) refuse('outside-sheet');
    if (!writable(cell)) refuse('bad-content');
    const row = rows.get(cell.row) ?? new Map<number, CellWrite>();
    if (row.has(cell.column)) refuse('written-twice');
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return rows;
}

function inside(index: number, limit: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < limit;
}

function writable({ content }: CellWrite): boolean {
  switch (content.kind) {
    case 'empty':
      return true;
    case 'number':
      return Number.isFinite(content.value);
    case 'text':
      return content.value.length <= MAX_TEXT;
    case 'formula': {
      const { formula, result } = content;
      const good = typeof result === 'number' ? Number.isFinite(result) : result.length <= MAX_TEXT;
      return good && formula !== '' && formula.length <= MAX_FORMULA;
    }
  }
}

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

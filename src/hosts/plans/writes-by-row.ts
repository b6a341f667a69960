import { addressOf, MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/cell-ref.ts';
import type { CellWrite } from '../../core/workbook/write-plan.ts';
import { WriteRefused, type WriteRefusal } from '../ports/write-refused.ts';

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

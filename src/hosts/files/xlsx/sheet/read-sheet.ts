import { inReadingOrder } from '../../../../core/workbook/cell-ranges.ts';
import { addressOf } from '../../../../core/workbook/cell-ref.ts';
import type { CellValue, Sheet } from '../../../../core/workbook/workbook.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import { cellValue, type ValueContext } from './cell-value.ts';
import { scanSheet, type ScannedCell } from './scan-sheet.ts';
import { shiftFormula } from './shared-formula.ts';

/** What the sheets of one workbook share while they are read. */
export interface ReadContext extends ValueContext {
  /** How many more grid cells the workbook may span. */
  cellsLeft: number;
}

const NO_CELLS: readonly CellValue[] = [];

/**
 * Reads a sheet part. Cells that only carry a format do not widen the grid; formulas that share another cell's text
 * are written out.
 * @throws UnusableFile `damaged` or `too-large`
 */
export function readSheet(text: string, part: string, name: string, hidden: boolean, context: ReadContext): Sheet {
  // `undefined` marks a place no cell has claimed yet, so that a second claim is seen.
  const grid: ((CellValue | undefined)[] | undefined)[] = [];
  const formulas = new Map<string, string>();
  const holders = new Map<string, ScannedCell>();
  const sharing: { cell: ScannedCell; holder: ScannedCell | undefined }[] = [];
  const { merges } = scanSheet(text, part, (cell) => {
    const value = cellValue(cell, context);
    if (value === null && cell.formula === undefined) return;
    const row = (grid[cell.row] ??= []);
    if (row[cell.column] !== undefined) throw new UnusableFile('damaged', `${part}: two cells ${addressOf(cell)}`);
    context.cellsLeft -= Math.max(0, cell.column + 1 - row.length);
    if (context.cellsLeft < 0) throw new UnusableFile('too-large', `${part} spans too many cells`);
    while (row.length < cell.column) row.push(undefined);
    row[cell.column] = value;
    const { formula } = cell;
    if (formula === undefined) return;
    if (formula.text !== '') formulas.set(keyOf(cell), formula.text);
    if (formula.type !== 'shared') return;
    if (formula.text !== '') holders.set(formula.group ?? '', cell);
    else sharing.push({ cell, holder: holders.get(formula.group ?? '') });
  });
  // The holder stands before the cells that share it; its number may be used again further down.
  for (const { cell, holder = holders.get(cell.formula?.group ?? '') } of sharing) {
    if (holder?.formula === undefined) {
      throw new UnusableFile('damaged', `${part}: ${addressOf(cell)} shares a formula that is not there`);
    }
    const { row, column, formula } = holder;
    formulas.set(keyOf(cell), shiftFormula(formula.text, cell.row - row, cell.column - column));
  }
  return {
    name,
    hidden,
    rows: Array.from(grid, (row) => row?.map((value) => value ?? null) ?? NO_CELLS),
    formulas,
    merges: inReadingOrder(merges),
  };
}

function keyOf(cell: { row: number; column: number }): string {
  return `${String(cell.row)},${String(cell.column)}`;
}

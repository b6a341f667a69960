import { addressOf, columnIndex } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../src/core/workbook/workbook.ts';

/** Workbooks that say the same in another shape. */

export function withSheets(workbook: Workbook, change: (sheet: Sheet, index: number) => Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(change) };
}

/** The same sheet with empty rows on top; its formulas refer to the moved cells. */
export function movedDown(sheet: Sheet, by: number): Sheet {
  return Array.from({ length: by }).reduce<Sheet>((moved) => withEmptyRow(moved, 0), sheet);
}

/** The same sheet with an empty row before the row `at`, counted from 0; merged cells and formulas grow and move as in a spreadsheet. */
export function withEmptyRow(sheet: Sheet, at: number): Sheet {
  const moved = (row: number): number => (row >= at ? row + 1 : row);
  return moveCells(
    { ...sheet, rows: [...sheet.rows.slice(0, at), [], ...sheet.rows.slice(at)] },
    moved,
    (column) => column,
  );
}

/** The same sheet with an empty column before the column `at`, counted from 0. */
export function withEmptyColumn(sheet: Sheet, at: number): Sheet {
  const moved = (column: number): number => (column >= at ? column + 1 : column);
  const rows = sheet.rows.map((row) => (row.length > at ? [...row.slice(0, at), null, ...row.slice(at)] : row));
  return moveCells({ ...sheet, rows }, (row) => row, moved);
}

/** Merged ranges and formulas of a sheet whose cells have moved. */
function moveCells(sheet: Sheet, rowOf: (row: number) => number, columnOf: (column: number) => number): Sheet {
  const merges = sheet.merges.map(({ top, bottom, left, right }) => ({
    top: rowOf(top),
    bottom: rowOf(bottom),
    left: columnOf(left),
    right: columnOf(right),
  }));
  const formulas = [...sheet.formulas].map(([key, formula]): [string, string] => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const shifted = formula.replace(/([A-Z]+)(\d+)/g, (_, letters: string, digits: string) =>
      addressOf({ row: rowOf(Number(digits) - 1), column: columnOf(columnIndex(letters)) }),
    );
    return [`${String(rowOf(row))},${String(columnOf(column))}`, shifted];
  });
  return { ...sheet, merges, formulas: new Map(formulas) };
}

/** The same sheet in 万元: amounts divided, the unit renamed. Sheets without a unit stay as they are. */
export function inTenThousands(sheet: Sheet): Sheet {
  const states = sheet.rows.some((row) => row.includes('单位：元'));
  if (!states) return sheet;
  return withCells(sheet, (value, row) => {
    if (value === '单位：元') return '单位：万元';
    return typeof value === 'number' && row > 2 ? tenThousandth(value) : value;
  });
}

/** The double nearest to a ten-thousandth of an amount in 元 with 分. */
export function tenThousandth(value: number): number {
  return Number(`${String(Math.round(value * 100))}e-6`);
}

export function withCells(sheet: Sheet, change: (value: CellValue, row: number, column: number) => CellValue): Sheet {
  return { ...sheet, rows: sheet.rows.map((row, at) => row.map((value, column) => change(value, at, column))) };
}

/** The sheet with one cell replaced, whatever stood there. */
export function withCell(sheet: Sheet, row: number, column: number, value: CellValue): Sheet {
  const formulas = new Map(sheet.formulas);
  formulas.delete(`${String(row)},${String(column)}`);
  return {
    ...withCells(sheet, (old, r, c) => (r === row && c === column ? value : old)),
    formulas,
  };
}

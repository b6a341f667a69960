import type { CellRange } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../src/core/workbook/workbook.ts';

/** Workbooks that say the same in another shape. */

export function withSheets(workbook: Workbook, change: (sheet: Sheet, index: number) => Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(change) };
}

/** The same sheet with empty rows on top; its formulas refer to the moved cells. */
export function movedDown(sheet: Sheet, by: number): Sheet {
  const moved = (range: CellRange): CellRange => ({ ...range, top: range.top + by, bottom: range.bottom + by });
  return {
    ...sheet,
    rows: [...Array.from({ length: by }, () => []), ...sheet.rows],
    merges: sheet.merges.map(moved),
    formulas: new Map(
      [...sheet.formulas].map(([key, formula]) => {
        const [row = 0, column = 0] = key.split(',').map(Number);
        const shifted = formula.replace(/([A-Z]+)(\d+)/g, (_, letters: string, digits: string) => {
          return `${letters}${String(Number(digits) + by)}`;
        });
        return [`${String(row + by)},${String(column)}`, shifted];
      }),
    ),
  };
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

import { formulaAt, type CellValue, type Sheet, type Workbook } from '../../../../src/core/workbook/workbook.ts';

/** Every cell of a workbook with what was put into it: the formula, or the value. What formulas show is left to the program. */
export function enteredCells(workbook: Workbook): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, entered(sheet)]));
}

function entered(sheet: Sheet): readonly string[] {
  return sheet.rows.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const formula = formulaAt(sheet, r, c);
      if (formula === undefined && (value === null || value === '')) return [];
      return [`${String(r)},${String(c)} ${formula === undefined ? shown(value) : `=${formula}`}`];
    }),
  );
}

function shown(value: CellValue): string {
  return typeof value === 'object' ? (value?.error ?? '') : `${typeof value} ${String(value)}`;
}

/** What the formulas of a workbook show, numbers with ten decimals. */
export function shownResults(workbook: Workbook): readonly string[] {
  return workbook.sheets.flatMap((sheet) =>
    [...sheet.formulas.keys()].sort().map((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const value = sheet.rows[row]?.[column] ?? null;
      return `${sheet.name} ${key} ${typeof value === 'number' ? value.toFixed(10) : shown(value)}`;
    }),
  );
}

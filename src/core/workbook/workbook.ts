import type { CellRange } from './cell-ref.ts';
import type { Mapping } from './mapping.ts';

/** What a spreadsheet shows instead of a value when a formula fails: `#REF!`, `#N/A`, … */
export interface CellError {
  readonly error: string;
}

/**
 * What a cell holds. Text is kept as typed; a number is the double the file stores (dates are their serial number);
 * null is an empty cell.
 */
export type CellValue = string | number | boolean | null | CellError;

/** One sheet as read: a dense grid whose rows may be shorter than the sheet is wide. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas without the leading `=`, by `row,column` counted from 0. */
  readonly formulas: ReadonlyMap<string, string>;
  readonly merges: readonly CellRange[];
}

/** A workbook as we see it: values, formulas and merged ranges. Nothing here can be written to. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Serial numbers of days count from 1904-01-01 = 0, as workbooks of old Macs do, instead of 1900-01-01 = 1. */
  readonly date1904: boolean;
  /** What our last write-back put where, as the workbook itself remembers it. */
  readonly written: readonly WrittenCell[];
  /** What people decided about its tables, as the workbook itself remembers it. */
  readonly mapping?: Mapping;
}

/** One cell as our last write-back left it; tells a result of ours from one that a person typed over it. */
export interface WrittenCell {
  readonly sheet: string;
  /** `F7` */
  readonly address: string;
  /** The formula without `=`, or the value as text. */
  readonly content: string;
}

/** The value at a place; null outside the sheet's used area. */
export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return sheet.rows[row]?.[column] ?? null;
}

/** The formula at a place without its `=`, if the cell has one. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  return sheet.formulas.get(`${String(row)},${String(column)}`);
}

/** True for the error values of a spreadsheet. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** The text of a cell as a label: numbers and booleans in their plain form, empty and error cells as ''. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (value === null || isCellError(value)) return '';
  return String(value).trim();
}

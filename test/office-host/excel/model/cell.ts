/** An error value of a spreadsheet: `#N/A`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | null | CellError;

/** A cell that has something: a value, a formula, or only a look. */
export interface Cell {
  value: CellValue;
  /** With its `=`. */
  formula?: string;
  /** Which style of the workbook it has. */
  style: number;
}

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** A value as the API gives it: an empty cell is the empty text, an error its name. */
export function apiValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return isError(value) ? value.error : value;
}

export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (isError(value)) return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
}

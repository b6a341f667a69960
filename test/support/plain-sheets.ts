import { columnIndex, type CellRange } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../src/core/workbook/workbook.ts';

/**
 * A sheet as test data: one text a row, cells parted by `|`.
 * `12.5` is a number, `'12.5` is text, `=SUM(A1:A2)` a formula without a stored result, `=SUM(A1:A2) → 3` one with it,
 * `#REF!` an error; nothing between two bars is an empty cell.
 */
export interface PlainSheet {
  readonly rows: readonly string[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

export type PlainSheets = Readonly<Record<string, PlainSheet>>;

interface PlainCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** The workbook that a reader would give for these sheets. */
export function workbookOf(sheets: PlainSheets): Workbook {
  return { sheets: Object.entries(sheets).map(([name, sheet]) => sheetOf(name, sheet)), date1904: false, written: [] };
}

function sheetOf(name: string, plain: PlainSheet): Sheet {
  const formulas = new Map<string, string>();
  const rows = plain.rows.map((line, row) =>
    cellsOf(line).map(({ value, formula }, column) => {
      if (formula !== undefined) formulas.set(`${String(row)},${String(column)}`, formula);
      return value;
    }),
  );
  return { name, hidden: plain.hidden ?? false, rows, formulas, merges: (plain.merges ?? []).map(rangeOf) };
}

/** The cells of one row. */
export function cellsOf(line: string): readonly PlainCell[] {
  return line.split('|').map((cell) => cellOf(cell.trim()));
}

function cellOf(text: string): PlainCell {
  if (text.startsWith('=')) {
    const [formula = '', result] = text.slice(1).split('→');
    return { formula: formula.trim(), value: result === undefined ? null : valueOf(result.trim()) };
  }
  return { value: valueOf(text) };
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (/^#[A-Z/0]+[!?A]?$/.test(text)) return { error: text };
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : text;
}

/** `A1:C2` as a rectangle. */
export function rangeOf(text: string): CellRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text);
  if (match === null) throw new Error(`no range: ${text}`);
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) };
}

import type { CellValue } from './cell.ts';

/** What Excel makes of a text that is typed into a cell, or written to it as a value. */
export interface Typed {
  readonly value: CellValue;
  /** The number format that the cell gets when it had none. */
  readonly numberFormat?: string;
  /** With its `=`. */
  readonly formula?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
const DATE = /^(\d{4})(?:[-/](\d{1,2})[-/](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
/** Workbooks of old Macs count days from a later one. */
const DAYS_TO_1904 = 1462;
const MONTH_AND_DAY = /^(\d{1,2})[-/](\d{1,2})$/;

/**
 * The rules of a Chinese Excel, as far as they matter here: numbers with separators, percentages, logical values, errors,
 * dates, and the apostrophe that keeps a text a text. A cell of the format `@` takes everything as text.
 */
export function typedText(text: string, numberFormat: string, date1904 = false): Typed {
  if (numberFormat === '@') return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const bare = text.trim();
  if (bare === '') return { value: text === '' ? null : text };
  const upper = bare.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { value: { error: upper } };
  const number = plainNumber(bare);
  if (number !== undefined) return { value: number };
  if (bare.endsWith('%')) {
    const share = plainNumber(bare.slice(0, -1));
    if (share !== undefined) return { value: share / 100, numberFormat: bare.includes('.') ? '0.00%' : '0%' };
  }
  const day = dayOf(bare);
  if (day === undefined) return { value: text };
  return date1904 && typeof day.value === 'number' ? { ...day, value: day.value - DAYS_TO_1904 } : day;
}

function plainNumber(text: string): number | undefined {
  if (!/\d/.test(text) || !NUMBER.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
}

function dayOf(text: string): Typed | undefined {
  const full = DATE.exec(text);
  if (full !== null) {
    const serial = serialOf(Number(full[1]), Number(full[2] ?? full[4]), Number(full[3] ?? full[5]));
    return serial === undefined ? undefined : { value: serial, numberFormat: 'yyyy/m/d' };
  }
  const short = MONTH_AND_DAY.exec(text);
  if (short === null) return undefined;
  const serial = serialOf(new Date().getFullYear(), Number(short[1]), Number(short[2]));
  return serial === undefined ? undefined : { value: serial, numberFormat: 'm"月"d"日"' };
}

function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return undefined;
  const serial = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return serial > 60 ? serial : serial - 1;
}

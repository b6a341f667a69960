import { halfWidth } from '../money/decimal.ts';
import { dayOfSerial, serial1900 } from '../workbook/serial-day.ts';
import type { CellValue, Workbook } from '../workbook/workbook.ts';

/** A day as far as a year's accounts need it. */
export interface YearMonth {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

/** Serial numbers that a payment can have: 1991 to 2064. Anything else is no date. */
const FIRST_SERIAL = 33_240;
const LAST_SERIAL = 60_300;

/** `2023-12-15`, `2023/12/15`, `2023.12.15`, `2023年12月15日`, `20231215`, each perhaps with a time behind it. */
const TEXT_DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ].*)?$/;

/**
 * The month of a date as exports write it: text, the eight digits of a day as text or as a number, or a serial number.
 * @returns undefined for anything that is no day
 */
export function yearMonthOf(value: CellValue, workbook: Pick<Workbook, 'date1904'>): YearMonth | undefined {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && value >= 19_900_101 && value <= 20_991_231) return dayOf(String(value));
    const serial = serial1900(value, workbook);
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
    const { year, month } = dayOfSerial(serial);
    return { year, month };
  }
  return typeof value === 'string' ? dayOf(halfWidth(value).trim()) : undefined;
}

function dayOf(text: string): YearMonth | undefined {
  const match = TEXT_DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2] ?? match[4]);
  const day = Number(match[3] ?? match[5]);
  const exists = new Date(Date.UTC(year, month - 1, day));
  const isReal = exists.getUTCMonth() === month - 1 && exists.getUTCDate() === day;
  return isReal && year >= 1990 && year < 2100 ? { year, month } : undefined;
}

/** `二〇二三年`, digit by digit. */
const CHINESE_YEAR = /[二贰][〇○零０O0][〇○零O0一二三四五六七八九]{2}(?=年)/g;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** The words with their years in plain digits. */
function plainYears(text: string): string {
  return halfWidth(text).replace(CHINESE_YEAR, (year) =>
    year.replace(/[○零O]/g, '0').replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit))),
  );
}

/** The first year that words name: `2023年`. */
export function yearIn(text: string): number | undefined {
  const year = /(20\d\d)年/.exec(plainYears(text))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Every year that a column header names, also as `2023决算数` or `23年决算数`. */
export function yearsInHeader(header: string): readonly number[] {
  const years = plainYears(header).matchAll(/(?<!\d)(?:(20\d\d)(?!\d)|(\d\d)年(?!期))/g);
  return [...new Set([...years].map(([, full, short]) => Number(full ?? `20${short ?? ''}`)))];
}

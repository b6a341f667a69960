import type { Workbook } from './workbook.ts';

/** A day of the calendar; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** How many days earlier a workbook with the 1904 date system numbers the same day. */
const DAYS_TO_1904 = 1462;

/**
 * The serial number that a workbook with the usual 1900 date system has for the same day.
 * @param serial days as a cell of the workbook holds them, the time of the day behind the point
 */
export function serial1900(serial: number, { date1904 }: Pick<Workbook, 'date1904'>): number {
  return date1904 ? serial + DAYS_TO_1904 : serial;
}

/**
 * The day of a serial number of the 1900 date system, from March 1900 on.
 * Days are counted in UTC, where each has the same length, so no time zone comes in.
 */
export function dayOfSerial(serial: number): CalendarDay {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

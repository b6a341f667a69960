import { z } from 'zod';

/** With as many digits as a number of points or a share can need; a spreadsheet keeps 15. */
const PATTERN = /^-?\d{1,12}(\.\d{1,12})?$/;

/** A decimal number as text, so that no double ever holds a weight or a threshold; kept in its shortest form. */
export const decimal = z.string().regex(PATTERN).overwrite(shortest);

/** `05.10` → `5.1`, `-0.0` → `0`: one text for one number, so that what is printed and read again stays the same. */
export function shortest(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole === '') return text;
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`;
  return magnitude === '0' ? '0' : `${sign}${magnitude}`;
}

/** `0.9` → `90%`, without floating point. */
export function percentText(text: string): string {
  return `${shifted(text, 2)}%`;
}

/** `90%` → `0.9`, the other way round; undefined for anything but a number with a percent sign. */
export function fractionOf(percent: string): string | undefined {
  const number = percent.replace(/[%％]$/, '');
  return number === percent || !PATTERN.test(number) ? undefined : shifted(number, -2);
}

/** A decimal text with its point moved to the right (or left, when negative). */
function shifted(text: string, places: number): string {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const sign = text.startsWith('-') ? '-' : '';
  const left = places < 0 ? whole.padStart(1 - places, '0') : whole;
  const digits = left + fraction.padEnd(Math.max(0, places), '0');
  const point = left.length + places;
  return shortest(`${sign}${digits.slice(0, point)}${point < digits.length ? `.${digits.slice(point)}` : ''}`);
}

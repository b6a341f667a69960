import Fraction from 'fraction.js';
import type { Exact } from './exact.ts';

/** A decimal number as it was written: `12.50` is 1250 with 2 decimals. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

/** What a cell that should hold a number turns out to hold. */
export type NumberReading =
  | { readonly kind: 'number'; readonly decimal: Decimal; readonly percent: boolean }
  /** Empty, or only white space. */
  | { readonly kind: 'blank' }
  /** A dash: the form says that there is no such figure. */
  | { readonly kind: 'none' }
  | { readonly kind: 'not-a-number' };

const DASHES = /^[-‐‑‒–—―－─一/／\\无]+$/u;

/** Full-width digits, signs and spaces as their ordinary forms. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2002-\u200B\uFEFF]/g, ' ');
}

/**
 * Reads a number as people type it into Chinese forms: thousands separators (`1,234.56`, `１，２３４．５６`), full-width digits,
 * a leading currency sign, negatives with a minus sign or in brackets, a percent sign. A grouping that is not by thousands
 * (`1,23`, `0,123`) is no number, because it may be a mistyped decimal point; nor are digits set apart otherwise (`12 34`),
 * because they may be two numbers.
 */
export function readNumber(text: string): NumberReading {
  const plain = halfWidth(text).trim();
  if (plain === '') return { kind: 'blank' };
  if (DASHES.test(plain)) return { kind: 'none' };
  const compact = plain
    .replace(/[，]/g, ',')
    .replace(/[。．]/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, ',')
    .replace(/(?<![\d.])\s+|\s+(?![\d.])/g, '');
  const match = /^(\(?)([-+]?)[¥￥]?([1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.(\d*))?(%?)(\)?)$/.exec(compact);
  if (match === null) return { kind: 'not-a-number' };
  const [, open, sign, whole, fraction = '', percent, close] = match;
  if ((open === '(') !== (close === ')') || (whole === undefined && fraction === '')) return { kind: 'not-a-number' };
  if (open === '(' && sign !== '') return { kind: 'not-a-number' };
  const digits = BigInt((whole ?? '0').replaceAll(',', '') + fraction);
  const negative = sign === '-' || open === '(';
  return {
    kind: 'number',
    decimal: { units: negative ? -digits : digits, decimals: fraction.length },
    percent: percent === '%',
  };
}

/**
 * The decimal that a spreadsheet shows for a stored double: its first 15 significant digits, the precision spreadsheets work
 * with. 240.17123600000001 reads as 240.171236. @throws for NaN and infinities, which no cell can hold.
 */
export function decimalOfDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new Error('not a finite number');
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const negative = mantissa.startsWith('-');
  let units = BigInt(mantissa.replace('-', '').replace('.', ''));
  let decimals = 14 - Number(exponent);
  while (decimals > 0 && units % 10n === 0n) {
    units /= 10n;
    decimals -= 1;
  }
  if (decimals < 0) {
    units *= 10n ** BigInt(-decimals);
    decimals = 0;
  }
  return { units: negative ? -units : units, decimals };
}

/** The decimal as an exact rational number. */
export function exactOf(decimal: Decimal): Exact {
  return new Fraction(decimal.units, 10n ** BigInt(decimal.decimals));
}

import { amountIn, amountText, type AmountUnit, type Fen } from './amount.ts';
import { fixed, ratio, rounded, trimmed, whole, type Exact } from './exact.ts';

/*
 * How numbers stand in official prose: amounts in 万元 with two decimals and no thousands separator, rates in % with two
 * decimals, one policy for a whole document (GB/T 15835-2011 leaves the choice, asks for one form within a text).
 */

/** `240.27万元`; an amount too small for two decimals of the unit is given in 元, because it is not nothing: `45.00元`. */
export function showAmount(fen: Fen, unit: AmountUnit = '万元'): string {
  const vanishes = fen !== 0n && rounded(amountIn(fen, unit), 2).equals(whole(0));
  return vanishes ? `${amountText(fen, '元')}元` : `${amountText(fen, unit)}${unit}`;
}

/** The same where the heading of a table states 万元 already: `240.27`; what is too small for it names its own unit: `45.00元`. */
export function showBareAmount(fen: Fen): string {
  return showAmount(fen).replace(/万元$/, '');
}

/** A rate of 1 is 100%: `98.20%`. */
export function showRate(rate: Exact): string {
  return `${fixed(rate.mul(whole(100)), 2)}%`;
}

/** A score in prose, without trailing zeros: `99分`. */
export function showScore(score: Exact, places: number): string {
  return `${trimmed(score, places)}分`;
}

/** A count in prose with its measure word: `664个`, `3.5小时`; a share is written like every rate: `95.60%`. */
export function showCount(count: Exact, unit: string): string {
  return unit === '%' ? `${fixed(count, 2)}%` : `${trimmed(count, 4)}${unit}`;
}

/** How an amount stands to another: `增加0.08万元`, `减少4.40万元`, `持平`; `基本持平` when the difference rounds to nothing. */
export function showDifference(from: Fen, to: Fen, unit: AmountUnit = '万元'): string {
  const difference = to - from;
  if (difference === 0n) return '持平';
  const magnitude = difference < 0n ? -difference : difference;
  if (rounded(amountIn(magnitude, unit), 2).equals(whole(0))) return '基本持平';
  return `${difference > 0n ? '增加' : '减少'}${showAmount(magnitude, unit)}`;
}

/**
 * The same as a clause that names what it is held against: `比年初预算增加0.08万元`, `与年初预算持平`; what is more than its limit
 * is `超出全年预算0.08万元`.
 */
export function showComparison(name: string, from: Fen, to: Fen, more: '增加' | '超出' = '增加'): string {
  const words = showDifference(from, to);
  if (words.endsWith('持平')) return `与${name}${words}`;
  return more === '超出' && to > from ? `超出${name}${showAmount(to - from)}` : `比${name}${words}`;
}

/**
 * How an amount grew: `增长3.20%`, `下降1.05%`, `持平`. Undefined when the base is 0 or negative, for which there is no rate.
 */
export function showGrowth(from: Fen, to: Fen): string | undefined {
  if (from <= 0n) return undefined;
  if (from === to) return '持平';
  const change = ratio(to - from, from);
  const magnitude = change.abs();
  if (rounded(magnitude, 4).equals(whole(0))) return '基本持平';
  return `${to > from ? '增长' : '下降'}${showRate(magnitude)}`;
}

const DIGITS = '零一二三四五六七八九';

/** Whole numbers from 1 to 99 in Chinese, for 一、（一）and 一是: 12 → `十二`. @throws RangeError outside. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new RangeError(`no Chinese ordinal for ${String(value)}`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

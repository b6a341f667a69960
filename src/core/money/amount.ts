import { type Decimal } from './decimal.ts';
import { fixed, ratio, roundHalfUp, type Exact } from './exact.ts';

/** An amount of money in 分 (0.01 元). */
export type Fen = bigint;

/** The units that forms state amounts in. */
export type AmountUnit = '元' | '千元' | '万元' | '百万元' | '亿元';

const FEN_PER: Record<AmountUnit, bigint> = {
  元: 100n,
  千元: 100_000n,
  万元: 1_000_000n,
  百万元: 100_000_000n,
  亿元: 10_000_000_000n,
};

export const AMOUNT_UNITS = Object.keys(FEN_PER) as readonly AmountUnit[];

/** How many 分 one unit is. */
export function fenPer(unit: AmountUnit): bigint {
  return FEN_PER[unit];
}

/** An amount read from a form, with the step in which the form states amounts. */
export interface StatedAmount {
  readonly fen: Fen;
  /** What was stated is known only to half of this, in 分: 0.01 万元 is 10,000. At least 1. */
  readonly quantum: bigint;
  /** False when the form stated parts of a 分, which were rounded half up. */
  readonly wholeFen: boolean;
}

/**
 * The amount that a decimal in a unit states.
 * @param decimals the most decimals any amount of the same table has, so that `240.3` in a table of 0.01 万元 is as exact as its
 * neighbours; defaults to the decimal's own.
 */
export function stateAmount(decimal: Decimal, unit: AmountUnit, decimals = decimal.decimals): StatedAmount {
  const scale = 10n ** BigInt(decimal.decimals);
  const fen = roundHalfUp(decimal.units * fenPer(unit), scale);
  const step = fenPer(unit) / 10n ** BigInt(Math.max(decimals, decimal.decimals));
  return {
    fen,
    quantum: step < 1n ? 1n : step,
    wholeFen: fen * scale === decimal.units * fenPer(unit),
  };
}

/** The exact number of units an amount is. */
export function amountIn(fen: Fen, unit: AmountUnit): Exact {
  return ratio(fen, fenPer(unit));
}

/** The amount in a unit with two decimals and no unit name: `240.27`. */
export function amountText(fen: Fen, unit: AmountUnit): string {
  return fixed(amountIn(fen, unit), 2);
}

import { rederived } from '../ledger/changed-ledger.ts';
import { numberOf, type Ledger } from '../ledger/ledger.ts';
import type { Fact } from '../ledger/fact.ts';
import { halfWidth } from '../money/decimal.ts';
import type { Fen } from '../money/amount.ts';
import { exact, ratio, rounded, whole, type Exact } from '../money/exact.ts';
import { nearestNames } from '../workbook/name-index.ts';
import { evaluate } from './evaluate.ts';
import type { IndicatorResult, Scorecard } from './scorecard.ts';

/** A change of an amount: by a share of itself (0.01 is 1%) or by an amount in 分. */
export type AmountChange =
  { readonly kind: 'share'; readonly share: Exact } | { readonly kind: 'amount'; readonly fen: Fen };

/** An indicator that a change moved: its score, its value, its weight in force or what became of it. */
export interface MovedIndicator {
  readonly before: IndicatorResult;
  readonly after: IndicatorResult;
  /** Undefined where a score is missing before or after. */
  readonly change: Exact | undefined;
}

export type Sensitivity =
  /** No fact has the key; the nearest that are amounts. */
  | { readonly kind: 'unknown-key'; readonly known: readonly string[] }
  | { readonly kind: 'no-amount' }
  /** The change comes to less than half a 分. */
  | { readonly kind: 'no-change' }
  | {
      readonly kind: 'done';
      readonly before: Fact;
      readonly after: Fact;
      /** Amounts and rates of the ledger that follow from the changed amount, with what they become. */
      readonly followers: readonly { readonly before: Fact; readonly after: Fact }[];
      readonly moved: readonly MovedIndicator[];
      readonly total: Readonly<Record<'before' | 'after', Scorecard['total']>> & { readonly change: Exact | undefined };
    };

/**
 * What becomes of all scores when one amount changes: the scheme is evaluated over the ledger with that amount, from which
 * everything that follows is derived anew (see `rederived`). The new amount is a whole number of 分, rounded half up once.
 * @param scorecard the scheme evaluated over the ledger as it is
 */
export function sensitivity(scorecard: Scorecard, ledger: Ledger, key: string, change: AmountChange): Sensitivity {
  const fact = ledger.get(key);
  if (fact === undefined) return { kind: 'unknown-key', known: nearestNames(key, amountKeys(ledger)) };
  const { value } = fact;
  if (value.kind !== 'amount') return { kind: 'no-amount' };
  const fen = changedFen(value.fen, change);
  if (fen === value.fen) return { kind: 'no-change' };
  const changed = rederived(ledger, key, { ...value, fen });
  const after = evaluate(scorecard.scheme, changed).scorecard;
  const [total, totalAfter] = [scorecard.total, after.total];
  return {
    kind: 'done',
    before: fact,
    after: changed.get(key) ?? fact,
    followers: followers(ledger, changed, key),
    moved: movedIndicators(scorecard, after),
    total: { before: total, after: totalAfter, change: difference(total.score, totalAfter.score) },
  };
}

function changedFen(fen: Fen, change: AmountChange): Fen {
  switch (change.kind) {
    case 'share':
      return wholeOf(rounded(whole(fen).mul(whole(1).add(change.share)), 0));
    case 'amount':
      return fen + change.fen;
  }
}

function wholeOf({ s, n }: Exact): bigint {
  return s * n;
}

function followers(ledger: Ledger, changed: Ledger, key: string): readonly { before: Fact; after: Fact }[] {
  return ledger.facts().flatMap((before) => {
    const after = before.key === key ? undefined : changed.get(before.key);
    return after === undefined || sameNumber(before, after) ? [] : [{ before, after }];
  });
}

function movedIndicators(before: Scorecard, after: Scorecard): readonly MovedIndicator[] {
  return before.results.flatMap((own, index) => {
    const other = after.results[index];
    if (other === undefined || isSame(own, other)) return [];
    return [{ before: own, after: other, change: difference(own.score, other.score) }];
  });
}

function isSame(one: IndicatorResult, other: IndicatorResult): boolean {
  const values = [one, other].map(({ value }) => (value?.status === 'value' ? value.value : undefined));
  const [before, after] = values;
  const sameValue = before === undefined || after === undefined ? before === after : sameNumber(before, after);
  return sameValue && one.status === other.status && one.weight.equals(other.weight) && same(one.score, other.score);
}

function sameNumber(one: Fact, other: Fact): boolean {
  return same(numberOf(one), numberOf(other));
}

function same(one: Exact | undefined, other: Exact | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

function difference(before: Exact | undefined, after: Exact | undefined): Exact | undefined {
  return before === undefined || after === undefined ? undefined : after.sub(before);
}

function amountKeys(ledger: Ledger): readonly string[] {
  return ledger.facts().flatMap(({ key, value }) => (value.kind === 'amount' ? [key] : []));
}

/**
 * A change as people write it: `+1%`, `-0.5%`, `+10,000元`, `－1.5万元`. Undefined for anything else, also for an amount that is no
 * whole number of 分.
 */
export function parseAmountChange(text: string): AmountChange | undefined {
  const plain = halfWidth(text).trim();
  const [, sign, digits, unit] =
    /^([+\-−])((?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,12})?)(%|元|万元)$/.exec(plain) ?? [];
  if (sign === undefined || digits === undefined) return undefined;
  const number = exact(digits.replaceAll(',', '')).mul(whole(sign === '+' ? 1 : -1));
  if (unit === '%') return { kind: 'share', share: number.mul(ratio(1n, 100n)) };
  const fen = number.mul(whole(unit === '元' ? 100 : 1_000_000));
  return fen.d === 1n ? { kind: 'amount', fen: wholeOf(fen) } : undefined;
}

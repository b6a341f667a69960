import type { StatedMeasure } from '../ledger/keys.ts';
import { MONEY, MONEY_WORDS } from '../texts/money-texts.ts';
import type { Inline } from './document.ts';
import { chosen, clauses, comparison, fenOf, yearOnYear } from './figures.ts';
import type { Phrases } from './phrases.ts';

/** What a year's amounts are told of. */
export interface YearAmounts {
  readonly keyOf: (measure: StatedMeasure) => string;
  /** The rate of the executed amount to the year's budget; empty for what has none. */
  readonly rate: string;
  /** Whether more than the budget is too much, as with spending, or just more, as with income. */
  readonly limited: boolean;
}

/**
 * `年初预算3990.00万元；全年预算4073.00万元，比年初预算增加83.00万元；决算4058.06万元，比全年预算减少14.94万元`: each amount
 * with how it stands to the one before, and to the year before where that is known. What is missing is marked, and nothing is
 * said about its difference.
 */
export function yearAmounts(phrases: Phrases, amounts: YearAmounts): readonly Inline[] {
  return clauses([initial(phrases, amounts), adjusted(phrases, amounts), executed(phrases, amounts)], '；');
}

function initial(phrases: Phrases, { keyOf, limited }: YearAmounts): readonly Inline[] {
  const key = keyOf('年初预算数');
  const adjustedFen = fenOf(phrases, keyOf('全年预算数'));
  const fen = fenOf(phrases, key);
  // Income tables often have one budget only; that of the whole year says enough.
  if (fen === undefined && !limited && adjustedFen !== undefined) return [];
  if (fen === 0n && adjustedFen === 0n) return [];
  if (fen === 0n && adjustedFen !== undefined) return [chosen(phrases, key, MONEY_WORDS.noInitial)];
  return phrases.fill(MONEY.initial, { 数: phrases.fact(key) });
}

function adjusted(phrases: Phrases, { keyOf, limited }: YearAmounts): readonly Inline[] {
  const key = keyOf('全年预算数');
  const before = keyOf('年初预算数');
  const fen = fenOf(phrases, key);
  if (fen === undefined) return limited ? phrases.fill(MONEY.adjusted, { 数: phrases.fact(key) }) : [];
  if (fen === 0n) return [chosen(phrases, key, MONEY_WORDS.noBudget)];
  const difference = fenOf(phrases, before) === 0n ? [] : comparison(phrases, MONEY_WORDS.initialName, before, key);
  return clauses([phrases.fill(MONEY.adjusted, { 数: phrases.fact(key) }), difference]);
}

function executed(phrases: Phrases, { keyOf, rate, limited }: YearAmounts): readonly Inline[] {
  const key = keyOf('决算数');
  const fen = fenOf(phrases, key);
  const prior = yearOnYear(phrases, keyOf('上年决算数'), key);
  if (fen === 0n)
    return clauses([[chosen(phrases, key, limited ? MONEY_WORDS.notSpent : MONEY_WORDS.noIncome)], prior]);
  const [budget, name] =
    fenOf(phrases, keyOf('全年预算数')) === undefined
      ? [keyOf('年初预算数'), MONEY_WORDS.initialName]
      : [keyOf('全年预算数'), MONEY_WORDS.adjustedName];
  const hasBudget = (fenOf(phrases, budget) ?? 0n) > 0n;
  const difference = hasBudget ? comparison(phrases, name, budget, key, limited ? '超出' : '增加') : [];
  // 100% says no more than 持平.
  const isEqual = fen === fenOf(phrases, budget);
  const hasRate = phrases.find(rate) !== undefined && hasBudget && !isEqual && (fen ?? 0n) > 0n;
  return clauses([
    phrases.fill(MONEY.executed, { 数: phrases.fact(key) }),
    difference,
    hasRate ? phrases.fill(MONEY.share, { 率: phrases.fact(rate) }) : [],
    prior,
  ]);
}

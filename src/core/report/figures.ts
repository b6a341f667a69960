import { showSource } from '../ledger/fact.ts';
import { BASES, expenditureKey, MEASURES, type Basis, type Subject } from '../ledger/keys.ts';
import type { Fen } from '../money/amount.ts';
import { showComparison, showGrowth } from '../money/prose.ts';
import { MONEY_WORDS } from '../texts/money-texts.ts';
import type { Inline } from './document.ts';
import type { Phrases } from './phrases.ts';

/** The amount of a fact in 分; undefined when it is missing or no amount. */
export function fenOf(phrases: Phrases, key: string): Fen | undefined {
  const fact = phrases.find(key);
  return fact?.value.kind === 'amount' ? fact.value.fen : undefined;
}

/** True for an amount that is known and not 0. */
export function hasMoney(phrases: Phrases, key: string): boolean {
  return (fenOf(phrases, key) ?? 0n) !== 0n;
}

/** Words that a fact chose, tied to it: whether there is anything (有无), or what it is all of (构成). */
export function chosen(phrases: Phrases, key: string, words: string, about: '有无' | '构成' = '有无'): Inline {
  return phrases.phrase(`${key}.${about}`, words, phrases.sourceOf(key));
}

/**
 * `比年初预算增加68.06万元`, `与全年预算持平`, `超出全年预算0.08万元`; nothing while either amount is missing.
 * @param name what `from` is called after 比 and 与
 */
export function comparison(
  phrases: Phrases,
  name: string,
  from: string,
  to: string,
  more: '增加' | '超出' = '增加',
): readonly Inline[] {
  return compared(phrases, from, to, (before, after) => showComparison(name, before, after, more));
}

/** `比上年减少1.37万元，下降2.50%`; a first year has nothing to be held against, and a year without spending no rate. */
export function yearOnYear(phrases: Phrases, from: string, to: string): readonly Inline[] {
  return compared(phrases, from, to, (before, after) => {
    if (before === 0n) return after === 0n ? undefined : MONEY_WORDS.noPrior;
    const words = showComparison(MONEY_WORDS.priorName, before, after);
    const growth = showGrowth(before, after);
    const isTold = growth?.endsWith('%') === true && !words.endsWith('持平') && after !== 0n;
    return isTold ? MONEY_WORDS.growth(words, growth) : words;
  });
}

function compared(
  phrases: Phrases,
  from: string,
  to: string,
  say: (before: Fen, after: Fen) => string | undefined,
): readonly Inline[] {
  const before = phrases.find(from);
  const after = phrases.find(to);
  if (before?.value.kind !== 'amount' || after?.value.kind !== 'amount') return [];
  const words = say(before.value.fen, after.value.fen);
  const measure = from.split('.').at(-1) ?? from;
  return words === undefined
    ? []
    : [phrases.phrase(`${to}比${measure}`, words, `${showSource(after)}、${showSource(before)}`)];
}

/** Whose money the amounts of a subject are told of: all of it, or the widest source that the workbook states. */
export function scopeOf(phrases: Phrases, subject: Subject): Basis | undefined {
  const isStated = (basis: Basis | undefined): boolean =>
    MEASURES.some((measure) => phrases.find(expenditureKey(basis, subject, measure)) !== undefined);
  return isStated(undefined) ? undefined : BASES.find(isStated);
}

/** Clauses one after the other, those that say nothing left out. */
export function clauses(parts: readonly (readonly Inline[])[], separator = '，'): readonly Inline[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ kind: 'text', text: separator } as const, ...part]));
}

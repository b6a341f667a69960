import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { DERIVED_SUM } from '../texts/ledger-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { READING } from '../texts/intake-texts.ts';
import type { Collector } from './collector.ts';

/*
 * Money that is no 财政拨款 has several names in one table, 财政专户管理资金 beside 单位资金, and one key in the ledger: 其他资金. Each is a
 * part of it, so that one of them alone is never all of it.
 */

/** How the parts of 其他资金 are called, the longer names first. */
const OWN_FUNDS = ['财政专户', '单位资金', '自有资金'] as const;
export type OwnFund = (typeof OWN_FUNDS)[number];

/** The part of 其他资金 that words name; undefined when they name none, or several at once. */
export function ownFundIn(words: string): OwnFund | undefined {
  const named = OWN_FUNDS.filter((fund) => words.includes(fund));
  return named.length === 1 ? named[0] : undefined;
}

/** A fact of one table, and the part of 其他资金 that its row or its column names. */
export interface FundFact {
  readonly fact: Fact;
  readonly fund: OwnFund | undefined;
}

/**
 * The facts of one table with the parts of 其他资金 added up where several stand under one key. Beside its parts, 其他资金 itself may be
 * all of them or one more: where it is not their sum nobody can tell, and none is used.
 */
export function joinedFunds(facts: readonly FundFact[], collector: Collector): readonly Fact[] {
  const byKey = new Map<string, FundFact[]>();
  for (const one of facts) {
    const known = byKey.get(one.fact.key);
    if (known === undefined) byKey.set(one.fact.key, [one]);
    else known.push(one);
  }
  return [...byKey].flatMap(([key, same]) => {
    const parts = distinctFunds(same);
    const wholes = same.filter(({ fund }) => fund === undefined);
    const others = parts.length + wholes.length > 1 ? parts : [];
    if (others.length === 0 || (parts.length === 1 && wholes.length === 0)) return same.map(({ fact }) => fact);
    const again = same.filter((one) => one.fund !== undefined && !parts.includes(one)).map(({ fact }) => fact);
    if (wholes.length === 0) return [sumOf(key, parts), ...again];
    const sum = sumOf(key, parts);
    if (wholes.every(({ fact }) => isEqual(fact, sum))) return [...wholes.map(({ fact }) => fact), ...again];
    const all = [...wholes, ...parts].map(({ fact }) => fact);
    const cells = all.flatMap((fact) => fact.cells);
    collector.log.skip(cells, READING.unclearFunds);
    const funds = [...wholes.map(({ fact }) => fact.basis), ...parts.map(({ fund }) => fund ?? '')];
    collector.report(finding('funds-unclear', { key, funds: [...new Set(funds)].join(LIST_SEPARATOR) }, cells));
    return [];
  });
}

/** The first fact of each part; a part that stands twice is told twice, as anything else. */
function distinctFunds(same: readonly FundFact[]): readonly FundFact[] {
  return same.filter(
    ({ fund }, index) => fund !== undefined && same.findIndex((other) => other.fund === fund) === index,
  );
}

function sumOf(key: string, parts: readonly FundFact[]): Fact {
  const facts = parts.map(({ fact }) => fact);
  const [only] = facts;
  if (only !== undefined && facts.length === 1) return only;
  return derivedAmount({
    key,
    basis: only?.basis ?? '',
    parts: facts,
    operation: 'sum',
    rule: DERIVED_SUM(parts.map(({ fund }) => fund ?? '')),
    substitution: DERIVED_SUM(facts.map(plainValue)),
  });
}

function isEqual(a: Fact, b: Fact): boolean {
  if (a.value.kind !== 'amount' || b.value.kind !== 'amount') return false;
  const difference = a.value.fen > b.value.fen ? a.value.fen - b.value.fen : b.value.fen - a.value.fen;
  return 2n * difference <= a.value.quantum + b.value.quantum;
}

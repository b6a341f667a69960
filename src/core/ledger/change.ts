import { CHANGE_RULE } from '../texts/ledger-texts.ts';
import { combined } from './cell-formula.ts';
import { plainValue } from './fact.ts';
import { numberOf, type Ledger } from './ledger.ts';
import type { Fact } from './fact.ts';
import { all, missing, value, type Outcome } from './outcome.ts';
import { divideTerms, rateFact } from './quotient.ts';

/** A rate of change to compute: which fact is held against which earlier one. */
export interface ChangeSpec {
  readonly key: string;
  readonly current: string;
  readonly previous: string;
  /** The 口径 that people read beside the rate. */
  readonly basis: string;
}

/**
 * (current − previous) ÷ previous as a fact with its trace and its spreadsheet formula.
 * @returns not applicable for a change from 0 to 0; missing for one from 0 to anything else: growth from 0 has no percentage, and
 * calling it 不适用 would give full marks for it, so a person has to judge.
 */
export function change(ledger: Ledger, spec: ChangeSpec): Outcome<Fact> {
  const both = all([ledger.ask(spec.current), ledger.ask(spec.previous)]);
  if (both.status !== 'value') return both;
  const [current, previous] = both.value;
  const after = numberOf(current);
  const before = numberOf(previous);
  if (after === undefined || before === undefined) return missing([spec.current, spec.previous]);
  const increase =
    current.formula &&
    previous.formula &&
    combined(difference(current, `${current.formula.expression}-${previous.formula.expression}`), [
      current.formula,
      previous.formula,
    ]);
  const divided = divideTerms(
    { name: spec.current, number: after.sub(before), formula: increase },
    { name: spec.previous, number: before, formula: previous.formula },
  );
  if (divided.status !== 'value') return divided;
  return value(
    rateFact(spec, divided.value, [current, previous], {
      rule: CHANGE_RULE(spec.current, spec.previous),
      substitution: CHANGE_RULE(plainValue(current), plainValue(previous)),
    }),
  );
}

/** Doubles lose digits when two amounts of one size are taken from each other; the difference of amounts is whole 分. */
function difference({ value: { kind } }: Fact, expression: string): string {
  return kind === 'amount' ? `ROUND(${expression},2)` : `(${expression})`;
}

import { ratio, type Exact } from '../money/exact.ts';
import { ZERO_DENOMINATOR } from '../texts/ledger-texts.ts';
import { quotientFormula } from './cell-formula.ts';
import { plainValue, showFact, traceOf, type Fact } from './fact.ts';
import { numberOf, type Ledger } from './ledger.ts';
import { all, missing, notApplicable, value, type Outcome } from './outcome.ts';

/** A rate to compute: which facts it divides and what it is called. */
export interface QuotientSpec {
  readonly key: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The 口径 that people read beside the rate. */
  readonly basis: string;
}

/**
 * A rate as a fact with its trace and its spreadsheet formula.
 * @returns missing with the keys that are absent, or with the denominator when it is 0 although there is something to divide;
 * not applicable for 0 ÷ 0.
 */
export function quotient(ledger: Ledger, spec: QuotientSpec): Outcome<Fact> {
  const both = all([ledger.ask(spec.numerator), ledger.ask(spec.denominator)]);
  if (both.status !== 'value') return both;
  const [numerator, denominator] = both.value;
  if (numerator === undefined || denominator === undefined) return missing([spec.numerator, spec.denominator]);
  return divide(numerator, denominator, spec);
}

/** `quotient` for facts that are at hand. */
export function divide(numerator: Fact, denominator: Fact, spec: QuotientSpec): Outcome<Fact> {
  const above = numberOf(numerator);
  const below = numberOf(denominator);
  if (above === undefined || below === undefined) return missing([spec.numerator, spec.denominator]);
  if (below.n === 0n) {
    return above.n === 0n
      ? notApplicable(ZERO_DENOMINATOR(spec.numerator, spec.denominator))
      : missing([spec.denominator]);
  }
  const rate: Exact = above.div(below);
  const cells = [...numerator.cells, ...denominator.cells];
  const fact: Fact = {
    key: spec.key,
    value: { kind: 'rate', rate: ratio(rate.s * rate.n, rate.d) },
    unit: '%',
    basis: spec.basis,
    cells,
    ...(numerator.formula && denominator.formula
      ? { formula: quotientFormula(numerator.formula, denominator.formula) }
      : {}),
  };
  return value({
    ...fact,
    trace: {
      label: spec.key,
      rule: `${spec.numerator} ÷ ${spec.denominator}`,
      substitution: `${plainValue(numerator)} ÷ ${plainValue(denominator)}`,
      result: showFact(fact),
      cells,
      inputs: [traceOf(numerator), traceOf(denominator)],
    },
  });
}

import type { Exact } from '../money/exact.ts';
import { showRate } from '../money/prose.ts';
import { ZERO_DENOMINATOR } from '../texts/ledger-texts.ts';
import { quotientFormula, type CellFormula } from './cell-formula.ts';
import { plainValue, traceOf, type Fact } from './fact.ts';
import { numberOf, type Ledger } from './ledger.ts';
import { all, missing, notApplicable, value, type Outcome } from './outcome.ts';
import type { Trace } from './trace.ts';

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
  return divide(numerator, denominator, spec);
}

/** `quotient` for facts that are at hand. */
export function divide(numerator: Fact, denominator: Fact, spec: QuotientSpec): Outcome<Fact> {
  const above = numberOf(numerator);
  const below = numberOf(denominator);
  if (above === undefined || below === undefined) return missing([spec.numerator, spec.denominator]);
  const divided = divideTerms(
    { name: spec.numerator, number: above, formula: numerator.formula },
    { name: spec.denominator, number: below, formula: denominator.formula },
  );
  if (divided.status !== 'value') return divided;
  return value(
    rateFact(spec, divided.value, [numerator, denominator], {
      rule: `${spec.numerator} ÷ ${spec.denominator}`,
      substitution: `${plainValue(numerator)} ÷ ${plainValue(denominator)}`,
    }),
  );
}

/** One side of a division: what it is called, its number and how a spreadsheet computes it. */
export interface Term {
  readonly name: string;
  readonly number: Exact;
  readonly formula: CellFormula | undefined;
}

export interface Divided {
  readonly rate: Exact;
  readonly formula: CellFormula | undefined;
}

/** The division itself, with the three answers that a divisor of 0 leaves. */
export function divideTerms(above: Term, below: Term): Outcome<Divided> {
  const formula = above.formula && below.formula && quotientFormula(above.formula, below.formula);
  if (below.number.n === 0n) {
    if (above.number.n !== 0n) return missing([below.name]);
    return notApplicable(ZERO_DENOMINATOR(above.name, below.name), formula);
  }
  return value({ rate: above.number.div(below.number), formula });
}

/** A rate as a fact; its cells and its trace are those of the facts it was computed from. */
export function rateFact(
  { key, basis }: { readonly key: string; readonly basis: string },
  { rate, formula }: Divided,
  inputs: readonly Fact[],
  { rule, substitution }: Pick<Trace, 'rule' | 'substitution'>,
): Fact {
  const cells = inputs.flatMap((input) => input.cells);
  return {
    key,
    value: { kind: 'rate', rate },
    unit: '%',
    basis,
    cells,
    ...(formula ? { formula } : {}),
    trace: { label: key, rule, substitution, result: showRate(rate), cells, inputs: inputs.map(traceOf) },
  };
}

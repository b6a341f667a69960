import { finding, type Finding } from '../findings/finding.ts';
import { combined, guarded, type CellFormula } from '../ledger/cell-formula.ts';
import { showFact, traceOf, type Fact } from '../ledger/fact.ts';
import { numberOf } from '../ledger/ledger.ts';
import { missing, value as known, type Outcome } from '../ledger/outcome.ts';
import type { Exact } from '../money/exact.ts';
import { showRate } from '../money/prose.ts';
import { REASONS } from '../texts/scheme-texts.ts';
import { spoken } from '../ledger/spoken.ts';
import { NO_DATA } from '../texts/terms.ts';
import { combinedKind, describeRule, type CombinedRule } from './rules/rules.ts';
import { flagsOf } from './rules/value-treatment.ts';
import type { Indicator, Scheme } from './scheme.ts';
import type { IndicatorResult, ScoreFormula } from './scorecard.ts';
import { notScored, scored, type Unscored } from './value-result.ts';
import { scaledTo, scoreExpression, type Weighing } from './weighing.ts';

/** The values that a combined rule looks at, by the names it calls them; the empty name is the indicator's own. */
export type NamedValues = ReadonlyMap<string, Outcome<Fact>>;

/** What a combined rule makes of its values, before it is known what the indicator is worth. */
export function combinedOutcome(
  indicator: Indicator,
  rule: CombinedRule,
  weight: Exact,
  values: NamedValues,
): ReturnType<ReturnType<typeof combinedKind>['evaluate']> {
  const numbers = new Map([...values].map(([name, outcome]) => [name, numberIn(outcome, name || indicator.name)]));
  return combinedKind(rule).evaluate(rule, weight, numbers);
}

/** Scores an indicator whose rule looks at several values. */
export function scoreCombined(
  scheme: Scheme,
  indicator: Indicator,
  rule: CombinedRule,
  values: NamedValues,
  weighing: Weighing,
  findings: Finding[],
): IndicatorResult {
  const base: Unscored = {
    indicator,
    value: values.get(''),
    rule: describeRule(rule),
    formula: formulaOver(scheme, indicator, rule, values, weighing),
  };
  const facts = [...values.values()].flatMap((outcome) => (outcome.status === 'value' ? [outcome.value] : []));
  const cells = facts.flatMap((fact) => fact.cells);
  const outcome = combinedOutcome(indicator, rule, weighing.own, values);
  if (outcome.status !== 'value') return notScored(base, weighing, outcome, cells);
  report(indicator, rule, values, findings);
  return scored(base, scheme, weighing, outcome.value, {
    reason: () => ({ text: spokenValues(indicator, values), cells }),
    cells,
    inputs: facts.map(traceOf),
  });
}

/** What the values are, under the names that the rule calls them. */
function spokenValues({ name: own }: Indicator, values: NamedValues): string {
  const said = [...values].flatMap(([name, outcome]) =>
    outcome.status === 'value'
      ? [REASONS.rate({ name: name === '' ? own : spoken(name), rate: showFact(outcome.value) })]
      : [],
  );
  return said.join('，');
}

function numberIn(outcome: Outcome<Fact>, name: string): Outcome<Exact> {
  if (outcome.status !== 'value') return outcome;
  const number = numberOf(outcome.value);
  return number === undefined ? missing([`${name}：${showFact(outcome.value)}`]) : known(number);
}

function report(indicator: Indicator, rule: CombinedRule, values: NamedValues, findings: Finding[]): void {
  for (const { of, rule: own } of rule.parts) {
    const outcome = values.get(of);
    const number = outcome?.status === 'value' ? numberOf(outcome.value) : undefined;
    if (outcome?.status !== 'value' || number === undefined) continue;
    for (const flag of flagsOf(own, number)) {
      const params = { indicator: of === '' ? indicator.name : of, value: showRate(number) };
      findings.push(finding(`value-${flag}`, params, outcome.value.cells));
    }
  }
}

/** Live only where every value is there and has a formula: which part decides must not hang on a cell that is empty today. */
function formulaOver(
  scheme: Scheme,
  indicator: Indicator,
  rule: CombinedRule,
  values: NamedValues,
  weighing: Weighing,
): ScoreFormula | undefined {
  const formulas = new Map<string, CellFormula>();
  for (const [name, outcome] of values) {
    if (outcome.status !== 'value' || outcome.value.formula === undefined) return undefined;
    formulas.set(name, outcome.value.formula);
  }
  const expressions = new Map([...formulas].map(([name, { expression }]) => [name, `(${expression})`]));
  const points = combinedKind(rule).toFormula(rule, indicator.weight, expressions);
  return {
    complete: (varying = scaledTo(weighing)) => {
      const score = scoreExpression(points, weighing.own, varying, scheme);
      // A part that ceases to apply leaves the points to the others, which this formula does not say.
      return guarded(combined(score, [...formulas.values()]), `"${NO_DATA}"`);
    },
  };
}

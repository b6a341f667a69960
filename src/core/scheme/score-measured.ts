import { finding, type Finding } from '../findings/finding.ts';
import { showFact, traceOf, type Fact } from '../ledger/fact.ts';
import { numberOf, type Ledger } from '../ledger/ledger.ts';
import { missing, type Outcome } from '../ledger/outcome.ts';
import { showRate } from '../money/prose.ts';
import { reasonFromFigures } from './reasons.ts';
import { describeRule, measuredKind, type MeasuredRule } from './rules/rules.ts';
import { flagsOf } from './rules/value-treatment.ts';
import type { Indicator, Scheme } from './scheme.ts';
import type { IndicatorResult } from './scorecard.ts';
import { notScored, scored, type Unscored } from './value-result.ts';
import { scaledTo, scoreExpression, type Weighing } from './weighing.ts';

/** Scores an indicator whose rule looks at one value. */
export function scoreMeasured(
  scheme: Scheme,
  indicator: Indicator,
  rule: MeasuredRule,
  ledger: Ledger,
  measured: Outcome<Fact> | undefined,
  weighing: Weighing,
  findings: Finding[],
): IndicatorResult {
  const kind = measuredKind(rule);
  const outcome = measured ?? missing([indicator.name]);
  const base: Unscored = {
    indicator,
    value: outcome,
    rule: describeRule(rule),
    formula: {
      overValue: (value, weight, varying = scaledTo(weighing)) => {
        const points = kind.toFormula(rule, varying === undefined ? weight : indicator.weight, value);
        return scoreExpression(points, weighing.own, varying, scheme);
      },
    },
  };
  if (outcome.status !== 'value') return notScored(base, weighing, outcome);
  const fact = outcome.value;
  const value = numberOf(fact);
  const points = value && kind.evaluate(rule, weighing.own, value);
  if (value === undefined || points === undefined) {
    const keys = [`${indicator.name}：${showFact(fact)}`];
    return notScored(base, weighing, missing(keys), fact.cells, showFact(fact));
  }
  for (const flag of flagsOf(rule, value)) {
    findings.push(finding(`value-${flag}`, { indicator: indicator.name, value: showRate(value) }, fact.cells));
  }
  return scored(base, scheme, weighing, points, {
    reason: () => reasonFromFigures(ledger, indicator, fact),
    cells: fact.cells,
    inputs: [traceOf(fact)],
  });
}

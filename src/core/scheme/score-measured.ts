import { showFact, traceOf, type Fact } from '../ledger/fact.ts';
import { numberOf, type Ledger } from '../ledger/ledger.ts';
import { missing, type Outcome } from '../ledger/outcome.ts';
import { exact, fixed, rounded, whole } from '../money/exact.ts';
import { NOT_APPLICABLE, NO_DATA } from '../texts/terms.ts';
import { reasonFromFigures } from './reasons.ts';
import { describeRule, measuredKind, type MeasuredRule } from './rules/rules.ts';
import type { Indicator, Scheme } from './scheme.ts';
import type { IndicatorResult } from './scorecard.ts';

/** Scores an indicator whose rule looks at a rate. */
export function scoreMeasured(
  scheme: Scheme,
  indicator: Indicator,
  rule: MeasuredRule,
  ledger: Ledger,
  measured: Outcome<Fact> | undefined,
): IndicatorResult {
  const weight = exact(indicator.weight);
  const outcome = measured ?? missing([indicator.name]);
  const base = {
    indicator,
    weight,
    value: outcome,
    reason: '',
    reasonCells: [],
    evidence: [],
    missing: [],
    cells: [],
    formula: { overValue: scoreFormula(scheme, rule) },
    overridden: false,
  } as const;
  const trace = { label: indicator.name, rule: describeRule(rule), clause: indicator.clause, cells: [], inputs: [] };
  switch (outcome.status) {
    case 'missing':
      return {
        ...base,
        status: 'missing',
        score: undefined,
        deduction: undefined,
        missing: outcome.keys,
        trace: { ...trace, substitution: '', result: NO_DATA },
      };
    case 'not-applicable': {
      const score = indicator.notApplicable === 'full-marks' ? weight : undefined;
      return {
        ...base,
        status: 'not-applicable',
        score,
        deduction: score === undefined ? undefined : whole(0),
        trace: { ...trace, substitution: outcome.why, result: NOT_APPLICABLE },
      };
    }
    case 'value':
      break;
  }
  const fact = outcome.value;
  const rate = numberOf(fact);
  const scored = rate === undefined ? undefined : measuredKind(rule).evaluate(rule, weight, rate);
  if (scored === undefined) {
    return {
      ...base,
      status: 'missing',
      score: undefined,
      deduction: undefined,
      missing: [`${indicator.name}：${showFact(fact)}`],
      cells: fact.cells,
      trace: { ...trace, substitution: showFact(fact), result: NO_DATA, cells: fact.cells },
    };
  }
  const score = rounded(scored.points, scheme.precision);
  const deduction = weight.sub(score);
  const reason = deduction.compare(0) > 0 ? reasonFromFigures(ledger, indicator, fact) : { text: '', cells: [] };
  const shown = fixed(score, scheme.precision);
  return {
    ...base,
    status: 'scored',
    score,
    deduction,
    reason: reason.text,
    reasonCells: reason.cells,
    cells: fact.cells,
    trace: {
      ...trace,
      substitution: scored.substitution,
      result: shown,
      cells: fact.cells,
      inputs: [traceOf(fact)],
    },
  };
}

function scoreFormula(scheme: Scheme, rule: MeasuredRule): (value: string, weight: string) => string {
  return (value, weight) => `ROUND(${measuredKind(rule).toFormula(rule, weight, value)},${String(scheme.precision)})`;
}

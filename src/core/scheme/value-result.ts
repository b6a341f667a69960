import type { Fact } from '../ledger/fact.ts';
import type { Outcome } from '../ledger/outcome.ts';
import type { Trace } from '../ledger/trace.ts';
import { fixed, whole } from '../money/exact.ts';
import { NO_DATA, NOT_APPLICABLE } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Reason } from './reasons.ts';
import type { RuleTrace } from './rules/rule-kind.ts';
import type { Indicator, Scheme } from './scheme.ts';
import type { IndicatorResult, ScoreFormula } from './scorecard.ts';
import { scoreOf, withScaling, type Weighing } from './weighing.ts';

/** What is known of an indicator that the ledger's values decide before it is scored. */
export interface Unscored {
  readonly indicator: Indicator;
  readonly value: Outcome<Fact> | undefined;
  /** The rule in words. */
  readonly rule: string;
  readonly formula: ScoreFormula | undefined;
}

/** The result where something is missing, or where the rule does not apply and the scheme says what that earns. */
export function notScored(
  { indicator, value, rule, formula }: Unscored,
  { inForce }: Weighing,
  outcome: Exclude<Outcome<unknown>, { status: 'value' }>,
  cells: readonly CellRef[] = [],
  substitution = '',
): IndicatorResult {
  const base = { ...empty(indicator), weight: inForce, value, formula, cells };
  const trace = { label: indicator.name, rule, clause: indicator.clause, cells, inputs: [] };
  switch (outcome.status) {
    case 'missing':
      return {
        ...base,
        status: 'missing',
        score: undefined,
        deduction: undefined,
        missing: outcome.keys,
        trace: { ...trace, substitution, result: NO_DATA },
      };
    case 'not-applicable': {
      const score = indicator.notApplicable === 'full-marks' ? inForce : undefined;
      return {
        ...base,
        status: 'not-applicable',
        score,
        deduction: score === undefined ? undefined : whole(0),
        trace: { ...trace, substitution: outcome.why, result: NOT_APPLICABLE },
      };
    }
  }
}

/** The result for points, with a reason where some were lost. */
export function scored(
  { indicator, value, rule, formula }: Unscored,
  scheme: Scheme,
  weighing: Weighing,
  { points, substitution }: RuleTrace,
  from: { reason: () => Reason; cells: readonly CellRef[]; inputs: readonly Trace[] },
): IndicatorResult {
  const score = scoreOf(points, weighing, scheme);
  const deduction = weighing.inForce.sub(score);
  const reason = deduction.compare(0) > 0 ? from.reason() : { text: '', cells: [] };
  return {
    ...empty(indicator),
    weight: weighing.inForce,
    value,
    formula,
    status: 'scored',
    score,
    deduction,
    reason: reason.text,
    reasonCells: reason.cells,
    cells: from.cells,
    trace: {
      label: indicator.name,
      rule,
      clause: indicator.clause,
      substitution: withScaling(substitution, weighing),
      result: fixed(score, scheme.precision),
      cells: from.cells,
      inputs: from.inputs,
    },
  };
}

function empty(
  indicator: Indicator,
): Pick<IndicatorResult, 'indicator' | 'reason' | 'reasonCells' | 'evidence' | 'missing' | 'overridden'> {
  return { indicator, reason: '', reasonCells: [], evidence: [], missing: [], overridden: false };
}

import { finding, type Finding } from '../findings/finding.ts';
import type { Judgement } from '../ledger/judgement.ts';
import { fixed, rounded, trimmed, whole } from '../money/exact.ts';
import { PEOPLE_SCORE } from '../texts/scheme-texts.ts';
import { NO_DATA } from '../texts/terms.ts';
import { isReason } from './reasons.ts';
import { statedScore } from './rules/graded/stated-score.ts';
import type { Scheme } from './scheme.ts';
import type { IndicatorResult } from './scorecard.ts';

/**
 * A score that a person typed into the score sheet stands, whatever the rule says; the difference is reported. Also makes sure
 * that a person's score lies between 0 and the weight.
 */
export function applyOverride(
  scheme: Scheme,
  own: IndicatorResult,
  judgements: readonly Judgement[],
  findings: Finding[],
): IndicatorResult {
  const override = judgements.find(({ origin, answer }) => answer?.kind !== undefined && origin === 'score-sheet');
  const stated = override && statedScore(override, own.weight);
  const result =
    override === undefined || stated === undefined
      ? withTypedReason(own, judgements)
      : overridden(scheme, own, override, stated, findings);
  const { score, weight } = result;
  if (score !== undefined && (score.compare(whole(0)) < 0 || score.compare(weight) > 0)) {
    const params = {
      indicator: result.indicator.name,
      score: fixed(score, scheme.precision),
      weight: trimmed(weight, scheme.precision),
    };
    findings.push(finding('score-out-of-range', params, result.cells));
  }
  return result;
}

/** A reason that a person typed beside our score says more than the one from the figures. */
function withTypedReason(own: IndicatorResult, judgements: readonly Judgement[]): IndicatorResult {
  const typed = judgements.find(
    ({ origin, answer, reason }) => origin === 'score-sheet' && !answer && isReason(reason),
  );
  if (typed?.reasonCell === undefined || own.deduction === undefined || own.deduction.compare(whole(0)) <= 0)
    return own;
  return { ...own, reason: typed.reason, reasonCells: [typed.reasonCell] };
}

function overridden(
  scheme: Scheme,
  own: IndicatorResult,
  override: Judgement,
  stated: NonNullable<ReturnType<typeof statedScore>>,
  findings: Finding[],
): IndicatorResult {
  const score = rounded(stated, scheme.precision);
  const deduction = own.weight.sub(score);
  const differs = !own.score?.equals(score);
  const shown = fixed(score, scheme.precision);
  if (differs && own.status !== 'missing') {
    const computed = own.score === undefined ? NO_DATA : fixed(own.score, scheme.precision);
    findings.push(
      finding('override-kept', { indicator: own.indicator.name, stated: shown, computed }, [override.cell]),
    );
  }
  const lost = deduction.compare(0) > 0;
  const hasReason = isReason(override.reason);
  const reason = hasReason ? override.reason : differs ? '' : own.reason;
  return {
    ...own,
    status: 'manual',
    score,
    deduction,
    reason: lost ? reason : '',
    reasonCells: hasReason && override.reasonCell ? [override.reasonCell] : own.reasonCells,
    evidence: override.evidence ? [override.evidence] : own.evidence,
    missing: [],
    cells: [override.cell],
    formula: undefined,
    overridden: true,
    trace: {
      label: own.indicator.name,
      rule: PEOPLE_SCORE,
      substitution: '',
      result: shown,
      cells: [override.cell],
      inputs: [own.trace],
    },
  };
}

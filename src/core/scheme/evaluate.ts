import { averageAssumptions } from '../ledger/average-execution.ts';
import { finding, type Finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Judgement } from '../ledger/judgement.ts';
import { condensedKeys } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fixed, sum, whole } from '../money/exact.ts';
import { LIST_SEPARATOR, SCORE_POINT } from '../texts/terms.ts';
import { nearestNames, sameLabel } from '../workbook/labels.ts';
import { checkWeights } from './check-weights.ts';
import { missingEvidence } from './evidence.ts';
import { indicatorsFor } from './expand.ts';
import { measured } from './measures/measured.ts';
import { applyOverride } from './override.ts';
import { NO_PLACES, type SchemePlaces } from './scheme-places.ts';
import { isMeasuredRule } from './rules/rules.ts';
import type { Indicator, Scheme } from './scheme.ts';
import { scoreJudged } from './score-judged.ts';
import { scoreMeasured } from './score-measured.ts';
import { isCounted, type IndicatorResult, type Scorecard } from './scorecard.ts';

export interface Evaluation {
  readonly scorecard: Scorecard;
  /** The rates that the indicators looked at, for those that are no facts of the ledger yet. */
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
}

/**
 * Scores every indicator of a scheme. Never throws: what is missing or wrong is a status and a finding. `places` says where the
 * scheme stands, if it stands in a sheet of the workbook.
 */
export function evaluate(scheme: Scheme, ledger: Ledger, places: SchemePlaces = NO_PLACES): Evaluation {
  const findings: Finding[] = [];
  if (!scheme.verified)
    findings.push(finding('scheme-unverified', { scheme: scheme.name, source: scheme.source }, places.source));
  const indicators = indicatorsFor(scheme, ledger);
  const facts = new Map<string, Fact>();
  const results = indicators.map((indicator) => {
    const result = scoreIndicator(scheme, indicator, ledger, findings);
    if (result.value?.status === 'value' && !ledger.has(result.value.value.key)) {
      facts.set(result.value.value.key, result.value.value);
    }
    return result;
  });
  findings.push(...missingEvidence(results));
  findings.push(...unknownJudgements(ledger, indicators), ...assumptions(indicators, ledger));
  findings.push(...checkWeights(scheme, indicators, places));
  return { scorecard: { scheme, results, total: totalOf(results) }, facts: [...facts.values()], findings };
}

function scoreIndicator(scheme: Scheme, indicator: Indicator, ledger: Ledger, findings: Finding[]): IndicatorResult {
  const judgements = ledger.judgements.filter((judgement) => sameLabel(judgement.indicator, indicator.name));
  const { rule } = indicator;
  const isMeasured = isMeasuredRule(rule);
  if (isMeasured) findings.push(...uselessAnswers(indicator, judgements));
  const own = isMeasured
    ? scoreMeasured(scheme, indicator, rule, ledger, indicator.measure && measured(ledger, indicator.measure))
    : scoreJudged(scheme, indicator, rule, judgements, findings);
  const result = applyOverride(scheme, own, judgements, findings);
  report(scheme, result, findings);
  return result;
}

/** Answers that people gave to an indicator whose figures alone decide; what a person typed is never dropped in silence. */
function uselessAnswers(indicator: Indicator, judgements: readonly Judgement[]): readonly Finding[] {
  return judgements
    .filter(({ origin, answer }) => origin === 'judgement-sheet' && answer !== undefined)
    .map(({ point, cell }) =>
      finding('point-unknown', { indicator: indicator.name, point: point === '' ? SCORE_POINT : point }, [cell]),
    );
}

/** What every result must have: data, a score within its weight, and a reason for lost points. */
function report(scheme: Scheme, result: IndicatorResult, findings: Finding[]): void {
  const { name } = result.indicator;
  if (result.status === 'missing') {
    const keys = condensedKeys(result.missing).join(LIST_SEPARATOR);
    findings.push(
      isMeasuredRule(result.indicator.rule)
        ? finding('value-missing', { indicator: name, keys }, result.cells)
        : finding('judgement-missing', { indicator: name, points: keys }, result.cells),
    );
  }
  if (result.deduction === undefined || result.score === undefined) return;
  if (result.deduction.compare(0) > 0 && result.reason === '') {
    const deduction = fixed(result.deduction, scheme.precision);
    findings.push(finding('reason-missing', { indicator: name, deduction }, result.cells));
  }
}

function totalOf(results: readonly IndicatorResult[]): Scorecard['total'] {
  const counted = results.filter(isCounted);
  const weight = sum(counted.map((result) => result.weight));
  if (counted.some(({ score }) => score === undefined)) return { weight, score: undefined, deduction: undefined };
  const score = sum(counted.map((result) => result.score ?? whole(0)));
  return { weight, score, deduction: weight.sub(score) };
}

function unknownJudgements(ledger: Ledger, indicators: readonly Indicator[]): readonly Finding[] {
  const names = indicators.map(({ name }) => name);
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const { indicator, answer, cell, origin } of ledger.judgements) {
    if (origin === 'score-sheet' || answer === undefined || reported.has(indicator)) continue;
    if (names.some((name) => sameLabel(name, indicator))) continue;
    reported.add(indicator);
    const known = nearestNames(indicator, names);
    findings.push(finding('indicator-unknown', { name: indicator, known: known.join(LIST_SEPARATOR) }, [cell]));
  }
  return findings;
}

function assumptions(indicators: readonly Indicator[], ledger: Ledger): readonly Finding[] {
  return indicators.flatMap(({ measure }) =>
    measure?.kind === 'average-execution' ? averageAssumptions(ledger, measure.basis) : [],
  );
}

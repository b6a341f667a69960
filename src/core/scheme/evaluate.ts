import { averageAssumptions } from '../ledger/average-execution.ts';
import { finding, type Finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Judgement } from '../ledger/judgement.ts';
import { condensedKeys } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Outcome } from '../ledger/outcome.ts';
import { exact, fixed, sum, whole, type Exact } from '../money/exact.ts';
import { LIST_SEPARATOR, SCORE_POINT } from '../texts/terms.ts';
import { groupedByLabel, plainLabel } from '../workbook/labels.ts';
import { NameIndex } from '../workbook/name-index.ts';
import { checkWeights } from './check-weights.ts';
import { effectiveWeights } from './effective-weights.ts';
import { missingEvidence } from './evidence.ts';
import { indicatorsFor, projectsUnclear } from './expand.ts';
import { measured } from './measures/measured.ts';
import { applyOverride } from './override.ts';
import { NO_PLACES, type SchemePlaces } from './scheme-places.ts';
import { isJudgedRule, isMeasuredRule } from './rules/rules.ts';
import type { Indicator, Scheme } from './scheme.ts';
import { combinedOutcome, type NamedValues } from './score-combined.ts';
import { namedValues, scoreFromFigures } from './score-from-figures.ts';
import { scoreJudged } from './score-judged.ts';
import { isCounted, type IndicatorResult, type Scorecard } from './scorecard.ts';
import { unknownNames } from './unknown-names.ts';
import { weighingOf, type Weighing } from './weighing.ts';

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
  const values = valuesOf(indicators, ledger);
  const weights = effectiveWeights(indicators, (indicator) => isOut(indicator, values), scheme.precision);
  findings.push(...redistributions(scheme, weights));
  const judgements = groupedByLabel(ledger.judgements, ({ indicator }) => indicator);
  const facts = new Map<string, Fact>();
  const results = indicators.map((indicator) => {
    const own = judgements.get(plainLabel(indicator.name)) ?? [];
    const weighing = weighingOf(indicator, weights.get(indicator));
    const result = scoreIndicator(scheme, indicator, ledger, values, own, weighing, findings);
    if (result.value?.status === 'value' && !ledger.has(result.value.value.key)) {
      facts.set(result.value.value.key, result.value.value);
    }
    return result;
  });
  findings.push(...missingEvidence(results));
  findings.push(...unknownJudgements(ledger, indicators), ...assumptions(indicators, ledger));
  findings.push(...unknownNames(scheme, ledger, places), ...projectsUnclear(scheme, ledger));
  findings.push(...checkWeights(scheme, indicators, places));
  return { scorecard: { scheme, results, total: totalOf(results) }, facts: [...facts.values()], findings };
}

/** The values that each indicator's rule looks at. */
type Values = ReadonlyMap<Indicator, NamedValues>;

/** Each value is computed once: a combined rule may look at what another indicator measures, called by its name. */
function valuesOf(indicators: readonly Indicator[], ledger: Ledger): Values {
  const own = new Map<string, Outcome<Fact>>();
  for (const { name, measure } of indicators) {
    if (measure !== undefined) own.set(name, measured(ledger, measure));
  }
  return new Map(indicators.map((indicator) => [indicator, namedValues(indicator, ledger, (name) => own.get(name))]));
}

/** True for an indicator that does not apply and for which the scheme gives nothing. */
function isOut(indicator: Indicator, values: Values): boolean {
  const { rule } = indicator;
  if (indicator.notApplicable === 'full-marks' || isJudgedRule(rule)) return false;
  const own = values.get(indicator) ?? new Map<string, Outcome<Fact>>();
  const outcome = isMeasuredRule(rule) ? own.get('') : combinedOutcome(indicator, rule, exact(indicator.weight), own);
  return outcome?.status === 'not-applicable';
}

/** Says of every weight that was given to others how much it was and who has it now. */
function redistributions(scheme: Scheme, weights: ReadonlyMap<Indicator, Exact>): readonly Finding[] {
  const entries = [...weights];
  const takers = entries
    .filter(([, weight]) => weight.compare(0) > 0)
    .map(([{ name }, weight]) => `${name}${fixed(weight, scheme.precision)}`)
    .join(LIST_SEPARATOR);
  return entries
    .filter(([, weight]) => weight.compare(0) === 0)
    .map(([{ name, weight }]) => finding('weight-redistributed', { indicator: name, weight, others: takers }));
}

function scoreIndicator(
  scheme: Scheme,
  indicator: Indicator,
  ledger: Ledger,
  values: Values,
  judgements: readonly Judgement[],
  weighing: Weighing,
  findings: Finding[],
): IndicatorResult {
  const { rule } = indicator;
  const named = values.get(indicator) ?? new Map<string, Outcome<Fact>>();
  if (!isJudgedRule(rule)) findings.push(...uselessAnswers(indicator, judgements));
  const own = isJudgedRule(rule)
    ? scoreJudged(scheme, indicator, rule, judgements, weighing, findings)
    : scoreFromFigures(scheme, indicator, rule, ledger, named, weighing, findings);
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
      isJudgedRule(result.indicator.rule)
        ? finding('judgement-missing', { indicator: name, points: keys }, result.cells)
        : finding('value-missing', { indicator: name, keys }, result.cells),
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
  const labels = new Set(names.map(plainLabel));
  const index = new NameIndex(names);
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const { indicator, answer, cell, origin } of ledger.judgements) {
    if (origin === 'score-sheet' || answer === undefined || reported.has(indicator)) continue;
    if (labels.has(plainLabel(indicator))) continue;
    reported.add(indicator);
    const known = index.nearest(indicator);
    findings.push(finding('indicator-unknown', { name: indicator, known: known.join(LIST_SEPARATOR) }, [cell]));
  }
  return findings;
}

function assumptions(indicators: readonly Indicator[], ledger: Ledger): readonly Finding[] {
  return indicators.flatMap(({ measure }) =>
    measure?.kind === 'average-execution' ? averageAssumptions(ledger, measure.basis) : [],
  );
}

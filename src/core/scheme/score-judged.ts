import { finding, type Finding } from '../findings/finding.ts';
import type { Judgement } from '../ledger/judgement.ts';
import { fixed } from '../money/exact.ts';
import { NO_DATA } from '../texts/terms.ts';
import { sameLabel } from '../workbook/labels.ts';
import { evidenceOf } from './evidence.ts';
import type { AnswerFormula, AskedPoint } from './rules/rule-kind.ts';
import { describeRule, judgedKind, type JudgedRule } from './rules/rules.ts';
import { isReason } from './reasons.ts';
import type { Indicator, Scheme } from './scheme.ts';
import type { IndicatorResult } from './scorecard.ts';
import { scaledTo, scoreOf, statedExpression, withScaling, type Weighing } from './weighing.ts';

/** Scores an indicator that people judge: a checklist, a count of occurrences, or a score with its reason. */
export function scoreJudged(
  scheme: Scheme,
  indicator: Indicator,
  rule: JudgedRule,
  judgements: readonly Judgement[],
  weighing: Weighing,
  findings: Finding[],
): IndicatorResult {
  const weight = weighing.inForce;
  const sheet = judgements.filter(({ origin }) => origin === 'judgement-sheet');
  const kind = judgedKind(rule);
  reportUnknownPoints(indicator, kind.points(rule, indicator.weight), sheet, findings);
  const judged = kind.evaluate(rule, weighing.own, sheet);
  const score = judged.points === undefined ? undefined : scoreOf(judged.points, weighing, scheme);
  const deduction = score === undefined ? undefined : weight.sub(score);
  const lost = deduction !== undefined && deduction.compare(0) > 0;
  const stated = unique(sheet.map(({ reason }) => reason).filter(isReason));
  return {
    indicator,
    weight,
    value: undefined,
    status: judged.status,
    score,
    deduction,
    reason: lost ? (stated.length > 0 ? stated.join('；') : judged.reason) : '',
    reasonCells: lost
      ? stated.length > 0
        ? sheet.flatMap(({ reason, reasonCell }) => (isReason(reason) && reasonCell !== undefined ? [reasonCell] : []))
        : judged.cells
      : [],
    evidence: evidenceOf(sheet),
    missing: judged.missing,
    cells: judged.cells,
    formula: formulaOf(judged.formula, weighing, scheme),
    trace: {
      label: indicator.name,
      rule: describeRule(rule),
      substitution: judged.points === undefined ? '' : withScaling(judged.substitution, weighing),
      result: score === undefined ? NO_DATA : fixed(score, scheme.precision),
      cells: judged.cells,
      clause: indicator.clause,
      inputs: judged.inputs,
    },
    overridden: false,
  };
}

function formulaOf(formula: AnswerFormula | undefined, weighing: Weighing, scheme: Scheme): IndicatorResult['formula'] {
  if (formula === undefined) return undefined;
  const { test, expression } = formula;
  return {
    complete: (varying = scaledTo(weighing)) =>
      `IF(${test},${statedExpression(expression, weighing.own, varying, scheme)},"${NO_DATA}")`,
  };
}

function reportUnknownPoints(
  indicator: Indicator,
  points: readonly AskedPoint[],
  judgements: readonly Judgement[],
  findings: Finding[],
): void {
  // Only the items of a checklist are asked by name; any other answer is about the indicator as a whole.
  const known = points.map(({ text, asks }) => (asks === 'answer' ? text : ''));
  for (const { point, cell, answer } of judgements) {
    if (answer === undefined || known.some((text) => sameLabel(text, point))) continue;
    findings.push(finding('point-unknown', { indicator: indicator.name, point }, [cell]));
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

import { finding, type Finding } from '../findings/finding.ts';
import type { Judgement } from '../ledger/judgement.ts';
import type { Trace } from '../ledger/trace.ts';
import { exact, fixed, rounded, type Exact } from '../money/exact.ts';
import { ITEM_ANSWER, NO_ANSWER, REASONS } from '../texts/scheme-texts.ts';
import { NO_DATA, COUNT_POINT, SCORE_POINT } from '../texts/terms.ts';
import { formulaRef, type CellRef } from '../workbook/cell-ref.ts';
import { sameLabel } from '../workbook/labels.ts';
import { checkedItems, checklistFormula, scoreChecklist, unmetItems, type CheckedItem } from './rules/checklist.ts';
import { countDeductFormula, scoreCount } from './rules/count-deduct.ts';
import { scoreGraded } from './rules/graded.ts';
import { describeRule, type MeasuredRule } from './rules/rule.ts';
import { isReason } from './reasons.ts';
import type { Indicator, Rule, RuleOf, Scheme } from './scheme.ts';
import type { IndicatorResult, IndicatorStatus } from './scorecard.ts';

type JudgedRule = Exclude<Rule, MeasuredRule>;

/** What a rule makes of the answers that people gave. */
interface Judged {
  readonly status: IndicatorStatus;
  readonly points: Exact | undefined;
  readonly missing: readonly string[];
  /** What the answers say about lost points, if they say it themselves. */
  readonly reason: string;
  readonly cells: readonly CellRef[];
  readonly formula: string | undefined;
  readonly substitution: string;
  readonly inputs: readonly Trace[];
}

/** Scores an indicator that people judge: a checklist, a count of occurrences, or a score with its reason. */
export function scoreJudged(
  scheme: Scheme,
  indicator: Indicator,
  rule: JudgedRule,
  judgements: readonly Judgement[],
  findings: Finding[],
): IndicatorResult {
  const weight = exact(indicator.weight);
  const sheet = judgements.filter(({ origin }) => origin === 'judgement-sheet');
  reportUnknownPoints(indicator, rule, sheet, findings);
  const judged = judge(scheme, indicator, rule, weight, sheet);
  const score = judged.points === undefined ? undefined : rounded(judged.points, scheme.precision);
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
    evidence: unique(sheet.map(({ evidence }) => evidence).filter((evidence) => evidence !== '')).join('；'),
    missing: judged.missing,
    cells: judged.cells,
    formula: judged.formula === undefined ? undefined : { complete: judged.formula },
    trace: {
      label: indicator.name,
      rule: describeRule(rule),
      substitution: judged.substitution,
      result: score === undefined ? NO_DATA : fixed(score, scheme.precision),
      cells: judged.cells,
      clause: indicator.clause,
      inputs: judged.inputs,
    },
    overridden: false,
  };
}

function judge(
  scheme: Scheme,
  indicator: Indicator,
  rule: JudgedRule,
  weight: Exact,
  judgements: readonly Judgement[],
): Judged {
  switch (rule.kind) {
    case 'checklist':
      return judgeChecklist(scheme, rule, judgements);
    case 'count-deduct':
      return judgeCount(scheme, indicator, rule, weight, judgements);
    case 'graded':
      return judgeScore(scheme, indicator, rule, weight, judgements);
  }
}

function judgeChecklist(scheme: Scheme, rule: RuleOf<'checklist'>, judgements: readonly Judgement[]): Judged {
  const items = checkedItems(rule, judgements, sameLabel);
  const scored = scoreChecklist(items);
  const unmet = unmetItems(items).map(({ text }) => text);
  const formula = checklistFormula(items);
  return {
    status: scored === undefined ? 'missing' : 'scored',
    points: scored?.points,
    missing: items.filter(({ judgement }) => judgement?.answer === undefined).map(({ text }) => text),
    reason: unmet.length === 0 ? '' : REASONS.items(unmet),
    cells: items.flatMap(({ judgement }) => (judgement === undefined ? [] : [judgement.cell])),
    formula: formula && threeAnswers(formula.test, formula.expression, scheme),
    substitution: scored?.substitution ?? '',
    inputs: items.map(itemTrace),
  };
}

function itemTrace({ text, judgement }: CheckedItem): Trace {
  const kind = judgement?.answer?.kind;
  const result = kind === 'met' || kind === 'not-met' || kind === 'not-applicable' ? ITEM_ANSWER[kind] : NO_ANSWER;
  return { label: text, rule: '', substitution: '', result, cells: judgement ? [judgement.cell] : [], inputs: [] };
}

function judgeCount(
  scheme: Scheme,
  indicator: Indicator,
  rule: RuleOf<'count-deduct'>,
  weight: Exact,
  judgements: readonly Judgement[],
): Judged {
  const judgement = judgements.find(({ point }) => point === '');
  const cells = judgement === undefined ? [] : [judgement.cell];
  const answer = judgement?.answer;
  const ref = judgement?.plainAnswer === true && judgement.asks === 'count' ? formulaRef(judgement.cell) : undefined;
  const base = {
    cells,
    formula:
      ref === undefined
        ? undefined
        : threeAnswers(`ISNUMBER(${ref})`, countDeductFormula(rule, indicator.weight, ref), scheme),
    inputs: [],
  };
  if (answer?.kind !== 'count') {
    return { ...base, status: 'missing', points: undefined, missing: [COUNT_POINT], reason: '', substitution: '' };
  }
  const scored = scoreCount(rule, weight, answer.count);
  return {
    ...base,
    status: 'scored',
    points: scored.points,
    missing: [],
    reason: REASONS.count({ of: rule.of, count: answer.count.toString() }),
    substitution: scored.substitution,
  };
}

function judgeScore(
  scheme: Scheme,
  indicator: Indicator,
  rule: RuleOf<'graded'>,
  weight: Exact,
  judgements: readonly Judgement[],
): Judged {
  const judgement = judgements.find(({ answer, point }) => point === '' && answer !== undefined) ?? judgements[0];
  const score = judgement && scoreIn(judgement, weight);
  const cells = judgement === undefined ? [] : [judgement.cell];
  if (judgement === undefined || score === undefined) {
    return {
      status: 'missing',
      points: undefined,
      missing: [SCORE_POINT],
      reason: '',
      cells,
      formula: judgement?.plainAnswer === true ? peopleFormula(judgement, indicator, scheme) : undefined,
      substitution: '',
      inputs: [],
    };
  }
  const scored = scoreGraded(rule, weight, score);
  return {
    status: 'manual',
    points: scored.points,
    missing: [],
    reason: '',
    cells,
    formula: judgement.plainAnswer ? peopleFormula(judgement, indicator, scheme) : undefined,
    substitution: scored.substitution,
    inputs: [],
  };
}

/** The score that an answer states, directly or as a deduction. */
export function scoreIn({ answer }: Judgement, weight: Exact): Exact | undefined {
  if (answer?.kind === 'score') return answer.score;
  return answer?.kind === 'deduction' ? weight.sub(answer.deduction) : undefined;
}

function peopleFormula(judgement: Judgement, indicator: Indicator, scheme: Scheme): string {
  const ref = formulaRef(judgement.cell);
  const expression = judgement.asks === 'deduction' ? `${indicator.weight}-${ref}` : ref;
  return threeAnswers(`ISNUMBER(${ref})`, expression, scheme);
}

function threeAnswers(test: string, expression: string, scheme: Scheme): string {
  return `IF(${test},ROUND(${expression},${String(scheme.precision)}),"${NO_DATA}")`;
}

function reportUnknownPoints(
  indicator: Indicator,
  rule: JudgedRule,
  judgements: readonly Judgement[],
  findings: Finding[],
): void {
  const known = rule.kind === 'checklist' ? rule.items.map(({ text }) => text) : [''];
  for (const { point, cell, answer } of judgements) {
    if (answer === undefined || known.some((text) => sameLabel(text, point))) continue;
    findings.push(finding('point-unknown', { indicator: indicator.name, point }, [cell]));
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

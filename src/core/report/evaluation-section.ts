import { showScore } from '../money/prose.ts';
import { whole, sum, type Exact } from '../money/exact.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { DEDUCTED, REPORT, SELF_DEFAULT, SOURCE, TODO } from '../texts/report-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { showCells } from '../workbook/cell-ref.ts';
import type { Block, Inline } from './document.ts';
import { heading, paragraphs } from './overview-section.ts';
import { clause, joined, type Phrases } from './phrases.ts';

const { headings } = REPORT;

/** The first-level indicator whose analysis is the section 履职效能分析; the others go into 管理效率分析. */
const PERFORMANCE = '履职效能';

/** 二、绩效自评情况: conclusion, 履职效能分析, 管理效率分析. */
export function evaluationSection(phrases: Phrases, scorecard: Scorecard): Block[] {
  const performance = scorecard.results.filter(({ indicator }) => indicator.path[0] === PERFORMANCE);
  const others = scorecard.results.filter(({ indicator }) => indicator.path[0] !== PERFORMANCE);
  return [
    heading(1, 2, headings.evaluation),
    heading(2, 1, headings.conclusion),
    ...paragraphs([structure(phrases, scorecard), conclusion(phrases, scorecard)]),
    heading(2, 2, headings.performance),
    ...paragraphs([...phrases.field('履职效能总体情况'), performanceFigures(phrases, scorecard, performance)]),
    heading(2, 3, headings.efficiency),
    ...paragraphs(aspects(phrases, scorecard, others)),
  ];
}

/** How the department calls itself: 我会, 我局; 本单位 when it does not say. */
export function self(phrases: Phrases): Inline | string {
  return phrases.find('部门自称') === undefined ? SELF_DEFAULT : phrases.word('部门自称');
}

function structure(phrases: Phrases, { scheme, results }: Scorecard): readonly Inline[] {
  const source = SOURCE.scheme(scheme.name);
  const tops = unique(results.map(({ indicator }) => indicator.path[0] ?? ''));
  const groups = tops.map((top) => {
    const below = unique(
      results.filter(({ indicator }) => indicator.path[0] === top).map(({ indicator }) => indicator.path[1] ?? ''),
    ).filter((name) => name !== '');
    return phrases.fill(REPORT.group, {
      一级: phrases.phrase(`指标体系.名称.${top}`, top, source),
      二级: phrases.phrase(`指标体系.${top}`, below.join(LIST_SEPARATOR), source),
    });
  });
  return phrases.fill(REPORT.structure, {
    自称: self(phrases),
    指标体系: phrases.phrase('指标体系', `“${scheme.name}”`, source),
    年度: phrases.word('评价年度'),
    一级: phrases.phrase('指标体系.一级', tops.join(LIST_SEPARATOR), source),
    二级: joined(groups, '；'),
  });
}

function conclusion(phrases: Phrases, scorecard: Scorecard): readonly Inline[] {
  const { scheme, results, total } = scorecard;
  const source = SOURCE.scorecard(scheme.name);
  if (total.score === undefined || total.deduction === undefined) {
    const names = results.filter(({ score }) => score === undefined).map(({ indicator }) => indicator.name);
    return phrases.fill(REPORT.resultMissing, {
      缺项: names
        .map((name, index) => [
          ...(index === 0 ? [] : [{ kind: 'text', text: LIST_SEPARATOR } as const]),
          phrases.todo(`自评.${name}`, TODO.score(name)),
        ])
        .flat(),
    });
  }
  const groups = unique(results.map(({ indicator }) => indicator.path[0] ?? '')).map((top) => {
    const scores = results.filter(({ indicator }) => indicator.path[0] === top).map(({ score }) => score ?? whole(0));
    return phrases.fill(REPORT.resultGroup, {
      一级: phrases.phrase(`指标体系.名称.${top}`, top, SOURCE.scheme(scheme.name)),
      得分: phrases.phrase(`自评.${top}.得分`, show(scorecard, sum(scores)), source),
    });
  });
  return phrases.fill(REPORT.result, {
    得分: phrases.phrase('自评.得分', show(scorecard, total.score), source),
    满分: phrases.phrase('自评.满分', show(scorecard, total.weight), source),
    扣分: phrases.phrase('自评.扣分', show(scorecard, total.deduction), source),
    分项: joined(groups, '，'),
  });
}

function performanceFigures(
  phrases: Phrases,
  scorecard: Scorecard,
  results: readonly IndicatorResult[],
): readonly Inline[] {
  return results.flatMap((result) => {
    const { indicator, score } = result;
    if (score === undefined) return [phrases.todo(`自评.${indicator.name}`, TODO.score(indicator.name))];
    if (result.value?.status !== 'value' || indicator.path[1] === undefined) return [];
    const figures = phrases.fill(REPORT.direction, {
      方向: phrases.phrase(`指标体系.${indicator.path[1]}`, indicator.path[1], showCells(result.cells)),
      指标: indicatorName(phrases, scorecard, indicator.name, indicator.path[1]),
      完成率: phrases.fact(result.value.value.key),
      得分: phrases.phrase(`自评.${indicator.name}.得分`, show(scorecard, score), showCells(result.cells)),
    });
    if (!isDeducted(result)) return figures;
    return [...figures, ...deduction(phrases, scorecard, result), { kind: 'text', text: '。' }];
  });
}

/** One paragraph for each second-level indicator: every deduction with its sentence. */
function aspects(
  phrases: Phrases,
  scorecard: Scorecard,
  results: readonly IndicatorResult[],
): readonly (readonly Inline[])[] {
  return unique(results.map(({ indicator }) => indicator.path[1] ?? indicator.path[0] ?? '')).map((aspect) => {
    const own = results.filter(({ indicator }) => (indicator.path[1] ?? indicator.path[0]) === aspect);
    const name = phrases.phrase(`指标体系.${aspect}`, aspect, SOURCE.scheme(scorecard.scheme.name));
    const missing = own.filter(({ score, status }) => score === undefined && status === 'missing');
    const remarks = [
      ...own.filter(isDeducted).map((result) => deduction(phrases, scorecard, result)),
      ...missing.map(({ indicator }) => [phrases.todo(`自评.${indicator.name}`, TODO.score(indicator.name))]),
    ];
    if (remarks.length === 0) return phrases.fill(REPORT.aspectFull, { 方面: name });
    return [
      ...phrases.fill(REPORT.aspectDeducted, { 方面: name, 扣分: joined(remarks, '；') }),
      ...(remarks.length < own.length ? [{ kind: 'text', text: REPORT.aspectFullRest } as const] : []),
    ];
  });
}

export function isDeducted(result: IndicatorResult): boolean {
  return result.deduction !== undefined && result.deduction.compare(whole(0)) > 0;
}

/** `扣0.1分` as a phrase. */
export function deductionWords(phrases: Phrases, scorecard: Scorecard, result: IndicatorResult): Inline {
  const words = DEDUCTED(show(scorecard, result.deduction ?? whole(0)));
  return phrases.phrase(`扣分.${result.indicator.name}`, words, showCells(result.cells));
}

/** `预算完成率扣0.1分，主要原因是…` */
function deduction(phrases: Phrases, scorecard: Scorecard, result: IndicatorResult): readonly Inline[] {
  const { name } = result.indicator;
  const reason =
    result.reason === ''
      ? phrases.todo(`原因.${name}`, TODO.reason(name))
      : phrases.phrase(`原因.${name}`, clause(result.reason), showCells(result.reasonCells));
  return phrases.fill(REPORT.deduction, {
    指标: indicatorName(phrases, scorecard, name),
    扣分: deductionWords(phrases, scorecard, result),
    原因: reason,
  });
}

/** The name of an indicator, which a scheme may write with digits; without the aspect that the sentence has named already. */
export function indicatorName(phrases: Phrases, scorecard: Scorecard, name: string, aspect = ''): Inline {
  const short = aspect !== '' && name.startsWith(aspect) && name !== aspect ? name.slice(aspect.length) : name;
  return phrases.phrase(`指标.${name}`, short, SOURCE.scheme(scorecard.scheme.name));
}

function show({ scheme }: Scorecard, score: Exact): string {
  return showScore(score, scheme.precision);
}

export function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

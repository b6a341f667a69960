import { outputKey } from '../ledger/keys.ts';
import { numberOf } from '../ledger/ledger.ts';
import { showCells } from '../workbook/cell-ref.ts';
import type { IndicatorResult } from '../scheme/scorecard.ts';
import { JUDGED, REPORT } from '../texts/report-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { joined } from './phrases.ts';
import { aspectOf, grouped, isDeducted, isMissing, isNotApplicable, Scored, topOf } from './scored.ts';
import type { SectionContext } from './sections.ts';

/** Names of first-level indicators that are about what was achieved; every other is about how money and work are managed. */
const ACHIEVEMENT = /履职|产出|效果|效益|绩效|满意/;

export function isAchievement(result: IndicatorResult): boolean {
  return ACHIEVEMENT.test(topOf(result));
}

/** 履职效能分析: the department's own words, how many targets were reached, and every score with its figure and reason. */
export function performance(context: SectionContext): readonly Block[] {
  const { phrases, scorecard } = context;
  const scored = new Scored(phrases, scorecard);
  const tops = grouped(scorecard.results.filter(isAchievement), topOf);
  return paragraphs([
    ...phrases.field('履职效能总体情况'),
    targets(context),
    ...tops.map(({ results }) => achievements(scored, results)),
  ]);
}

/** A sentence for each second-level indicator; those that got full marks throughout are told together, by name. */
function achievements(scored: Scored, results: readonly IndicatorResult[]): readonly Inline[] {
  const aspects = grouped(results, aspectOf);
  const told = aspects.filter((aspect) => !aspect.results.every(isFullMark));
  const full = aspects.filter((aspect) => aspect.results.every(isFullMark)).flatMap((aspect) => aspect.results);
  return [
    ...told.flatMap((aspect) => direction(scored, aspect)),
    ...fullMarks(scored, full, '').flatMap((one) => scored.phrases.fill(REPORT.sentence, { 各项: one })),
  ];
}

function direction(
  scored: Scored,
  { name, results }: { readonly name: string; readonly results: readonly IndicatorResult[] },
): readonly Inline[] {
  const full = results.filter((one) => isFullMark(one));
  const rest = results.filter((one) => !isFullMark(one));
  const items = [...rest.map((one) => item(scored, one, name)), ...fullMarks(scored, full, name)];
  return scored.phrases.fill(REPORT.direction, { 方面: scored.level(name), 各项: joined(items, '；') });
}

/** True for a score that people gave in full: the names alone say it. */
function isFullMark(result: IndicatorResult): boolean {
  return result.value === undefined && result.score !== undefined && !isDeducted(result) && !isNotApplicable(result);
}

function fullMarks(scored: Scored, full: readonly IndicatorResult[], aspect: string): readonly (readonly Inline[])[] {
  const [first] = full;
  if (first === undefined) return [];
  const names = full.map((one) => [scored.indicator(one, aspect)]);
  const words = scored.judged(first, full.length === 1 ? JUDGED.getsFull : JUDGED.allGetFull);
  return [scored.phrases.fill(REPORT.fullMarks, { 指标: joined(names, LIST_SEPARATOR), 得满分: words })];
}

function item(scored: Scored, result: IndicatorResult, aspect: string): readonly Inline[] {
  const { phrases } = scored;
  if (isMissing(result)) return [scored.missing(result)];
  const name = scored.indicator(result, aspect);
  if (isNotApplicable(result)) {
    const words = scored.judged(result, JUDGED.notApplicable[result.indicator.notApplicable]);
    return phrases.fill(REPORT.notApplicable, { 指标: name, 不适用: words });
  }
  const value = result.value?.status === 'value' ? result.value.value : undefined;
  const slots = { 指标: name, 得分: scored.score(result) };
  const gained =
    value === undefined
      ? phrases.fill(REPORT.judged, slots)
      : phrases.fill(REPORT.measured, { ...slots, 值: phrases.fact(value.key) });
  if (!isDeducted(result)) return gained;
  const lost = phrases.fill(REPORT.lost, { 扣分: scored.deduction(result), 原因: scored.reason(result) });
  return [...gained, ...lost];
}

/** How many of the year's targets were reached; nothing while an actual value is missing. */
function targets({ phrases, ledger }: SectionContext): readonly Inline[] {
  const set = ledger.tasks
    .flatMap(({ outputs }) => outputs)
    .flatMap((name) => {
      const planned = phrases.find(outputKey(name, '计划值'));
      const target = planned && numberOf(planned);
      const actual = phrases.find(outputKey(name, '实际值'));
      return target === undefined ? [] : [{ name, target, actual, reached: actual && numberOf(actual) }];
    });
  if (set.length === 0 || set.some(({ reached }) => reached === undefined)) return [];
  const missed = set.filter(({ target, reached }) => (reached?.compare(target) ?? 0) < 0);
  const words = JUDGED.targets({
    count: String(set.length),
    met: String(set.length - missed.length),
    missed: String(missed.length),
    names: missed.map(({ name }) => `“${name}”`).join(''),
  });
  const cells = set.flatMap(({ actual }) => actual?.cells ?? []);
  return phrases.fill(REPORT.sentence, { 各项: phrases.phrase('产出指标.完成情况', words, showCells(cells)) });
}

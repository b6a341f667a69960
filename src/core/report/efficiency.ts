import type { IndicatorResult } from '../scheme/scorecard.ts';
import { JUDGED, REPORT } from '../texts/report-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { isAchievement } from './performance.ts';
import { joined } from './phrases.ts';
import { aspectOf, grouped, isDeducted, isMissing, isNotApplicable, Scored } from './scored.ts';
import type { SectionContext } from './sections.ts';

interface Aspect {
  readonly name: string;
  readonly results: readonly IndicatorResult[];
}

/**
 * 管理效率分析: a paragraph for each second-level indicator with every deduction and its reason, and the figures of what lost
 * nothing; those that only people judged and that lost nothing are told together.
 */
export function efficiency({ phrases, scorecard }: SectionContext): readonly Block[] {
  const scored = new Scored(phrases, scorecard);
  const aspects = grouped(
    scorecard.results.filter((result) => !isAchievement(result)),
    aspectOf,
  );
  const plain = aspects.filter(({ results }) => results.every(isPlain));
  const told = aspects.filter((aspect) => !plain.includes(aspect));
  return paragraphs([
    ...told.map((aspect) => paragraph(scored, aspect)),
    ...(plain.length === 0 ? [] : [full(scored, plain)]),
  ]);
}

/** True for a score that needs no words of its own: judged by people, and nothing lost. */
function isPlain(result: IndicatorResult): boolean {
  return result.value === undefined && !isDeducted(result) && !isMissing(result) && !isNotApplicable(result);
}

function full(scored: Scored, aspects: readonly Aspect[]): readonly Inline[] {
  const { phrases } = scored;
  const names = aspects.map(({ name }) => [scored.level(name)]);
  const words = phrases.phrase('自评.各项.判断', JUDGED.allNotDeducted, scored.total);
  return phrases.fill(REPORT.aspectsFull, { 方面: joined(names, LIST_SEPARATOR), 判断: words });
}

function paragraph(scored: Scored, { name, results }: Aspect): readonly Inline[] {
  const { phrases } = scored;
  const lost = [
    ...results.filter(isDeducted).map((result) =>
      phrases.fill(REPORT.deduction, {
        指标: scored.indicator(result),
        扣分: scored.deduction(result),
        原因: scored.reason(result),
      }),
    ),
    ...results.filter(isMissing).map((result) => [scored.missing(result)]),
  ];
  const sentences = [
    ...(lost.length === 0 ? [] : [joined(lost, '；')]),
    ...measured(scored, results),
    ...results.filter(isNotApplicable).map((result) =>
      phrases.fill(REPORT.notApplicable, {
        指标: scored.indicator(result),
        不适用: scored.judged(result, JUDGED.notApplicable[result.indicator.notApplicable]),
      }),
    ),
  ];
  const all = [...sentences, ...rest(scored, results)].flatMap((one) => phrases.fill(REPORT.sentence, { 各项: one }));
  return phrases.fill(REPORT.aspect, { 方面: scored.level(name), 各句: all });
}

/** `三公经费控制率90.56%、固定资产利用率99.00%，均未扣分` */
function measured(scored: Scored, results: readonly IndicatorResult[]): readonly (readonly Inline[])[] {
  const { phrases } = scored;
  const own = results.filter((result) => result.value?.status === 'value' && !isDeducted(result) && !isMissing(result));
  const [first] = own;
  if (first === undefined) return [];
  const list = own.map((result) =>
    phrases.fill(REPORT.withValue, {
      指标: scored.indicator(result),
      值: result.value?.status === 'value' ? phrases.fact(result.value.value.key) : '',
    }),
  );
  const words = own.length === 1 ? JUDGED.notDeducted : JUDGED.noneDeducted;
  return [phrases.fill(REPORT.undeducted, { 各项: joined(list, LIST_SEPARATOR), 判断: scored.judged(first, words) })];
}

/** What is left to say of an aspect of which something was told: the others that people judged. */
function rest(scored: Scored, results: readonly IndicatorResult[]): readonly (readonly Inline[])[] {
  const plain = results.filter(isPlain);
  const [first] = plain;
  if (first === undefined) return [];
  const words = plain.length === 1 ? JUDGED.restOneNotDeducted(first.indicator.name) : JUDGED.restNotDeducted;
  return [[scored.judged(first, words)]];
}

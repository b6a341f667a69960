import { chineseNumber } from '../money/prose.ts';
import { ratio, whole } from '../money/exact.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { REPORT, SOURCE, TODO } from '../texts/report-texts.ts';
import type { Block, Inline } from './document.ts';
import { deductionWords, indicatorName, isDeducted, self } from './evaluation-section.ts';
import { heading } from './overview-section.ts';
import { clause, joined, type Phrases } from './phrases.ts';

const { headings } = REPORT;

/** The share of all points from which a result is 优 (财预〔2020〕10号: 90分（含）以上). */
const EXCELLENT = ratio(9n, 10n);

/** 三、存在的主要问题: one for every deduction, the largest first. */
export function problemsSection(phrases: Phrases, scorecard: Scorecard): Block[] {
  const deducted = byDeduction(scorecard);
  const items = deducted.map((result, index) =>
    phrases.fill(REPORT.problem, {
      序: ordinal(index),
      问题: schemeWords(phrases, scorecard, `问题.${result.indicator.name}`, result.indicator.problem),
      指标: indicatorName(phrases, scorecard, result.indicator.name),
      扣分: deductionWords(phrases, scorecard, result),
    }),
  );
  return [
    heading(1, 3, headings.problems),
    { kind: 'paragraph', content: [...opening(phrases, scorecard, deducted.length), ...sentence(items)] },
  ];
}

/** What can be said before the problems: nothing good while scores are missing, nothing glowing below 优. */
function opening(phrases: Phrases, scorecard: Scorecard, problems: number): readonly Inline[] {
  const { score, weight } = scorecard.total;
  const slots = { 自称: self(phrases) };
  if (score === undefined) {
    const open = [phrases.todo('存在的问题', TODO.unscored)];
    return problems === 0 ? open : [...open, ...phrases.fill(REPORT.problemsIntro, slots)];
  }
  if (problems === 0) return phrases.fill(REPORT.problemsNone, {});
  const isGood = score.compare(weight.mul(EXCELLENT)) >= 0;
  return phrases.fill(isGood ? REPORT.problemsGood : REPORT.problemsIntro, slots);
}

/** 四、下一步改进措施: one for every problem, in the same order. */
export function improvementsSection(phrases: Phrases, scorecard: Scorecard): Block[] {
  const items = byDeduction(scorecard).map((result, index) =>
    phrases.fill(REPORT.improvement, {
      序: ordinal(index),
      指标: indicatorName(phrases, scorecard, result.indicator.name),
      措施: schemeWords(phrases, scorecard, `措施.${result.indicator.name}`, result.indicator.improvement),
    }),
  );
  const open = scorecard.total.score === undefined ? [phrases.todo('改进措施', TODO.unscored)] : [];
  const none = open.length === 0 && items.length === 0 ? phrases.fill(REPORT.improvementsNone, {}) : [];
  const content = [...open, ...none, ...sentence(items)];
  return [heading(1, 4, headings.improvements), { kind: 'paragraph', content }];
}

/** Indicators that lost points, the largest deduction first, of equal ones in the scheme's order. */
function byDeduction(scorecard: Scorecard): readonly IndicatorResult[] {
  return scorecard.results
    .filter(isDeducted)
    .toSorted((a, b) => (b.deduction ?? whole(0)).compare(a.deduction ?? whole(0)));
}

function schemeWords(phrases: Phrases, { scheme }: Scorecard, id: string, words: string): Inline {
  return phrases.phrase(id, clause(words), SOURCE.scheme(scheme.name));
}

function ordinal(index: number): string {
  return chineseNumber(Math.min(index + 1, 99));
}

function sentence(items: readonly (readonly Inline[])[]): readonly Inline[] {
  return items.length === 0 ? [] : [...joined(items, '；'), { kind: 'text', text: '。' }];
}

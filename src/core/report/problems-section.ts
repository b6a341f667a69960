import { chineseNumber } from '../money/prose.ts';
import { whole } from '../money/exact.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { REPORT, SOURCE } from '../texts/report-texts.ts';
import type { Block, Inline } from './document.ts';
import { deductionWords, indicatorName, isDeducted, self } from './evaluation-section.ts';
import { heading } from './overview-section.ts';
import { clause, joined, type Phrases } from './phrases.ts';

const { headings } = REPORT;

/** 三、存在的主要问题: one for every deduction, the largest first. */
export function problemsSection(phrases: Phrases, scorecard: Scorecard): Block[] {
  const deducted = byDeduction(scorecard);
  const intro = deducted.length === 0 ? REPORT.problemsNone : REPORT.problemsIntro;
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
    { kind: 'paragraph', content: [...phrases.fill(intro, { 自称: self(phrases) }), ...sentence(items)] },
  ];
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
  const content = items.length === 0 ? phrases.fill(REPORT.improvementsNone, {}) : sentence(items);
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

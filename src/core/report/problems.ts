import { chineseNumber } from '../money/prose.ts';
import { ratio, whole } from '../money/exact.ts';
import type { IndicatorResult } from '../scheme/scorecard.ts';
import { JUDGED, REPORT, TODO } from '../texts/report-texts.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { clause, joined } from './phrases.ts';
import { isDeducted, Scored } from './scored.ts';
import type { SectionContext } from './sections.ts';

/** The share of all points from which a result is 优 (财预〔2020〕10号: 90分（含）以上). */
const EXCELLENT = ratio(9n, 10n);

/** Deductions that show the same problem and ask for the same measure. */
export type Problem = readonly [IndicatorResult, ...IndicatorResult[]];

/** 三、存在的主要问题: one for every deduction, the largest first; deductions with one problem are told together. */
export function problems({ phrases, scorecard }: SectionContext): readonly Block[] {
  const scored = new Scored(phrases, scorecard);
  const list = problemsOf(scored);
  const items = list.map((problem, index) => {
    const [{ indicator }] = problem;
    const points = problem.map((result) =>
      phrases.fill(REPORT.problemPoint, { 指标: scored.indicator(result), 扣分: scored.deduction(result) }),
    );
    const words = clause(indicator.problem) || JUDGED.noProblemText(indicator.name);
    return phrases.fill(REPORT.problem, {
      序: ordinal(index, list.length),
      问题: phrases.phrase(`问题.${indicator.name}`, words, scored.scheme),
      扣分: joined(points, '，'),
    });
  });
  const { score } = scorecard.total;
  if (score !== undefined && items.length === 0) return paragraphs([phrases.fill(REPORT.problemsNone, {})]);
  const open = score === undefined ? [phrases.todo('存在的问题', TODO.unscored)] : [];
  return paragraphs([open, items.length === 0 ? [] : [...intro(scored), ...enumerated(items)]]);
}

/** What can be said before the problems: nothing good while scores are missing, nothing glowing below 优. */
function intro(scored: Scored): readonly Inline[] {
  const { score, weight } = scored.scorecard.total;
  const isGood = score !== undefined && score.compare(weight.mul(EXCELLENT)) >= 0;
  return scored.phrases.fill(isGood ? REPORT.problemsGood : REPORT.problemsIntro, { 自称: scored.self() });
}

/** After the opening words: a colon before a single item, a sentence of its own before several. */
function enumerated(items: readonly (readonly Inline[])[]): readonly Inline[] {
  return [{ kind: 'text', text: items.length === 1 ? '：' : '。' }, ...sentence(items)];
}

/** 四、下一步改进措施: one for every problem, in the same order. */
export function improvements({ phrases, scorecard }: SectionContext): readonly Block[] {
  const scored = new Scored(phrases, scorecard);
  const list = problemsOf(scored);
  const items = list.map((problem, index) => {
    const [{ indicator }] = problem;
    const { name } = indicator;
    const words = clause(indicator.improvement);
    return phrases.fill(REPORT.improvement, {
      序: ordinal(index, list.length),
      指标: joined(
        problem.map((result) => phrases.fill(REPORT.improvementPoint, { 指标: scored.indicator(result) })),
        '',
      ),
      措施:
        words === ''
          ? phrases.todo(`措施.${name}`, TODO.improvement(name))
          : phrases.phrase(`措施.${name}`, words, scored.scheme),
    });
  });
  const { score } = scorecard.total;
  if (score !== undefined && items.length === 0) return paragraphs([phrases.fill(REPORT.improvementsNone, {})]);
  const open = score === undefined ? [phrases.todo('改进措施', TODO.unscored)] : [];
  return paragraphs([open, sentence(items)]);
}

/** Indicators that lost points, the largest deduction first, of equal ones in the scheme's order. */
export function problemsOf({ scorecard }: Scored): readonly Problem[] {
  const lost = scorecard.results
    .filter(isDeducted)
    .toSorted((a, b) => (b.deduction ?? whole(0)).compare(a.deduction ?? whole(0)));
  const groups = new Map<string, [IndicatorResult, ...IndicatorResult[]]>();
  for (const result of lost) {
    const { name, problem, improvement } = result.indicator;
    const words = clause(problem) === '' ? name : JSON.stringify([clause(problem), clause(improvement)]);
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [result]);
    else group.push(result);
  }
  return [...groups.values()];
}

/** 一是, 二是; nothing before a single item. */
function ordinal(index: number, count: number): string {
  return count === 1 ? '' : JUDGED.ordinal(chineseNumber(Math.min(index + 1, 99)));
}

function sentence(items: readonly (readonly Inline[])[]): readonly Inline[] {
  return items.length === 0 ? [] : [...joined(items, '；'), { kind: 'text', text: '。' }];
}

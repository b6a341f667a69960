import { whole, type Exact } from '../money/exact.ts';
import { showScore } from '../money/prose.ts';
import { spoken } from '../ledger/spoken.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { DEDUCTED, SELF_DEFAULT, SOURCE, TODO } from '../texts/report-texts.ts';
import { showCells } from '../workbook/cell-ref.ts';
import type { Inline } from './document.ts';
import { fenOf } from './figures.ts';
import { because, type Phrases } from './phrases.ts';

/** Says things of one scorecard. */
export class Scored {
  constructor(
    readonly phrases: Phrases,
    readonly scorecard: Scorecard,
  ) {}

  /** How the department calls itself: 我会, 我局; 本单位 when it does not say. */
  self(): Inline | string {
    return this.phrases.find('部门自称') === undefined ? SELF_DEFAULT : this.phrases.word('部门自称');
  }

  /** Where names and words of the scheme come from. */
  get scheme(): string {
    return SOURCE.scheme(this.scorecard.scheme.name);
  }

  /** Where totals come from. */
  get total(): string {
    return SOURCE.scorecard(this.scorecard.scheme.name);
  }

  /** A name of the scheme's first or second level. */
  level(name: string): Inline {
    return this.phrases.phrase(`指标体系.名称.${name}`, name, this.scheme);
  }

  /** The name of an indicator, which a scheme may write with digits; without the aspect that the sentence has named already. */
  indicator({ indicator: { name } }: IndicatorResult, aspect = ''): Inline {
    const isShort = aspect !== '' && name.startsWith(aspect) && name !== aspect;
    return isShort
      ? this.phrases.phrase(`指标.${name}.简称`, name.slice(aspect.length), this.scheme)
      : this.phrases.phrase(`指标.${name}`, name, this.scheme);
  }

  /** A score as prose: `99分`. */
  show(score: Exact): string {
    return showScore(score, this.scorecard.scheme.precision);
  }

  score(result: IndicatorResult): Inline {
    const { name } = result.indicator;
    return this.phrases.phrase(`自评.${name}.得分`, this.show(result.score ?? whole(0)), this.sourceOf(result));
  }

  /** `扣0.1分` as a phrase. */
  deduction(result: IndicatorResult): Inline {
    const words = DEDUCTED(this.show(result.deduction ?? whole(0)));
    return this.phrases.phrase(`扣分.${result.indicator.name}`, words, this.sourceOf(result));
  }

  /** Why points were lost, as it goes on after 主要原因是; a mark when nobody said. */
  reason({ indicator: { name }, reason, reasonCells }: IndicatorResult): Inline {
    const words = because(reason);
    return words === ''
      ? this.phrases.todo(`原因.${name}`, TODO.reason(name))
      : this.phrases.phrase(`原因.${name}`, words, showCells(reasonCells) || this.total);
  }

  /** What stands where a score is missing. A rate over 0 is no missing figure: a person has to judge. */
  missing({ indicator: { name }, value }: IndicatorResult): Inline {
    const keys = value?.status === 'missing' ? value.keys : [];
    const zero = keys.length > 0 && keys.every((key) => fenOf(this.phrases, key) === 0n) ? keys[0] : undefined;
    const what = zero === undefined ? TODO.score(name) : TODO.noBase(name, spoken(zero));
    return this.phrases.todo(`自评.${name}`, what);
  }

  /** Words on one indicator that its result chose. */
  judged(result: IndicatorResult, words: string): Inline {
    return this.phrases.phrase(`自评.${result.indicator.name}.判断`, words, this.sourceOf(result));
  }

  sourceOf({ cells }: IndicatorResult): string {
    return showCells(cells) || this.total;
  }
}

export function isDeducted(result: IndicatorResult): boolean {
  return result.deduction !== undefined && result.deduction.compare(whole(0)) > 0;
}

export function isMissing(result: IndicatorResult): boolean {
  return result.score === undefined && result.status !== 'not-applicable';
}

export function isNotApplicable({ status }: IndicatorResult): boolean {
  return status === 'not-applicable';
}

export function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** The results in groups by a name, in the order in which the names come first. */
export function grouped(
  results: readonly IndicatorResult[],
  nameOf: (result: IndicatorResult) => string,
): readonly { readonly name: string; readonly results: readonly IndicatorResult[] }[] {
  return unique(results.map(nameOf)).map((name) => ({
    name,
    results: results.filter((result) => nameOf(result) === name),
  }));
}

/** The first-level indicator. */
export function topOf({ indicator: { path } }: IndicatorResult): string {
  return path[0] ?? '';
}

/** The second-level indicator, or the first where there is no second. */
export function aspectOf({ indicator: { path } }: IndicatorResult): string {
  return path[1] ?? path[0] ?? '';
}

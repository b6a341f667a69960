import { MEASURES, PRIOR_MEASURES } from '../../ledger/keys.ts';
import { spoken } from '../../ledger/spoken.ts';
import { isKey } from '../../scheme/expression/known-keys.ts';
import { MONEY_WORDS } from '../../texts/money-texts.ts';
import { JUDGED, TODO } from '../../texts/report-texts.ts';
import { NOT_APPLICABLE } from '../../texts/terms.ts';
import type { Inline } from '../document.ts';
import { comparison, yearOnYear } from '../figures.ts';
import type { Phrases } from '../phrases.ts';
import { topOf, type Scored } from '../scored.ts';
import { together } from './indicator-fields.ts';
import { said, sentence, type TemplateWords } from './template-scope.ts';

/**
 * The words for a name that a draft has, though not the draft of this workbook: a rate that could not be computed, a total that
 * is not known yet, a comparison without figures. So that one template serves every workbook, they are marks, not mistakes.
 * Undefined for what no draft has.
 */
export function absentWords(name: string, scored: Scored): TemplateWords | undefined {
  return ofTotal(name, scored) ?? ofRate(name, scored) ?? ofAmount(name, scored);
}

function ofTotal(name: string, scored: Scored): TemplateWords | undefined {
  const { phrases, total: source, scorecard } = scored;
  switch (name) {
    case '自评.满分':
      return said(phrases.phrase(name, scored.show(scorecard.total.weight), source));
    case '自评.得分':
    case '自评.扣分':
    case '自评表.合计.得分':
    case '自评表.合计.扣分':
      return said(phrases.todo(name, TODO.total));
    case '产出指标.完成情况':
      return said(phrases.todo(name, TODO.outputs));
  }
  const group = /^自评\.(.+)\.得分$/u.exec(name)?.[1];
  const results = scorecard.results.filter((result) => group !== undefined && topOf(result) === group);
  return group === undefined || results.length === 0 ? undefined : together(group, results, 'score', '得分', scored);
}

/** A rate that an indicator looks at. */
function ofRate(name: string, scored: Scored): TemplateWords | undefined {
  const { phrases } = scored;
  const result = scored.scorecard.results.find(({ indicator }) => indicator.measure?.key === name);
  if (result === undefined) return undefined;
  return result.value?.status === 'not-applicable'
    ? said(phrases.phrase(name, NOT_APPLICABLE, scored.total), false)
    : said(phrases.todo(name, TODO.fact(name)));
}

/** `决算数比年初预算数`, `三公经费.决算数.有无`, `收支表.项目支出.决算数` */
function ofAmount(name: string, { phrases }: Scored): TemplateWords | undefined {
  const [, key, other] = /^(?:收支表\.)?(.+?)(?:比([^.]+)|\.(?:有无|构成))?$/u.exec(name) ?? [];
  const measures: readonly string[] = [...MEASURES, ...PRIOR_MEASURES];
  if (key === undefined || (other !== undefined && !measures.includes(other))) return undefined;
  const words = other === undefined || name.startsWith('收支表.') ? [] : compared(phrases, key, other);
  if (words.length > 0) return sentence(words);
  const stated = key.replace(/(^|\.)(?:名称|执行率)$/u, '$1决算数');
  return isKey(key) || (name.startsWith('收支表.') && isKey(stated))
    ? said(phrases.todo(name, TODO.fact(spoken(key))))
    : undefined;
}

/** How an amount stands to another of the same money, as the draft says it of those that it compares. */
function compared(phrases: Phrases, to: string, measure: string): readonly Inline[] {
  const from = [...to.split('.').slice(0, -1), measure].join('.');
  switch (measure) {
    case '年初预算数':
      return comparison(phrases, MONEY_WORDS.initialName, from, to);
    case '全年预算数':
      return comparison(phrases, MONEY_WORDS.adjustedName, from, to);
    case '上年决算数':
      return yearOnYear(phrases, from, to);
    default:
      return [];
  }
}

/** True for words that say that there is nothing: a condition on them does not hold. */
export function saysNothing(text: string): boolean {
  return (
    /^(?:0(?:\.0+)?(?:分|万元|亿元|元|%)?|无|—)$/u.test(text) || [NOT_APPLICABLE, JUDGED.noDeduction].includes(text)
  );
}

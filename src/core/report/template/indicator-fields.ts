import { showFact, showSource } from '../../ledger/fact.ts';
import { fixed, sum, whole, type Exact } from '../../money/exact.ts';
import type { IndicatorResult } from '../../scheme/scorecard.ts';
import { JUDGED, TODO } from '../../texts/report-texts.ts';
import { TEMPLATE } from '../../texts/report-template-texts.ts';
import { NOT_APPLICABLE } from '../../texts/terms.ts';
import type { Inline } from '../document.ts';
import { clause } from '../phrases.ts';
import { aspectOf, isDeducted, isMissing, isNotApplicable, topOf, type Scored } from '../scored.ts';
import { said, type TemplateWords } from './template-scope.ts';

type Say = (result: IndicatorResult, scored: Scored) => TemplateWords;

/** What a template may say of one indicator. Keys of phrases are those of the draft, so that both are refreshed alike. */
export const INDICATOR_FIELDS = {
  指标名称: (result, scored) => said(scored.indicator(result)),
  一级指标: (result, scored) => said(scored.level(topOf(result))),
  二级指标: (result, scored) => said(scored.level(aspectOf(result))),
  分值: ({ indicator, weight }, scored) => said(points(scored, `${indicator.name}.分值`, weight, scored.total)),
  指标值: figure,
  得分: (result, scored) => scoreOf(result, result.score, '得分', scored),
  扣分: (result, scored) => scoreOf(result, result.deduction, '扣分', scored),
  得分文字: (result, scored) => scoreWords(result, scored),
  扣分文字: (result, scored) => {
    if (isMissing(result)) return said(scored.missing(result));
    if (isDeducted(result)) return said(scored.deduction(result));
    const { name } = result.indicator;
    return said(scored.phrases.phrase(`扣分.${name}`, JUDGED.notDeducted, scored.sourceOf(result)), false);
  },
  扣分原因: (result, scored) =>
    ifDeducted(result, scored, `原因.${result.indicator.name}`, () => scored.reason(result)),
  问题: (result, scored) =>
    ifDeducted(result, scored, `问题.${result.indicator.name}`, () =>
      scored.phrases.phrase(
        `问题.${result.indicator.name}`,
        clause(result.indicator.problem) || JUDGED.noProblemText(result.indicator.name),
        scored.scheme,
      ),
    ),
  改进措施: (result, scored) =>
    ifDeducted(result, scored, `措施.${result.indicator.name}`, () => improvement(result, scored)),
} as const satisfies Readonly<Record<string, Say>>;

/** Names outside loops that begin so and end with an indicator's name. */
export const INDICATOR_NAMES: Readonly<Record<string, Say>> = {
  指标: INDICATOR_FIELDS.指标名称,
  扣分: INDICATOR_FIELDS.扣分文字,
  原因: INDICATOR_FIELDS.扣分原因,
  问题: INDICATOR_FIELDS.问题,
  措施: INDICATOR_FIELDS.改进措施,
};

/** What the last part of `自评表.预算编制合理性.得分` is in a loop. */
const TABLE_FIELDS: Readonly<Record<string, Say>> = {
  '': INDICATOR_FIELDS.指标名称,
  一级: INDICATOR_FIELDS.一级指标,
  二级: INDICATOR_FIELDS.二级指标,
  分值: INDICATOR_FIELDS.分值,
  指标值: INDICATOR_FIELDS.指标值,
  得分: INDICATOR_FIELDS.得分,
  扣分: INDICATOR_FIELDS.扣分,
  原因: INDICATOR_FIELDS.扣分原因,
};

/** The indicator's name and the field, which is empty when the name is all. */
function inTable(rest: string, isIndicator: (name: string) => boolean): readonly [string, string] {
  if (isIndicator(rest)) return [rest, ''];
  const dot = rest.lastIndexOf('.');
  return [rest.slice(0, dot), rest.slice(dot + 1)];
}

/** The words for a name such as `扣分.预算编制合理性` or `自评.预算编制合理性.得分`; undefined for any other. */
export function indicatorWords(name: string, scored: Scored): TemplateWords | undefined {
  const dot = name.indexOf('.');
  const [head, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  const named = (wanted: string): IndicatorResult | undefined =>
    scored.scorecard.results.find(({ indicator }) => indicator.name === wanted);
  if (head === '自评' && rest.endsWith('.得分')) {
    const result = named(rest.slice(0, -'.得分'.length));
    return result && INDICATOR_FIELDS.得分文字(result, scored);
  }
  if (head === '自评表') {
    const [indicator, field] = inTable(rest, (wanted) => named(wanted) !== undefined);
    const result = named(indicator);
    return result && Object.hasOwn(TABLE_FIELDS, field) ? TABLE_FIELDS[field]?.(result, scored) : undefined;
  }
  const result = named(rest);
  return result !== undefined && Object.hasOwn(INDICATOR_NAMES, head)
    ? INDICATOR_NAMES[head]?.(result, scored)
    : undefined;
}

/** All names of `indicatorWords`. */
export function indicatorNames(scored: Scored): readonly string[] {
  return scored.scorecard.results.flatMap(({ indicator: { name } }) => [
    ...Object.keys(INDICATOR_NAMES).map((head) => `${head}.${name}`),
    `自评.${name}.得分`,
  ]);
}

/** What a group of indicators is worth together, as a number without 分; a mark while a score is missing. */
export function together(
  name: string,
  results: readonly IndicatorResult[],
  of: 'weight' | 'score' | 'deduction',
  label: string,
  scored: Scored,
): TemplateWords {
  const counted = results.filter((result) => result[of] !== undefined || isMissing(result));
  const missing = counted.find((result) => result[of] === undefined);
  if (missing !== undefined) return said(scored.missing(missing));
  const total = sum(counted.map((result) => result[of] ?? whole(0)));
  return said(points(scored, `${name}.${label}`, total, scored.total), total.compare(whole(0)) !== 0);
}

function points(scored: Scored, id: string, value: Exact, source: string): Inline {
  return scored.phrases.phrase(`自评表.${id}`, fixed(value, scored.scorecard.scheme.precision), source);
}

/** `4.9分` */
function scoreWords(result: IndicatorResult, scored: Scored): TemplateWords {
  if (isMissing(result)) return said(scored.missing(result));
  if (result.score !== undefined) return said(scored.score(result), result.score.compare(whole(0)) !== 0);
  return said(scored.judged(result, JUDGED.notApplicable[result.indicator.notApplicable]), false);
}

function scoreOf(
  result: IndicatorResult,
  value: Exact | undefined,
  label: '得分' | '扣分',
  scored: Scored,
): TemplateWords {
  const id = `${result.indicator.name}.${label}`;
  if (value !== undefined) {
    return said(points(scored, id, value, scored.sourceOf(result)), value.compare(whole(0)) !== 0);
  }
  if (isMissing(result)) return said(scored.missing(result));
  return said(scored.phrases.phrase(`自评表.${id}`, NOT_APPLICABLE, scored.sourceOf(result)), false);
}

function figure({ indicator: { name }, value, status }: IndicatorResult, scored: Scored): TemplateWords {
  if (value === undefined) return said({ kind: 'text', text: TEMPLATE.noFigure }, false);
  const id = `自评表.${name}.指标值`;
  if (value.status === 'value') {
    return said(scored.phrases.phrase(id, showFact(value.value), showSource(value.value)));
  }
  if (status === 'not-applicable' || value.status === 'not-applicable') {
    return said(scored.phrases.phrase(id, NOT_APPLICABLE, scored.total), false);
  }
  return said(scored.phrases.todo(id, TODO.fact(name)));
}

function ifDeducted(result: IndicatorResult, scored: Scored, id: string, say: () => Inline): TemplateWords {
  if (isMissing(result)) return said(scored.missing(result));
  if (isDeducted(result)) return said(say());
  const source = isNotApplicable(result) ? scored.total : scored.sourceOf(result);
  return said(scored.phrases.phrase(id, TEMPLATE.none, source), false);
}

function improvement({ indicator }: IndicatorResult, { phrases, scheme }: Scored): Inline {
  const words = clause(indicator.improvement);
  return words === ''
    ? phrases.todo(`措施.${indicator.name}`, TODO.improvement(indicator.name))
    : phrases.phrase(`措施.${indicator.name}`, words, scheme);
}

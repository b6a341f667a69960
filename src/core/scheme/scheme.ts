import { z } from 'zod';
import { exact } from '../money/exact.ts';
import { SCHEME_FAULTS } from '../texts/pack-file-texts.ts';
import { plainLabel } from '../workbook/labels.ts';
import { measureInPack } from './measures/standard-measures.ts';
import { decimal } from './rules/decimal.ts';
import { SLOTS } from './slots.ts';
import { anyWords, words } from './text.ts';
import { isMeasuredRule, mostPoints, namesPoints, ruleSchema } from './rules/rules.ts';

/** A number of points. */
const points = decimal.refine((number) => !number.startsWith('-'), { error: SCHEME_FAULTS.negative });

const indicator = z.strictObject({
  /** 一级、二级指标 */
  path: z.array(words).min(1).max(2),
  name: words,
  weight: points,
  /**
   * One indicator for each 履职方向 of the tasks, or for each project: `{方向}` or `{项目}` in texts and keys is its name, the weight
   * is divided. Only for rules that give shares of the weight: points that a rule names do not divide with it.
   */
  each: z.enum(['none', 'direction', 'project']).default('none'),
  /** How the indicator's value is computed; absent where people judge. */
  measure: measureInPack.optional(),
  rule: ruleSchema,
  /**
   * What 不适用 means for the score; tables differ. An indicator that is left out takes its weight with it (`excluded`) or gives
   * it to the others (`redistributed`, see effective-weights.ts).
   */
  notApplicable: z.enum(['full-marks', 'excluded', 'redistributed']).default('full-marks'),
  /** 数据来源: which form or document the figures or answers are taken from. */
  dataSource: anyWords.default(''),
  /** Where the indicator and its rule come from. */
  clause: words,
  /** True when the rule and its points were held against the document that `clause` names. */
  verified: z.boolean(),
  /** What the deduction shows, for 存在的主要问题. */
  problem: anyWords,
  /** What answers it, for 下一步改进措施. */
  improvement: anyWords,
});

const scheme = z.strictObject({
  id: words,
  name: words,
  year: words,
  /** The document the scheme was taken from. */
  source: words,
  /** True when every indicator is. */
  verified: z.boolean(),
  /** Decimals of a score. */
  precision: z.number().int().min(0).max(2),
  total: points,
  indicators: z.array(indicator).min(1),
});

/**
 * A scheme as a pack file holds it, with what no single field can show: answers are found by name, points by precision, and a
 * scheme is verified when all of it is.
 */
export const schemeSchema = scheme.superRefine(({ indicators, precision, verified }, context) => {
  const names = new Set<string>();
  for (const [index, indicator] of indicators.entries()) {
    const { name, weight } = indicator;
    const refuse = (field: keyof Indicator, message: string): void => {
      context.addIssue({ code: 'custom', path: ['indicators', index, field], message });
    };
    // As people's answers and the rows of a sheet find it.
    const label = plainLabel(name);
    if (names.has(label)) refuse('name', SCHEME_FAULTS.nameTwice(name));
    names.add(label);
    // Also runs over weights that are told to be no numbers.
    const most = decimal.safeParse(weight).success ? mostPoints(indicator.rule) : undefined;
    if (most !== undefined && most.compare(exact(weight)) > 0) refuse('rule', SCHEME_FAULTS.morePoints(weight));
    if (indicator.each !== 'none') {
      if (namesPoints(indicator.rule)) refuse('rule', SCHEME_FAULTS.pointsForEach);
      if (!name.includes(SLOTS[indicator.each])) refuse('name', SCHEME_FAULTS.slotMissing(SLOTS[indicator.each]));
    }
    if ((weight.split('.')[1]?.length ?? 0) > precision) refuse('weight', SCHEME_FAULTS.fineWeight(String(precision)));
    if (verified && !indicator.verified) refuse('verified', SCHEME_FAULTS.unverified);
    if (isMeasuredRule(indicator.rule) && indicator.measure === undefined) refuse('measure', SCHEME_FAULTS.noMeasure);
  }
});

export type Scheme = z.infer<typeof schemeSchema>;
export type Indicator = z.infer<typeof indicator>;
export type { MeasureSpec } from './measures/measure-spec.ts';
export type { Rule, RuleOf } from './rules/rules.ts';

import { z } from 'zod';
import { measureInPack } from './measures/standard-measures.ts';
import { decimal } from './rules/decimal.ts';
import { ruleSchema } from './rules/rules.ts';

const indicator = z.object({
  /** 一级、二级指标 */
  path: z.array(z.string()).min(1),
  name: z.string(),
  weight: decimal,
  /** One indicator for each 履职方向 of the tasks; `{方向}` in texts and keys is the direction, the weight is divided. */
  perDirection: z.boolean().default(false),
  /** How the indicator's value is computed; absent where people judge. */
  measure: measureInPack.optional(),
  rule: ruleSchema,
  /** What 不适用 means for the score; tables differ. */
  notApplicable: z.enum(['full-marks', 'excluded']).default('full-marks'),
  /** Where the indicator and its rule come from. */
  clause: z.string(),
  verified: z.boolean(),
  /** What the deduction shows, for 存在的主要问题. */
  problem: z.string(),
  /** What answers it, for 下一步改进措施. */
  improvement: z.string(),
});

const scheme = z.object({
  id: z.string(),
  name: z.string(),
  year: z.string(),
  /** The document the scheme was taken from. */
  source: z.string(),
  verified: z.boolean(),
  /** Decimals of a score. */
  precision: z.number().int().min(0).max(2),
  total: decimal,
  indicators: z.array(indicator).min(1),
});

/** A scheme as a pack file holds it, with what no single field can show: answers are found by name, points by precision. */
export const schemeSchema = scheme.superRefine(({ indicators, precision }, context) => {
  const names = new Set<string>();
  for (const [index, { name, weight }] of indicators.entries()) {
    const refuse = (message: string): void => {
      context.addIssue({ code: 'custom', path: ['indicators', index], message: `${name}: ${message}` });
    };
    if (names.has(name)) refuse('the name stands twice');
    names.add(name);
    if ((weight.split('.')[1]?.length ?? 0) > precision) refuse('the weight is finer than the precision of scores');
  }
});

export type Scheme = z.infer<typeof schemeSchema>;
export type Indicator = Scheme['indicators'][number];
export type { MeasureSpec } from './measures/measure-spec.ts';
export type { Rule, RuleOf } from './rules/rules.ts';

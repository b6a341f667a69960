import { z } from 'zod';
import { exact, maximum, minimum, type Exact } from '../../../money/exact.ts';
import { showRate } from '../../../money/prose.ts';
import { decimal } from '../decimal.ts';
import type { MeasuredKind, RuleTrace } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { NAME, WORDS, ZERO_TARGET } from './words.ts';

export const proportionalSchema = z
  .object({ kind: z.literal('proportional'), target: decimal, cap: decimal, floor: decimal })
  .refine(({ target }) => Number(target) !== 0, { error: ZERO_TARGET });

export type Proportional = z.infer<typeof proportionalSchema>;

/** 得分 = 分值 × 指标值 ÷ 目标值, the quotient kept between floor and cap. */
export const proportional: MeasuredKind<Proportional> = {
  name: NAME,
  asks: 'value',
  explain: WORDS.rule,
  better: () => 'more',
  evaluate,
  toFormula,
  printParameters,
  parseParameters,
};

function evaluate(rule: Proportional, weight: Exact, value: Exact): RuleTrace {
  const share = maximum(exact(rule.floor), minimum(exact(rule.cap), value.div(exact(rule.target))));
  return { points: weight.mul(share), substitution: WORDS.substitution(weight.toString(), showRate(share)) };
}

function toFormula(rule: Proportional, weight: string, value: string): string {
  const share = rule.target === '1' ? value : `${value}/${rule.target}`;
  return `${weight}*MAX(${rule.floor},MIN(${rule.cap},${share}))`;
}

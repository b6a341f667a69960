import { z } from 'zod';
import { exact, maximum, minimum, type Exact } from '../../../money/exact.ts';
import { showRate } from '../../../money/prose.ts';
import { decimal } from '../decimal.ts';
import type { MeasuredKind, RuleTrace } from '../rule-kind.ts';
import { treatmentShape } from '../value-treatment.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const proportionalSchema = z
  .object({
    kind: z.literal('proportional'),
    target: decimal,
    cap: decimal,
    floor: decimal,
    /** For a rate that should be low: up to the target full marks, above it target ÷ rate. */
    lowerIsBetter: z.literal(true).optional(),
    ...treatmentShape,
  })
  .refine(({ target }) => Number(target) > 0, { error: FAULTS.target })
  .refine(({ floor, cap }) => Number(floor) >= 0 && Number(floor) <= Number(cap) && Number(cap) <= 1, {
    error: FAULTS.ends,
  });

export type Proportional = z.infer<typeof proportionalSchema>;

/** 得分 = 分值 × 指标值 ÷ 目标值 (目标值 ÷ 指标值 where low is good), the quotient kept between floor and cap. */
export const proportional: MeasuredKind<Proportional> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => false,
  asks: 'value',
  explain: WORDS.rule,
  better: ({ lowerIsBetter }) => (lowerIsBetter ? 'less' : 'more'),
  evaluate,
  toFormula,
  printParameters,
  parseParameters,
};

function evaluate(rule: Proportional, weight: Exact, value: Exact): RuleTrace {
  const share = maximum(exact(rule.floor), minimum(exact(rule.cap), reached(rule, value)));
  return { points: weight.mul(share), substitution: WORDS.substitution(weight.toString(), showRate(share)) };
}

/** How much of the target a value reaches; where low is good, nothing and less than nothing reach it all. */
function reached({ target, cap, lowerIsBetter }: Proportional, value: Exact): Exact {
  if (!lowerIsBetter) return value.div(exact(target));
  return value.compare(0) <= 0 ? exact(cap) : exact(target).div(value);
}

function toFormula({ target, cap, floor, lowerIsBetter }: Proportional, weight: string, value: string): string {
  const share = lowerIsBetter
    ? `IF(${value}<=0,${cap},${target}/(${value}))`
    : target === '1'
      ? value
      : `${value}/${target}`;
  return `${weight}*MAX(${floor},MIN(${cap},${share}))`;
}

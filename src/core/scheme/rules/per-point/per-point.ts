import { z } from 'zod';
import { exact, maximum, trimmed, whole, type Exact } from '../../../money/exact.ts';
import { showRate } from '../../../money/prose.ts';
import { decimal } from '../decimal.ts';
import type { MeasuredKind, RuleTrace } from '../rule-kind.ts';
import { treatmentShape } from '../value-treatment.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const perPointSchema = z
  .object({
    kind: z.literal('per-point'),
    direction: z.enum(['over', 'under']),
    threshold: decimal,
    step: decimal,
    deduct: decimal,
    /** What a part of a step counts: nothing, a whole step, or its share. */
    partSteps: z.enum(['ignored', 'as-whole', 'pro-rata']),
    ...treatmentShape,
  })
  .refine(({ step }) => Number(step) > 0, { error: FAULTS.step })
  .refine(({ deduct }) => Number(deduct) >= 0, { error: FAULTS.deduct });

export type PerPoint = z.infer<typeof perPointSchema>;

/** Full marks up to the threshold; beyond it every step (usually 1 percentage point) costs a fixed deduction, down to 0. */
export const perPoint: MeasuredKind<PerPoint> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => true,
  asks: 'value',
  explain: WORDS.rule,
  better: ({ direction }) => (direction === 'over' ? 'less' : 'more'),
  evaluate,
  toFormula,
  printParameters,
  parseParameters,
};

function evaluate(rule: PerPoint, weight: Exact, value: Exact): RuleTrace {
  const threshold = exact(rule.threshold);
  const beyond = maximum(whole(0), rule.direction === 'over' ? value.sub(threshold) : threshold.sub(value));
  const steps = countedSteps(rule, beyond.div(exact(rule.step)));
  return {
    points: maximum(whole(0), weight.sub(steps.mul(exact(rule.deduct)))),
    substitution: WORDS.substitution(rule.direction, showRate(beyond), trimmed(steps, 4), rule.deduct),
  };
}

function countedSteps(rule: PerPoint, steps: Exact): Exact {
  switch (rule.partSteps) {
    case 'ignored':
      return whole(steps.n / steps.d);
    case 'as-whole':
      return whole((steps.n + steps.d - 1n) / steps.d);
    case 'pro-rata':
      return steps;
  }
}

/**
 * Steps are rounded to 11 decimals first: a rate of two amounts stored as doubles is off by less than 6E-16 of itself, a hundred
 * times that in steps of 1 percentage point, so a whole step is met up to rates of 900%. What lies beside it by 1E-11 steps or
 * more stays beside it, as any two amounts below 10亿元 do.
 */
function toFormula(rule: PerPoint, weight: string, value: string): string {
  const beyond = rule.direction === 'over' ? `${value}-${rule.threshold}` : `${rule.threshold}-${value}`;
  const steps = `ROUND(MAX(0,${beyond})/${rule.step},11)`;
  const counted = { ignored: `INT(${steps})`, 'as-whole': `ROUNDUP(${steps},0)`, 'pro-rata': steps }[rule.partSteps];
  return `MAX(0,${weight}-${counted}*${rule.deduct})`;
}

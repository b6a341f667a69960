import { exact, maximum, minimum, type Exact } from '../../money/exact.ts';
import { showRate } from '../../money/prose.ts';
import { SUBSTITUTIONS } from '../../texts/scheme-texts.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

/** 得分 = 分值 × 指标值 ÷ 目标值, the quotient kept between floor and cap. */
export function scoreProportional(rule: RuleOf<'proportional'>, weight: Exact, rate: Exact): RuleTrace {
  const share = maximum(exact(rule.floor), minimum(exact(rule.cap), rate.div(exact(rule.target))));
  return { points: weight.mul(share), substitution: SUBSTITUTIONS.proportional(weight.toString(), showRate(share)) };
}

/** The same as a spreadsheet expression over the cell or expression of the rate. */
export function proportionalFormula(rule: RuleOf<'proportional'>, weight: string, rate: string): string {
  const share = rule.target === '1' ? rate : `${rate}/${rule.target}`;
  return `${weight}*MAX(${rule.floor},MIN(${rule.cap},${share}))`;
}

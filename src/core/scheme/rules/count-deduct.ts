import { exact, maximum, trimmed, whole, type Exact } from '../../money/exact.ts';
import { SUBSTITUTIONS } from '../../texts/scheme-texts.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

/** Full marks less a fixed deduction for each occurrence, down to 0. */
export function scoreCount(rule: RuleOf<'count-deduct'>, weight: Exact, count: Exact): RuleTrace {
  return {
    points: maximum(whole(0), weight.sub(count.mul(exact(rule.each)))),
    substitution: SUBSTITUTIONS.count(weight.toString(), trimmed(count, 4), rule.each),
  };
}

/** The same as a spreadsheet expression over the count's cell. */
export function countDeductFormula(rule: RuleOf<'count-deduct'>, weight: string, count: string): string {
  return `MAX(0,${weight}-${count}*${rule.each})`;
}

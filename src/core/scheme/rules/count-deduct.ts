import { exact, maximum, whole, type Exact } from '../../money/exact.ts';
import type { RuleOf } from '../scheme.ts';

/** Full marks less a fixed deduction for each occurrence, down to 0. */
export function countDeductScore(rule: RuleOf<'count-deduct'>, weight: Exact, count: Exact): Exact {
  return maximum(whole(0), weight.sub(count.mul(exact(rule.each))));
}

/** The same as a spreadsheet expression over the count's cell. */
export function countDeductFormula(rule: RuleOf<'count-deduct'>, weight: string, count: string): string {
  return `MAX(0,${weight}-${count}*${rule.each})`;
}

import { exact, type Exact } from '../../money/exact.ts';
import type { RuleOf } from '../scheme.ts';

/** The name of the band that a score given by a person falls into: 4.7 of 5 is 94%, the band from 80%. */
export function gradeOf(rule: RuleOf<'graded'>, weight: Exact, score: Exact): string {
  const share = weight.n === 0n ? exact('0') : score.div(weight);
  return rule.bands.find(({ from }) => share.compare(exact(from)) >= 0)?.name ?? '';
}

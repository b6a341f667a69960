import { exact, trimmed, type Exact } from '../../money/exact.ts';
import { SUBSTITUTIONS } from '../../texts/scheme-texts.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

/** A score given by a person, with the band it falls into: 4.7 of 5 is 94%, the band from 80%. */
export function scoreGraded(rule: RuleOf<'graded'>, weight: Exact, score: Exact): RuleTrace {
  return { points: score, substitution: SUBSTITUTIONS.graded(trimmed(score, 4), gradeOf(rule, weight, score)) };
}

/** The name of the band that a score's share of the weight reaches; empty below the lowest. */
export function gradeOf(rule: RuleOf<'graded'>, weight: Exact, score: Exact): string {
  const share = weight.n === 0n ? exact('0') : score.div(weight);
  return rule.bands.find(({ from }) => share.compare(exact(from)) >= 0)?.name ?? '';
}

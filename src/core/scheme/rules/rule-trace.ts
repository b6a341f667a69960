import type { Exact } from '../../money/exact.ts';

/** What a rule makes of its input: points before rounding, and how it got there with the values put in. */
export interface RuleTrace {
  readonly points: Exact;
  readonly substitution: string;
}

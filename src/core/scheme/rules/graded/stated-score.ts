import type { Judgement } from '../../../ledger/judgement.ts';
import type { Exact } from '../../../money/exact.ts';

/** The score that an answer states, directly or as a deduction. */
export function statedScore({ answer }: Judgement, weight: Exact): Exact | undefined {
  if (answer?.kind === 'score') return answer.score;
  return answer?.kind === 'deduction' ? weight.sub(answer.deduction) : undefined;
}

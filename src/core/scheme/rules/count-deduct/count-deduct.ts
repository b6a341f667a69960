import { z } from 'zod';
import { words } from '../../text.ts';
import type { Judgement } from '../../../ledger/judgement.ts';
import { exact, maximum, trimmed, whole, type Exact } from '../../../money/exact.ts';
import { COUNT_POINT } from '../../../texts/terms.ts';
import { formulaRef } from '../../../workbook/cell-ref.ts';
import { decimal } from '../decimal.ts';
import type { Judged, JudgedKind } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const countDeductSchema = z
  .object({ kind: z.literal('count-deduct'), each: decimal, of: words })
  .refine(({ each }) => Number(each) >= 0, { error: FAULTS.each });

export type CountDeduct = z.infer<typeof countDeductSchema>;

/** Full marks less a fixed deduction for each occurrence, down to 0. */
export const countDeduct: JudgedKind<CountDeduct> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => true,
  asks: 'people',
  explain: WORDS.rule,
  points: (_rule, weight) => [{ text: COUNT_POINT, asks: 'count', points: weight }],
  evaluate,
  printParameters,
  parseParameters,
};

function evaluate(rule: CountDeduct, weight: Exact, answers: readonly Judgement[]): Judged {
  const judgement = answers.find(({ point }) => point === '');
  const answer = judgement?.answer;
  const ref = judgement?.plainAnswer === true && judgement.asks === 'count' ? formulaRef(judgement.cell) : undefined;
  const base = {
    cells: judgement === undefined ? [] : [judgement.cell],
    formula: ref === undefined ? undefined : { test: `ISNUMBER(${ref})`, expression: toFormula(rule, weight, ref) },
    inputs: [],
  };
  if (answer?.kind !== 'count') {
    return { ...base, status: 'missing', points: undefined, missing: [COUNT_POINT], reason: '', substitution: '' };
  }
  return {
    ...base,
    status: 'scored',
    points: maximum(whole(0), weight.sub(answer.count.mul(exact(rule.each)))),
    missing: [],
    reason: WORDS.reason({ of: rule.of, count: answer.count.toString() }),
    substitution: WORDS.substitution(weight.toString(), trimmed(answer.count, 4), rule.each),
  };
}

function toFormula(rule: CountDeduct, weight: Exact, count: string): string {
  return `MAX(0,${weight.toString()}-${count}*${rule.each})`;
}

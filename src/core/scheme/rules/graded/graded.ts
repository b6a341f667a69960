import { z } from 'zod';
import { words } from '../../text.ts';
import type { Judgement } from '../../../ledger/judgement.ts';
import { exact, trimmed, type Exact } from '../../../money/exact.ts';
import { SCORE_POINT } from '../../../texts/terms.ts';
import { formulaRef } from '../../../workbook/cell-ref.ts';
import { decimal } from '../decimal.ts';
import type { AnswerFormula, Judged, JudgedKind } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { statedScore } from './stated-score.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const gradedSchema = z
  .object({
    kind: z.literal('graded'),
    /** From best to worst; a score belongs to the first band whose share of the weight it reaches. */
    bands: z.array(z.object({ name: words, from: decimal })).min(1),
  })
  .refine(({ bands }) => bands.every(({ from }, at) => at === 0 || Number(from) < Number(bands[at - 1]?.from)), {
    error: FAULTS.order,
  });

export type Graded = z.infer<typeof gradedSchema>;

/** A score given by a person, with the band it falls into: 4.7 of 5 is 94%, the band from 80%. */
export const graded: JudgedKind<Graded> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => false,
  asks: 'people',
  explain: WORDS.rule,
  points: (_rule, weight) => [{ text: SCORE_POINT, asks: 'score', points: weight }],
  evaluate,
  printParameters,
  parseParameters,
};

function evaluate(rule: Graded, weight: Exact, answers: readonly Judgement[]): Judged {
  const judgement = answers.find(({ answer, point }) => point === '' && answer !== undefined) ?? answers[0];
  const score = judgement && statedScore(judgement, weight);
  const base = {
    reason: '',
    cells: judgement === undefined ? [] : [judgement.cell],
    formula: judgement?.plainAnswer === true ? toFormula(judgement, weight) : undefined,
    inputs: [],
  };
  return score === undefined
    ? { ...base, status: 'missing', points: undefined, missing: [SCORE_POINT], substitution: '' }
    : {
        ...base,
        status: 'manual',
        points: score,
        missing: [],
        substitution: WORDS.substitution(trimmed(score, 4), gradeOf(rule, weight, score)),
      };
}

/** The name of the band that a score's share of the weight reaches; empty below the lowest. */
function gradeOf(rule: Graded, weight: Exact, score: Exact): string {
  const share = weight.n === 0n ? exact('0') : score.div(weight);
  return rule.bands.find(({ from }) => share.compare(exact(from)) >= 0)?.name ?? '';
}

function toFormula(judgement: Judgement, weight: Exact): AnswerFormula {
  const ref = formulaRef(judgement.cell);
  const expression = judgement.asks === 'deduction' ? `${weight.toString()}-${ref}` : ref;
  return { test: `ISNUMBER(${ref})`, expression };
}

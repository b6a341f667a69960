import { z } from 'zod';
import type { AverageDefinition } from '../../ledger/average-execution.ts';
import { BASES } from '../../ledger/keys.ts';
import { AVERAGE_RULES } from '../../texts/ledger-texts.ts';
import { SCHEME_FAULTS } from '../../texts/pack-file-texts.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { decimal } from '../rules/decimal.ts';
import { anyWords, words } from '../text.ts';

const progress = decimal.refine((share) => Number(share) > 0, { error: SCHEME_FAULTS.noProgress });

/** What the actual progress of payments is held against: the share of the year that has passed, or a share that somebody set. */
const schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('elapsed') }),
  z.object({ kind: z.literal('stated'), share: progress, name: words }),
]);

const formula = words.superRefine((text, context) => {
  const parsed = parseExpression(text);
  if (parsed.status === 'fault') context.addIssue({ code: 'custom', message: parsed.fault });
});

/**
 * How an indicator's value is computed from the ledger. Every kind names what it divides by what (facts' keys), the key of the
 * resulting fact and, where the amounts do not say it themselves, the 口径 that is printed beside the rate.
 */
export const measureSchema = z.discriminatedUnion('kind', [
  /** numerator ÷ denominator */
  z.object({
    kind: z.literal('ratio'),
    /** The key of the resulting fact, e.g. 预算完成率. */
    key: words,
    numerator: words,
    denominator: words,
    basis: anyWords,
  }),
  /** (current − previous) ÷ previous. A change from 0 has no percentage: 0 to 0 is 不适用, 0 to anything else 缺数据. */
  z.object({
    kind: z.literal('change'),
    key: words,
    current: words,
    previous: words,
    basis: anyWords,
  }),
  /** Actual progress at the end of a month ÷ the progress it should have had. */
  z.object({
    kind: z.literal('payment-progress'),
    key: words,
    /** Whose money; all of it when left out. */
    basis: z.enum(BASES).optional(),
    month: z.number().int().min(1).max(12),
    schedule,
  }),
  z.object({
    kind: z.literal('average-execution'),
    key: words,
    basis: z.enum(BASES),
    definition: z.enum(Object.keys(AVERAGE_RULES) as [AverageDefinition, ...AverageDefinition[]]),
    /** For the definition against-peers: the fact with the published mean. */
    peers: anyWords,
  }),
  /** A fact as it is. */
  z.strictObject({ kind: z.literal('fact'), key: words }),
  /** A scheme's own formula over fact keys, see ../expression/. */
  z.strictObject({
    kind: z.literal('expression'),
    key: words,
    formula,
    /** `%` for a rate; otherwise the measure word of a count. */
    unit: words.default('%'),
    basis: anyWords,
  }),
]);

export type MeasureSpec = z.infer<typeof measureSchema>;
export type MeasureOf<K extends MeasureSpec['kind']> = Extract<MeasureSpec, { kind: K }>;

import { z } from 'zod';
import type { AverageDefinition } from '../../ledger/average-execution.ts';
import { BASES } from '../../ledger/keys.ts';
import { AVERAGE_RULES } from '../../texts/ledger-texts.ts';
import { SCHEME_FAULTS } from '../../texts/pack-file-texts.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { decimal } from '../rules/decimal.ts';

const progress = decimal.refine((share) => Number(share) > 0, { error: SCHEME_FAULTS.noProgress });

/** What the actual progress of payments is held against: the share of the year that has passed, or a share that somebody set. */
const schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('elapsed') }),
  z.object({ kind: z.literal('stated'), share: progress, name: z.string().min(1) }),
]);

const formula = z.string().superRefine((text, context) => {
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
    key: z.string(),
    numerator: z.string(),
    denominator: z.string(),
    basis: z.string(),
  }),
  /** (current − previous) ÷ previous. A change from 0 has no percentage: 0 to 0 is 不适用, 0 to anything else 缺数据. */
  z.object({
    kind: z.literal('change'),
    key: z.string(),
    current: z.string(),
    previous: z.string(),
    basis: z.string(),
  }),
  /** Actual progress at the end of a month ÷ the progress it should have had. */
  z.object({
    kind: z.literal('payment-progress'),
    key: z.string(),
    /** Whose money; all of it when left out. */
    basis: z.enum(BASES).optional(),
    month: z.number().int().min(1).max(12),
    schedule,
  }),
  z.object({
    kind: z.literal('average-execution'),
    key: z.string(),
    basis: z.enum(BASES),
    definition: z.enum(Object.keys(AVERAGE_RULES) as [AverageDefinition, ...AverageDefinition[]]),
    /** For the definition against-peers: the fact with the published mean. */
    peers: z.string(),
  }),
  /** A fact as it is. */
  z.strictObject({ kind: z.literal('fact'), key: z.string() }),
  /** A scheme's own formula over fact keys, see ../expression/. */
  z.strictObject({
    kind: z.literal('expression'),
    key: z.string(),
    formula,
    /** `%` for a rate; otherwise the measure word of a count. */
    unit: z.string().min(1).default('%'),
    basis: z.string(),
  }),
]);

export type MeasureSpec = z.infer<typeof measureSchema>;
export type MeasureOf<K extends MeasureSpec['kind']> = Extract<MeasureSpec, { kind: K }>;

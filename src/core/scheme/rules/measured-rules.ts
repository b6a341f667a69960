import { z } from 'zod';
import { bands, bandsSchema } from './bands/bands.ts';
import { perPoint, perPointSchema } from './per-point/per-point.ts';
import { proportional, proportionalSchema } from './proportional/proportional.ts';
import type { MeasuredKind } from './rule-kind.ts';
import { withTreatment } from './value-treatment.ts';

/** The rules that turn one value of the ledger into points; a combination is made of these. */
export const measuredSchemas = [proportionalSchema, perPointSchema, bandsSchema] as const;

export const measuredRuleSchema = z.discriminatedUnion('kind', measuredSchemas);

export type MeasuredRule = z.infer<typeof measuredRuleSchema>;

export const MEASURED = {
  proportional: withTreatment(proportional),
  'per-point': withTreatment(perPoint),
  bands: withTreatment(bands),
} as const;

/** What the kind of a measured rule brings with it. */
export function measuredKind(rule: MeasuredRule): MeasuredKind<MeasuredRule> {
  return MEASURED[rule.kind];
}

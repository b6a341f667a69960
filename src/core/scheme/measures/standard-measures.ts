import { z } from 'zod';
import { SCHEME_FAULTS } from '../../texts/pack-file-texts.ts';
import { nearestNames } from '../../workbook/name-index.ts';
import { measureSchema, type MeasureSpec } from './measure-spec.ts';
import measures from './standard-measures.json' with { type: 'json' };

/**
 * A rate of the field as some published table defines it. One name can stand here several times, once for each 口径: the id names
 * both, the measure names the facts.
 */
export interface StandardMeasure {
  /** `预算完成率（财政拨款，全年预算）` */
  readonly id: string;
  /** The formula in the words of the source. */
  readonly definition: string;
  readonly source: string;
  /** True when definition and choice of facts were held against the official document. */
  readonly verified: boolean;
  readonly measure: MeasureSpec;
}

const standardMeasure = z.object({
  id: z.string(),
  definition: z.string(),
  source: z.string(),
  verified: z.boolean(),
  measure: measureSchema,
});

/** All that ship, in the order of the national framework. `{项目}` in a key stands for a project's name. */
export const STANDARD_MEASURES: readonly StandardMeasure[] = z.array(standardMeasure).parse(measures);

const BY_ID = new Map(STANDARD_MEASURES.map((one) => [one.id, one]));

/** The measure with an id, or undefined. */
export function standardMeasureById(id: string): StandardMeasure | undefined {
  return BY_ID.get(id);
}

/**
 * A measure as a pack may write it: in full, or as `{ "standard": "预算完成率（财政拨款，全年预算）" }`, which is replaced by the
 * measure of that id, so that a scheme in force always says in full what it divides by what.
 */
export const measureInPack = z.preprocess((raw, context) => {
  const short = z.strictObject({ standard: z.string() }).safeParse(raw);
  if (!short.success) return raw;
  const found = BY_ID.get(short.data.standard)?.measure;
  if (found !== undefined) return found;
  const { standard } = short.data;
  const message = SCHEME_FAULTS.unknownMeasure(standard, nearestNames(standard, [...BY_ID.keys()]));
  context.addIssue({ code: 'custom', message, input: raw });
  return z.NEVER;
}, measureSchema);

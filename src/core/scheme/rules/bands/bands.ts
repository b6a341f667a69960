import { z } from 'zod';
import { exact, maximum, type Exact } from '../../../money/exact.ts';
import { decimal } from '../decimal.ts';
import type { MeasuredKind, RuleTrace } from '../rule-kind.ts';
import { treatmentShape } from '../value-treatment.ts';
import { bandFaults, holds, inOrder } from './band.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const bandsSchema = z
  .object({
    kind: z.literal('bands'),
    /** In the order of the table. An absent end is open; together they hold every value once. */
    bands: z
      .array(
        z.object({
          from: decimal.optional(),
          fromIncluded: z.boolean().default(true),
          to: decimal.optional(),
          toIncluded: z.boolean().default(false),
          points: decimal,
        }),
      )
      .min(1),
    ...treatmentShape,
  })
  .refine((rule) => rule.bands.every(({ points }) => Number(points) >= 0), { error: FAULTS.negative })
  .superRefine((rule, context) => {
    for (const message of bandFaults(rule.bands)) context.addIssue({ code: 'custom', path: ['bands'], message });
  });

export type Bands = z.infer<typeof bandsSchema>;

/** The points of the band that holds the value; undefined when no band does, which the schema refuses. */
export const bands: MeasuredKind<Bands> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => true,
  asks: 'value',
  most: (rule) => rule.bands.map(({ points }) => exact(points)).reduce(maximum),
  explain: WORDS.rule,
  better,
  evaluate,
  toFormula,
  printParameters,
  parseParameters,
};

function evaluate(rule: Bands, _weight: Exact, value: Exact): RuleTrace | undefined {
  const band = rule.bands.find((candidate) => holds(candidate, value));
  return band === undefined ? undefined : { points: exact(band.points), substitution: WORDS.band(band) };
}

function better(rule: Bands): 'more' | 'less' | undefined {
  const ascending = inOrder(rule.bands).map(({ points }) => exact(points));
  const steps = ascending.slice(1).map((points, index) => points.compare(ascending[index] ?? points));
  if (steps.every((step) => step >= 0)) return 'more';
  return steps.every((step) => step <= 0) ? 'less' : undefined;
}

/**
 * Nested IFs over the value, which is rounded to 14 decimals first: a rate of two amounts stored as doubles is off by less than
 * 6E-16 of itself and may stand just beside the end of a band that the exact value meets. What truly lies beside the end does so
 * by more than that for all amounts below 10亿元.
 */
function toFormula(rule: Bands, _weight: string, value: string): string {
  const at = `ROUND(${value},14)`;
  return rule.bands.reduceRight((otherwise, band) => {
    const tests: string[] = [];
    if (band.from !== undefined) tests.push(`${at}${band.fromIncluded ? '>=' : '>'}${band.from}`);
    if (band.to !== undefined) tests.push(`${at}${band.toIncluded ? '<=' : '<'}${band.to}`);
    if (tests.length === 0) return band.points;
    const test = tests.length === 1 ? (tests[0] ?? '') : `AND(${tests.join(',')})`;
    return `IF(${test},${band.points},${otherwise})`;
  }, 'NA()');
}

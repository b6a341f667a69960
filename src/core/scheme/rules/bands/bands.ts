import { z } from 'zod';
import { exact, type Exact } from '../../../money/exact.ts';
import { decimal } from '../decimal.ts';
import type { MeasuredKind, RuleTrace } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { NAME, WORDS } from './words.ts';

export const bandsSchema = z.object({
  kind: z.literal('bands'),
  /** In order; the first band that holds the value decides. An absent end is open. */
  bands: z.array(
    z.object({
      from: decimal.optional(),
      fromIncluded: z.boolean().default(true),
      to: decimal.optional(),
      toIncluded: z.boolean().default(false),
      points: decimal,
    }),
  ),
});

export type Bands = z.infer<typeof bandsSchema>;
export type Band = Bands['bands'][number];

/** The points of the first band that holds the value; undefined when no band does, which is a fault of the scheme. */
export const bands: MeasuredKind<Bands> = {
  name: NAME,
  asks: 'value',
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

function holds({ from, fromIncluded, to, toIncluded }: Band, value: Exact): boolean {
  const low = from === undefined ? 1 : value.compare(exact(from));
  const high = to === undefined ? -1 : value.compare(exact(to));
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
}

function better(rule: Bands): 'more' | 'less' | undefined {
  const ascending = [...rule.bands].sort((a, b) => position(a) - position(b)).map(({ points }) => exact(points));
  const steps = ascending.slice(1).map((points, index) => points.compare(ascending[index] ?? points));
  if (steps.every((step) => step >= 0)) return 'more';
  return steps.every((step) => step <= 0) ? 'less' : undefined;
}

/** Orders bands from low to high; the thresholds of a scheme are short decimals, which doubles order well. */
function position({ from, to }: Band): number {
  return from === undefined ? -Infinity : Number(from) + (to === from ? 0 : Number.EPSILON * Math.abs(Number(from)));
}

/**
 * Nested IFs over the value, which is rounded to 12 decimals first: a double may stand just beside the end of a band that the
 * exact value meets.
 */
function toFormula(rule: Bands, _weight: string, value: string): string {
  const at = `ROUND(${value},12)`;
  return rule.bands.reduceRight((otherwise, band) => {
    const tests: string[] = [];
    if (band.from !== undefined) tests.push(`${at}${band.fromIncluded ? '>=' : '>'}${band.from}`);
    if (band.to !== undefined) tests.push(`${at}${band.toIncluded ? '<=' : '<'}${band.to}`);
    if (tests.length === 0) return band.points;
    const test = tests.length === 1 ? (tests[0] ?? '') : `AND(${tests.join(',')})`;
    return `IF(${test},${band.points},${otherwise})`;
  }, 'NA()');
}

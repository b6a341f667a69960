import { exact, type Exact } from '../../money/exact.ts';
import { bandWords } from '../../texts/scheme-texts.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

type Band = RuleOf<'bands'>['bands'][number];

/** The points of the first band that holds the rate; undefined when no band does, which is a fault of the scheme. */
export function scoreBands(rule: RuleOf<'bands'>, rate: Exact): RuleTrace | undefined {
  const band = rule.bands.find((candidate) => holds(candidate, rate));
  return band === undefined ? undefined : { points: exact(band.points), substitution: bandWords(band) };
}

function holds({ from, fromIncluded, to, toIncluded }: Band, rate: Exact): boolean {
  const low = from === undefined ? 1 : rate.compare(exact(from));
  const high = to === undefined ? -1 : rate.compare(exact(to));
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
}

/**
 * The same as nested IFs over the rate, which is rounded to 12 decimals first: a double may stand just beside the end of a band
 * that the exact rate meets.
 */
export function bandFormula(rule: RuleOf<'bands'>, rate: string): string {
  const at = `ROUND(${rate},12)`;
  return rule.bands.reduceRight((otherwise, band) => {
    const tests: string[] = [];
    if (band.from !== undefined) tests.push(`${at}${band.fromIncluded ? '>=' : '>'}${band.from}`);
    if (band.to !== undefined) tests.push(`${at}${band.toIncluded ? '<=' : '<'}${band.to}`);
    if (tests.length === 0) return band.points;
    const test = tests.length === 1 ? (tests[0] ?? '') : `AND(${tests.join(',')})`;
    return `IF(${test},${band.points},${otherwise})`;
  }, 'NA()');
}

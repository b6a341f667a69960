import type { Exact } from '../../money/exact.ts';
import { holds, inOrder } from '../rules/bands/band.ts';
import type { RuleOf } from '../rules/rules.ts';
import { exact, maximum } from '../../money/exact.ts';
import { treatedValue } from '../rules/value-treatment.ts';

/**
 * Bands that go up and down, made to go up only on one side of a value: each band gives the best points between the value and its
 * far end. The first value at which these bands reach some points is the first at which the real ones do.
 * @param towards whether values above or below are looked at
 */
export function oneWayBands(rule: RuleOf<'bands'>, value: Exact, towards: 'above' | 'below'): RuleOf<'bands'> {
  const ascending = inOrder(rule.bands);
  const ordered = towards === 'above' ? ascending : [...ascending].reverse();
  const start = ordered.findIndex((band) => holds(band, treatedValue(rule, value)));
  let best: Exact | undefined;
  const bands = ordered.map((band, index) => {
    if (index < start) return band;
    const points = exact(band.points);
    const better = best === undefined || points.compare(best) > 0;
    best = best === undefined ? points : maximum(best, points);
    return better ? band : { ...band, points: best.toString() };
  });
  return { ...rule, bands };
}

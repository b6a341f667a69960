import { finding, type Finding } from '../findings/finding.ts';
import { exact, fixed, sum } from '../money/exact.ts';
import { NO_PLACES, type SchemePlaces } from './scheme-places.ts';
import type { Indicator, Scheme } from './scheme.ts';

/** Says when the weights do not add up to the scheme's total, with the cells of both where the scheme stands in a sheet. */
export function checkWeights(
  scheme: Scheme,
  indicators: readonly Indicator[],
  places: SchemePlaces = NO_PLACES,
): readonly Finding[] {
  const stated = sum(indicators.map(({ weight }) => exact(weight)));
  if (stated.equals(exact(scheme.total))) return [];
  const params = { sum: fixed(stated, scheme.precision), total: scheme.total };
  return [finding('weights-differ', params, [...places.weights, ...places.total])];
}

import { exact, ratio, whole, type Exact } from '../money/exact.ts';
import type { Indicator } from './scheme.ts';

/**
 * The weights in force when indicators that do not apply give theirs to others (不适用：分值由其他指标分摊). The weight goes to the
 * others of the same 二级指标, where there are none to those of the same 一级指标, and then to those of the whole scheme, in
 * proportion to their weights. Shares are whole units of the scheme's precision by the largest remainder, the first on a tie, so
 * the weights add up to what they did before, exactly. Only weights that changed are in the map; one given away is 0.
 * @param isOut indicators that do not apply and earn nothing; those marked `redistributed` give their weight away
 * @param places decimals of a weight
 */
export function effectiveWeights(
  indicators: readonly Indicator[],
  isOut: (indicator: Indicator) => boolean,
  places: number,
): ReadonlyMap<Indicator, Exact> {
  const out = new Set(indicators.filter(isOut));
  const givers = [...out].filter(({ notApplicable }) => notApplicable === 'redistributed');
  const weights = new Map<Indicator, Exact>();
  if (givers.length === 0) return weights;
  const takers = grouped(indicators.filter((one) => !out.has(one) && exact(one.weight).compare(0) > 0));
  const pools = new Map<string, Exact>();
  for (const giver of givers) {
    const group = groupsOf(giver).find((name) => takers.has(name));
    // With nobody left to take it, the weight stays where it is, outside of the total.
    if (group === undefined) continue;
    pools.set(group, (pools.get(group) ?? whole(0)).add(exact(giver.weight)));
    weights.set(giver, whole(0));
  }
  for (const [group, pool] of pools) {
    const list = takers.get(group) ?? [];
    const shares = sharesOf(
      pool,
      list.map(({ weight }) => exact(weight)),
      places,
    );
    list.forEach((taker, index) => {
      weights.set(taker, (weights.get(taker) ?? exact(taker.weight)).add(shares[index] ?? whole(0)));
    });
  }
  return weights;
}

/** Every group that an indicator is in, from the narrowest to the whole scheme. */
export function groupsOf({ path }: Indicator): readonly string[] {
  return [...path.keys(), path.length].reverse().map((depth) => JSON.stringify(path.slice(0, depth)));
}

function grouped(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    for (const name of groupsOf(indicator)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [indicator]);
      else group.push(indicator);
    }
  }
  return groups;
}

/** Shares of an amount in proportion to weights, whole units of the precision that add up exactly (largest remainder). */
export function sharesOf(amount: Exact, weights: readonly Exact[], places: number): readonly Exact[] {
  const scale = 10n ** BigInt(places);
  const all = weights.reduce((total, weight) => total.add(weight), whole(0));
  const ideal = weights.map((weight) => amount.mul(weight).div(all).mul(whole(scale)));
  const floors = ideal.map(({ n, d }) => n / d);
  const units = amount.mul(whole(scale));
  const rest = Number(floors.reduce((left, floor) => left - floor, units.n / units.d));
  const remainder = ideal.map(({ n, d }, index) => ({ index, part: ratio(n % d, d) }));
  const first = new Set(
    remainder
      .sort((a, b) => b.part.compare(a.part) || a.index - b.index)
      .slice(0, rest)
      .map(({ index }) => index),
  );
  return floors.map((floor, index) => ratio(floor + (first.has(index) ? 1n : 0n), scale));
}

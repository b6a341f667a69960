import { exact, maximum, whole, type Exact } from '../money/exact.ts';
import { effectiveWeights, groupsOf } from './effective-weights.ts';
import { isMeasuredRule } from './rules/rules.ts';
import type { Indicator } from './scheme.ts';
import type { IndicatorResult, Scorecard } from './scorecard.ts';

/** The weight of an indicator for every way in which those that it hangs on apply or not. */
export interface WeightTable {
  /** The results whose 不适用 changes the weight. */
  readonly switches: readonly IndicatorResult[];
  /** By the sum of 2^i for each switch i that does not apply. */
  readonly weights: readonly Exact[];
  readonly most: Exact;
}

/** A weight that hangs on more indicators than this stays a number: a table of it would be longer than a formula can be. */
const MOST_SWITCHES = 6;

/**
 * The weights that change when indicators begin or cease to apply, so that a spreadsheet can follow (分值分给其他指标); absent for a
 * weight that stays. An indicator can only be followed while its value is computed live and no combination decides.
 */
export function weightTables({ scheme, results }: Scorecard): ReadonlyMap<IndicatorResult, WeightTable> {
  const tables = new Map<IndicatorResult, WeightTable>();
  if (results.every(({ indicator }) => indicator.notApplicable !== 'redistributed')) return tables;
  const open = new Set(results.filter(isOpen));
  const groups = grouped(results);
  const receiving = new Set(results.filter(isGiver).flatMap((giver) => receivingGroups(giver, groups, open)));
  for (const result of results) {
    const widest = groupsOf(result.indicator).findLast((group) => receiving.has(group));
    if (widest === undefined) continue;
    const members = groups.get(widest) ?? [];
    const switches = members.filter((member) => open.has(member));
    if (switches.length === 0 || switches.length > MOST_SWITCHES) continue;
    const weights = tableOf(result, members, switches, scheme.precision);
    const now = switches.reduce((mask, one, index) => mask + (isOut(one) ? 2 ** index : 0), 0);
    // A score typed over a combination hides whether that applies.
    if (weights[now]?.equals(result.weight) !== true) continue;
    const table = withoutIdle({ switches, weights, most: weights.reduce(maximum, whole(0)) });
    if (table.switches.length > 0) tables.set(result, table);
  }
  return tables;
}

/** True for one that can begin or cease to apply in a spreadsheet, and that then takes its weight along or gives it away. */
function isOpen({ indicator, value }: IndicatorResult): boolean {
  if (indicator.notApplicable === 'full-marks' || !isMeasuredRule(indicator.rule)) return false;
  const formula = value?.status === 'value' ? value.value.formula : value?.status === 'not-applicable' && value.formula;
  return formula !== undefined && formula !== false && formula.divisions.length > 0;
}

function isGiver({ indicator }: IndicatorResult): boolean {
  return indicator.notApplicable === 'redistributed';
}

/** The groups that a weight can go to: from the narrowest to the first that always has somebody to take it. */
function receivingGroups(
  giver: IndicatorResult,
  groups: ReadonlyMap<string, readonly IndicatorResult[]>,
  open: ReadonlySet<IndicatorResult>,
): readonly string[] {
  const own = groupsOf(giver.indicator);
  const certain = own.findIndex((group) =>
    groups.get(group)?.some((one) => !open.has(one) && !isOut(one) && exact(one.indicator.weight).compare(0) > 0),
  );
  return certain < 0 ? own : own.slice(0, certain + 1);
}

/** As `evaluate` has it: a score that a person typed does not make an indicator apply. */
function isOut({ status, value, indicator: { rule, notApplicable } }: IndicatorResult): boolean {
  const answer = isMeasuredRule(rule) ? value?.status : status;
  return answer === 'not-applicable' && notApplicable !== 'full-marks';
}

function grouped(results: readonly IndicatorResult[]): ReadonlyMap<string, readonly IndicatorResult[]> {
  const groups = new Map<string, IndicatorResult[]>();
  for (const result of results) {
    for (const name of groupsOf(result.indicator)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [result]);
      else group.push(result);
    }
  }
  return groups;
}

/** The same without switches that change nothing. */
function withoutIdle(table: WeightTable): WeightTable {
  const { switches, weights, most } = table;
  const idle = switches.findIndex((_, index) =>
    weights.every((weight, mask) => weights[mask ^ (1 << index)]?.equals(weight) === true),
  );
  if (idle < 0) return table;
  return withoutIdle({
    switches: switches.filter((_, index) => index !== idle),
    weights: weights.filter((_, mask) => (mask & (1 << idle)) === 0),
    most,
  });
}

function tableOf(
  { indicator }: IndicatorResult,
  members: readonly IndicatorResult[],
  switches: readonly IndicatorResult[],
  precision: number,
): readonly Exact[] {
  const fixed = new Set(members.filter((one) => !switches.includes(one) && isOut(one)).map((one) => one.indicator));
  const indicators = members.map((one) => one.indicator);
  return Array.from({ length: 2 ** switches.length }, (_, mask) => {
    const out = new Set<Indicator>(fixed);
    switches.forEach((one, index) => {
      if ((mask & (1 << index)) !== 0) out.add(one.indicator);
    });
    const weights = effectiveWeights(indicators, (one) => out.has(one), precision);
    return weights.get(indicator) ?? exact(indicator.weight);
  });
}

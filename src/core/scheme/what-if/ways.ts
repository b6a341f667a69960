import type { ChangedValue } from '../../ledger/changed-ledger.ts';
import type { Fact } from '../../ledger/fact.ts';
import { numberOf, type Ledger } from '../../ledger/ledger.ts';
import type { Exact } from '../../money/exact.ts';
import { measured } from '../measures/measured.ts';
import { measuredKind, type CombinedRule, type MeasuredRule } from '../rules/rules.ts';
import { inputNumber, type InputNumber } from './input-number.ts';
import type { InputRole } from './inputs.ts';
import { lowerLimit, upperLimit } from './limits.ts';
import { oneWayBands } from './one-way-bands.ts';
import { FARTHEST, smallest } from './search.ts';
import { opposite, together, type Trend } from './shape.ts';
import { measureTrend } from './trend.ts';
import type { Trial } from './trial.ts';
import type { Step } from './what-if.ts';

/** A direction in which an input can be changed, or the key of one whose direction is not clear. */
export type Way =
  | { readonly kind: 'unclear'; readonly key: string }
  | {
      readonly kind: 'way';
      readonly fact: Fact;
      readonly role: InputRole;
      readonly direction: 'more' | 'less';
      /** The smallest change in this direction that gives at least a score. */
      readonly stepTo: (score: Exact) => Step | undefined;
    };

/** The directions in which changing an input may raise the score: none, one, or both where bands go up and down. */
export function waysOf(trial: Trial, ledger: Ledger, fact: Fact, role: InputRole): readonly Way[] {
  const number = inputNumber(fact);
  if (number === undefined) return [];
  const { rule } = trial.indicator;
  const way = (direction: 'more' | 'less', searched: SearchedRule = () => rule): Way => ({
    kind: 'way',
    fact,
    role,
    direction,
    stepTo: stepFinder(trial, ledger, fact, role, number, direction, searched),
  });
  if (rule.kind === 'bands' && measuredKind(rule).better(rule) === undefined) {
    const { measure } = trial.indicator;
    const trend = measure === undefined ? 'unclear' : trendOf(trial, fact.key, '');
    if (trend === 'still') return [];
    if (trend === 'unclear') return [{ kind: 'unclear', key: fact.key }];
    const towards =
      (side: 'above' | 'below'): SearchedRule =>
      (from) => {
        const value = measure && measured(from, measure);
        const at = value?.status === 'value' ? numberOf(value.value) : undefined;
        return at && oneWayBands(rule, at, side);
      };
    const [up, down] = trend === 'with' ? (['above', 'below'] as const) : (['below', 'above'] as const);
    return [way('more', towards(up)), way('less', towards(down))];
  }
  switch (scoreTrend(trial, fact.key)) {
    case 'still':
      return [];
    case 'unclear':
      return [{ kind: 'unclear', key: fact.key }];
    case 'with':
      return [way('more')];
    case 'against':
      return [way('less')];
  }
}

function trendOf(trial: Trial, key: string, of: string): Trend {
  const measure = trial.measureOf(of) ?? { kind: 'fact', key: of };
  return measureTrend(trial.ledger, measure, { key, slopes: trial.slopes(key) });
}

/** Which way the score goes when an input grows. */
function scoreTrend(trial: Trial, key: string): Trend {
  const { rule } = trial.indicator;
  const one = (of: string, own: MeasuredRule): Trend => {
    const trend = trendOf(trial, key, of);
    const better = measuredKind(own).better(own);
    if (trend === 'still') return 'still';
    return better === undefined ? 'unclear' : better === 'more' ? trend : opposite(trend);
  };
  return rule.kind === 'combination' ? together(rule.parts.map(({ of, rule: own }) => one(of, own))) : one('', rule);
}

/** The rule to search under from a ledger on: one that goes one way. Undefined where there is nothing to search. */
type SearchedRule = (from: Ledger) => MeasuredRule | CombinedRule | undefined;

/**
 * Looks for the smallest change. Under bands that were made to go one way a change can be found that lands beyond the band it was
 * meant for, where one step of the input is wider than the band; then the search goes on from there.
 */
function stepFinder(
  trial: Trial,
  ledger: Ledger,
  fact: Fact,
  role: InputRole,
  number: InputNumber,
  direction: 'more' | 'less',
  searched: SearchedRule,
): (score: Exact) => Step | undefined {
  const sign = direction === 'more' ? 1n : -1n;
  const limit = direction === 'more' ? upperLimit(ledger, fact.key, role) : lowerLimit(ledger, fact.key, role);
  const most = limit === undefined ? FARTHEST : (limit.steps - number.steps) * sign;
  const at = (change: bigint): ChangedValue => number.valueAt(number.steps + sign * change);
  const scoreAt = (change: bigint, rule = trial.indicator.rule): Exact | undefined =>
    trial.score(trial.with(fact.key, at(change)), rule);
  return (wanted) => {
    for (let from = 0n; ;) {
      const rule = searched(trial.with(fact.key, at(from)));
      if (rule === undefined) return undefined;
      const found = smallest((more) => reaches(scoreAt(from + more, rule), wanted), most - from);
      if (found === undefined) return undefined;
      from += found;
      const score = scoreAt(from);
      if (score !== undefined && reaches(score, wanted)) return { value: at(from), by: number.valueAt(from), score };
    }
  };
}

function reaches(score: Exact | undefined, wanted: Exact): boolean {
  return score !== undefined && score.compare(wanted) >= 0;
}

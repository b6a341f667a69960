import type { ChangedValue } from '../../ledger/changed-ledger.ts';
import type { Fact } from '../../ledger/fact.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { minimum, ratio, type Exact } from '../../money/exact.ts';
import { isJudgedRule } from '../rules/rules.ts';
import type { IndicatorResult, Scorecard } from '../scorecard.ts';
import { costliestMonth, type CostliestMonth } from './costliest-month.ts';
import { countedKeys, roleOf, type InputRole } from './inputs.ts';
import { Trial, type Measures } from './trial.ts';
import { waysOf, type Way } from './ways.ts';

/** A change of one input and the score it gives, as the core itself evaluates it. */
export interface Step {
  readonly value: ChangedValue;
  /** The size of the change, always positive. */
  readonly by: ChangedValue;
  readonly score: Exact;
}

/** One input that can raise the score, with the smallest changes that do. */
export interface Option {
  /** As the ledger has it now. */
  readonly fact: Fact;
  readonly role: InputRole;
  readonly direction: 'more' | 'less';
  /** The smallest change that raises the printed score at all. */
  readonly next: Step;
  /** The smallest one that gives full marks; undefined where this input alone does not. */
  readonly full: Step | undefined;
}

/** What would raise a score. Changes are of one input each; all others stay, with what a sheet states of totals. */
export type WhatIf =
  | { readonly kind: 'full-marks' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'missing'; readonly keys: readonly string[] }
  /** People decide, by answers or by a score typed over that of the figures. */
  | { readonly kind: 'judged' }
  /** The score hangs only on what cannot be changed any more: plans, the year before, what others set. */
  | { readonly kind: 'given'; readonly keys: readonly string[] }
  /** An input moves the score up here and down there, so that no search finds the smallest change for certain. */
  | { readonly kind: 'unclear'; readonly keys: readonly string[] }
  /** Not even as far as these inputs can go does one alone raise the score. */
  | {
      readonly kind: 'out-of-reach';
      readonly keys: readonly string[];
      readonly costliest: CostliestMonth | undefined;
    }
  /** At least one option, the smallest change first. */
  | {
      readonly kind: 'reachable';
      readonly options: readonly [Option, ...Option[]];
      readonly costliest: CostliestMonth | undefined;
    };

/**
 * Answers for each result of a scorecard what the smallest change would be that raises its score. The ledger is the one that was
 * scored. An answer costs as many evaluations of that indicator as the change has binary digits, whatever the size of the scheme;
 * the weight in force is that of the scorecard.
 */
export function whatIf(scorecard: Scorecard, ledger: Ledger): (result: IndicatorResult) => WhatIf {
  const measures: Measures = new Map(
    scorecard.results.flatMap(({ indicator: { name, measure } }) => (measure === undefined ? [] : [[name, measure]])),
  );
  return (result) => answer(scorecard, ledger, measures, result);
}

function answer({ scheme }: Scorecard, ledger: Ledger, measures: Measures, result: IndicatorResult): WhatIf {
  const { indicator, score, weight, status } = result;
  const { rule, measure } = indicator;
  if (isJudgedRule(rule) || result.overridden) {
    return score !== undefined && score.compare(weight) >= 0 ? { kind: 'full-marks' } : { kind: 'judged' };
  }
  if (status === 'not-applicable') return { kind: 'not-applicable' };
  if (score === undefined) return { kind: 'missing', keys: result.missing };
  if (score.compare(weight) >= 0) return { kind: 'full-marks' };
  const trial = new Trial(scheme, { ...indicator, rule }, ledger, measures, weight);
  const counted = [...new Set(trial.measures().flatMap((one) => countedKeys(ledger, one)))];
  const open = counted.flatMap((key) => {
    const fact = ledger.get(key);
    const role = roleOf(key);
    return fact === undefined || role === undefined ? [] : [{ fact, role }];
  });
  if (open.length === 0) return { kind: 'given', keys: counted };
  const ways = open.flatMap(({ fact, role }) => waysOf(trial, ledger, fact, role));
  const unclear = ways.flatMap((way) => (way.kind === 'unclear' ? [way.key] : []));
  const unit = ratio(1n, 10n ** BigInt(scheme.precision));
  const next = minimum(weight, score.add(unit));
  const options = ways.flatMap((way) => (way.kind === 'way' ? (optionOf(way, next, weight) ?? []) : []));
  const [first, ...rest] = options.sort((a, b) => compareSizes(a.next.by, b.next.by));
  const costliest =
    measure?.kind === 'average-execution' && rule.kind !== 'combination'
      ? costliestMonth(ledger, measure, trial)
      : undefined;
  if (first !== undefined) return { kind: 'reachable', options: [first, ...rest], costliest };
  if (unclear.length > 0) return { kind: 'unclear', keys: unclear };
  return { kind: 'out-of-reach', keys: open.map(({ fact }) => fact.key), costliest };
}

function optionOf(way: Extract<Way, { kind: 'way' }>, next: Exact, full: Exact): Option | undefined {
  const { fact, role, direction } = way;
  const first = way.stepTo(next);
  if (first === undefined) return undefined;
  return { fact, role, direction, next: first, full: first.score.compare(full) >= 0 ? first : way.stepTo(full) };
}

/** Amounts by size, before counts: 分 and persons cannot be held against each other. */
function compareSizes(a: ChangedValue, b: ChangedValue): number {
  if (a.kind === 'amount' && b.kind === 'amount') return a.fen < b.fen ? -1 : a.fen > b.fen ? 1 : 0;
  if (a.kind === 'count' && b.kind === 'count') return a.count.compare(b.count);
  return a.kind === 'amount' ? -1 : 1;
}

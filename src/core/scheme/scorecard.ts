import type { Fact } from '../ledger/fact.ts';
import type { Evidence } from '../ledger/judgement.ts';
import type { Outcome } from '../ledger/outcome.ts';
import type { Trace } from '../ledger/trace.ts';
import type { Exact } from '../money/exact.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { WeightInForce } from './weighing.ts';
import type { Indicator, Scheme } from './scheme.ts';

export type IndicatorStatus = 'scored' | 'manual' | 'missing' | 'not-applicable';

/** A spreadsheet expression of a score, and the cells it needs, depending on whether the value has a cell of its own. */
export interface ScoreFormula {
  /**
   * The score over references to (or expressions of) the value and the weight; absent when the rule needs no value. `varying` is
   * the weight where it changes with what applies.
   */
  readonly overValue?: (value: string, weight: string, varying?: WeightInForce) => string;
  /** The complete formula, without `=`, for scores that come from answers in cells. */
  readonly complete?: (varying?: WeightInForce) => string;
}

/** What became of one indicator. */
export interface IndicatorResult {
  readonly indicator: Indicator;
  /** What it is worth here: its own weight, with what others that do not apply gave it, or 0 when it gave its own away. */
  readonly weight: Exact;
  /** The rate that the rule looked at; undefined for indicators that people judge. */
  readonly value: Outcome<Fact> | undefined;
  readonly status: IndicatorStatus;
  /** Rounded to the scheme's precision; undefined while something is missing. */
  readonly score: Exact | undefined;
  readonly deduction: Exact | undefined;
  /** Why points were lost; empty when none were, or when nobody said. */
  readonly reason: string;
  /** Where the reason or the figures in it come from. */
  readonly reasonCells: readonly CellRef[];
  /** 佐证材料 that people named for the score, each once. */
  readonly evidence: readonly Evidence[];
  /** What is missing, for people: fact keys, or points without an answer. */
  readonly missing: readonly string[];
  readonly cells: readonly CellRef[];
  readonly formula: ScoreFormula | undefined;
  readonly trace: Trace;
  /** True when a person's score stands instead of the one that the rule gives. */
  readonly overridden: boolean;
}

/** A scheme evaluated over a ledger. */
export interface Scorecard {
  readonly scheme: Scheme;
  readonly results: readonly IndicatorResult[];
  readonly total: {
    readonly weight: Exact;
    /** Undefined while any indicator is missing. */
    readonly score: Exact | undefined;
    readonly deduction: Exact | undefined;
  };
}

/** True for a result that is part of the total: one that does not apply may be left out with its weight. */
export function isCounted({ status, indicator }: IndicatorResult): boolean {
  return status !== 'not-applicable' || indicator.notApplicable === 'full-marks';
}

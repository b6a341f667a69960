import { amountText, type Fen } from '../money/amount.ts';
import { fixed, trimmed, whole, type Exact } from '../money/exact.ts';
import { showAmount, showCount, showRate } from '../money/prose.ts';
import { showCells, type CellRef } from '../workbook/cell-ref.ts';
import type { CellFormula } from './cell-formula.ts';
import type { Derivation } from './derivation.ts';
import type { Trace } from './trace.ts';

export type FactValue =
  /** `quantum`: the step, in 分, in which the source states the amount. */
  | { readonly kind: 'amount'; readonly fen: Fen; readonly quantum: bigint }
  | { readonly kind: 'rate'; readonly rate: Exact }
  /** `wording` is how the department wants the count to be said, with `{值}` where the number goes: `近{值}所`. */
  | { readonly kind: 'count'; readonly count: Exact; readonly wording: string }
  | { readonly kind: 'text'; readonly text: string };

/** One thing the ledger knows, with where it comes from. */
export interface Fact {
  readonly key: string;
  readonly value: FactValue;
  /** 元, %, a measure word, or empty for text. */
  readonly unit: string;
  /** 口径: whose money an amount counts, or what a rate was divided by. Empty where there is none. */
  readonly basis: string;
  readonly cells: readonly CellRef[];
  /** How a spreadsheet computes the value (元, 1 = 100%, the plain count); absent when a source cell holds text. */
  readonly formula?: CellFormula;
  /** How the value was derived; absent for a value read from a cell. */
  readonly trace?: Trace;
  /** What it follows from in its ledger, so that it can be derived anew; absent for a value that a sheet states. */
  readonly derivation?: Derivation;
}

/** How a count's number stands in a wording. */
export const COUNT_SLOT = '{值}';

/** How the fact is said in prose: `240.27万元`, `98.20%`, `近70所`. */
export function showFact(fact: Fact): string {
  switch (fact.value.kind) {
    case 'amount':
      return showAmount(fact.value.fen);
    case 'rate':
      return showRate(fact.value.rate);
    case 'count':
      return fact.value.wording === ''
        ? showCount(fact.value.count, fact.unit)
        : fact.value.wording.replaceAll(COUNT_SLOT, trimmed(fact.value.count, 4));
    case 'text':
      return fact.value.text;
  }
}

/** The bare value as a decimal string in the fact's unit, for JSON: `2402700.00`, `98.20`, `664`; text as it is. */
export function plainValue(fact: Fact): string {
  switch (fact.value.kind) {
    case 'amount':
      return amountText(fact.value.fen, '元');
    case 'rate':
      return fixed(fact.value.rate.mul(whole(100)), 2);
    case 'count':
      return trimmed(fact.value.count, 4);
    case 'text':
      return fact.value.text;
  }
}

/** Where a fact comes from, for people: `预算!E5`, several places joined by `、`; neighbours as ranges. */
export function showSource(fact: Fact): string {
  return showCells(fact.cells);
}

/** The trace of a fact: its own, or a leaf that names its cell. */
export function traceOf(fact: Fact): Trace {
  return (
    fact.trace ?? {
      label: fact.key,
      rule: '',
      substitution: '',
      result: fact.value.kind === 'amount' ? `${plainValue(fact)}${fact.unit}` : showFact(fact),
      cells: fact.cells,
      inputs: [],
    }
  );
}

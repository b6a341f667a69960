import type { CellFormula } from './cell-formula.ts';

export interface NotApplicable {
  readonly status: 'not-applicable';
  readonly why: string;
  /** How a spreadsheet comes to this answer, and to a value once there is something to divide. */
  readonly formula?: CellFormula;
}

/**
 * The three answers a question to the ledger can have. A missing input never becomes 0: the keys of what is missing are
 * carried upwards.
 */
export type Outcome<T> =
  | { readonly status: 'value'; readonly value: T }
  /** The question makes no sense for this department, e.g. 0 ÷ 0 when there was no procurement budget. */
  | NotApplicable
  | { readonly status: 'missing'; readonly keys: readonly string[] };

export function value<T>(value: T): Outcome<T> {
  return { status: 'value', value };
}

export function missing(keys: readonly string[]): { readonly status: 'missing'; readonly keys: readonly string[] } {
  return { status: 'missing', keys };
}

export function notApplicable(why: string, formula?: CellFormula): NotApplicable {
  return { status: 'not-applicable', why, ...(formula === undefined ? {} : { formula }) };
}

/** All values, or everything that is missing at once, or the first reason why the question does not apply. */
export function all<T>(outcomes: readonly [Outcome<T>, Outcome<T>]): Outcome<readonly [T, T]>;
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]>;
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const keys = outcomes.flatMap((outcome) => (outcome.status === 'missing' ? outcome.keys : []));
  if (keys.length > 0) return missing([...new Set(keys)]);
  const values: T[] = [];
  for (const outcome of outcomes) {
    // How one of several answers is computed is not how all of them are.
    if (outcome.status === 'not-applicable') return notApplicable(outcome.why);
    if (outcome.status === 'value') values.push(outcome.value);
  }
  return value(values);
}

/**
 * The three answers a question to the ledger can have. A missing input never becomes 0: the keys of what is missing are
 * carried upwards.
 */
export type Outcome<T> =
  | { readonly status: 'value'; readonly value: T }
  /** The question makes no sense for this department, e.g. 0 ÷ 0 when there was no procurement budget. */
  | { readonly status: 'not-applicable'; readonly why: string }
  | { readonly status: 'missing'; readonly keys: readonly string[] };

export function value<T>(value: T): Outcome<T> {
  return { status: 'value', value };
}

export function missing(keys: readonly string[]): { readonly status: 'missing'; readonly keys: readonly string[] } {
  return { status: 'missing', keys };
}

export function notApplicable(why: string): { readonly status: 'not-applicable'; readonly why: string } {
  return { status: 'not-applicable', why };
}

/** All values, or everything that is missing at once, or the first reason why the question does not apply. */
export function all<T>(outcomes: readonly [Outcome<T>, Outcome<T>]): Outcome<readonly [T, T]>;
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]>;
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const keys = outcomes.flatMap((outcome) => (outcome.status === 'missing' ? outcome.keys : []));
  if (keys.length > 0) return missing([...new Set(keys)]);
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'not-applicable') return outcome;
    if (outcome.status === 'value') values.push(outcome.value);
  }
  return value(values);
}

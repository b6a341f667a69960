import type { QuotientSpec } from './quotient.ts';

/**
 * How a fact follows from others of the same ledger, as data: what changes one fact knows what changes with it. Facts that a sheet
 * states have none, also where they are a total of others: nothing that a sheet states is touched.
 */
export type Derivation =
  /** The amounts of all parts added up, or the first less the others. */
  | { readonly kind: 'sum' | 'difference'; readonly parts: readonly string[] }
  | { readonly kind: 'quotient'; readonly spec: QuotientSpec }
  /** The share of the targets of a 履职方向 that were reached. */
  | { readonly kind: 'targets'; readonly direction: string };

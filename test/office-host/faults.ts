import type { OfficeCode } from './office-codes.ts';

/** What goes wrong with one request. */
export type Fault =
  /** Refused as a whole, before anything is done. A number is any other Office error code. */
  | { readonly kind: 'refuse'; readonly code: OfficeCode | number }
  /** An error in the body of the answer; the first `afterActions` actions were done and stay done. */
  | { readonly kind: 'fail'; readonly code: string; readonly message?: string; readonly afterActions?: number }
  /** The answer comes so many milliseconds late; without a number nothing is done and it never comes. */
  | { readonly kind: 'hang'; readonly ms?: number }
  /** Everything was done, and the answer is an error, or never comes. */
  | { readonly kind: 'lost'; readonly reply: OfficeCode | 'never' };

/** What goes wrong with one call of the Common API. */
export type CommonFault = Exclude<Fault, { readonly kind: 'fail' }>;

/** Which requests go wrong, counted from the moment the faults were set. */
export class Faults<Kind = Fault> {
  #plan = new Map<number, Kind>();
  #every: Kind | undefined;
  #seen = 0;

  /** The n-th request from now on, counted from 1, goes wrong. */
  inject(request: number, fault: Kind): void {
    this.#plan.set(this.#seen + request, fault);
  }

  /** Every request from now on goes wrong. */
  injectAlways(fault: Kind): void {
    this.#every = fault;
  }

  clear(): void {
    this.#plan.clear();
    this.#every = undefined;
  }

  /** What is to happen to the request that has just come. */
  next(): Kind | undefined {
    this.#seen += 1;
    const planned = this.#plan.get(this.#seen);
    this.#plan.delete(this.#seen);
    return planned ?? this.#every;
  }
}

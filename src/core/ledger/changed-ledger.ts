import { derive } from './derive.ts';
import type { Fact, FactValue } from './fact.ts';
import { Ledger, type TotalOver } from './ledger.ts';
import { quotient } from './quotient.ts';
import { deriveTasks, directionRate } from './task-rates.ts';

/** A value that a change gives to a fact: another amount or another count. */
export type ChangedValue = Extract<FactValue, { kind: 'amount' | 'count' }>;

/**
 * The ledger as it would be if one fact had another value and everything that follows from it were derived anew. What a sheet
 * states stays, also a total over the changed amount; a derived total can be changed as well, and its parts stay. Costs as much as
 * deriving did; who tries many values takes a `ChangedLedger`.
 * @throws when the ledger has no such fact
 */
export function rederived(ledger: Ledger, key: string, value: ChangedValue): Ledger {
  const changed = new Ledger(ledger.tasks, ledger.judgements, ledger.projects);
  const fact = ledger.get(key);
  if (fact === undefined) throw new Error(`no fact to change: ${key}`);
  for (const one of ledger.facts()) {
    if (one.key === key) changed.add(bare(fact, value));
    else if (one.derivation === undefined) changed.add(one);
  }
  derive(changed);
  deriveTasks(changed);
  return changed;
}

/**
 * The same as a view: what follows from the changed fact is computed when it is asked for, and only then. Facts that differ carry
 * neither formula nor trace, for those tell of the ledger as it was read. A rate that could not be derived before stays unknown.
 */
export class ChangedLedger extends Ledger {
  readonly #base: Ledger;
  readonly #key: string;
  readonly #value: ChangedValue;
  readonly #slopes: ReadonlyMap<string, bigint>;

  /** @param slopes as `slopesOf(base, key)`, for callers that change the same fact many times */
  constructor(base: Ledger, key: string, value: ChangedValue, slopes = slopesOf(base, key)) {
    super(base.tasks, base.judgements, base.projects);
    this.#base = base;
    this.#key = key;
    this.#value = value;
    this.#slopes = slopes;
  }

  /** @throws always: a changed ledger is for looking at. */
  override add(fact: Fact): void {
    throw new Error(`a changed ledger takes no facts: ${fact.key}`);
  }

  override get(key: string): Fact | undefined {
    const fact = this.#base.get(key);
    if (fact === undefined) return undefined;
    if (key === this.#key) return bare(fact, this.#value);
    const { derivation } = fact;
    switch (derivation?.kind) {
      case 'sum':
      case 'difference':
        return this.#moved(fact);
      case 'quotient': {
        const { numerator, denominator } = derivation.spec;
        if (!this.#touches(numerator) && !this.#touches(denominator)) return fact;
        const rate = quotient(this, derivation.spec);
        return rate.status === 'value' ? bare(rate.value, rate.value.value) : undefined;
      }
      case 'targets': {
        if (this.#value.kind !== 'count') return fact;
        const rate = directionRate(this, derivation.direction);
        return rate && bare(rate, rate.value);
      }
      case undefined:
        return fact;
    }
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override facts(): readonly Fact[] {
    return this.#base.facts().flatMap(({ key }) => this.get(key) ?? []);
  }

  override totalsOver(key: string): readonly TotalOver[] {
    return this.#base.totalsOver(key);
  }

  #touches(key: string): boolean {
    return key === this.#key || this.#slopes.has(key);
  }

  #moved(fact: Fact): Fact {
    const slope = this.#slopes.get(fact.key);
    const before = this.#base.get(this.#key)?.value;
    if (slope === undefined || fact.value.kind !== 'amount') return fact;
    if (before?.kind !== 'amount' || this.#value.kind !== 'amount') return fact;
    return bare(fact, { ...fact.value, fen: fact.value.fen + slope * (this.#value.fen - before.fen) });
  }
}

/**
 * The derived amounts over an amount, at any depth, with how far each moves when it moves by 1. Looks at those amounts alone, never
 * at the whole ledger.
 */
export function slopesOf(ledger: Ledger, key: string): ReadonlyMap<string, bigint> {
  const slopes = new Map<string, bigint>();
  for (const part of [key, ...totalsAbove(ledger, key)]) {
    const own = part === key ? 1n : (slopes.get(part) ?? 0n);
    for (const { total, sign } of ledger.totalsOver(part)) slopes.set(total, (slopes.get(total) ?? 0n) + sign * own);
  }
  return slopes;
}

/** All totals over a fact, each after those that it is made of. */
function totalsAbove(ledger: Ledger, key: string): readonly string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (part: string): void => {
    for (const { total } of ledger.totalsOver(part)) {
      if (seen.has(total)) continue;
      seen.add(total);
      visit(total);
      order.push(total);
    }
  };
  visit(key);
  return order.reverse();
}

function bare({ key, unit, basis, cells }: Fact, value: FactValue): Fact {
  return { key, value, unit, basis, cells };
}

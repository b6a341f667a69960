import { ratio, type Exact } from '../money/exact.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Fact } from './fact.ts';
import type { Judgement } from './judgement.ts';
import { missing, value, type Outcome } from './outcome.ts';
import type { Task } from './task.ts';

/** A derived amount and whether a part is added to it or taken away. */
export interface TotalOver {
  readonly total: string;
  readonly sign: 1n | -1n;
}

/** The facts of one department and one fiscal year. Keys are unique; nothing is ever overwritten. */
export class Ledger {
  readonly #facts = new Map<string, Fact>();
  readonly #totals = new Map<string, TotalOver[]>();

  constructor(
    readonly tasks: readonly Task[] = [],
    /** What people decided about indicators that no rate settles. */
    readonly judgements: readonly Judgement[] = [],
    /** The names of the projects in the order of the sheets. */
    readonly projects: readonly string[] = [],
  ) {}

  /** @throws when the key is known already: the caller reconciles two sources before it adds one. */
  add(fact: Fact): void {
    if (this.#facts.has(fact.key)) throw new Error(`fact told twice: ${fact.key}`);
    this.#facts.set(fact.key, fact);
    const { derivation } = fact;
    if (derivation?.kind !== 'sum' && derivation?.kind !== 'difference') return;
    for (const [index, part] of derivation.parts.entries()) {
      const over: TotalOver = { total: fact.key, sign: derivation.kind === 'difference' && index > 0 ? -1n : 1n };
      const totals = this.#totals.get(part);
      if (totals === undefined) this.#totals.set(part, [over]);
      else totals.push(over);
    }
  }

  /** The derived amounts that a fact is directly a part of. */
  totalsOver(key: string): readonly TotalOver[] {
    return this.#totals.get(key) ?? [];
  }

  get(key: string): Fact | undefined {
    return this.#facts.get(key);
  }

  has(key: string): boolean {
    return this.#facts.has(key);
  }

  /** All facts in the order they were added. */
  facts(): readonly Fact[] {
    return [...this.#facts.values()];
  }

  /** The fact, or the answer that it is missing. */
  ask(key: string): Outcome<Fact> {
    const fact = this.get(key);
    return fact === undefined ? missing([key]) : value(fact);
  }

  /** The text of a fact, or undefined when it is missing or no text. */
  text(key: string): string | undefined {
    const fact = this.get(key);
    return fact?.value.kind === 'text' ? fact.value.text : undefined;
  }

  /** Where a fact was read, for findings. */
  cells(key: string): readonly CellRef[] {
    return this.get(key)?.cells ?? [];
  }
}

/** The exact number a fact stands for: 元 for amounts, 1 = 100% for rates, the count. Undefined for text. */
export function numberOf(fact: Fact): Exact | undefined {
  switch (fact.value.kind) {
    case 'amount':
      return ratio(fact.value.fen, 100n);
    case 'rate':
      return fact.value.rate;
    case 'count':
      return fact.value.count;
    case 'text':
      return undefined;
  }
}

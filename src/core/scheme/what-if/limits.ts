import type { Fact } from '../../ledger/fact.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { inputNumber } from './input-number.ts';
import type { InputRole } from './inputs.ts';

/** How far an input can go, in its steps, and the fact that says so; without a fact it is 0 that ends it. */
export interface Limit {
  readonly steps: bigint;
  readonly fact: Fact | undefined;
}

/** How far an input can grow; undefined where nothing ends it. What is beyond its limit already cannot grow. */
export function upperLimit(ledger: Ledger, key: string, role: InputRole): Limit | undefined {
  switch (role) {
    case 'spent':
      // More than the budget of the year may not be spent.
      return firstOf(ledger, [key.replace(/决算数$/, '全年预算数')]);
    case 'paid-by-month':
      return firstOf(ledger, laterThan(key));
    case 'stock':
      return key.endsWith('在用固定资产.年末数')
        ? firstOf(ledger, [key.replace('在用固定资产', '固定资产')])
        : undefined;
    case 'received':
    case 'output':
    case 'count':
      return undefined;
  }
}

/** How far an input can shrink. */
export function lowerLimit(ledger: Ledger, key: string, role: InputRole): Limit {
  const earlier = role === 'paid-by-month' ? firstOf(ledger, earlierThan(key)) : undefined;
  return earlier ?? { steps: 0n, fact: undefined };
}

/** What is paid by the end of a month is part of what is paid by the end of the next, and all of it part of the budget. */
function laterThan(key: string): readonly string[] {
  const { before, month, measure } = partsOf(key);
  const later = Array.from({ length: 12 - month }, (_, index) => `${before}${String(month + 1 + index)}月.${measure}`);
  return [...later, ...(month < 12 ? [`${before}决算数`] : []), `${before}全年预算数`];
}

function earlierThan(key: string): readonly string[] {
  const { before, month, measure } = partsOf(key);
  return Array.from({ length: month - 1 }, (_, index) => `${before}${String(month - 1 - index)}月.${measure}`);
}

/** The month of a key, from 1, or 12 where it names none. */
export function monthIn(key: string): number {
  return partsOf(key).month;
}

function partsOf(key: string): { before: string; month: number; measure: string } {
  const [, before = '', month = '12', measure = ''] = /^(.*?)(\d{1,2})月\.([^.]+)$/.exec(key) ?? [];
  return { before, month: Number(month), measure };
}

function firstOf(ledger: Ledger, keys: readonly string[]): Limit | undefined {
  for (const key of keys) {
    const fact = ledger.get(key);
    const number = fact && inputNumber(fact);
    if (number !== undefined) return { steps: number.steps, fact };
  }
  return undefined;
}

import fc from 'fast-check';
import {
  averageAssumptions,
  averageExecution,
  slowestMonth,
  type AverageDefinition,
} from '../../../src/core/ledger/average-execution.ts';
import { guarded } from '../../../src/core/ledger/cell-formula.ts';
import { showFact, type Fact } from '../../../src/core/ledger/fact.ts';
import { numberOf, type Ledger } from '../../../src/core/ledger/ledger.ts';
import type { Outcome } from '../../../src/core/ledger/outcome.ts';
import { asDouble, fixed } from '../../../src/core/money/exact.ts';
import { cases, given } from '../support/cases.ts';
import { dataSheet, ledgerOf, monthFacts, type Stated } from '../support/ledgers.ts';
import { compute } from '../support/spreadsheet.ts';

const DEFINITIONS: readonly AverageDefinition[] = [
  'capped-against-schedule',
  'mean-against-mean-schedule',
  'quarter-ends',
  'against-peers',
];
const KEY = '一般公共预算支出年度平均执行率';
const PEERS = '同级平均执行率';
const ANNUAL = '一般公共预算.全年预算数';

function average(ledger: Ledger, definition: AverageDefinition): Outcome<Fact> {
  return averageExecution(ledger, { key: KEY, basis: '一般公共预算', definition, peers: PEERS });
}

function said(outcome: Outcome<Fact>): string {
  if (outcome.status === 'value') return showFact(outcome.value);
  return outcome.status === 'missing' ? `缺：${outcome.keys.join('、')}` : `不适用：${outcome.why}`;
}

interface Case {
  readonly name: string;
  readonly paid: readonly (string | null)[];
  /** One amount for the year, or one for each month. */
  readonly budget: readonly (string | null)[];
  readonly peers?: string;
  readonly is: Readonly<Partial<Record<AverageDefinition, string>>>;
}

function factsOf({ paid, budget, peers }: Omit<Case, 'name' | 'is'>): Stated {
  const present = (list: readonly (string | null)[]): (string | undefined)[] => list.map((text) => text ?? undefined);
  return {
    ...monthFacts(present(paid), budget.length > 1 ? present(budget) : []),
    ...(budget.length === 1 ? { [ANNUAL]: `${budget[0] ?? ''}元` } : {}),
    ...(peers === undefined ? {} : { [PEERS]: peers }),
  };
}

test.each(cases<Case>(__dirname, 'averages.json'))('$name', (one) => {
  const ledger = ledgerOf({ facts: factsOf(one) });
  const found = Object.keys(one.is).map((definition) => [
    definition,
    said(average(ledger, definition as AverageDefinition)),
  ]);
  expect(Object.fromEntries(found)).toEqual(one.is);
});

/** The four definitions in ordinary floating point, straight from their wording. */
function plain(
  paid: readonly number[],
  budget: readonly number[],
  peers: number,
  definition: AverageDefinition,
): number {
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const rates = paid.map((amount, index) => amount / (budget[index] ?? Number.NaN));
  switch (definition) {
    case 'capped-against-schedule':
      return mean(rates.map((rate, index) => Math.min(1, rate / ((index + 1) / 12))));
    case 'mean-against-mean-schedule':
      return mean(rates) / (78 / 144);
    case 'quarter-ends':
      return mean([2, 5, 8, 11].map((index) => (rates[index] ?? Number.NaN) / ((index + 1) / 12)));
    case 'against-peers':
      return mean(rates) / peers;
  }
}

const amount = fc.integer({ min: 0, max: 10 ** 10 });
const months = fc.array(amount, { minLength: 12, maxLength: 12 });
const budgets = fc.array(fc.integer({ min: 10 ** 8, max: 10 ** 10 }), { minLength: 12, maxLength: 12 });
const yuan = (fen: number): string => (fen / 100).toFixed(2);

function random(paid: readonly number[], budget: readonly number[]): Stated {
  return { ...monthFacts(paid.map(yuan), budget.map(yuan)), [PEERS]: '54.17%' };
}

test.each(DEFINITIONS)('%s is what its wording says', (definition) => {
  fc.assert(
    fc.property(months, budgets, (paid, budget) => {
      const outcome = average(ledgerOf({ facts: random(paid, budget) }), definition);
      if (outcome.status !== 'value') throw new Error(said(outcome));
      const expected = plain(paid, budget, 0.5417, definition);
      const found = asDouble(given(numberOf(outcome.value)));
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
    }),
    { numRuns: 50 },
  );
});

test.each(DEFINITIONS)('%s: a spreadsheet computes the same to the printed digit', (definition) => {
  const runs = fc
    .sample(fc.tuple(months, budgets), { numRuns: 25, seed: 12 })
    .map(([paid, budget]) => random(paid, budget));
  const rates = runs.map((facts, index) => {
    const outcome = average(ledgerOf({ facts, firstRow: 25 * index }), definition);
    if (outcome.status !== 'value') throw new Error(said(outcome));
    return outcome.value;
  });
  const formulas = rates.map(({ formula }) => [formula === undefined ? '' : `=${guarded(formula)}`]);
  const shown = compute({ 数据: runs.flatMap(dataSheet), 公式: formulas });
  expect(rates.map((_, row) => Number(shown.at('公式', row, 0)).toFixed(8))).toEqual(
    rates.map((rate) => fixed(given(numberOf(rate)), 8)),
  );
});

test('the average names its definition, its months and their cells', () => {
  const ledger = ledgerOf({ facts: factsOf({ paid: Array<string>(12).fill('60'), budget: ['120'] }) });
  const outcome = average(ledger, 'quarter-ends');
  if (outcome.status !== 'value') throw new Error(said(outcome));
  const { basis, trace, cells } = outcome.value;
  expect(basis).toBe('一般公共预算；各季末累计执行率与序时进度（25%、50%、75%、100%）之比的平均值');
  expect(trace?.substitution).toBe('(200.00% + 100.00% + 66.67% + 50.00%) ÷ 4');
  expect(trace?.inputs.map(({ label }) => label)).toEqual(
    [3, 6, 9, 12].map((month) => `${String(month)}月末累计执行率`),
  );
  expect(new Set(cells.map(({ row }) => row))).toEqual(new Set([2, 5, 8, 11, 12]));
});

test('a stand-in for the months’ budgets is told, and only where it stands in', () => {
  const paid = Array<string>(12).fill('60');
  const codes = (facts: Stated): string[] =>
    averageAssumptions(ledgerOf({ facts }), '一般公共预算').map(
      ({ code, cells }) => `${code} ${String(cells[0]?.row)}`,
    );
  expect(codes(factsOf({ paid, budget: ['120'] }))).toEqual(['average-budget-assumed 12']);
  expect(codes(factsOf({ paid, budget: Array<string>(12).fill('120') }))).toEqual([]);
  expect(codes(factsOf({ paid, budget: [] }))).toEqual([]);
  expect(codes({ [ANNUAL]: '120元' })).toEqual([]);
});

test('the slowest month is the one furthest behind the schedule; there is none when no month is behind', () => {
  const slow = (paid: readonly string[]): number | undefined =>
    slowestMonth(ledgerOf({ facts: factsOf({ paid, budget: ['120'] }) }), '一般公共预算')?.month;
  expect(slow(['10', '20', '30', '30', '30', '55', '70', '80', '90', '100', '110', '120'])).toBe(5);
  expect(slow(['10', '20', '30', '40', '50', '60', '70', '80', '90', '100', '110', '119'])).toBe(12);
  expect(slow(['10', '20', '30', '40', '50', '60', '70', '80', '90', '100', '110', '120'])).toBeUndefined();
});

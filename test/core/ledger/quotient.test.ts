import fc from 'fast-check';
import { plainValue, showFact, type Fact } from '../../../src/core/ledger/fact.ts';
import { quotient, type QuotientSpec } from '../../../src/core/ledger/quotient.ts';
import type { Outcome } from '../../../src/core/ledger/outcome.ts';
import { cases } from '../support/cases.ts';
import { ledgerOf, type Stated } from '../support/ledgers.ts';

const SPEC: QuotientSpec = { key: '预算完成率', numerator: '决算数', denominator: '全年预算数', basis: '全年预算数' };

function said(outcome: Outcome<Fact>): string {
  switch (outcome.status) {
    case 'value':
      return showFact(outcome.value);
    case 'not-applicable':
      return `不适用：${outcome.why}`;
    case 'missing':
      return `缺：${outcome.keys.join('、')}`;
  }
}

test.each(cases<{ name: string; facts: Stated; is: string }>(__dirname, 'quotients.json'))('$name', ({ facts, is }) => {
  expect(said(quotient(ledgerOf({ facts }), SPEC))).toBe(is);
});

test('a rate names its basis, its rule with the values put in, and both source cells', () => {
  const outcome = quotient(ledgerOf({ facts: { 决算数: '2401712.36元', 全年预算数: '2445700.00元' } }), SPEC);
  if (outcome.status !== 'value') throw new Error(outcome.status);
  const { value: rate } = outcome;
  expect(rate.basis).toBe('全年预算数');
  expect(rate.cells.map(({ row }) => row)).toEqual([0, 1]);
  expect(rate.trace).toMatchObject({
    label: '预算完成率',
    rule: '决算数 ÷ 全年预算数',
    substitution: '2401712.36 ÷ 2445700.00',
    result: '98.20%',
  });
  expect(rate.trace?.inputs.map(({ label, result }) => `${label} ${result}`)).toEqual([
    '决算数 2401712.36元',
    '全年预算数 2445700.00元',
  ]);
  expect(rate.formula?.expression).toBe('数据!B1/数据!B2');
});

test('the rate is exact: printed and multiplied back it is the amount again', () => {
  const fen = fc.bigInt({ min: 1n, max: 10n ** 14n });
  fc.assert(
    fc.property(fen, fen, (a, b) => {
      const yuan = (amount: bigint): string => `${String(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}元`;
      const outcome = quotient(ledgerOf({ facts: { 决算数: yuan(a), 全年预算数: yuan(b) } }), SPEC);
      if (outcome.status !== 'value' || outcome.value.value.kind !== 'rate') throw new Error(outcome.status);
      expect(outcome.value.value.rate.mul(b).equals(a)).toBe(true);
      expect(plainValue(outcome.value)).toMatch(/^\d+\.\d\d$/);
    }),
  );
});

test('a source without a formula gives a rate without one', () => {
  const ledger = ledgerOf({ facts: { 全年预算数: '100.00元' } });
  ledger.add({ key: '决算数', value: { kind: 'amount', fen: 5000n, quantum: 1n }, unit: '元', basis: '', cells: [] });
  const outcome = quotient(ledger, SPEC);
  expect(outcome.status === 'value' && outcome.value.formula === undefined).toBe(true);
});

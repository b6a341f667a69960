import { plainValue } from '../../../src/core/ledger/fact.ts';
import { cases, given } from '../support/cases.ts';
import { dataSheet, derivedLedger, type Stated } from '../support/ledgers.ts';
import { compute } from '../support/spreadsheet.ts';
import { numberOf } from '../../../src/core/ledger/ledger.ts';

interface Case {
  readonly name: string;
  readonly projects?: readonly string[];
  readonly facts: Stated;
  readonly key: string;
  readonly is: string | null;
  readonly basis?: string;
}

const CASES = cases<Case>(__dirname, 'derived.json');

test.each(CASES)('$name', ({ projects = [], facts, key, is, basis }) => {
  const fact = derivedLedger({ facts, projects }).get(key);
  expect(fact === undefined ? null : plainValue(fact)).toBe(is);
  if (basis !== undefined) expect(fact?.basis).toBe(basis);
});

test.each(CASES.filter(({ is, facts, key }) => is !== null && facts[key] === undefined))(
  'what was derived says how, and a spreadsheet agrees: $name',
  ({ projects = [], facts, key }) => {
    const ledger = derivedLedger({ facts, projects });
    const fact = ledger.get(key);
    expect(fact?.trace?.rule).not.toBe('');
    expect(fact?.trace?.cells.length).toBeGreaterThan(1);
    const result = compute({ 数据: dataSheet(facts), 公式: [[`=${fact?.formula?.expression ?? ''}`]] }).at(
      '公式',
      0,
      0,
    );
    expect(result).toBeCloseTo((fact && numberOf(fact))?.valueOf() ?? Number.NaN, 9);
  },
);

test('nothing that a sheet states is touched, and nothing comes from nothing', () => {
  expect(derivedLedger({}).facts()).toEqual([]);
  const stated: Stated = { 决算数: '100.00元', '财政拨款.决算数': '90.00元', '其他资金.决算数': '5.00元' };
  const ledger = derivedLedger({ facts: stated });
  expect(Object.keys(stated).map((key) => plainValue(given(ledger.get(key))))).toEqual(['100.00', '90.00', '5.00']);
});

test('a sum is known to the sum of the steps of its parts', () => {
  const ledger = derivedLedger({ facts: { '基本支出.决算数': '199.41万元', '项目支出.决算数': '40.7612万元' } });
  expect(ledger.get('决算数')?.value).toEqual({ kind: 'amount', fen: 240171200n, quantum: 10100n });
});

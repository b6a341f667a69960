import { plainValue, showFact, showSource, traceOf, type Fact } from '../../../src/core/ledger/fact.ts';
import { Ledger, numberOf } from '../../../src/core/ledger/ledger.ts';
import { all, missing, notApplicable, value } from '../../../src/core/ledger/outcome.ts';
import { exact } from '../../../src/core/money/exact.ts';
import { given } from '../support/cases.ts';
import { factOf, ledgerOf } from '../support/ledgers.ts';

test('a fact is told once; a second telling is a mistake of the caller, not an overwrite', () => {
  const ledger = ledgerOf({ facts: { 决算数: '100.00元' } });
  expect(() => {
    ledger.add(factOf('决算数', '200.00元'));
  }).toThrow('决算数');
  expect(plainValue(given(ledger.get('决算数')))).toBe('100.00');
});

test('what is not known is missing, not zero and not empty', () => {
  const ledger = new Ledger();
  expect(ledger.ask('决算数')).toEqual({ status: 'missing', keys: ['决算数'] });
  expect([ledger.get('决算数'), ledger.text('部门名称'), ledger.cells('决算数')]).toEqual([undefined, undefined, []]);
});

test('a text is a text only when it is one', () => {
  const ledger = ledgerOf({ facts: { 部门名称: '某局', 决算数: '100.00元' } });
  expect([ledger.text('部门名称'), ledger.text('决算数')]).toEqual(['某局', undefined]);
});

const FACTS: readonly (readonly [string, string, string])[] = [
  ['2401712.36元', '240.17万元', '2401712.36'],
  ['98.205%', '98.21%', '98.21'],
  ['664个', '664个', '664'],
  ['3.5小时', '3.5小时', '3.5'],
  ['负责科普', '负责科普', '负责科普'],
];

test.each(FACTS)('%s is said as %s and carried as %s', (stated, said, plain) => {
  const fact = factOf('某', stated);
  expect([showFact(fact), plainValue(fact)]).toEqual([said, plain]);
});

test('a count is said in the words of the department, the number put in every time', () => {
  const fact: Fact = {
    ...factOf('学校', '70所'),
    value: { kind: 'count', count: exact('70'), wording: '近{值}所（计划{值}所）' },
  };
  expect(showFact(fact)).toBe('近70所（计划70所）');
});

test('the number behind a fact: 元, a share of one, a count, or none', () => {
  const numbers = ['2401712.36元', '98.2%', '664个', '负责科普'].map((text) =>
    numberOf(factOf('某', text))?.toString(),
  );
  expect(numbers).toEqual(['2401712.36', '0.982', '664', undefined]);
});

test('a fact read from a cell traces to that cell', () => {
  const fact = factOf('决算数', '100.00元', { sheet: '执行', row: 4, column: 4 });
  expect(showSource(fact)).toBe('执行!E5');
  expect(traceOf(fact)).toMatchObject({ label: '决算数', result: '100.00元', rule: '', inputs: [] });
});

describe('several answers together', () => {
  test('all values', () => {
    expect(all([value(1), value(2)])).toEqual({ status: 'value', value: [1, 2] });
  });
  test('everything that is missing is said at once and each only once', () => {
    expect(all([missing(['甲']), value(1), missing(['乙', '甲'])])).toEqual({ status: 'missing', keys: ['甲', '乙'] });
  });
  test('missing weighs more than not applicable: first the data, then the judgement', () => {
    expect(all([notApplicable('分母为0'), missing(['甲'])]).status).toBe('missing');
    expect(all([value(1), notApplicable('分母为0')])).toEqual({ status: 'not-applicable', why: '分母为0' });
  });
});

import fc from 'fast-check';
import {
  combined,
  guarded,
  joinRuns,
  quotientFormula,
  sumOfCells,
  type CellFormula,
} from '../../../src/core/ledger/cell-formula.ts';
import { addressOf, formulaRef, parseAddress } from '../../../src/core/workbook/cell-ref.ts';
import { compute } from '../support/spreadsheet.ts';

const cell = (address: string, sheet = '表'): { sheet: string; row: number; column: number } => {
  const place = parseAddress(address);
  if (place === undefined) throw new Error(address);
  return { sheet, ...place };
};

test('a sum of cells in a unit, brackets only where they are needed', () => {
  expect(sumOfCells([cell('C5')], 1).expression).toBe('表!C5');
  expect(sumOfCells([cell('C5')], 10000).expression).toBe('表!C5*10000');
  expect(sumOfCells([cell('C5'), cell('C6')], 1).expression).toBe('(表!C5+表!C6)');
  expect(sumOfCells([cell('C5'), cell('C6')], 10000).expression).toBe('(表!C5+表!C6)*10000');
});

test('the divisor is bracketed when it is more than one cell, not because of its sheet’s name', () => {
  const a = sumOfCells([cell('A1')], 1);
  expect(quotientFormula(a, sumOfCells([cell('B1', '预算-调整')], 1)).expression).toBe("表!A1/'预算-调整'!B1");
  expect(quotientFormula(a, sumOfCells([cell('B1')], 10000)).expression).toBe('表!A1/(表!B1*10000)');
});

test('the shape of a guard: first the cells that must hold numbers, then the divisors', () => {
  const rate = quotientFormula(sumOfCells([cell('A1')], 1), sumOfCells([cell('B1')], 1));
  expect(guarded(rate)).toBe('IF(COUNT(表!A1:B1)<2,"缺数据",IF(表!B1=0,IF(表!A1=0,"不适用","缺数据"),表!A1/表!B1))');
  expect(guarded(sumOfCells([cell('A1')], 1))).toBe('IF(COUNT(表!A1)<1,"缺数据",表!A1)');
  expect(guarded({ expression: '1+1', needs: [], divisions: [] })).toBe('1+1');
});

test('what two parts both need is needed once', () => {
  const a = quotientFormula(sumOfCells([cell('A1')], 1), sumOfCells([cell('C1')], 1));
  const b = quotientFormula(sumOfCells([cell('B1')], 1), sumOfCells([cell('C1')], 1));
  const both = combined(`${a.expression}+${b.expression}`, [a, b]);
  expect(both.needs).toEqual(['表!A1', '表!C1', '表!B1']);
  expect(guarded(both)).toBe(
    'IF(COUNT(表!A1,表!C1,表!B1)<3,"缺数据",IF(表!C1=0,IF(SUMSQ(表!A1:C1)=0,"不适用","缺数据"),表!A1/表!C1+表!B1/表!C1))',
  );
});

const RUNS: readonly (readonly [string, string])[] = [
  ['A!C5 A!D5 A!E5', 'A!C5:E5'],
  ['A!C5 A!C6 A!C7', 'A!C5:C7'],
  ['A!C5 A!D5 A!D6', 'A!C5:D5,A!D6'],
  ['A!C5 B!D5', 'A!C5,B!D5'],
  ['A!C5 A!E5', 'A!C5,A!E5'],
  ['A!Z5 A!AA5', 'A!Z5:AA5'],
  ['C5 C6', 'C5:C6'],
  ["'a!b'!C5 'a!b'!D5", "'a!b'!C5:D5"],
  ['A!D5 A!C5', 'A!D5,A!C5'],
  ['', ''],
];

test.each(RUNS)('neighbours of %s are joined to %s', (refs, joined) => {
  expect(joinRuns(refs.split(' ').filter((ref) => ref !== ''))).toBe(joined);
});

test('joined ranges cover exactly the cells that were joined', () => {
  const place = fc.record({ row: fc.integer({ min: 0, max: 4 }), column: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: addressOf, minLength: 1 }), (places) => {
      const cells = joinRuns(places.map((one) => formulaRef({ sheet: '表', ...one })))
        .split(',')
        .flatMap((part) => {
          const [first = '', last = first] = part.replace('表!', '').split(':');
          const from = parseAddress(first) ?? { row: 9, column: 9 };
          const to = parseAddress(last) ?? { row: 0, column: 0 };
          const found: string[] = [];
          for (let row = from.row; row <= to.row; row++) {
            for (let column = from.column; column <= to.column; column++) found.push(addressOf({ row, column }));
          }
          return found;
        });
      expect([...cells].sort()).toEqual(places.map(addressOf).sort());
    }),
  );
});

describe('in a spreadsheet a guarded rate gives the three answers', () => {
  const rate = quotientFormula(sumOfCells([cell('A1'), cell('B1')], 10000), sumOfCells([cell('C1')], 1));
  const answers: readonly (readonly [string, readonly (string | number | null)[], string | number])[] = [
    ['数字', [1, 2, 60000], 0.5],
    ['零也是数字', [0, 0, 60000], 0],
    ['空格', [1, null, 60000], '缺数据'],
    ['文字', [1, '待定', 60000], '缺数据'],
    ['数字形式的文字', [1, "'2", 60000], '缺数据'],
    ['分母为空', [1, 2, null], '缺数据'],
    ['分母为零', [0, 0, 0], '不适用'],
  ];
  test.each(answers)('%s', (_, cells, shown) => {
    const formulas = (formula: CellFormula): string => `=${guarded(formula)}`;
    expect(compute({ 表: [cells], 果: [[formulas(rate)]] }).at('果', 0, 0)).toBe(shown);
  });
});

test('a quotient that is divided further: its own cells say whether there is anything, a second divisor of 0 is missing data', () => {
  const of = (address: string): CellFormula => sumOfCells([cell(address)], 1);
  const formula = guarded(quotientFormula(quotientFormula(of('A1'), of('B1')), of('C1')));
  const shown = (row: readonly number[]): unknown => compute({ 表: [row], 结果: [[`=${formula}`]] }).at('结果', 0, 0);
  const rows = [
    [6, 3, 2],
    [0, 0, 2],
    [6, 0, 2],
    [6, 3, 0],
    [0, 3, 0],
    [0, 0, 0],
  ];
  expect(rows.map(shown)).toEqual([1, '不适用', '缺数据', '缺数据', '缺数据', '不适用']);
});

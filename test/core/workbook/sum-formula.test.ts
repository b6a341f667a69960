import fc from 'fast-check';
import { trimmed } from '../../../src/core/money/exact.ts';
import { evaluateSum, sumOrBlank } from '../../../src/core/workbook/sum-formula.ts';
import { cases, given } from '../support/cases.ts';
import { recomputed } from '../support/spreadsheet.ts';
import { workbookOf, type Cell } from '../support/workbooks.ts';

const ROWS: Cell[][] = [
  ['类别', '决算数'],
  ['基本支出', 240.27],
  ['项目支出', 40.57],
  ['退回', -0.1],
  ['合计', '=B2+B3'],
  ['甲', 0.1],
  ['乙', 0.2],
  ['丙', ''],
  ['丁', null],
  ['戊', '1,234.5'],
  ['己', 0],
  ['庚', { formula: 'B99/0', value: { error: '#DIV/0!' } }],
  ['辛', '=B13+1'],
  ['壬', '=ROUND(B2,1)'],
  ['癸', { formula: 'B2*2', value: 480.54 }],
];
const BOOK = workbookOf({ 执行: ROWS, 预算: [['', 5]], '2023 预算': [['', 7]], "甲'乙": [['', 9]] });

test.each(cases<{ name: string; formula: string; is: string }>(__dirname, 'sums.json'))('$name', ({ formula, is }) => {
  const found = evaluateSum(BOOK, given(BOOK.sheets[0]), formula);
  expect(found === undefined ? '不计算' : found === 'blank' ? '空白' : trimmed(found.total, 10)).toBe(is);
});

test('a total of totals is as exact as its parts and what a spreadsheet computes', () => {
  const amounts = fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, (fen) => {
      const last = fen.length;
      const rows: Cell[][] = fen.map((amount) => [amount / 100]);
      const half = Math.ceil(last / 2);
      rows.push([`=SUM(A1:A${String(half)})`], [half < last ? `=SUM(A${String(half + 1)}:A${String(last)})` : 0]);
      const book = workbookOf({ 表: rows });
      const total = evaluateSum(book, given(book.sheets[0]), `A${String(last + 1)}+A${String(last + 2)}`);
      const exactFen = fen.reduce((sum, amount) => sum + BigInt(amount), 0n);
      if (total === undefined || total === 'blank') throw new Error('not computed');
      expect(total.total.mul(100).equals(exactFen)).toBe(true);
    }),
  );
});

test('a total that stays empty while there is nothing to add does so in a spreadsheet too', () => {
  const formula = `=${sumOrBlank('A1:A2')}`;
  const book = workbookOf({ 空: [[null], [''], [formula]], 零: [[null], [0], [formula]], 数: [[1.5], [2], [formula]] });
  const mine = book.sheets.map((sheet) => evaluateSum(book, sheet, formula.slice(1)));
  expect(mine.map((value) => (typeof value === 'object' ? value.total.valueOf() : value))).toEqual(['blank', 0, 3.5]);
  expect(recomputed(book).map(({ computed }) => computed)).toEqual(['', 0, 3.5]);
});

test('a chain of formulas that never ends gives no value and comes to an end itself', () => {
  const rows: Cell[][] = Array.from({ length: 200 }, (_, row) => [`=A${String(row + 2)}`]);
  const book = workbookOf({ 表: [...rows, [1]] });
  expect(evaluateSum(book, given(book.sheets[0]), 'A1')).toBeUndefined();
});

test('formulas that refer to each other many times over come to an end', () => {
  const rows: Cell[][] = Array.from({ length: 40 }, (_, row) => [`=A${String(row + 2)}+A${String(row + 2)}`]);
  const book = workbookOf({ 表: [...rows, [1]] });
  expect(evaluateSum(book, given(book.sheets[0]), 'A1')).toBeUndefined();
});

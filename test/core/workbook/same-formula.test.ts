import { sameFormula, sameNumber } from '../../../src/core/workbook/same-formula.ts';

test.each([
  ['white space', 'IF(A1>0, A1 * 2,\n0)', 'IF(A1>0,A1*2,0)'],
  ['dollar signs', '$A$1+执行!$D5', 'A1+执行!D5'],
  ['quotes around sheet names', "SUM('执行'!D5:D8)+'2023'!A1", 'SUM(执行!D5:D8)+2023!A1'],
  ['a quote in a sheet name', "'a''b'!A1", "'a''b'!$A$1"],
  ['numbers', 'A1*0.30+1E-3+.5+13/24', 'A1*0.3+0.001+0.5+13/24'],
  ['numbers beyond 15 digits', 'A1*0.333333333333333315', 'A1*0.333333333333333'],
])('the same but for %s', (_, a, b) => {
  expect(sameFormula(a, b)).toBe(true);
  expect(sameFormula(b, a)).toBe(true);
});

test.each([
  ['another cell', 'A1+A2', 'A1+A3'],
  ['a row that reads like the same number', 'A1', 'A01'],
  ['another number', 'A1*0.3', 'A1*0.31'],
  ['a space in a text', 'IF(A1="a b",1,0)', 'IF(A1="ab",1,0)'],
  ['a dollar sign in a text', 'IF(A1="$",1,0)', 'IF(A1="",1,0)'],
  ['a space in a sheet name', "'a b'!A1", "'ab'!A1"],
  ['a formula around it', 'A1', 'A1+0'],
])('not the same: %s', (_, a, b) => {
  expect(sameFormula(a, b)).toBe(false);
});

test('numbers are compared to 15 significant digits', () => {
  expect(sameNumber(Number('240.17123600000001'), 240.171236)).toBe(true);
  expect(sameNumber(0.1 + 0.2, 0.3)).toBe(true);
  expect(sameNumber(4.9, 4.9000001)).toBe(false);
});

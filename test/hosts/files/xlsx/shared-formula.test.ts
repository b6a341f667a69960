import { shiftFormula } from '../../../../src/hosts/files/xlsx/sheet/shared-formula.ts';

test.each([
  ['A1', 1, 1, 'B2'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['SUM(A:A,$B:C)', 0, 1, 'SUM(B:B,$B:D)'],
  ['SUM(1:1,$2:3)', 1, 0, 'SUM(2:2,$2:4)'],
  ["预算!E5&'2023 A1'!A1", 1, 1, "预算!F6&'2023 A1'!B2"],
  ["'it''s A1'!B1", 1, 0, "'it''s A1'!B2"],
  ['"A1 ""B2"""&C3', 1, 0, '"A1 ""B2"""&C4'],
  ['LOG10(A1)+ATAN2(B1,C1)', 1, 0, 'LOG10(A2)+ATAN2(B2,C2)'],
  ['表1[[#This Row],[A1]]+A1', 1, 0, '表1[[#This Row],[A1]]+A2'],
  ['[1]Sheet1!A1', 1, 0, '[1]Sheet1!A2'],
  ['rate_A1+A1.x+税率A1', 1, 0, 'rate_A1+A1.x+税率A1'],
  ['1E5+2.5e3+A1', 1, 0, '1E5+2.5e3+A2'],
  ['A1', -1, 0, '#REF!'],
  ['A1:B2', 0, -1, '#REF!:A2'],
  ['XFD1', 0, 1, '#REF!'],
  ['A1048576', 1, 0, '#REF!'],
  ['IF(A1>=0.9,A1%,-A1)', 1, 0, 'IF(A2>=0.9,A2%,-A2)'],
])('%s moved by %i rows and %i columns', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

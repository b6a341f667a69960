import { formulaAt, isCellError, textAt, valueAt } from '../../../src/core/workbook/workbook.ts';
import { sheetOf } from '../support/workbooks.ts';

const SHEET = sheetOf('表', [
  [' 合计 ', 12.5, true, null],
  [{ formula: 'A1/0', value: { error: '#DIV/0!' } }, '=B1*2'],
]);

test('a cell gives its value, and nothing outside of the sheet', () => {
  expect([valueAt(SHEET, 0, 1), valueAt(SHEET, 0, 9), valueAt(SHEET, 9, 0)]).toEqual([12.5, null, null]);
  expect([formulaAt(SHEET, 1, 1), formulaAt(SHEET, 0, 0)]).toEqual(['B1*2', undefined]);
});

test('the text of a cell is trimmed, numbers are plain, errors and empty cells have none', () => {
  expect([0, 1, 2, 3].map((column) => textAt(SHEET, 0, column))).toEqual(['合计', '12.5', 'true', '']);
  expect(textAt(SHEET, 1, 0)).toBe('');
  expect(isCellError(valueAt(SHEET, 1, 0))).toBe(true);
  expect(isCellError(null)).toBe(false);
});

import { plainLabel, rowLabel, sameLabel } from '../../../src/core/workbook/labels.ts';
import { cases } from '../support/cases.ts';

test.each(cases<{ name: string; text: string; row: string }>(__dirname, 'labels.json'))('$name', ({ text, row }) => {
  expect(rowLabel(text)).toBe(row);
});

test('a plain label keeps the order words that may be part of a name', () => {
  expect(plainLabel('一、 基本 支出：')).toBe('一、基本支出:');
});

test('labels are the same when only spaces, width, brackets or quotes differ', () => {
  expect(sameLabel('“三公” 经费控制率（％）', '三公经费控制率(%)')).toBe(true);
  expect(sameLabel('预算完成率', '预算调整率')).toBe(false);
  expect(sameLabel('科普（一期）', '科普（二期）')).toBe(false);
});

import { nearestNames, plainLabel, rowLabel, sameLabel } from '../../../src/core/workbook/labels.ts';
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

const NAMES = ['预算完成率', '预算调整率', '结转结余率', '固定资产利用率'];

test('a mistyped name finds the one that was meant, best first', () => {
  expect(nearestNames('预算 完成律', NAMES)[0]).toBe('预算完成率');
  expect(nearestNames('预算完成率', NAMES)[0]).toBe('预算完成率');
});

test('a name that is nothing like any other finds none', () => {
  expect(nearestNames('公众对窗口服务的满意程度', NAMES)).toEqual([]);
  expect(nearestNames('预算完成率', [])).toEqual([]);
});

test('at most three names are offered', () => {
  expect(nearestNames('项目一', ['项目二', '项目三', '项目四', '项目五'])).toHaveLength(3);
});

import { editDistance } from '../../../src/core/workbook/edit-distance.ts';
import { NameIndex, nearestNames } from '../../../src/core/workbook/name-index.ts';
import { KNOWN_KEYS } from '../../../src/core/scheme/expression/known-keys.ts';
import { cases } from '../support/cases.ts';

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

const index = new NameIndex(KNOWN_KEYS);

test.each(cases<{ typed: string; meant: string }>(__dirname, 'misspelt-names.json'))(
  'of all names that forms have, $typed is $meant',
  ({ typed, meant }) => {
    expect(index.nearest(typed)[0]).toBe(meant);
  },
);

test('a name with one letter wrong finds one that is no farther than the nearest of all', () => {
  KNOWN_KEYS.forEach((key, number) => {
    if (number % 37 !== 0) return;
    const at = number % key.length;
    const typed = `${key.slice(0, at)}某${key.slice(at + 1)}`;
    const [first = ''] = index.nearest(typed);
    expect(editDistance(Array.from(typed), Array.from(first))).toBe(1);
  });
});

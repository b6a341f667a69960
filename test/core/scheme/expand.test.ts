import fc from 'fast-check';
import { exact, ratio, sum } from '../../../src/core/money/exact.ts';
import { divided, indicatorsFor } from '../../../src/core/scheme/expand.ts';
import { given } from '../support/cases.ts';
import { ledgerOf, taskOf } from '../support/ledgers.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const SCHEME = schemeOf([
  indicatorOf('{方向}任务完成率', PROPORTIONAL, {
    path: ['履职效能', '{方向}'],
    weight: '60',
    perDirection: true,
    measure: { kind: 'fact', key: '任务.{方向}.完成率' },
    problem: '{方向}未达标',
    improvement: '改进{方向}',
  }),
  indicatorOf('预算完成率', PROPORTIONAL, { weight: '40', measure: COMPLETION }),
]);

function indicators(...directions: string[]): ReturnType<typeof indicatorsFor> {
  return indicatorsFor(SCHEME, ledgerOf({ tasks: directions.map((direction) => taskOf(direction, direction, [])) }));
}

test('one indicator for every direction, in the order of the tasks, the weight divided', () => {
  expect(indicators('服务一', '服务二', '服务三').map(({ name, weight }) => `${name} ${weight}`)).toEqual([
    '服务一任务完成率 20.0',
    '服务二任务完成率 20.0',
    '服务三任务完成率 20.0',
    '预算完成率 40',
  ]);
});

test('what cannot be divided evenly goes to the first', () => {
  const weights = indicators('一', '二', '三', '四', '五', '六', '七').map(({ weight }) => weight);
  expect(weights).toEqual(['8.6', '8.6', '8.6', '8.6', '8.6', '8.5', '8.5', '40']);
});

test('without any direction the indicator stays whole and says what it lacks', () => {
  expect(given(indicators()[0])).toMatchObject({
    name: '履职方向任务完成率',
    weight: '60',
    measure: { key: '任务.履职方向.完成率' },
  });
});

test('the direction stands in every text, and with its dots kept together in the key', () => {
  expect(given(indicators('2.0版服务')[0])).toMatchObject({
    path: ['履职效能', '2.0版服务'],
    name: '2.0版服务任务完成率',
    problem: '2.0版服务未达标',
    improvement: '改进2.0版服务',
    measure: { kind: 'fact', key: '任务.2．0版服务.完成率' },
  });
});

test('a direction is put in as it is, whatever signs it has', () => {
  expect(given(indicators("服务$&$1$$$'")[0]).name).toBe("服务$&$1$$$'任务完成率");
});

test('divided weights add up exactly and differ by one step at most', () => {
  const places = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 40 }), places, (units, parts, at) => {
      const step = ratio(1n, 10n ** BigInt(at));
      const weight = ratio(BigInt(units), 1n).mul(step);
      const list = divided(weight, parts, at);
      expect(sum(list).equals(weight)).toBe(true);
      const sizes = list.map((part) => part.div(step));
      expect(sizes.every((size) => size.d === 1n && size.compare(0) >= 0)).toBe(true);
      expect(
        given(sizes[0])
          .sub(given(sizes.at(-1)))
          .compare(1),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

test('weights of indicators for the directions, as printed, add up to the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const names = Array.from({ length: count }, (_, index) => `方向${String(index)}`);
      const own = indicators(...names).slice(0, -1);
      expect(sum(own.map(({ weight }) => exact(weight))).equals(60)).toBe(true);
    }),
  );
});

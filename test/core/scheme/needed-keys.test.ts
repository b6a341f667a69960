import { neededKeys } from '../../../src/core/scheme/needed-keys.ts';
import { PROPORTIONAL, COMPLETION, indicatorOf, schemeOf } from '../support/schemes.ts';

test('a scheme needs the facts of its measures, its formulas and what its combined rules look at', () => {
  const parts = ['', '预算完成率', '同级平均执行率'].map((of) => ({ of, rule: PROPORTIONAL }));
  const scheme = schemeOf([
    indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION }),
    indicatorOf(
      '任一',
      { kind: 'combination', mode: 'any', parts: parts as never },
      { measure: { kind: 'expression', key: '差', formula: '追加数 ÷ 追减数 + 1', unit: '%', basis: '' } },
    ),
  ]);
  expect([...neededKeys(scheme)]).toEqual([
    '财政拨款.决算数',
    '财政拨款.全年预算数',
    '追加数',
    '追减数',
    '同级平均执行率',
  ]);
});

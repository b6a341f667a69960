import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { MeasureSpec, Rule } from '../../../src/core/scheme/scheme.ts';
import { deriveTasks } from '../../../src/core/ledger/task-rates.ts';
import { cases, given } from '../support/cases.ts';
import { ledgerOf, taskOf, type Stated } from '../support/ledgers.ts';
import { indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

interface Case {
  readonly name: string;
  readonly facts: Stated;
  readonly measure: MeasureSpec;
  readonly rule?: Rule;
  readonly reason: string;
}

test.each(cases<Case>(__dirname, 'reasons.json'))('$name', ({ facts, measure, rule = PROPORTIONAL, reason }) => {
  const scheme = schemeOf([indicatorOf('某指标', rule, { measure })]);
  const result = given(evaluate(scheme, ledgerOf({ facts })).scorecard.results[0]);
  expect(result.reason).toBe(reason);
  expect(result.reasonCells.length).toBeGreaterThan(0);
});

test('missed targets are named with what was planned and reached', () => {
  const facts = {
    '产出.讲座.计划值': '12场',
    '产出.讲座.实际值': '9场',
    '产出.展览.计划值': '3次',
    '产出.展览.实际值': '3次',
  };
  const ledger = ledgerOf({ facts, tasks: [taskOf('甲', '一', ['讲座', '展览'])] });
  deriveTasks(ledger);
  const measure: MeasureSpec = { kind: 'fact', key: '任务.甲.完成率' };
  const result = given(
    evaluate(schemeOf([indicatorOf('甲任务', PROPORTIONAL, { measure })]), ledger).scorecard.results[0],
  );
  expect(result.reason).toBe('“讲座”计划12场、实际9场，未达到计划值');
  expect(result.reasonCells.map(({ row }) => row)).toEqual([1, 0]);
});

import fc from 'fast-check';
import { exact, fixed, sum } from '../../../src/core/money/exact.ts';
import { sharesOf } from '../../../src/core/scheme/effective-weights.ts';
import { evaluate, type Evaluation } from '../../../src/core/scheme/evaluate.ts';
import type { Indicator, MeasureSpec } from '../../../src/core/scheme/scheme.ts';
import { scoreContent } from '../../../src/core/writeback/result-cells.ts';
import { given } from '../support/cases.ts';
import { judgementOf, ledgerOf } from '../support/ledgers.ts';
import { checklist, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

/* What an indicator whose denominator is 0 as well as its numerator does to the scheme: full marks, left out, or shared out. */

const NOTHING: MeasureSpec = {
  kind: 'ratio',
  key: '采购率',
  numerator: '无.上',
  denominator: '无.下',
  basis: '测试口径',
};
const RATE: MeasureSpec = { kind: 'fact', key: '率' };
const FACTS = { '无.上': '0元', '无.下': '0元', 率: '90%' };

function rated(name: string, weight: string, path: readonly string[], more: Partial<Indicator> = {}): Indicator {
  return indicatorOf(name, PROPORTIONAL, { weight, path: [...path], measure: RATE, ...more });
}

function evaluated(indicators: readonly Indicator[], precision = 1): Evaluation {
  return evaluate(schemeOf(indicators, { precision }), ledgerOf({ facts: FACTS }));
}

function weights({ scorecard }: Evaluation): readonly string[] {
  return scorecard.results.map(({ weight }) => fixed(weight, scorecard.scheme.precision));
}

test.each([
  ['full-marks', ['5.0', '5.0'], '9.5', '10.0'],
  ['excluded', ['5.0', '5.0'], '4.5', '5.0'],
  ['redistributed', ['0.0', '10.0'], '9.0', '10.0'],
] as const)('%s', (notApplicable, expected, score, weight) => {
  const evaluation = evaluated([
    rated('采购率', '5', ['过程', '采购'], { measure: NOTHING, notApplicable }),
    rated('执行率', '5', ['过程', '预算']),
  ]);
  const { total } = evaluation.scorecard;
  expect(weights(evaluation)).toEqual(expected);
  expect([total.score, total.weight].map((value) => fixed(given(value), 1))).toEqual([score, weight]);
});

test('the weight goes to the same 二级指标 first, then to the same 一级指标, then to the scheme', () => {
  const out = { measure: NOTHING, notApplicable: 'redistributed' } as const;
  const evaluation = evaluated([
    rated('甲', '2', ['过程', '采购'], out),
    rated('乙', '3', ['过程', '采购']),
    rated('丙', '4', ['过程', '资产'], out),
    rated('丁', '5', ['过程', '预算']),
    rated('戊', '6', ['效果', '满意'], out),
    rated('己', '10', ['产出', '数量']),
  ]);
  // 甲's 2 go to 乙; 丙's 4 to 乙 and 丁 as 3:5; 戊's 6 to 乙, 丁 and 己 as 3:5:10.
  expect(weights(evaluation)).toEqual(['0.0', '7.5', '0.0', '9.2', '0.0', '13.3']);
  const told = evaluation.findings.filter(({ code }) => code === 'weight-redistributed');
  expect(told.map(({ params }) => params)).toContainEqual({
    indicator: '甲',
    weight: '2',
    others: '乙7.5、丁9.2、己13.3',
  });
});

test('with nobody left to take it, the weight stays out of the total', () => {
  const out = { measure: NOTHING, notApplicable: 'redistributed' } as const;
  const evaluation = evaluated([rated('甲', '2', ['过程'], out), rated('乙', '0', ['过程'])]);
  expect(weights(evaluation)).toEqual(['2.0', '0.0']);
  expect(fixed(evaluation.scorecard.total.weight, 1)).toBe('0.0');
});

test('points of a rule scale to the weight in force, in the formula too', () => {
  const indicators = [
    rated('采购率', '2', ['过程', '采购'], { measure: NOTHING, notApplicable: 'redistributed' }),
    indicatorOf('制度', checklist({ 甲: '2', 乙: '1' }), { weight: '3', path: ['过程', '采购'] }),
  ];
  const judgements = [judgementOf('制度', '是', { point: '甲' }), judgementOf('制度', '否', { point: '乙' })];
  const { scorecard } = evaluate(schemeOf(indicators), ledgerOf({ facts: FACTS, judgements }));
  const result = given(scorecard.results[1]);
  // 2 of 3 points, of a weight that is 5 now.
  expect([result.weight, result.score, result.deduction].map((value) => fixed(given(value), 1))).toEqual([
    '5.0',
    '3.3',
    '1.7',
  ]);
  expect(result.trace.substitution).toBe('2 + 0；分值3分摊后为5，按比例折算');
  const content = scoreContent(result, { value: undefined, weight: undefined, score: undefined });
  if (content.kind !== 'formula') throw new Error('no formula');
  const last = Math.max(...judgements.map(({ cell }) => cell.row));
  const sheet = Array.from({ length: last + 1 }, (_, row) => {
    const at = judgements.findIndex(({ cell }) => cell.row === row);
    return at < 0 ? [null] : [null, null, null, at === 0 ? '是' : '否'];
  });
  expect(compute({ 自评打分: sheet, 结果: [[`=${content.formula}`]] }).at('结果', 0, 0)).toBe(3.3);
});

test('shares are whole units of the precision and add up exactly', () => {
  const tenths = fc.integer({ min: 1, max: 1000 }).map((n) => exact((n / 10).toFixed(1)));
  fc.assert(
    fc.property(tenths, fc.array(tenths, { minLength: 1, maxLength: 30 }), (amount, list) => {
      const shares = sharesOf(amount, list, 1);
      expect(sum(shares).equals(amount)).toBe(true);
      expect(shares.every((share) => share.compare(0) >= 0 && share.mul(10).d === 1n)).toBe(true);
    }),
  );
});

test('weights and scores add up to the totals, whoever does not apply', () => {
  const choice = fc.constantFrom('full-marks' as const, 'excluded' as const, 'redistributed' as const);
  const path = fc.constantFrom(['过程', '采购'], ['过程', '资产'], ['产出', '数量']);
  const indicator = fc.record({ tenths: fc.integer({ min: 0, max: 200 }), path, choice, applies: fc.boolean() });
  fc.assert(
    fc.property(fc.array(indicator, { minLength: 1, maxLength: 12 }), (list) => {
      const indicators = list.map(({ tenths, path: at, choice: notApplicable, applies }, index) =>
        rated(`指标${String(index)}`, (tenths / 10).toFixed(1), at, {
          notApplicable,
          ...(applies ? {} : { measure: NOTHING }),
        }),
      );
      const { scorecard } = evaluated(indicators);
      const counted = scorecard.results.filter(({ score }) => score !== undefined);
      expect(sum(counted.map(({ score }) => given(score))).equals(given(scorecard.total.score))).toBe(true);
      expect(scorecard.results.every(({ score, weight }) => score === undefined || score.compare(weight) <= 0)).toBe(
        true,
      );
      const everyone = sum(list.map(({ tenths }) => exact((tenths / 10).toFixed(1))));
      const excluded = list.filter(({ applies, choice: own }) => !applies && own === 'excluded');
      const left = everyone.sub(sum(excluded.map(({ tenths }) => exact((tenths / 10).toFixed(1)))));
      const canTake = list.some(({ applies, choice: own, tenths }) => (applies || own === 'full-marks') && tenths > 0);
      if (canTake) expect(scorecard.total.weight.equals(left)).toBe(true);
    }),
  );
});

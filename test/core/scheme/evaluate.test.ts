import { fixed } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { Indicator } from '../../../src/core/scheme/scheme.ts';
import { given } from '../support/cases.ts';
import { judgementOf, ledgerOf, monthFacts } from '../support/ledgers.ts';
import { checklist, COMPLETION, GRADED, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const RATE = indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION });
const CHECK = indicatorOf('采购管理合规性', checklist({ 意向公开: '2', 备案及时: '1' }), { weight: '3' });
const FACTS = { '财政拨款.决算数': '2401712.36元', '财政拨款.全年预算数': '2445700.00元' };
const CHECKED = ['意向公开', '备案及时'].map((point) => judgementOf('采购管理合规性', '是', { point }));

function totals({ scorecard }: ReturnType<typeof evaluate>): (string | undefined)[] {
  const { weight, score, deduction } = scorecard.total;
  return [weight, score, deduction].map((value) => value && fixed(value, 1));
}

test('a scorecard adds up: weights, scores, deductions', () => {
  const evaluation = evaluate(schemeOf([RATE, CHECK]), ledgerOf({ facts: FACTS, judgements: CHECKED }));
  expect(totals(evaluation)).toEqual(['8.0', '7.9', '0.1']);
  expect(evaluation.findings).toEqual([]);
  expect(evaluation.facts.map(({ key }) => key)).toEqual(['预算完成率']);
});

test('while anything is missing there is no total, and everything that is missing is said', () => {
  const evaluation = evaluate(schemeOf([RATE, CHECK]), ledgerOf({ facts: { '财政拨款.决算数': '1.00元' } }));
  expect(totals(evaluation)).toEqual(['8.0', undefined, undefined]);
  expect(evaluation.findings.map(({ code, params }) => [code, params])).toEqual([
    ['value-missing', { indicator: '预算完成率', keys: '财政拨款.全年预算数' }],
    ['judgement-missing', { indicator: '采购管理合规性', points: '意向公开、备案及时' }],
  ]);
});

test('zero spent is scored zero, which is not missing', () => {
  const facts = { '财政拨款.决算数': '0.00元', '财政拨款.全年预算数': '100.00元' };
  const evaluation = evaluate(schemeOf([RATE]), ledgerOf({ facts }));
  expect(totals(evaluation)).toEqual(['5.0', '0.0', '5.0']);
  expect(given(evaluation.scorecard.results[0]).status).toBe('scored');
});

describe('what does not apply', () => {
  const facts = { '财政拨款.决算数': '0.00元', '财政拨款.全年预算数': '0.00元' };
  const scored = (notApplicable: Indicator['notApplicable']): ReturnType<typeof evaluate> =>
    evaluate(schemeOf([{ ...RATE, notApplicable }, CHECK]), ledgerOf({ facts, judgements: CHECKED }));

  test('gets full marks where the scheme says so, and no deduction', () => {
    const evaluation = scored('full-marks');
    expect(totals(evaluation)).toEqual(['8.0', '8.0', '0.0']);
    expect(given(evaluation.scorecard.results[0])).toMatchObject({ status: 'not-applicable', reason: '' });
  });

  test('is left out of points and total where the scheme says that', () => {
    const evaluation = scored('excluded');
    expect(totals(evaluation)).toEqual(['3.0', '3.0', '0.0']);
    expect(given(evaluation.scorecard.results[0])).toMatchObject({ status: 'not-applicable', score: undefined });
    expect(evaluation.findings).toEqual([]);
  });

  test('says why in its trace', () => {
    expect(given(scored('full-marks').scorecard.results[0]).trace.substitution).toBe(
      '“财政拨款.决算数”和“财政拨款.全年预算数”均为0',
    );
  });
});

test('an indicator that figures decide must say which', () => {
  expect(() => schemeOf([indicatorOf('某率', PROPORTIONAL)])).toThrow('取值方式');
});

test('weights that do not make up the total are an error', () => {
  const { findings } = evaluate(schemeOf([RATE], { total: '100' }), ledgerOf({ facts: FACTS }));
  expect(findings.map(({ code, params }) => [code, params])).toEqual([
    ['weights-differ', { sum: '5.0', total: '100' }],
  ]);
});

test('a scheme that stands in a sheet is named by its cells', () => {
  const at = (row: number): { sheet: string; row: number; column: number } => ({ sheet: '指标体系', row, column: 3 });
  const places = { weights: [at(9)], total: [at(6)], source: [at(4)], values: new Map() };
  const scheme = schemeOf([RATE], { total: '100', verified: false });
  const { findings } = evaluate(scheme, ledgerOf({ facts: FACTS }), places);
  expect(findings.map(({ code, cells }) => [code, cells])).toEqual([
    ['scheme-unverified', [at(4)]],
    ['weights-differ', [at(9), at(6)]],
  ]);
});

test('an unverified scheme says so with its source', () => {
  const { findings } = evaluate(schemeOf([RATE], { verified: false }), ledgerOf({ facts: FACTS }));
  expect(findings).toMatchObject([{ code: 'scheme-unverified', params: { scheme: '某区指标体系', source: '某文件' } }]);
});

test('an answer for an indicator that is not in the scheme is reported once, with what may be meant', () => {
  const judgements = [
    ...CHECKED,
    judgementOf('采购管理合规', '是', { point: '甲' }),
    judgementOf('采购管理合规', '否', { point: '乙' }),
  ];
  const { findings } = evaluate(schemeOf([CHECK]), ledgerOf({ judgements }));
  expect(findings).toMatchObject([
    {
      code: 'indicator-unknown',
      params: { name: '采购管理合规', known: '采购管理合规性' },
      cells: [given(judgements[2]).cell],
    },
  ]);
});

test('an empty row for an unknown indicator is no mistake', () => {
  const judgements = [...CHECKED, judgementOf('备注', '')];
  expect(evaluate(schemeOf([CHECK]), ledgerOf({ judgements })).findings).toEqual([]);
});

test('a score that a person entered for an indicator that figures decide is reported, not dropped in silence', () => {
  const judgements = [judgementOf('预算完成率', '得分5')];
  const evaluation = evaluate(schemeOf([RATE]), ledgerOf({ facts: FACTS, judgements }));
  expect(totals(evaluation)).toEqual(['5.0', '4.9', '0.1']);
  expect(evaluation.findings).toMatchObject([
    { code: 'point-unknown', params: { indicator: '预算完成率', point: '得分' }, cells: [given(judgements[0]).cell] },
  ]);
});

test('names of indicators match whatever spaces, width and brackets the sheet uses', () => {
  const name = '“三公”经费（决算）控制';
  const judgements = [judgementOf('三公经费 (决算)控制', '得分5')];
  const { scorecard, findings } = evaluate(schemeOf([indicatorOf(name, GRADED)]), ledgerOf({ judgements }));
  expect(given(scorecard.results[0]).status).toBe('manual');
  expect(findings).toEqual([]);
});

test('the assumption behind an average is said with the scores', () => {
  const paid = Array.from({ length: 12 }, (_, index) => `${String(10 * (index + 1))}.00`);
  const facts = { ...monthFacts(paid, []), '一般公共预算.全年预算数': '120.00元' };
  const measure = {
    kind: 'average-execution' as const,
    key: '平均执行率',
    basis: '一般公共预算' as const,
    definition: 'quarter-ends' as const,
    peers: '同级平均执行率',
  };
  const evaluation = evaluate(schemeOf([indicatorOf('平均执行率', PROPORTIONAL, { measure })]), ledgerOf({ facts }));
  expect(evaluation.findings.map(({ code }) => code)).toEqual(['average-budget-assumed']);
  expect(totals(evaluation)).toEqual(['5.0', '5.0', '0.0']);
});

test('every result can say where it comes from: rule, numbers, clause and the rate below it', () => {
  const { scorecard } = evaluate(schemeOf([RATE]), ledgerOf({ facts: FACTS }));
  const { trace, cells } = given(scorecard.results[0]);
  expect(trace).toMatchObject({ label: '预算完成率', result: '4.9', clause: '某文件第一条' });
  expect(trace.rule).toContain('分值');
  expect(trace.substitution).toContain('98.20%');
  expect(trace.inputs).toMatchObject([
    { label: '预算完成率', rule: '财政拨款.决算数 ÷ 财政拨款.全年预算数', result: '98.20%' },
  ]);
  expect(cells).toEqual(trace.cells);
  expect(cells).toHaveLength(2);
});

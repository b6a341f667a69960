import type { Judgement } from '../../../src/core/ledger/judgement.ts';
import { fixed } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { Rule } from '../../../src/core/scheme/scheme.ts';
import { given } from '../support/cases.ts';
import { judgementOf, ledgerOf, type Stated } from '../support/ledgers.ts';
import { COMPLETION, GRADED, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const FACTS = { '财政拨款.决算数': '2401712.36元', '财政拨款.全年预算数': '2445700.00元' };
const COMPUTED_REASON = /财政拨款决算数.*少/;

interface Scored {
  readonly score: string | undefined;
  readonly deduction: string | undefined;
  readonly status: string;
  readonly reason: string;
  readonly codes: readonly string[];
}

/** 预算完成率 by the rule (4.9 of 5) with what a person typed into the score sheet. */
function scored(answer: string, reason = '', facts: Stated = FACTS, rule: Rule = PROPORTIONAL): Scored {
  const judgements = [judgementOf('预算完成率', answer, { origin: 'score-sheet', reason })];
  const indicator = indicatorOf('预算完成率', rule, rule === PROPORTIONAL ? { measure: COMPLETION } : {});
  const evaluation = evaluate(schemeOf([indicator]), ledgerOf({ facts, judgements }));
  const result = given(evaluation.scorecard.results[0]);
  return {
    score: result.score && fixed(result.score, 1),
    deduction: result.deduction && fixed(result.deduction, 1),
    status: result.status,
    reason: result.reason,
    codes: evaluation.findings.map(({ code }) => code),
  };
}

test('a score that a person typed stands, with its reason; the difference is reported', () => {
  expect(scored('得分4.5', '年末追加预算未支出')).toEqual({
    score: '4.5',
    deduction: '0.5',
    status: 'manual',
    reason: '年末追加预算未支出',
    codes: ['override-kept'],
  });
});

test('a typed deduction is a score too', () => {
  expect(scored('扣0.5', '原因')).toMatchObject({ score: '4.5', deduction: '0.5', codes: ['override-kept'] });
});

test('another score without a reason does not borrow the reason of the rule', () => {
  expect(scored('得分4.5')).toMatchObject({ reason: '', codes: ['override-kept', 'reason-missing'] });
});

test('“无” is no reason for another score', () => {
  expect(scored('得分4.5', '无')).toMatchObject({ reason: '', codes: ['override-kept', 'reason-missing'] });
});

test('the same score as the rule’s keeps the rule’s reason and is no difference', () => {
  const same = scored('得分4.9');
  expect(same).toMatchObject({ score: '4.9', status: 'manual', codes: [] });
  expect(same.reason).toMatch(COMPUTED_REASON);
});

test('a person’s reason stands before the rule’s even for the same score', () => {
  expect(scored('得分4.9', '尾款未付')).toMatchObject({ reason: '尾款未付', codes: [] });
});

test('full marks by a person need no reason and take none', () => {
  expect(scored('得分5', '原因已消除')).toMatchObject({
    score: '5.0',
    deduction: '0.0',
    reason: '',
    codes: ['override-kept'],
  });
});

test('a person may score what the data cannot', () => {
  expect(scored('得分4', '数据口径不一致', {})).toMatchObject({ score: '4.0', status: 'manual', codes: [] });
});

test('the report of a difference names both scores and the cell', () => {
  const judgement = judgementOf('预算完成率', '得分4.5', { origin: 'score-sheet', reason: '原因' });
  const scheme = schemeOf([indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION })]);
  const { findings, scorecard } = evaluate(scheme, ledgerOf({ facts: FACTS, judgements: [judgement] }));
  expect(findings).toMatchObject([{ params: { stated: '4.5', computed: '4.9' }, cells: [judgement.cell] }]);
  const { trace, overridden } = given(scorecard.results[0]);
  expect(overridden).toBe(true);
  expect(trace.inputs).toMatchObject([{ label: '预算完成率', result: '4.9' }]);
});

test.each(['得分5.5', '得分-1', '扣6'])('%s is outside of the weight, whoever typed it', (answer) => {
  expect(scored(answer, '原因').codes).toContain('score-out-of-range');
});

test('a typed score stands before the answer on the sheet for judgements', () => {
  const judgements = [
    judgementOf('绩效目标合理性', '得分4.7', { reason: '目标不够量化' }),
    judgementOf('绩效目标合理性', '得分4.5', { origin: 'score-sheet', reason: '复核调整' }),
  ];
  const { scorecard, findings } = evaluate(schemeOf([indicatorOf('绩效目标合理性', GRADED)]), ledgerOf({ judgements }));
  expect(given(scorecard.results[0]).score?.toString()).toBe('4.5');
  expect(given(scorecard.results[0]).reason).toBe('复核调整');
  expect(findings.map(({ code }) => code)).toEqual(['override-kept']);
});

test('a score sheet row of another indicator is none of ours', () => {
  const judgements = [judgementOf('预算调整率', '得分1', { origin: 'score-sheet' })];
  const scheme = schemeOf([indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION })]);
  expect(evaluate(scheme, ledgerOf({ facts: FACTS, judgements })).findings).toEqual([]);
});

describe('a reason that a person typed beside our score', () => {
  test('is the reason, and the score stays the rule’s', () => {
    expect(scored('', '尾款未付')).toEqual({
      score: '4.9',
      deduction: '0.1',
      status: 'scored',
      reason: '尾款未付',
      codes: [],
    });
  });

  test('is enough for points that a person took off without a reason', () => {
    const judgements = (reason: string): Judgement[] => [
      judgementOf('绩效目标合理性', '得分4.7'),
      judgementOf('绩效目标合理性', '', { origin: 'score-sheet', reason }),
    ];
    const codes = (reason: string): readonly string[] =>
      evaluate(
        schemeOf([indicatorOf('绩效目标合理性', GRADED)]),
        ledgerOf({ judgements: judgements(reason) }),
      ).findings.map(({ code }) => code);
    expect(codes('指标不够量化')).toEqual([]);
    expect(codes('')).toEqual(['reason-missing']);
    expect(codes('无')).toEqual(['reason-missing']);
  });

  test('names its cell', () => {
    const typed = judgementOf('预算完成率', '', { origin: 'score-sheet', reason: '尾款未付' });
    const indicator = indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION });
    const { scorecard } = evaluate(schemeOf([indicator]), ledgerOf({ facts: FACTS, judgements: [typed] }));
    expect(given(scorecard.results[0])).toMatchObject({ reasonCells: [typed.reasonCell], overridden: false });
  });

  test('is no reason where nothing is lost, and no score where there is none', () => {
    const full = { '财政拨款.决算数': '100.00元', '财政拨款.全年预算数': '100.00元' };
    expect(scored('', '备注', full)).toMatchObject({ score: '5.0', reason: '', codes: [] });
    expect(scored('', '备注', {})).toMatchObject({ score: undefined, status: 'missing', reason: '' });
  });

  test('“无” leaves the reason from the figures', () => {
    expect(scored('', '无').reason).toMatch(COMPUTED_REASON);
  });
});

import fc from 'fast-check';
import type { Judgement } from '../../../src/core/ledger/judgement.ts';
import { fixed } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { showEvidence } from '../../../src/core/scheme/evidence.ts';
import type { Rule } from '../../../src/core/scheme/scheme.ts';
import { scoreContent } from '../../../src/core/writeback/result-cells.ts';
import { given } from '../support/cases.ts';
import { judgementOf, ledgerOf } from '../support/ledgers.ts';
import { checklist, GRADED, indicatorOf, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

const NAME = '某项管理';
const NO_REFS = { value: undefined, weight: undefined, score: undefined };

function judged(rule: Rule, weight: string, judgements: readonly Judgement[]): ReturnType<typeof evaluate> {
  return evaluate(schemeOf([indicatorOf(NAME, rule, { weight })]), ledgerOf({ judgements }));
}

describe('reasons and evidence', () => {
  const scored = (
    judgements: readonly Judgement[],
    rule = checklist({ 甲: '3', 乙: '2' }),
  ): ReturnType<typeof evaluate> => judged(rule, '5', judgements);

  test('a reason that a person gave stands before the one from the answers, each once', () => {
    const result = given(
      scored([
        judgementOf(NAME, '否', { point: '甲', reason: '制度未修订', evidence: '文件1', where: '档案室' }),
        judgementOf(NAME, '否', { point: '乙', reason: '制度未修订', evidence: '文件2' }),
      ]).scorecard.results[0],
    );
    expect([result.reason, showEvidence(result.evidence)]).toEqual(['制度未修订', '文件1（档案室）；文件2']);
    expect(result.evidence.map(({ cell }) => cell.column)).toEqual([5, 5]);
    expect(result.reasonCells.map(({ column }) => column)).toEqual([4, 4]);
  });

  test('no reason without a deduction', () => {
    const all = ['甲', '乙'].map((point) => judgementOf(NAME, '是', { point, reason: '备注' }));
    expect(given(scored(all).scorecard.results[0]).reason).toBe('');
  });

  test('a deduction that a person made without a reason is an error', () => {
    const { findings } = scored([judgementOf(NAME, '得分4.8')], GRADED);
    expect(findings.map(({ code, params }) => [code, params])).toEqual([
      ['reason-missing', { indicator: NAME, deduction: '0.2' }],
    ]);
    expect(scored([judgementOf(NAME, '得分4.8', { reason: '培训不足' })], GRADED).findings).toEqual([]);
  });

  test.each(['无', '/', '——', '。', ' - '])('“%s” is no reason', (reason) => {
    const graded = scored([judgementOf(NAME, '得分4.8', { reason })], GRADED);
    expect(graded.findings.map(({ code }) => code)).toEqual(['reason-missing']);
    const result = given(
      scored([judgementOf(NAME, '否', { point: '甲', reason }), judgementOf(NAME, '是', { point: '乙' })]).scorecard
        .results[0],
    );
    expect([result.reason, result.reasonCells[0]?.column]).toEqual(['“甲”未达到要求', 3]);
  });

  test('an answer to a point the scheme does not have is reported, not dropped in silence', () => {
    const list = [
      ...['甲', '乙'].map((point) => judgementOf(NAME, '是', { point })),
      judgementOf(NAME, '否', { point: '丙' }),
    ];
    expect(scored(list).findings.map(({ code, params }) => [code, params])).toEqual([
      ['point-unknown', { indicator: NAME, point: '丙' }],
    ]);
  });
});

test.each([
  ['得分5.1', '5.1'],
  ['得分-1', '-1.0'],
  ['扣6', '-1.0'],
  ['扣-0.5', '5.5'],
])('%s of 5 is outside of what can be given', (answer, score) => {
  const { findings } = judged(GRADED, '5', [judgementOf(NAME, answer, { reason: '工作不足' })]);
  expect(findings).toMatchObject([{ code: 'score-out-of-range', params: { indicator: NAME, score, weight: '5' } }]);
});

test('a negative count does not earn points', () => {
  const { findings } = judged({ kind: 'count-deduct', each: '1', of: '延误' }, '3', [judgementOf(NAME, '-1次')]);
  expect(findings.map(({ code }) => code)).toContain('score-out-of-range');
});

test.each([
  ['deduction', 0.5, 4.5],
  ['deduction', 0, 5],
  ['score', 0.5, 0.5],
] as const)('an empty row that asks for a %s: once %d is typed, its formula gives %d of 5', (asks, entered, points) => {
  const judgement = judgementOf(NAME, '', { asks });
  const result = given(judged(GRADED, '5', [judgement]).scorecard.results[0]);
  const content = scoreContent(result, NO_REFS);
  if (content.kind !== 'formula') throw new Error('no formula');
  expect([result.status, content.result]).toEqual(['missing', '缺数据']);
  const shown = (value: number | string | null): unknown => {
    const sheet = Array.from({ length: judgement.cell.row + 1 }, (_, row) =>
      row === judgement.cell.row ? [null, null, null, value] : [null],
    );
    return compute({ 自评打分: sheet, 结果: [[`=${content.formula}`]] }).at('结果', 0, 0);
  };
  expect([entered, null, '无'].map(shown)).toEqual([points, '缺数据', '缺数据']);
});

test('a number that is a score is no count: no live formula takes it for one', () => {
  const rule: Rule = { kind: 'count-deduct', each: '1', of: '延误' };
  const result = given(judged(rule, '3', [judgementOf(NAME, '得分2')]).scorecard.results[0]);
  expect(result.status).toBe('missing');
  expect(scoreContent(result, NO_REFS)).toEqual({ kind: 'text', value: '缺数据' });
});

test('a checklist is never worth more than its items nor less than nothing, and each 否 costs exactly its item', () => {
  const items = fc.array(
    fc.record({ points: fc.integer({ min: 0, max: 40 }), kind: fc.constantFrom('是', '否', '不适用') }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(items, (list) => {
      const texts = Object.fromEntries(
        list.map(({ points }, index) => [`第${String(index)}项`, (points / 10).toFixed(1)]),
      );
      const total = list.reduce((sum, { points }) => sum + points, 0);
      const lost = list.reduce((sum, { points, kind }) => (kind === '否' ? sum + points : sum), 0);
      const weight = (total / 10).toFixed(1);
      const judgements = list.map(({ kind }, index) => judgementOf(NAME, kind, { point: `第${String(index)}项` }));
      const result = given(judged(checklist(texts), weight, judgements).scorecard.results[0]);
      expect(fixed(given(result.deduction), 1)).toBe((lost / 10).toFixed(1));
      expect(fixed(given(result.score), 1)).toBe(((total - lost) / 10).toFixed(1));
    }),
    { numRuns: 50 },
  );
});

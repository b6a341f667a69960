import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { severityOf } from '../../../src/core/findings/finding.ts';
import { messageOf } from '../../../src/core/texts/finding-texts.ts';
import { given } from '../support/cases.ts';
import { judgementOf, ledgerOf } from '../support/ledgers.ts';
import { checklist, COMPLETION, GRADED, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const SCHEME = schemeOf([
  indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION }),
  indicatorOf('绩效目标合理性', GRADED),
  indicatorOf('采购管理合规性', checklist({ 意向公开: '2', 备案及时: '3' })),
]);
const FACTS = { '财政拨款.决算数': '98元', '财政拨款.全年预算数': '100元' };

function scored(...judgements: Parameters<typeof judgementOf>[]): ReturnType<typeof evaluate> {
  return evaluate(SCHEME, ledgerOf({ facts: FACTS, judgements: judgements.map((one) => judgementOf(...one)) }));
}

test('the scores that people gave without evidence are listed once, with the cells of their answers', () => {
  const { findings, scorecard } = scored(
    ['绩效目标合理性', '得分5', { evidence: '' }],
    ['采购管理合规性', '是', { point: '意向公开', evidence: '无' }],
    ['采购管理合规性', '是', { point: '备案及时', evidence: '' }],
  );
  const found = given(findings.find(({ code }) => code === 'evidence-missing'));
  expect(found.params).toEqual({ count: '2', indicators: '绩效目标合理性、采购管理合规性' });
  expect(found.cells).toEqual(scorecard.results.slice(1).flatMap(({ cells }) => cells));
  expect([found.cells.length, severityOf(found)]).toEqual([3, 'warning']);
  expect(messageOf(found)).toContain('没有填写佐证材料');
});

test('one document for one point of a checklist is evidence for the indicator, and comes with its place and cell', () => {
  const { findings, scorecard } = scored(
    ['绩效目标合理性', '得分5', { evidence: '', where: '档案室2号柜' }],
    ['采购管理合规性', '是', { point: '意向公开', evidence: '公告', where: '政府采购网' }],
    ['采购管理合规性', '是', { point: '备案及时', evidence: '' }],
  );
  expect(findings.map(({ code }) => code)).not.toContain('evidence-missing');
  expect(given(scorecard.results[2]).evidence).toMatchObject([
    { name: '公告', where: '政府采购网', cell: { sheet: '自评打分', column: 5 } },
  ]);
});

test('nothing is asked for where nobody has answered yet, nor for what the figures prove', () => {
  expect(scored().findings.map(({ code }) => code)).not.toContain('evidence-missing');
});

test('a score typed over that of the figures needs evidence; the same score does not', () => {
  const codes = (answer: string): readonly string[] =>
    scored(['预算完成率', answer, { origin: 'score-sheet', evidence: '' }]).findings.map(({ code }) => code);
  expect(codes('得分4')).toContain('evidence-missing');
  expect(codes('得分4.9')).not.toContain('evidence-missing');
});

import type { Block } from '../../../src/core/report/document.ts';
import { draftReport } from '../../../src/core/report/draft.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { given } from '../support/cases.ts';
import { drafted, inlinesOf, linesOf, sectionOf, textOf } from '../support/documents.ts';
import { derivedLedger } from '../support/ledgers.ts';
import { department, FIGURES, MONEY, SCHEME, WORDS } from './model.ts';

const { document, findings } = drafted(department(), SCHEME);

test('the outline of the model report, numbered', () => {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${String(block.level)}.${String(block.number)} ${textOf(block.content)}`] : [],
  );
  expect(headings).toEqual([
    '1.1 部门基本情况',
    '2.1 部门职能',
    '2.2 年度总体工作和重点工作任务',
    '3.1 开展2023年科普行动',
    '3.2 组织科技竞赛',
    '2.3 部门整体支出绩效目标',
    '2.4 部门整体收支情况',
    '2.5 部门整体绩效管理情况',
    '3.1 健全制度规范',
    '3.2 开展绩效运行监控',
    '1.2 绩效自评情况',
    '2.1 自评结论',
    '2.2 履职效能分析',
    '2.3 管理效率分析',
    '1.3 存在的主要问题',
    '1.4 下一步改进措施',
  ]);
});

test('a full workbook leaves nothing to fill in', () => {
  expect(document.blocks.flatMap(inlinesOf).filter(({ kind }) => kind === 'todo')).toEqual([]);
  expect(findings).toEqual([]);
});

test('title, attachment and signature', () => {
  expect(linesOf(document).slice(0, 2)).toEqual(['附件4', '2023年度某市科学技术协会整体支出绩效自评报告']);
  expect(linesOf(document).at(-1)).toBe('某市科学技术协会2024年3月5日');
  expect(document).toMatchObject({
    title: '2023年度某市科学技术协会整体支出绩效自评报告',
    department: '某市科学技术协会',
    year: '2023',
  });
});

test('the money: income, expenditure with its difference, sources, parts with their base, rates with both amounts', () => {
  expect(sectionOf(document, '部门整体收支情况')).toEqual([
    '2023年部门收入年初预算240.27万元；决算240.35万元，比年初预算增加0.08万元。',
    '2023年部门支出年初预算240.27万元；全年预算244.75万元，比年初预算增加4.48万元；' +
      '决算240.35万元，比全年预算减少4.40万元，为全年预算的98.20%。' +
      '支出决算中，财政拨款240.17万元，其他资金0.18万元，其他资金来源为上级学会经费。',
    '财政拨款支出中，基本支出199.41万元，占财政拨款支出的83.03%；项目支出40.76万元，占财政拨款支出的16.97%。',
    '预算完成率98.20%，为财政拨款决算数240.17万元与财政拨款全年预算数244.57万元之比。',
    '项目支出执行情况：科普活动项目全年预算41.08万元，支出40.76万元，支出率99.22%。',
    '收入、支出和各项目的明细情况见后附《部门整体收入支出情况表》。',
  ]);
});

test('tasks in the department’s own words, with outputs put in where they are named and listed where they are not', () => {
  expect(sectionOf(document, '开展2023年科普行动')).toEqual(['举办12场，覆盖12个街道。']);
  expect(sectionOf(document, '组织科技竞赛')).toEqual([
    '组织竞赛。',
    '主要产出：科技竞赛计划4次，实际3次，未达到计划值。',
  ]);
});

test('typed text is kept paragraph by paragraph, every one ended', () => {
  expect(sectionOf(document, '部门职能')).toEqual([
    '开展科学普及。',
    '联系科技工作者。',
    '内设2个部。',
    '人员配备：公务员8名，事业人员3名。',
  ]);
});

test('a figure named in a person’s text stands as the fact itself', () => {
  const line = given(
    document.blocks.find(
      (block) => block.kind === 'paragraph' && inlinesOf(block).some(({ text }) => text.includes('全年开展')),
    ),
  );
  const cell = (key: string): string =>
    `数据!B${String(Object.keys({ ...WORDS, ...MONEY, ...FIGURES }).indexOf(key) + 1)}`;
  const phrase = (id: string, text: string, key: string): unknown => ({ kind: 'phrase', id, text, source: cell(key) });
  expect(inlinesOf(line).slice(0, 2)).toEqual([
    phrase('年度总体工作', '全年开展', '年度总体工作'),
    phrase('产出.科普讲座.实际值', '12场', '产出.科普讲座.实际值'),
  ]);
  expect(textOf(inlinesOf(line))).toBe('全年开展12场，财政拨款支出240.17万元。');
  expect(inlinesOf(line)[3]).toEqual(phrase('财政拨款.决算数', '240.17万元', '财政拨款.决算数'));
});

test('the conclusion adds up', () => {
  expect(sectionOf(document, '自评结论')[1]).toBe(
    '经自评，总得分69.3分，满分100分，共扣30.7分；其中履职效能得30分，管理效率得39.3分。各项指标得分见后附《部门整体支出绩效自评表》。',
  );
});

test('the table has a row for every indicator and one for the total, in the order of the scheme', () => {
  const table = given(
    document.blocks.findLast((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table'),
  );
  const rows = table.rows.map((row) => row.map((cell) => (cell === 'above' ? '〃' : textOf(cell))));
  expect(rows.map((row) => row.slice(0, 7))).toEqual([
    ['履职效能', '服务公众', '服务公众任务完成率', '30.0', '100.00%', '30.0', '0.0'],
    ['〃', '服务科技工作者', '服务科技工作者任务完成率', '30.0', '0.00%', '0.0', '30.0'],
    ['管理效率', '资金管理', '预算完成率', '20.0', '98.20%', '19.6', '0.4'],
    ['〃', '绩效管理', '绩效目标合理性', '15.0', '', '14.7', '0.3'],
    ['〃', '采购管理', '采购管理合规性', '5.0', '', '5.0', '0.0'],
    ['合计', '', '', '100.0', '', '69.3', '30.7'],
  ]);
  expect(table.columns.map(({ header }) => header)).toHaveLength(8);
});

test('the document carries every fact with its value, its words and its cells', () => {
  const stated = Object.keys({ ...WORDS, ...MONEY, ...FIGURES });
  const keys = document.facts.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...stated, '预算完成率', '财政拨款.基本支出.占比', '其他资金.决算数']));
  expect(new Set(keys).size).toBe(keys.length);
  expect(document.facts.find(({ key }) => key === '预算完成率')).toMatchObject({
    value: '98.20',
    unit: '%',
    display: '98.20%',
    basis: '财政拨款；决算数 ÷ 全年预算数',
  });
  expect(document.facts.filter(({ source }) => source.length === 0)).toEqual([]);
});

test('drafting twice gives the same document', () => {
  expect(
    drafted(department(), SCHEME)
      .document.blocks.map(inlinesOf)
      .map((list) => list.map(({ text }) => text)),
  ).toEqual(document.blocks.map(inlinesOf).map((list) => list.map(({ text }) => text)));
  const ledger = derivedLedger(department());
  const { scorecard, facts } = evaluate(SCHEME, ledger);
  expect(draftReport(ledger, scorecard, facts)).toEqual(draftReport(ledger, scorecard, facts));
});

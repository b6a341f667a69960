import type { Scheme } from '../../../src/core/scheme/scheme.ts';
import { drafted, inlinesOf, linesOf, sectionOf, textOf } from '../support/documents.ts';
import { judgementOf } from '../support/ledgers.ts';
import { GRADED, indicatorOf, schemeOf } from '../support/schemes.ts';
import { department, SCHEME } from './model.ts';

const { document } = drafted(department(), SCHEME);

/** The numbered items of a paragraph: `一是…；二是…。` */
function items(lines: readonly string[]): readonly string[] {
  const text = lines.join('');
  const start = text.indexOf('一是');
  return start < 0 ? [] : text.slice(start).split('；');
}

test('every deduction has its sentence with points and reason, under its aspect', () => {
  expect(sectionOf(document, '履职效能分析').join('')).toContain(
    '服务科技工作者方面，任务完成率0.00%，得0分，扣30分，主要原因是“科技竞赛”计划4次、实际3次，未达到计划值。',
  );
  expect(sectionOf(document, '管理效率分析')).toEqual([
    '资金管理方面：预算完成率扣0.4分，主要原因是财政拨款决算数240.17万元，比财政拨款全年预算数244.57万元少4.40万元，预算完成率为98.20%。',
    '绩效管理方面：绩效目标合理性扣0.3分，主要原因是产出指标只有5个。',
    '采购管理方面：各项指标均未扣分。',
  ]);
});

test('every deduction has a problem and a measure, in the same order, the largest first', () => {
  expect(items(sectionOf(document, '存在的主要问题'))).toEqual([
    '一是服务科技工作者部分任务未达标（服务科技工作者任务完成率扣30分）',
    '二是预算未用完（预算完成率扣0.4分）',
    '三是目标不够量化（绩效目标合理性扣0.3分）。',
  ]);
  expect(items(sectionOf(document, '下一步改进措施'))).toEqual([
    '一是针对“服务科技工作者任务完成率”，逐项整改服务科技工作者任务',
    '二是针对“预算完成率”，加快支出',
    '三是针对“绩效目标合理性”，细化目标。',
  ]);
});

/** `count` graded indicators, each of 5; the given ones lose what is said. */
function graded(count: number): Scheme {
  const indicators = Array.from({ length: count }, (_, index) =>
    indicatorOf(`指标${String.fromCharCode(0x7532 + index)}`, GRADED, {
      problem: `问题${String(index)}。`,
      improvement: `措施${String(index)}；`,
    }),
  );
  return schemeOf(indicators);
}

test('equal deductions stay in the order of the scheme, and marks at the end of words are not doubled', () => {
  const scheme = graded(3);
  const judgements = scheme.indicators.map(({ name }) => judgementOf(name, '得分4.5', { reason: '有差距；' }));
  const drafted3 = drafted(department({}, [], { judgements }), scheme).document;
  expect(items(sectionOf(drafted3, '存在的主要问题')).map((item) => item.slice(0, 5))).toEqual([
    '一是问题0',
    '二是问题1',
    '三是问题2',
  ]);
  expect(linesOf(drafted3).filter((line) => /[。；，]{2}/.test(line))).toEqual([]);
});

test('a deduction without a reason gets a mark, never an invented one', () => {
  const scheme = graded(1);
  const judgements = scheme.indicators.map(({ name }) => judgementOf(name, '得分4.5'));
  const { document: draft } = drafted(department({}, [], { judgements }), scheme);
  expect(sectionOf(draft, '管理效率分析').join('')).toMatch(/扣0\.5分，主要原因是【待补充：.+的扣分原因】。/);
});

test('no deductions: said once in every place, and no list', () => {
  const scheme = graded(2);
  const judgements = scheme.indicators.map(({ name }) => judgementOf(name, '得分5'));
  const { document: draft } = drafted(department({}, [], { judgements }), scheme);
  expect(sectionOf(draft, '存在的主要问题')).toEqual([
    '对照指标体系，本年度各项指标均未扣分，未发现需要说明的突出问题。',
  ]);
  expect(sectionOf(draft, '下一步改进措施')).toEqual(['继续保持现有做法，巩固预算执行和绩效管理成效。']);
  expect(sectionOf(draft, '自评结论')[1]).toContain('总得分10分，满分10分，未扣分。');
  expect(linesOf(draft).filter((line) => line.includes('扣0分，主要原因'))).toEqual([]);
});

test('a deduction that rounds to nothing is none: 4.99 of 5 is 5', () => {
  const rich = department({ '财政拨款.决算数': '244.50万元' });
  const text = linesOf(drafted(rich, SCHEME).document).join('\n');
  expect(text).not.toContain('预算完成率扣');
});

test('the sum of the groups is the total, and the deductions in the sentences make up the lost points', () => {
  const text = linesOf(document).join('\n');
  const total = /总得分([\d.]+)分，满分([\d.]+)分，共扣([\d.]+)分；其中(.*)。/.exec(text);
  const groups = [...(total?.[4] ?? '').matchAll(/得([\d.]+)分/g)].map(([, points]) => Number(points));
  expect(groups.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(total?.[1]), 9);
  expect(Number(total?.[1]) + Number(total?.[3])).toBeCloseTo(Number(total?.[2]), 9);
  const lost = items(sectionOf(document, '存在的主要问题')).map((item) => Number(/扣([\d.]+)分/.exec(item)?.[1]));
  expect(lost.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(total?.[3]), 9);
});

test('a kept override is the score everywhere: sentence, problem, total and table', () => {
  const judgements = [
    ...(department().judgements ?? []),
    judgementOf('预算完成率', '得分18', { origin: 'score-sheet', reason: '年末追加预算未支出' }),
  ];
  const { document: draft } = drafted(department({}, [], { judgements }), SCHEME);
  const text = draft.blocks.map((block) => textOf(inlinesOf(block))).join('\n');
  expect(text).toContain('预算完成率扣2分，主要原因是年末追加预算未支出');
  expect(text).not.toContain('扣0.4分');
  expect(sectionOf(draft, '自评结论')[1]).toContain('总得分67.7分');
});

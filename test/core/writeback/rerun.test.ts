import type { CellValue, Workbook } from '../../../src/core/workbook/workbook.ts';
import { given } from '../support/cases.ts';
import { ANSWERS, EXECUTION, run } from '../support/pipeline.ts';
import { THREE } from '../support/schemes.ts';
import { recomputed } from '../support/spreadsheet.ts';
import { typed, workbookOf, type Rows } from '../support/workbooks.ts';

/*
 * A second run after a person changed something. The first run has filled 评分表: 预算完成率 is row 2, 绩效目标合理性 row 3; the
 * columns are 指标, 分值, 指标值, 得分, 扣分, 扣分原因.
 */
const COLUMN = { value: 2, score: 3, deduction: 4, reason: 5 };
const BLANK = ['', '', '', ''];
const FIRST = run(
  workbookOf({
    执行: EXECUTION,
    自评打分: ANSWERS,
    评分表: [
      ['三级指标', '分值', '指标值', '得分', '扣分', '扣分原因'],
      ['预算完成率', 5, ...BLANK],
      ['绩效目标合理性', 5, ...BLANK],
      ['采购管理合规性', 3, ...BLANK],
      ['合计', 13, ...BLANK],
    ],
  }),
  THREE,
).after;

function row(workbook: Workbook, index: number): readonly CellValue[] {
  return given(given(workbook.sheets.find(({ name }) => name === '评分表')).rows[index]).slice(2);
}

function codes({ evaluation, writeBack }: ReturnType<typeof run>): readonly string[] {
  return [...evaluation.findings, ...writeBack.findings].map(({ code }) => code);
}

function disagreeing(workbook: Workbook): readonly unknown[] {
  const near = (a: CellValue, b: CellValue): boolean =>
    a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-9);
  return recomputed(workbook).filter(({ stored, computed }) => !near(stored, computed));
}

test('new figures are written over our old results, and an old reason does not outlive its deduction', () => {
  const full = typed(typed(FIRST, '执行', 4, 3, 2445700), '执行', 2, 3, 2038100);
  const second = run(full, THREE);
  expect(row(second.after, 1)).toEqual([1, 5, 0, null]);
  expect(given(second.evaluation.scorecard.results[0]).overridden).toBe(false);
  expect(row(second.after, 4)).toEqual(['', 11.7, 1.3, '']);
  expect(disagreeing(second.after)).toEqual([]);
});

test('a person types another score: it stays, the deduction and the totals follow, our old reason is taken back', () => {
  const second = run(typed(FIRST, '评分表', 1, COLUMN.score, 4), THREE);
  expect(row(second.after, 1).slice(1)).toEqual([4, 1, null]);
  expect(row(second.after, 4).slice(1, 3)).toEqual([10.7, 2.3]);
  expect(codes(second)).toEqual(['override-kept', 'reason-missing', 'evidence-missing']);
  expect(disagreeing(second.after)).toEqual([]);
});

test('a person types another score and the reason for it', () => {
  const book = typed(typed(FIRST, '评分表', 1, COLUMN.score, 4), '评分表', 1, COLUMN.reason, '追加预算未支出');
  const second = run(book, THREE);
  expect(row(second.after, 1).slice(1)).toEqual([4, 1, '追加预算未支出']);
  expect(codes(second)).toEqual(['override-kept', 'evidence-missing']);
});

test('the same score typed over ours, with a space in front, is a person’s and nobody contradicts it', () => {
  const second = run(typed(FIRST, '评分表', 1, COLUMN.score, ' 4.9'), THREE);
  expect(codes(second)).toEqual([]);
  expect(row(second.after, 1).slice(1, 3)).toEqual([' 4.9', 0.1]);
  expect(disagreeing(second.after)).toEqual([]);
});

test('a person clears an override: the rule’s score comes back', () => {
  const over = run(typed(FIRST, '评分表', 1, COLUMN.score, 4), THREE).after;
  const second = run(typed(over, '评分表', 1, COLUMN.score, null), THREE);
  expect(second.after.sheets).toEqual(FIRST.sheets);
  expect(codes(second)).toEqual([]);
});

test('a person types another deduction: the score follows it', () => {
  const second = run(typed(FIRST, '评分表', 1, COLUMN.deduction, 0.6), THREE);
  expect(row(second.after, 1).slice(1, 3)).toEqual([4.4, 0.6]);
  expect(disagreeing(second.after)).toEqual([]);
  const cleared = run(typed(second.after, '评分表', 1, COLUMN.deduction, null), THREE);
  expect(cleared.after.sheets).toEqual(FIRST.sheets);
});

test('a person types another value: it stays and is reported, the score still follows the figures', () => {
  const second = run(typed(FIRST, '评分表', 1, COLUMN.value, 0.5), THREE);
  expect(row(second.after, 1).slice(0, 2)).toEqual([0.5, 4.9]);
  expect(codes(second)).toEqual(['cell-kept']);
  expect(disagreeing(second.after)).toEqual([]);
});

test('a person’s reason beside our score is kept', () => {
  const second = run(typed(FIRST, '评分表', 1, COLUMN.reason, '尾款未付'), THREE);
  expect(row(second.after, 1)).toEqual([given(row(FIRST, 1))[0], 4.9, 0.1, '尾款未付']);
});

describe('a reason typed beside our score', () => {
  const judged = (workbook: Workbook): Workbook => typed(workbook, '自评打分', 1, 4, '');

  test('is the indicator’s reason and survives the next write-backs, also with new figures', () => {
    const second = run(typed(FIRST, '评分表', 1, COLUMN.reason, '尾款未付'), THREE);
    expect(given(second.evaluation.scorecard.results[0])).toMatchObject({ reason: '尾款未付', overridden: false });
    expect(codes(second)).toEqual([]);
    const third = run(second.after, THREE);
    expect(third.after.sheets).toEqual(second.after.sheets);
    const fourth = run(typed(typed(third.after, '执行', 2, 3, 1000000), '执行', 4, 3, 1407600), THREE);
    expect(row(fourth.after, 1)[COLUMN.reason - 2]).toBe('尾款未付');
    expect(given(fourth.evaluation.scorecard.results[0]).reason).toBe('尾款未付');
    expect(row(fourth.after, 1)[COLUMN.score - 2]).not.toBe(4.9);
    expect(disagreeing(fourth.after)).toEqual([]);
  });

  test('is enough where a person’s own score has none', () => {
    const without = run(judged(FIRST), THREE);
    expect(codes(without)).toEqual(['reason-missing']);
    const told = run(typed(without.after, '评分表', 2, COLUMN.reason, '指标不够量化'), THREE);
    expect(codes(told)).toEqual([]);
    expect(row(told.after, 2).slice(1)).toEqual([4.7, 0.3, '指标不够量化']);
    expect(codes(run(told.after, THREE))).toEqual([]);
  });

  test('gives way to the computed one when it is cleared', () => {
    const second = run(typed(FIRST, '评分表', 1, COLUMN.reason, '尾款未付'), THREE);
    const cleared = run(typed(second.after, '评分表', 1, COLUMN.reason, null), THREE);
    expect(cleared.after.sheets).toEqual(FIRST.sheets);
  });
});

test('a row that asks for a deduction, still empty: its score follows as soon as a number is typed', () => {
  const answers = ANSWERS.map((cells) =>
    cells[0] === '绩效目标合理性' ? ['绩效目标合理性', 5, '扣分', null, '目标不够量化', ''] : cells,
  );
  const rows: Rows = [
    ['三级指标', '分值', '得分', '扣分'],
    ['预算完成率', 5, '', ''],
    ['绩效目标合理性', 5, '', ''],
    ['采购管理合规性', 3, '', ''],
    ['合计', 13, '', ''],
  ];
  const open = run(workbookOf({ 执行: EXECUTION, 自评打分: answers, 评分表: rows }), THREE);
  expect(row(open.after, 2)).toEqual(['缺数据', '缺数据']);
  expect(row(open.after, 4)).toEqual(['缺数据', '缺数据']);
  expect(disagreeing(open.after)).toEqual([]);
  const filled = typed(open.after, '自评打分', 1, 3, 0.3);
  const live = new Map(recomputed(filled).map(({ cell, computed }) => [cell, computed]));
  expect(['C3', 'D3', 'C5', 'D5'].map((at) => Number(live.get(`评分表!${at}`)).toFixed(9))).toEqual(
    [4.7, 0.3, 11.6, 1.4].map((points) => points.toFixed(9)),
  );
  expect(row(run(filled, THREE).after, 2)).toEqual([4.7, 0.3]);
});

describe('a budget of 0', () => {
  /** The workbook of the first run with other amounts, as a spreadsheet shows it before the next run. */
  const changed = (budget: number, spent: number): Workbook =>
    [2, 3, 4].reduce((book, at) => typed(typed(book, '执行', at, 2, budget), '执行', at, 3, spent), FIRST);

  test.each([
    ['with money spent', 100, ['缺数据', '缺数据', '缺数据'], '缺数据', ['value-missing']],
    ['with nothing spent', 0, ['不适用', 5, 0], 11.7, []],
  ] as const)('%s: value, score and total say so, live and after the next run', (_, spent, shown, total, found) => {
    const book = changed(0, spent);
    const live = new Map(recomputed(book).map(({ cell, computed }) => [cell, computed]));
    expect(['C2', 'D2', 'E2', 'D5'].map((at) => live.get(`评分表!${at}`))).toEqual([...shown, total]);
    const second = run(book, THREE);
    expect(row(second.after, 1).slice(0, 3)).toEqual(shown);
    expect(row(second.after, 4)[1]).toBe(total);
    expect(codes(second)).toEqual(found);
    expect(disagreeing(second.after)).toEqual([]);
  });
});

test('a workbook that lost our record: nothing that stands there is written over', () => {
  const second = run({ ...FIRST, written: [] }, THREE);
  expect(second.writeBack.plan.changes).toEqual([]);
  expect(second.after.sheets).toEqual(FIRST.sheets);
});

/** A workbook as another program saves it: formulas spelled differently, numbers printed with more digits. */
function respelled(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((cells) => cells.map((value) => (typeof value === 'number' ? value * (1 + 2 ** -52) : value))),
    formulas: new Map(
      [...sheet.formulas].map(([at, formula]) => [
        at,
        formula
          .replace(/([\u4e00-\u9fff]+)!/g, "'$1'!")
          .replace(/(?<=[!(,])([A-Z])(\d)/g, '$$$1$$$2')
          .replace(/,/g, ', '),
      ]),
    ),
  }));
  return { ...workbook, sheets };
}

test('a spreadsheet spelled our formulas differently: they are still ours and follow the new figures', () => {
  const saved = respelled(FIRST);
  expect(saved.sheets.map(({ formulas }) => formulas)).not.toEqual(FIRST.sheets.map(({ formulas }) => formulas));
  const second = run(typed(typed(saved, '执行', 4, 3, 2445700), '执行', 2, 3, 2038100), THREE);
  expect(row(second.after, 1)).toEqual([1, 5, 0, null]);
  expect(codes(second)).toEqual([]);
  const over = run(typed(saved, '评分表', 1, COLUMN.score, 4), THREE);
  expect(codes(over)).toEqual(['override-kept', 'reason-missing', 'evidence-missing']);
});

test('data that went missing takes the scores away, in words', () => {
  const second = run(typed(typed(FIRST, '执行', 4, 2, null), '执行', 2, 2, null), THREE);
  expect(row(second.after, 1)).toEqual(['缺数据', '缺数据', '缺数据', null]);
  expect(row(second.after, 4).slice(1, 3)).toEqual(['缺数据', '缺数据']);
  expect(disagreeing(second.after)).toEqual([]);
  const third = run(second.after, THREE);
  expect(third.after.sheets).toEqual(second.after.sheets);
});

import fc from 'fast-check';
import { PACKS } from '../../../src/core/scheme/packs/packs.ts';
import { fixed } from '../../../src/core/money/exact.ts';
import type { CellValue } from '../../../src/core/workbook/workbook.ts';
import { given } from '../support/cases.ts';
import { run } from '../support/pipeline.ts';
import { recomputed } from '../support/spreadsheet.ts';
import { workbookOf, type Cell, type Rows } from '../support/workbooks.ts';

/*
 * Whole workbooks with random figures, some of them blank or 0, under the schemes that ship: what the file says, what a
 * spreadsheet computes and what the core computed are one.
 */
const SCHEME = given(PACKS[0]);

interface Book {
  readonly unit: '元' | '万元';
  readonly budget: number;
  readonly spent: number;
  readonly months: readonly number[];
  readonly blankMonth: number;
  readonly perMonth: boolean;
  readonly ownBudgets: boolean;
  readonly outputs: readonly { readonly planned: number; readonly actual: number | null }[];
  readonly answers: readonly string[];
  readonly score: number | null;
}

const fen = fc.integer({ min: 0, max: 10 ** 10 });
const books: fc.Arbitrary<Book> = fc.record({
  unit: fc.constantFrom('元' as const, '万元' as const),
  budget: fc.oneof(fc.integer({ min: 10 ** 6, max: 10 ** 10 }), fc.constantFrom(0, 100_000_000)),
  spent: fen,
  months: fc.array(fen, { minLength: 12, maxLength: 12 }),
  blankMonth: fc.integer({ min: 0, max: 60 }),
  perMonth: fc.boolean(),
  ownBudgets: fc.boolean(),
  outputs: fc.array(
    fc.record({
      planned: fc.integer({ min: 0, max: 3 }),
      actual: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 30 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  answers: fc.array(
    fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom('是', '否', '不适用') },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    {
      minLength: 20,
      maxLength: 20,
    },
  ),
  score: fc.option(
    fc.integer({ min: 0, max: 500 }).map((n) => n / 100),
    { freq: 20 },
  ),
});

function amount(value: number, unit: Book['unit']): number {
  return unit === '元' ? value / 100 : value / 1_000_000;
}

function sheets(book: Book): Readonly<Record<string, Rows>> {
  const { unit, budget, spent, months, blankMonth, perMonth, ownBudgets, outputs, answers, score } = book;
  const money = (value: number): number => amount(value, unit);
  const present = (value: number, index: number): Cell => (index === blankMonth ? null : value);
  let next = 0;
  const judged = SCHEME.indicators.flatMap(({ name, rule }): Cell[][] => {
    if (rule.kind === 'graded') return [[name, '得分', score, '工作不足']];
    return rule.kind === 'checklist' ? rule.items.map(({ text }) => [name, text, answers[next++] ?? '', '']) : [];
  });
  return {
    执行: [
      [`单位：${unit}`],
      ['支出类别', '一般公共预算全年预算数', '财政拨款全年预算数', '财政拨款决算数'],
      ['基本支出', money(budget), money(budget), money(spent)],
      ['合计', money(budget), money(budget), money(spent)],
    ],
    '月度 执行': [
      [`单位：${unit}`],
      ['项目', ...months.map((_, index) => `${String(index + 1)}月`)],
      [
        perMonth ? '一般公共预算当月支出数' : '一般公共预算累计支出数',
        ...months.map((value, index) => present(money(value), index)),
      ],
      ...(ownBudgets
        ? [['一般公共预算月末预算数', ...months.map((_, index) => present(money(budget + index), index - 12))]]
        : []),
    ],
    工作任务: [
      ['履职方向', '工作任务', '工作开展情况', '产出指标', '计划值', '实际值', '计量单位'],
      ...outputs.map(({ planned, actual }, index): Cell[] => [
        index % 2 === 0 ? '服务甲' : '服务乙',
        `任务${String(index)}`,
        '',
        `产出${String(index)}`,
        planned,
        actual,
        '个',
      ]),
    ],
    自评打分: [['指标', '评分要点', '填写', '扣分原因'], ...judged],
  };
}

/** A cell to 12 significant digits, many more than are printed. */
function printed(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

test('what the file says is what a spreadsheet computes, and what the core computed', () => {
  let scored = 0;
  fc.assert(
    fc.property(books, (book) => {
      const { after, evaluation } = run(workbookOf(sheets(book)), SCHEME);
      const cells = recomputed(after);
      expect(cells.filter(({ stored, computed }) => printed(stored) !== printed(computed))).toEqual([]);
      const rows = given(after.sheets.at(-1)).rows.slice(3);
      evaluation.scorecard.results.forEach((result, index) => {
        const held = rows[index]?.[5];
        expect(typeof held === 'number' ? held.toFixed(1) : '—').toBe(
          result.score === undefined ? '—' : fixed(result.score, 1),
        );
      });
      if (evaluation.scorecard.total.score !== undefined) scored += 1;
    }),
    { numRuns: 30 },
  );
  // The property would hold for nothing but missing data too.
  expect(scored).toBeGreaterThan(0);
});

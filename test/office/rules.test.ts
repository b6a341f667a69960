import fc from 'fast-check';
import { fixed } from '../../src/core/money/exact.ts';
import { evaluate } from '../../src/core/scheme/evaluate.ts';
import type { Rule } from '../../src/core/scheme/scheme.ts';
import { scoreContent, valueContent } from '../../src/core/writeback/result-cells.ts';
import { valueAt } from '../../src/core/workbook/workbook.ts';
import type { CellContent, CellWrite } from '../../src/core/workbook/write-plan.ts';
import { given } from '../core/support/cases.ts';
import { dataSheet, judgementOf, ledgerOf, type Stated } from '../core/support/ledgers.ts';
import { examplesOf, measuredExamples, ruleOf } from '../core/support/rule-examples.ts';
import { COMPLETION, indicatorOf, schemeOf } from '../core/support/schemes.ts';
import { requirePrograms } from './libreoffice.ts';
import { recompute } from './recompute.ts';

/*
 * Every rule, computed by LibreOffice: amounts whose rate stands at the end of a band, on a whole step, on half of the last printed
 * digit or just beside it, and budgets of 0. Amounts go up to 10亿元 to the 分; beyond that a border can lie closer to the rate of
 * two amounts than the 15 digits of a spreadsheet tell apart.
 */

interface Shown {
  readonly what: string;
  readonly core: string;
  readonly formulas: readonly CellContent[];
  readonly precision: number;
}

const MISSING = '缺数据';
const data: CellWrite[] = [];
const answers: CellWrite[] = [];
let dataRow = 0;

const budgets = fc.oneof(
  fc.integer({ min: 1, max: 10 ** 11 }),
  fc.constantFrom(10_000, 24_570, 100_000, 244_570_000, 30_000_000, 10 ** 9, 7 * 10 ** 8, 99_999_000_000),
);
/** Rates that are whole half-thousandths exactly, of amounts with many digits: points on the half of the last printed digit. */
const halves = fc
  .record({ part: fc.integer({ min: 1, max: 5 * 10 ** 7 }), of2000: fc.integer({ min: 0, max: 2600 }) })
  .map(({ part, of2000 }) => ({ budget: part * 2000, spent: part * of2000 }));

const anyAmounts = fc
  .record({
    budget: budgets,
    share: fc.oneof(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.integer({ min: 0, max: 2000 }).map((n) => n / 1000),
      fc.integer({ min: 0, max: 200 }).map((n) => n / 100),
      fc.constantFrom(0.09, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 1, 1.005, 1.01, 1.0005),
    ),
    beside: fc.constantFrom(-1, 0, 0, 0, 1),
  })
  .map(({ budget, share, beside }) => ({ budget, spent: Math.max(0, Math.round(budget * share) + beside) }));

const amounts = fc.oneof(anyAmounts, halves);

const yuan = (fen: number): string => `${fixedFen(fen)}元`;
function fixedFen(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Puts facts into the sheet 数据; the first stands in the given row. */
function stated(facts: Stated): number {
  const first = dataRow;
  dataSheet(facts).forEach((cells, index) => {
    data.push({ row: first + index, column: 1, content: { kind: 'number', value: Number(cells[1]) } });
  });
  dataRow += Object.keys(facts).length;
  return first;
}

function measuredRuns(): readonly Shown[] {
  return measuredExamples().flatMap(({ rule, weight }, at) =>
    fc.sample(amounts, { numRuns: 160, seed: 77 + at }).flatMap(({ budget, spent }, index): Shown[] => {
      const zero = index % 20;
      const facts: Stated = {
        '财政拨款.决算数': yuan(zero < 1 ? 0 : spent),
        '财政拨款.全年预算数': yuan(zero < 2 ? 0 : budget),
      };
      const precision = index % 2 === 0 ? 2 : 1;
      const indicator = indicatorOf('预算完成率', rule, { weight, measure: COMPLETION });
      const ledger = ledgerOf({ facts, firstRow: stated(facts) });
      const result = given(evaluate(schemeOf([indicator], { precision }), ledger).scorecard.results[0]);
      const bare = { value: undefined, weight: undefined, score: undefined };
      const value = given(valueContent(result));
      const what = `${JSON.stringify(rule)} ${JSON.stringify(facts)}`;
      const core = result.score === undefined ? MISSING : fixed(result.score, precision);
      // A value that is missing or does not apply today is written as words; the formula over its cell must still know them.
      const overCell = scoreContent(result, { ...bare, value: 'REF' });
      return [{ what, core, precision, formulas: [value, overCell, scoreContent(result, bare)] }];
    }),
  );
}

function combinedRuns(): readonly Shown[] {
  return examplesOf('combination').表.flatMap((row, at) => {
    const rule = ruleOf('combination', row.参数);
    if (rule.kind !== 'combination') throw new Error('no combination');
    const names = [...new Set(rule.parts.map(({ of }) => of))];
    const rates = fc.array(fc.integer({ min: -400, max: 1300 }), { minLength: names.length, maxLength: names.length });
    return fc.sample(rates, { numRuns: 60, seed: 5 + at }).map((list): Shown => {
      const facts = Object.fromEntries(
        names.map((name, index) => [name === '' ? '年度数' : name, `${String((list[index] ?? 0) / 10)}%`]),
      );
      const indicator = indicatorOf(row.指标, rule, { weight: row.分值, measure: { kind: 'fact', key: '年度数' } });
      const ledger = ledgerOf({ facts, firstRow: stated(facts) });
      return judged(`${row.参数} ${JSON.stringify(facts)}`, evaluate(schemeOf([indicator]), ledger));
    });
  });
}

function judgedRuns(): readonly Shown[] {
  const many = <T>(arbitrary: fc.Arbitrary<T>): readonly T[] => fc.sample(arbitrary, { numRuns: 40, seed: 9 });
  const answered = (rule: Rule, weight: string, given: readonly (readonly [string, string])[]): Shown => {
    const judgements = given.map(([point, answer]) => judgementOf('某项', answer, { point }));
    judgements.forEach(({ cell, answer }, index) => {
      const words = { met: '是', 'not-met': '否', 'not-applicable': '不适用' } as const;
      const content: CellContent =
        answer === undefined || answer.kind in words
          ? { kind: 'text', value: given[index]?.[1] ?? '' }
          : { kind: 'number', value: Number(/[\d.]+/.exec(given[index]?.[1] ?? '')?.[0]) };
      answers.push({ row: cell.row, column: cell.column, content });
    });
    const scheme = schemeOf([indicatorOf('某项', rule, { weight })]);
    return judged(`${JSON.stringify(rule)} ${JSON.stringify(given)}`, evaluate(scheme, ledgerOf({ judgements })));
  };
  const count = ruleOf('count-deduct', '下达延误每发生1次扣0.35分');
  const graded = ruleOf('graded', '优80%以上；差0%以上');
  const words = fc.array(fc.constantFrom('是', '否', '不适用'), { minLength: 3, maxLength: 3 });
  const lists = ['①甲（1.05分）；②乙（2.1分）；③丙（0.85分）', '①甲（扣1.05分）；②乙（扣2.1分）；③丙（扣0.85分）'];
  return [
    ...many(fc.integer({ min: 0, max: 15 })).map((n) => answered(count, '4', [['', `${String(n)}次`]])),
    ...many(fc.integer({ min: 0, max: 400 })).map((n) => answered(graded, '4', [['', `得分${String(n / 100)}`]])),
    ...many(fc.integer({ min: 0, max: 400 })).map((n) => answered(graded, '4', [['', `扣${String(n / 100)}`]])),
    ...lists.flatMap((text) =>
      many(words).map(([one = '', two = '', three = '']) =>
        answered(ruleOf('checklist', text), '4', [
          ['甲', one],
          ['乙', two],
          ['丙', three],
        ]),
      ),
    ),
  ];
}

function judged(what: string, { scorecard }: ReturnType<typeof evaluate>): Shown {
  const result = given(scorecard.results[0]);
  const { precision } = scorecard.scheme;
  const content = scoreContent(result, { value: undefined, weight: undefined, score: undefined });
  if (content.kind !== 'formula') throw new Error(`${what}: no formula`);
  return { what, core: fixed(given(result.score), precision), precision, formulas: [content] };
}

let differing: unknown[] = [];
let compared = 0;

beforeAll(async () => {
  await requirePrograms();
  const runs = [...measuredRuns(), ...combinedRuns(), ...judgedRuns()];
  const results = runs.flatMap(({ formulas }, row): CellWrite[] =>
    formulas.map((content, column) => ({
      row,
      column,
      content:
        content.kind === 'formula'
          ? { ...content, formula: content.formula.replaceAll('REF', `A${String(row + 1)}`) }
          : content,
    })),
  );
  const workbook = await recompute({ 数据: data, 自评打分: answers, 结果: results });
  const shown = given(workbook.sheets.find(({ name }) => name === '结果'));
  differing = runs.flatMap(({ what, core, precision, formulas }, row) =>
    formulas.flatMap((content, column) => {
      if (content.kind !== 'formula' || (formulas.length > 1 && column === 0)) return [];
      compared += 1;
      const value = valueAt(shown, row, column);
      const theirs = typeof value === 'number' ? value.toFixed(precision) : value;
      return theirs === core ? [] : [{ what, core, theirs, formula: content.formula }];
    }),
  );
}, 300_000);

test('LibreOffice computes the points of the core for every rule, at and beside every border', () => {
  expect(compared).toBeGreaterThan(2000);
  expect(differing.slice(0, 10)).toEqual([]);
});

import fc from 'fast-check';
import type { AmountUnit } from '../../../src/core/money/amount.ts';
import { fixed } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { MeasuredRule } from '../../../src/core/scheme/rules/rules.ts';
import { scoreContent, valueContent } from '../../../src/core/writeback/result-cells.ts';
import type { CellContent } from '../../../src/core/workbook/write-plan.ts';
import { given } from '../support/cases.ts';
import { measuredExamples } from '../support/rule-examples.ts';
import { dataSheet, ledgerOf, type Stated } from '../support/ledgers.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

/*
 * Random amounts, many of them chosen so that the rate or the points stand on a border: the end of a band, a whole step, half of
 * the last printed digit. Budgets go up to 10亿元; beyond that two amounts to the 分 can lie closer to a border than the 15 digits
 * of a spreadsheet tell apart.
 */
const RULES = measuredExamples();

interface Run {
  readonly spent: number;
  readonly budget: number;
  readonly weight: string;
  readonly rule: MeasuredRule;
  readonly precision: number;
}

const budgets = fc.oneof(
  fc.integer({ min: 1, max: 10 ** 11 }),
  fc.constantFrom(10_000, 24_570, 100_000, 244_570_000, 30_000_000, 10 ** 9, 7 * 10 ** 8),
);
const thousandths = fc.integer({ min: 0, max: 2000 }).map((n) => n / 1000);
const shares = fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), thousandths);

const runs: fc.Arbitrary<Run> = fc
  .record({
    budget: budgets,
    share: shares,
    weight: fc.constantFrom('5', '6', '8', '10', '12.5', '15', '60'),
    rule: fc.constantFrom(...RULES.map((example) => example.rule)),
    precision: fc.constantFrom(1, 2),
  })
  .map(({ share, ...rest }) => ({ ...rest, spent: Math.round(rest.budget * share) }));

function stated({ spent, budget }: Run, unit: AmountUnit): Stated {
  const places = unit === '元' ? 2 : 6;
  const text = (fen: number): string => {
    const digits = String(fen).padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}${unit}`;
  };
  return { '财政拨款.决算数': text(spent), '财政拨款.全年预算数': text(budget) };
}

interface Shown {
  readonly run: Run;
  readonly core: string;
  /** The points over the cell of the value, and in one formula without such a cell. */
  readonly spreadsheet: readonly string[];
}

function compared(list: readonly Run[], unit: AmountUnit): readonly Shown[] {
  const facts = list.map((run) => stated(run, unit));
  const rows = list.map((run, index) => {
    const { rule, weight, precision } = run;
    const scheme = schemeOf([indicatorOf('预算完成率', rule, { weight, measure: COMPLETION })], { precision });
    const ledger = ledgerOf({ facts: given(facts[index]), firstRow: 2 * index });
    const result = given(evaluate(scheme, ledger).scorecard.results[0]);
    const refs = { value: `A${String(index + 1)}`, weight: undefined, score: undefined };
    const contents = [
      valueContent(result),
      scoreContent(result, refs),
      scoreContent(result, { ...refs, value: undefined }),
    ];
    return {
      run,
      core: result.score === undefined ? '缺数据' : fixed(result.score, precision),
      cells: contents.map(formulaOf),
    };
  });
  const shown = compute({ 数据: facts.flatMap(dataSheet), 结果: rows.map(({ cells }) => cells) });
  return rows.map(({ run, core }, row) => {
    const print = (column: number): string => {
      const value = shown.at('结果', row, column);
      return typeof value === 'number' ? value.toFixed(run.precision) : String(value);
    };
    return { run, core, spreadsheet: [print(1), print(2)] };
  });
}

function formulaOf(content: CellContent | undefined): string {
  if (content?.kind !== 'formula') throw new Error('no formula');
  return `=${content.formula}`;
}

test.each<AmountUnit>(['元', '万元'])(
  'amounts in %s: a spreadsheet gives the points of the core to the printed digit',
  (unit) => {
    const list = fc.sample(runs, { numRuns: 500, seed: 20231 });
    const differing = compared(list, unit).filter(({ core, spreadsheet }) =>
      spreadsheet.some((points) => points !== core),
    );
    expect(differing).toEqual([]);
  },
);

test('what changes after the formulas were written is scored as the core would: blanks are missing, a budget of 0 too, 0 of 0 not applicable', () => {
  const facts = { '财政拨款.决算数': '98.5元', '财政拨款.全年预算数': '100元' };
  const answers = (['full-marks', 'excluded'] as const).flatMap((notApplicable) => {
    const indicator = indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION, notApplicable });
    const result = given(evaluate(schemeOf([indicator]), ledgerOf({ facts })).scorecard.results[0]);
    const refs = { value: 'A1', weight: undefined, score: undefined };
    const contents = [
      valueContent(result),
      scoreContent(result, refs),
      scoreContent(result, { ...refs, value: undefined }),
    ];
    const rows = [
      [98.5, 100],
      [96, 100],
      [0, 0],
      [null, 100],
      [98.5, null],
      ["'98.5", 100],
      [98.5, 0],
      [-98.5, 0],
    ];
    return rows.map(([spent = null, budget = null]) => {
      const sheets = {
        数据: [
          ['', spent],
          ['', budget],
        ],
        结果: [contents.map(formulaOf)],
      };
      const shown = compute(sheets);
      return [shown.at('结果', 0, 1), shown.at('结果', 0, 2)];
    });
  });
  const both = (answer: string | number): unknown[] => [answer, answer];
  const rest = Array<string>(5).fill('缺数据');
  expect(answers).toEqual([4.9, 4.8, 5, ...rest, 4.9, 4.8, '不适用', ...rest].map(both));
});

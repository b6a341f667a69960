import fc from 'fast-check';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { planWriteBack, type WriteBack } from '../../../src/core/writeback/plan.ts';
import { valueAt, type CellValue, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { given } from '../support/cases.ts';
import { applied, typed, workbookOf } from '../support/workbooks.ts';
import { addressOf } from '../../../src/core/workbook/cell-ref.ts';
import type { CellWrite } from '../../../src/core/workbook/write-plan.ts';
import {
  anyLiveScheme,
  anyState,
  factsIn,
  ledgerIn,
  liveScheme,
  scoreSheetIn,
  type LiveScheme,
  type State,
} from '../support/live-sheets.ts';
import { dataSheet } from '../support/ledgers.ts';
import { compute } from '../support/spreadsheet.ts';

/* What an indicator that begins or ceases to apply does to a sheet that was written before: the sheet follows as the core would. */

const COLUMNS = [3, 4, 5, 6];

/** The cells of weights, values, scores and deductions as a spreadsheet shows them over amounts in these states. */
function shownIn(
  cells: readonly CellWrite[],
  live: LiveScheme,
  states: readonly State[],
): readonly (readonly unknown[])[] {
  const rows: (string | number | null)[][] = [];
  for (const { row, column, content } of cells) {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = content.kind === 'formula' ? `=${content.formula}` : content.kind === 'empty' ? null : content.value;
  }
  const judged = live.scheme.indicators.slice(live.rates).map(() => [null, 1.5]);
  const shown = compute({ 数据: dataSheet(factsIn(states)), 自评打分: judged, 绩效自评表: rows });
  return rows.slice(3).map((_, index) =>
    COLUMNS.map((column) => {
      const value = shown.at('绩效自评表', index + 3, column);
      return typeof value === 'number' ? value.toFixed(6) : value;
    }),
  );
}

const liveCells = (cells: readonly CellWrite[], column: number): readonly string[] =>
  cells.filter((cell) => cell.column === column && cell.content.kind === 'formula').map(addressOf);

test('政府采购 begins to apply: its weight comes back from those that had it', () => {
  const live = liveScheme([
    { path: ['过程', '采购'], weight: '4', notApplicable: 'redistributed' },
    { path: ['过程', '采购'], weight: '6' },
    { path: ['过程', '资产'], weight: '5' },
  ]);
  const cells = scoreSheetIn(live, ['not-applicable', 'scored', 'scored']);
  expect(liveCells(cells, 3)).toEqual(['D4', 'D5', 'D7']);
  expect(shownIn(cells, live, ['not-applicable', 'scored', 'scored']).map(([weight]) => weight)).toEqual(
    [0, 10, 5, 15].map((number) => number.toFixed(6)),
  );
  const after = shownIn(cells, live, ['scored', 'scored', 'scored']);
  expect(after.map(([weight]) => weight)).toEqual([4, 6, 5, 15].map((number) => number.toFixed(6)));
  expect(after.at(-1)).toEqual(['15.000000', null, '14.000000', '1.000000']);
});

test('one that is left out with its weight is left out of the total, and comes back', () => {
  const live = liveScheme([{ weight: '4', notApplicable: 'excluded' }, { weight: '6' }]);
  const cells = scoreSheetIn(live, ['scored', 'scored']);
  expect(shownIn(cells, live, ['not-applicable', 'scored']).slice(0, 1)).toEqual([
    ['4.000000', '不适用', '不适用', '不适用'],
  ]);
  expect(shownIn(cells, live, ['not-applicable', 'scored']).at(-1)).toEqual(['6.000000', null, '5.600000', '0.400000']);
  expect(shownIn(cells, live, ['missing', 'scored']).at(-1)).toEqual(['10.000000', null, '缺数据', '缺数据']);
});

test('a weight that hangs on seven others is a number, and points scale to it', () => {
  const seven = Array.from({ length: 7 }, () => ({ weight: '2', notApplicable: 'redistributed' as const }));
  const live = liveScheme([...seven, { weight: '6' }]);
  const states: State[] = ['not-applicable', ...Array<State>(7).fill('scored')];
  const cells = scoreSheetIn(live, states);
  expect(liveCells(cells, 3)).toEqual(['D12']);
  // 20 tenths shared as 2:2:2:2:2:2:6 are 2.2 each and 6.6; the two left over go to the largest remainder, then to the first.
  const weights = [0, 2.3, 2.2, 2.2, 2.2, 2.2, 2.2, 6.7, 20];
  expect(shownIn(cells, live, states).map(([weight]) => Number(weight))).toEqual(weights);
});

test('a second run writes weights of ours again when they moved, and no others', () => {
  const live = liveScheme([
    { weight: '4', notApplicable: 'redistributed' },
    { weight: '6', notApplicable: 'full-marks' },
  ]);
  const planIn = (workbook: Workbook, states: readonly State[]): WriteBack =>
    planWriteBack(workbook, evaluate(live.scheme, ledgerIn(live, states)).scorecard, {
      year: '2023',
      department: '某局',
    });
  const first = applied(workbookOf({}), planIn(workbookOf({}), ['not-applicable', 'scored']).plan);
  const weightsIn = (workbook: Workbook): readonly CellValue[] =>
    [3, 4, 5].map((row) => valueAt(given(workbook.sheets[0]), row, 3));
  expect(weightsIn(first)).toEqual([0, 10, 10]);
  const again = planIn(first, ['scored', 'scored']);
  expect(again.findings).toEqual([]);
  expect(weightsIn(applied(first, again.plan)).slice(0, 2)).toEqual([4, 6]);
  const typedOver = typed(first, '绩效自评表', 4, 3, 7);
  expect(planIn(typedOver, ['scored', 'scored']).findings.map(({ code }) => code)).toEqual(['weight-in-sheet-differs']);
});

test('where nothing can be left out the total stays a plain sum', () => {
  const cells = scoreSheetIn(liveScheme([{ weight: '4' }, { weight: '6' }]), ['scored', 'scored']);
  const total = cells.find(({ row, column }) => row === 5 && column === 5)?.content;
  expect(total).toEqual({ kind: 'formula', formula: 'IF(COUNT(F4:F5)<2,"缺数据",SUM(F4:F5))', result: 9.3 });
});

test('a sheet written in one state and recomputed in another shows what would be written in that', () => {
  let moved = 0;
  const states = fc.array(anyState, { minLength: 6, maxLength: 6 });
  // What is missing when a sheet is written is words there, as ever: the next run writes the formula.
  const known = fc.array(fc.constantFrom<State>('scored', 'not-applicable'), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(anyLiveScheme, known, states, (live, all, others) => {
      const [before, after] = [all.slice(0, live.rates), others.slice(0, live.rates)];
      const cells = scoreSheetIn(live, before);
      const wanted = scoreSheetIn(live, after);
      const number = (value: unknown): unknown => (typeof value === 'number' ? value.toFixed(6) : value);
      const stated = wanted.flatMap(({ row, column, content }) =>
        row >= 3 && COLUMNS.includes(column) && content.kind !== 'empty'
          ? [number(content.kind === 'formula' ? content.result : content.value)]
          : [],
      );
      const shown = shownIn(cells, live, after).flat();
      expect(shown.filter((value) => value !== null && value !== '')).toEqual(stated);
      moved += liveCells(cells, 3).length > 1 ? 1 : 0;
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(10);
});

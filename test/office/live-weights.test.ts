import fc from 'fast-check';
import { valueAt } from '../../src/core/workbook/workbook.ts';
import type { CellWrite } from '../../src/core/workbook/write-plan.ts';
import { given } from '../core/support/cases.ts';
import { dataSheet } from '../core/support/ledgers.ts';
import {
  anyLiveScheme,
  anyState,
  factsIn,
  scoreSheetIn,
  type LiveScheme,
  type State,
} from '../core/support/live-sheets.ts';
import { requirePrograms } from './libreoffice.ts';
import { recompute } from './recompute.ts';

/*
 * Score sheets that were written while some indicators applied, over amounts of which others are 0: LibreOffice must come to the
 * weights, scores and totals that would be written then.
 */

const COUNT = 25;
const FIRST = 3;

const known = fc.array(fc.constantFrom<State>('scored', 'not-applicable'), { minLength: 6, maxLength: 6 });
const states = fc.array(anyState, { minLength: 6, maxLength: 6 });
const cases = fc.sample(fc.tuple(anyLiveScheme, known, states), { numRuns: COUNT, seed: 20231 });

beforeAll(requirePrograms);

test('LibreOffice follows indicators that begin and cease to apply', async () => {
  const sheets: Record<string, readonly CellWrite[]> = {};
  cases.forEach(([live, before, after], index) => {
    const place = (text: string): string =>
      text.replaceAll('数据!', `数据${String(index)}!`).replaceAll('自评打分!', `打分${String(index)}!`);
    sheets[`数据${String(index)}`] = cellsOf(dataSheet(factsIn(after.slice(0, live.rates))));
    sheets[`打分${String(index)}`] = cellsOf(judgedRows(live));
    sheets[`表${String(index)}`] = scoreSheetIn(live, before.slice(0, live.rates)).map((cell) =>
      cell.content.kind === 'formula'
        ? { ...cell, content: { ...cell.content, formula: place(cell.content.formula) } }
        : cell,
    );
  });
  const shown = await recompute(sheets);
  const differing = cases.flatMap(([live, before, after], index) => {
    const sheet = given(shown.sheets.find(({ name }) => name === `表${String(index)}`));
    return scoreSheetIn(live, after.slice(0, live.rates)).flatMap(({ row, column, content }) => {
      if (row < FIRST || column < FIRST || column > 6 || content.kind === 'empty') return [];
      const ours = rounded(content.kind === 'formula' ? content.result : content.value);
      const theirs = rounded(valueAt(sheet, row, column));
      return ours === theirs ? [] : [{ before, after, row, column, ours, theirs }];
    });
  });
  expect(differing).toEqual([]);
}, 300_000);

function judgedRows(live: LiveScheme): readonly (readonly (string | number)[])[] {
  return live.scheme.indicators.slice(live.rates).map(() => ['', 1.5]);
}

function cellsOf(rows: readonly (readonly (string | number)[])[]): readonly CellWrite[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((value, column): CellWrite[] => {
      if (value === '') return [];
      return [
        { row, column, content: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value } },
      ];
    }),
  );
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? value.toFixed(6) : value;
}

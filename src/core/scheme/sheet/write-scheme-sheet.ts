import {
  NO_LEVEL,
  SCHEME_COLUMNS,
  SCHEME_HEAD,
  SCHEME_SHEET_NAME,
  type SchemeColumn,
} from '../../texts/scheme-sheet-texts.ts';
import type { CellRange } from '../../workbook/cell-ref.ts';
import type { Indicator, Scheme } from '../scheme.ts';
import { decimalCell } from './cell-values.ts';
import { CHECKED_WORDS, EACH_CHOICES, NOT_APPLICABLE_CHOICES, wordOf } from './choices.ts';
import { measureCells } from './measure-cells.ts';
import { ruleCells } from './rule-cells.ts';

/** The sheet 指标体系 as a grid: rows of cells from the top left, and the ranges that one heading covers. */
export interface SchemeGrid {
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly CellRange[];
  /** The row of the column headers; the lines above it speak of the scheme as a whole. */
  readonly headerRow: number;
}

export const COLUMN_ORDER = Object.keys(SCHEME_COLUMNS) as readonly SchemeColumn[];

/** A scheme as a sheet from which `readSchemeSheet` reads the same scheme. */
export function schemeGrid(scheme: Scheme): SchemeGrid {
  const head: [string, string | number][] = [
    [SCHEME_HEAD.id[0], scheme.id],
    [SCHEME_HEAD.name[0], scheme.name],
    [SCHEME_HEAD.year[0], scheme.year],
    [SCHEME_HEAD.source[0], scheme.source],
    [SCHEME_HEAD.verified[0], wordOf(CHECKED_WORDS, scheme.verified)],
    [SCHEME_HEAD.total[0], decimalCell(scheme.total)],
    [SCHEME_HEAD.precision[0], scheme.precision],
  ];
  const headers = COLUMN_ORDER.map((column) => SCHEME_COLUMNS[column][0]);
  const above = [[SCHEME_SHEET_NAME], ...head, headers];
  const table = scheme.indicators.map((indicator) => {
    const cells = indicatorCells(indicator);
    return COLUMN_ORDER.map((column) => cells[column]);
  });
  return { rows: [...above, ...table], merges: merges(scheme.indicators, above.length), headerRow: above.length - 1 };
}

function indicatorCells(indicator: Indicator): Readonly<Record<SchemeColumn, string | number | null>> {
  const { path, name, weight } = indicator;
  const text = (words: string): string | null => (words === '' ? null : words);
  return {
    first: path[0] ?? '',
    second: path[1] ?? NO_LEVEL,
    name,
    weight: decimalCell(weight),
    ...ruleCells(indicator.rule),
    ...measureCells(indicator.measure),
    dataSource: text(indicator.dataSource),
    clause: text(indicator.clause),
    verified: wordOf(CHECKED_WORDS, indicator.verified),
    notApplicable: wordOf(NOT_APPLICABLE_CHOICES, indicator.notApplicable),
    each: wordOf(EACH_CHOICES, indicator.each),
    problem: text(indicator.problem),
    improvement: text(indicator.improvement),
  };
}

/** One merged cell for each run of rows with the same 一级指标, and within it for each run with the same 二级指标. */
function merges(indicators: readonly Indicator[], firstRow: number): readonly CellRange[] {
  const ranges: CellRange[] = [];
  for (const [column, same] of [
    [0, (a: Indicator, b: Indicator) => a.path[0] === b.path[0]],
    [1, (a: Indicator, b: Indicator) => a.path[0] === b.path[0] && a.path[1] === b.path[1]],
  ] as const) {
    let top = 0;
    indicators.forEach((indicator, index) => {
      const next = indicators[index + 1];
      if (next !== undefined && same(indicator, next)) return;
      if (index > top) {
        ranges.push({ top: firstRow + top, left: column, bottom: firstRow + index, right: column });
      }
      top = index + 1;
    });
  }
  return ranges;
}

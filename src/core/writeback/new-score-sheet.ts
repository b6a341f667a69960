import { showEvidence } from '../scheme/evidence.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { weightTables } from '../scheme/weight-tables.ts';
import { TOTAL } from '../texts/terms.ts';
import { SCORE_SHEET } from '../texts/writeback-texts.ts';
import { addressOf, type CellRange } from '../workbook/cell-ref.ts';
import type { CellContent, CellLook, CellWrite, NewSheet } from '../workbook/write-plan.ts';
import {
  deductionContent,
  mayBeLeftOut,
  scoreContent,
  totalContent,
  valueContent,
  varyingWeight,
  weightContent,
  weightTotalContent,
} from './result-cells.ts';

/** What the title of a new score sheet says. */
export interface SheetHeading {
  readonly year: string;
  readonly department: string;
}

const COLUMN = { first: 0, second: 1, name: 2, weight: 3, value: 4, score: 5, deduction: 6, reason: 7, evidence: 8 };
const WIDTHS = [12, 14, 26, 8, 11, 8, 8, 46, 24];
const HEADER_ROW = 2;

/** The sheet 绩效自评表 with the whole scorecard: words, weights, and live formulas for values, scores and totals. */
export function newScoreSheet(scorecard: Scorecard, heading: SheetHeading, names: readonly string[]): NewSheet {
  const { scheme, results, total } = scorecard;
  const cells: CellWrite[] = [];
  const put = (row: number, column: number, content: CellContent | undefined, look: CellLook): void => {
    cells.push({ row, column, content: content ?? { kind: 'empty' }, look });
  };
  const say = (row: number, column: number, value: string, look: CellLook): void => {
    put(row, column, value === '' ? undefined : { kind: 'text', value }, look);
  };
  say(0, 0, SCORE_SHEET.title(heading.year, heading.department), 'title');
  say(1, 0, SCORE_SHEET.note(scheme.name, scheme.source, scheme.verified), 'note');
  SCORE_SHEET.columns.forEach((header, column) => {
    say(HEADER_ROW, column, header, 'header');
  });
  const first = HEADER_ROW + 1;
  const tables = weightTables(scorecard);
  const rowOf = new Map(results.map((result, index) => [result, first + index]));
  const valueRef = (of: IndicatorResult): string | undefined => {
    const row = rowOf.get(of);
    return row === undefined ? undefined : addressOf({ row, column: COLUMN.value });
  };
  results.forEach((result, index) => {
    const row = first + index;
    const at = (column: number): string => addressOf({ row, column });
    const { path, name } = result.indicator;
    const weight = weightContent(result, tables.get(result), valueRef);
    const refs = {
      value: result.value === undefined ? undefined : at(COLUMN.value),
      weight: at(COLUMN.weight),
      score: at(COLUMN.score),
      varying: varyingWeight(at(COLUMN.weight), weight, tables.get(result)),
    };
    const above = results[index - 1]?.indicator.path ?? [];
    const sameFirst = above[0] === path[0];
    say(row, COLUMN.first, sameFirst ? '' : (path[0] ?? ''), 'centered');
    say(row, COLUMN.second, sameFirst && above[1] === path[1] ? '' : (path[1] ?? ''), 'centered');
    say(row, COLUMN.name, name, 'text');
    put(row, COLUMN.weight, weight, 'weight');
    put(row, COLUMN.value, valueContent(result), 'rate');
    put(row, COLUMN.score, scoreContent(result, refs), 'score');
    put(row, COLUMN.deduction, deductionContent(result, refs, scheme.precision), 'score');
    say(row, COLUMN.reason, result.reason, 'text');
    say(row, COLUMN.evidence, showEvidence(result.evidence), 'text');
  });
  const totalRow = first + results.length;
  say(totalRow, COLUMN.first, TOTAL, 'total-label');
  for (const column of [COLUMN.second, COLUMN.name, COLUMN.value, COLUMN.reason, COLUMN.evidence]) {
    say(totalRow, column, '', 'total-label');
  }
  const refsIn = (column: number): readonly string[] =>
    results.map((_, index) => addressOf({ row: first + index, column }));
  const open = mayBeLeftOut(scorecard);
  const weightTotal = open
    ? weightTotalContent(refsIn(COLUMN.weight), refsIn(COLUMN.score), total.weight)
    : totalContent(refsIn(COLUMN.weight), total.weight, false);
  put(totalRow, COLUMN.weight, weightTotal, 'total-score');
  put(totalRow, COLUMN.score, totalContent(refsIn(COLUMN.score), total.score, open), 'total-score');
  put(totalRow, COLUMN.deduction, totalContent(refsIn(COLUMN.deduction), total.deduction, open), 'total-score');
  return {
    name: freeName(names),
    cells,
    merges: [
      range(0, 0, 0, WIDTHS.length - 1),
      range(1, 0, 1, WIDTHS.length - 1),
      range(totalRow, COLUMN.first, totalRow, COLUMN.name),
      ...groups(
        results.map(({ indicator }) => indicator.path[0] ?? ''),
        first,
        COLUMN.first,
      ),
      ...groups(
        results.map(({ indicator }) => indicator.path.slice(0, 2).join('\n')),
        first,
        COLUMN.second,
      ),
    ],
    columnWidths: WIDTHS,
    headerRow: HEADER_ROW,
  };
}

function freeName(names: readonly string[]): string {
  if (!names.includes(SCORE_SHEET.name)) return SCORE_SHEET.name;
  for (let number = 2; ; number++) {
    const name = `${SCORE_SHEET.name}${String(number)}`;
    if (!names.includes(name)) return name;
  }
}

function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

/** Ranges of equal neighbours in a column, for merging. */
function groups(labels: readonly string[], firstRow: number, column: number): readonly CellRange[] {
  const ranges: CellRange[] = [];
  let start = 0;
  for (let index = 1; index <= labels.length; index++) {
    if (index < labels.length && labels[index] === labels[start]) continue;
    if (index - start > 1) ranges.push(range(firstRow + start, column, firstRow + index - 1, column));
    start = index;
  }
  return ranges;
}

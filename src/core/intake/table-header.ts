import type { Measure } from '../ledger/keys.ts';
import { aspectsOf, HEADER_WORDS } from './header-words.ts';
import { withoutUnit } from './unit.ts';
import { readNumber } from '../money/decimal.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { textAt, valueAt, type Sheet } from '../workbook/workbook.ts';
import { widthOf, type MergeIndex } from '../workbook/merge-index.ts';
import { BASIS_WORDS, CATEGORY_WORDS, MEASURE_WORDS, OTHER_MEANING, TOTAL_WORDS, wordIn } from './vocabulary.ts';

/** How many rows from the top may pass before the header of a table begins. */
const HEADER_SEARCH_ROWS = 30;
const MAX_HEADER_ROWS = 4;
/** A level of a header that adds nothing to the measure: all of it, in a year, in a unit, its number. */
const PLAIN_LEVEL =
  /^(合计|总计|小计|金额|数额|数值|本年|全年|本年数|支出|收入|本年支出|本年收入|(20\d\d)年度?|\d+)?(\([^()]*元\))?$/;

/** Where the header of a table of amounts stands. */
export interface TableHeader {
  readonly top: number;
  /** The first row that is not header. */
  readonly dataRow: number;
}

/** Finds the rows that name measures, with the sources of money over or under them. */
export function findTableHeader(
  sheet: Sheet,
  merges: MergeIndex,
  isRowLabel: (label: string) => boolean,
): TableHeader | undefined {
  const width = widthOf(sheet);
  const leftmost = leftmostColumn(sheet, width);
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    const measures = measureColumns(sheet, merges, row, width, leftmost);
    const [first] = measures;
    if (first === undefined) continue;
    const top = namesSources(sheet, merges, row - 1, measures, leftmost) ? row - 1 : row;
    return { top, dataRow: findDataRow(sheet, row, width, first, isRowLabel) };
  }
  return undefined;
}

/** The measure that a header states for this year and for everything its rows are about. */
export function measureIn(levels: readonly string[]): Measure | undefined {
  const header = levels.join('');
  const rest = levels.filter((level) => wordIn(level, MEASURE_WORDS) === undefined);
  if (!rest.every((level) => wordIn(level, BASIS_WORDS) !== undefined || PLAIN_LEVEL.test(level))) return undefined;
  if (new Set(levels.flatMap((level) => wordIn(level, MEASURE_WORDS) ?? [])).size > 1) return undefined;
  if (OTHER_MEANING.test(header) || wordIn(header, CATEGORY_WORDS) !== undefined) return undefined;
  const measure = wordIn(header, MEASURE_WORDS);
  return measure !== undefined && levels.every((level) => isCovered(level, measure)) ? measure : undefined;
}

/** Words beside a measure that leave it what it is: all of the year, of everything. */
const MEASURE_FILLERS: readonly string[] = ['全年', '年度', '总', '整体', '数值', '财政', '支出数', '收入数', '的'];
const COVERING = new Map([...HEADER_WORDS, ...MEASURE_FILLERS.map((word) => [word, {}] as const)]);
/** A whole year told by its months or its last day, a short year, and the letter or number of a column. */
const WHOLE_OR_NUMBER =
  /1(月)?(份)?[-—–~～至到]12月(份)?|(截[至止到])?(20\d\d年)?12月(31日|末|底)|20\d\d(年度?(?!初))?|\d\d年度?(?!初)|二[〇○零0].{2}年度?(?!初)|\([^()]*元\)|\([A-Z\d]\)|[①-⑳]|^[A-Z\d]+$/g;

/** True when known words cover a level of a header from end to end: 本月执行数 and 人均决算数 are other amounts than 执行数 and 决算数. */
function isCovered(level: string, measure: Measure): boolean {
  const said = aspectsOf(withoutUnit(level).replace(WHOLE_OR_NUMBER, ''), COVERING);
  if (said === undefined) return false;
  const { side, basis, income, budget, measure: own, ...more } = said;
  return Object.keys(more).length === 0 && (own === undefined || own === measure);
}

function leftmostColumn(sheet: Sheet, width: number): number {
  return sheet.rows.reduce((left, row) => {
    const first = row.findIndex((value) => value !== null && value !== '');
    return first < 0 ? left : Math.min(left, first);
  }, width);
}

/** The columns of a row that name measures, if the row can be a header. */
function measureColumns(
  sheet: Sheet,
  merges: MergeIndex,
  row: number,
  width: number,
  leftmost: number,
): readonly number[] {
  const columns: number[] = [];
  for (let column = 0; column < width; column++) {
    // A title begins where the table begins, or calls itself a table; a column of amounts has its labels to the left.
    if ((merges.range(row, column)?.left ?? column) === leftmost) continue;
    const label = plainLabel(merges.text(sheet, row, column));
    if (label.length > 30 || /表(\([^()]*\))?$/.test(label)) continue;
    if (wordIn(label, MEASURE_WORDS) !== undefined) columns.push(column);
  }
  return columns;
}

/** True when the row above some measures says whose money they are: sources of money over measures. */
function namesSources(
  sheet: Sheet,
  merges: MergeIndex,
  row: number,
  columns: readonly number[],
  leftmost: number,
): boolean {
  return columns.some((column) => {
    if ((merges.range(row, column)?.left ?? column) === leftmost) return false;
    const label = plainLabel(merges.text(sheet, row, column));
    return label.length <= 20 && wordIn(label, BASIS_WORDS) !== undefined;
  });
}

/** @param firstAmount the first column of amounts; labels of rows stand to its left */
function findDataRow(
  sheet: Sheet,
  headerRow: number,
  width: number,
  firstAmount: number,
  isRowLabel: (label: string) => boolean,
): number {
  const last = Math.min(sheet.rows.length, headerRow + 1 + MAX_HEADER_ROWS);
  for (let row = headerRow + 1; row < last; row++) {
    const first = plainLabel(textAt(sheet, row, 0));
    if (first === '栏次' || first === '行次') return row + 1;
    for (let column = 0; column < width; column++) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'number') return row;
      if (typeof value !== 'string') continue;
      if (readNumber(value).kind === 'number') return row;
      const label = rowLabel(value);
      if (column < firstAmount && (TOTAL_WORDS.includes(label) || isRowLabel(label))) return row;
    }
  }
  return last;
}

/** What the header says over a column, from its top level down, repeated words once. */
export function headerLevels(
  sheet: Sheet,
  merges: MergeIndex,
  headerTop: number,
  dataRow: number,
  column: number,
): readonly string[] {
  const levels: string[] = [];
  for (let row = headerTop; row < dataRow; row++) {
    const label = plainLabel(merges.text(sheet, row, column)).replace(/^其中:?/, '');
    if (label !== '' && label !== levels.at(-1)) levels.push(label);
  }
  return levels;
}

import { plainLabel } from '../workbook/labels.ts';
import { textAt, valueAt, type Sheet } from '../workbook/workbook.ts';
import { readNumber } from '../money/decimal.ts';
import type { MergeIndex } from '../workbook/merge-index.ts';
import { isLabelHeader, isLabellessHeader, isMeasureHeader } from './header-cells.ts';
import { isBlankRow } from './sheet-rows.ts';
import { FOOTER } from './vocabulary.ts';

/*
 * Where the header of a table stands, and what it says over each column.
 */

const MAX_HEADER_ROWS = 5;
/** A row that numbers the columns, or names the level of codes, belongs to the header. */
const COLUMN_NUMBERS = /^(栏次|行次)$/;

export function findHeader(
  sheet: Sheet,
  merges: MergeIndex,
  top: number,
  last: number,
  right: number,
): number | undefined {
  for (let row = top; row <= last; row++) {
    const labels = labelsOf(sheet, merges, row, right);
    if (labels.some((label) => label !== '' && readNumber(label).kind === 'number')) continue;
    const own = new Set(
      labels.filter((label, column) => label !== '' && (merges.range(row, column)?.left ?? column) === column),
    );
    if (own.size < 2 || ![...own].some(isLabelHeader)) continue;
    if (![...own].some((label) => !isLabelHeader(label) && isMeasureHeader(label)) && own.size < 3) continue;
    // 收入 and 支出 over two blocks stand above the row that names columns.
    return row;
  }
  return undefined;
}

/** A header without a column of labels, as 三公 tables have it. */
export function findLabelless(
  sheet: Sheet,
  merges: MergeIndex,
  top: number,
  last: number,
  right: number,
): number | undefined {
  for (let row = top; row <= last; row++) {
    const own = new Set(labelsOf(sheet, merges, row, right).filter((label) => label !== ''));
    if (isLabellessHeader([...own])) return row;
  }
  return undefined;
}

function labelsOf(sheet: Sheet, merges: MergeIndex, row: number, right: number): readonly string[] {
  return Array.from({ length: right + 1 }, (_, column) => plainLabel(merges.text(sheet, row, column)));
}

/** The rows of the header that name something; the rows that only number columns are passed over. */
export function headerRows(
  sheet: Sheet,
  merges: MergeIndex,
  headerTop: number,
  last: number,
  left: number,
  right: number,
): { dataRow: number; rows: readonly number[] } {
  const rows = [headerTop];
  let dataRow = headerTop + 1;
  for (let row = dataRow; row <= Math.min(last, headerTop + MAX_HEADER_ROWS); row++) {
    if (isBlankRow(sheet, row)) {
      // An empty row inside merged header cells is one of its rows; any other only parts its rows from each other.
      if (isCoveredFromAbove(merges, row, headerTop, left, right)) dataRow = row + 1;
      continue;
    }
    if (numbersColumns(sheet, row, left, right)) return { dataRow: row + 1, rows };
    if (!continuesHeader(sheet, merges, row, headerTop, left, right)) break;
    rows.push(row);
    dataRow = row + 1;
  }
  return { dataRow, rows };
}

/** `栏次 | 1 | 2 | 3`: labels 栏次, then numbers that count up. */
function numbersColumns(sheet: Sheet, row: number, left: number, right: number): boolean {
  let expected: number | undefined;
  let count = 0;
  let named = false;
  for (let column = left; column <= right; column++) {
    const label = plainLabel(textAt(sheet, row, column));
    if (label === '') continue;
    if (COLUMN_NUMBERS.test(label) || /^(栏|行)$/.test(label)) {
      named = true;
      continue;
    }
    if (!/^\d{1,3}$/.test(label)) {
      // A block of words is numbered with letters: 甲, 乙.
      if (/^[甲乙丙丁]$/.test(label)) {
        named = true;
        continue;
      }
      return false;
    }
    const number = Number(label);
    if (expected !== undefined && number !== expected) return false;
    expected = number + 1;
    count += 1;
  }
  return named || count >= 3;
}

/** A further level of the header: words only, and the first of them does not stand where rows have their labels. */
function continuesHeader(
  sheet: Sheet,
  merges: MergeIndex,
  row: number,
  headerTop: number,
  left: number,
  right: number,
): boolean {
  let first: { column: number; label: string } | undefined;
  for (let column = left; column <= right; column++) {
    const value = valueAt(sheet, row, column);
    if (value === null || value === '') continue;
    if (typeof value !== 'string' || readNumber(value).kind === 'number') return false;
    first ??= { column, label: plainLabel(value) };
  }
  if (first === undefined) return false;
  if (FOOTER.test(first.label)) return false;
  if (/^[类款项]$/.test(first.label) || isLabelHeader(first.label)) return true;
  return !isLabelHeader(plainLabel(merges.text(sheet, headerTop, first.column)));
}

function isCoveredFromAbove(merges: MergeIndex, row: number, headerTop: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) {
    const covering = merges.range(row, column);
    if (covering !== undefined && covering.top >= headerTop && covering.top < row) return true;
  }
  return false;
}

/**
 * What the header says over a column. Where merges were lost, a group's word stands only over its first column: an empty top level
 * then takes the word of the column before.
 */
export function levelsOf(
  sheet: Sheet,
  merges: MergeIndex,
  rows: readonly number[],
  column: number,
  before: readonly string[] | undefined,
): string[] {
  const levels: string[] = [];
  for (const row of rows) {
    const label = plainLabel(merges.text(sheet, row, column)).replace(/^其中:?/, '');
    if (label !== '' && label !== levels.at(-1)) levels.push(label);
  }
  const [firstRow] = rows;
  const isBare = firstRow !== undefined && rows.length > 1 && plainLabel(merges.text(sheet, firstRow, column)) === '';
  const group = before?.[0];
  return isBare && levels.length === 1 && before !== undefined && before.length > 1 && group !== undefined
    ? [group, ...levels]
    : levels;
}

export function titleOf(sheet: Sheet, headerTop: number): string {
  let title = '';
  for (let row = 0; row < headerTop; row++) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++)
      title += plainLabel(textAt(sheet, row, column));
  }
  return title;
}

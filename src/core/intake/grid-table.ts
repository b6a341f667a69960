import { plainLabel } from '../workbook/labels.ts';
import { isCellError, textAt, valueAt, type Sheet } from '../workbook/workbook.ts';
import { readNumber } from '../money/decimal.ts';
import { holdsAmount } from './amounts.ts';
import { merged, type Aspects } from './aspects.ts';
import { MergeIndex } from './grid.ts';
import { isLabelHeader, isMeasureHeader } from './header-cells.ts';
import { aspectsOf } from './header-words.ts';
import type { Region } from './regions.ts';
import { unitInHeader } from './unit.ts';
import { FOOTER } from './vocabulary.ts';

const MAX_HEADER_ROWS = 5;
/** A row that numbers the columns, or names the level of codes, belongs to the header. */
const COLUMN_NUMBERS = /^(栏次|行次)$/;

/** What a column of a table is for. */
export type ColumnRole =
  /** Codes of a classification: whole ones, or only the digits of one level. */
  | { readonly kind: 'code'; readonly part: 'whole' | '类' | '款' | '项' }
  | { readonly kind: 'name' }
  /** Amounts; `aspects` is what the header says about them. */
  | { readonly kind: 'amount'; readonly aspects: Aspects; readonly unit: ReturnType<typeof unitInHeader> }
  /** Numbers whose meaning is not known, to be reported. */
  | { readonly kind: 'unknown' }
  /** Known, and not taken: it follows from other columns, is of another year, or is about persons. */
  | { readonly kind: 'other'; readonly why: 'derived' | 'other-year' | 'ordinal' | 'text' | 'private' | 'answered' };

export interface GridColumn {
  readonly column: number;
  /** The header from its top level down, repeated words once, as plain labels. */
  readonly levels: readonly string[];
  readonly role: ColumnRole;
}

/** A table as rows and columns: where its header is and what each column is for. */
export interface Grid {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  /** The words over the header, as one plain label. */
  readonly title: string;
  readonly headerTop: number;
  /** The first row that is not header. */
  readonly dataRow: number;
  /** The last row that may hold data. */
  readonly lastRow: number;
  readonly columns: readonly GridColumn[];
}

/** Columns about persons and accounts: their content is never looked at. */
export const PRIVATE_HEADERS =
  /账号|账户|帐号|帐户|卡号|身份证|证件|电话|手机|收款人|付款人|领款人|持卡人|户名|开户|银行|姓名|联系人|联系方式/;
const DERIVED = /率|占|比重|比例|%|差额|差异|差数|增减|较|同比|得分/;
const OTHER_YEAR = /上年|上一年|上年度|去年|以前年度|同期/;
const ORDINAL = /^(行次|序号|栏次|编号)$/;
const TEXT = /^(备注|说明|填报说明|原因)/;

/** Reads the header of a region. Undefined when no row names columns. */
export function gridOf({ sheet, range }: Region): Grid | undefined {
  const merges = new MergeIndex(sheet);
  const lastRow = Math.min(range.bottom, sheet.rows.length - 1);
  const headerTop = findHeader(sheet, merges, range.top, lastRow, range.right);
  if (headerTop === undefined) return undefined;
  const { dataRow, rows } = headerRows(sheet, merges, headerTop, lastRow, range.left, range.right);
  const hasMerges = sheet.merges.some(({ top }) => top >= headerTop && top < dataRow);
  const levels: string[][] = Array.from({ length: range.right + 1 }, () => []);
  for (let column = range.left; column <= range.right; column++) {
    levels[column] = levelsOf(sheet, merges, rows, column, hasMerges ? undefined : levels[column - 1]);
  }
  const latest = latestYear(levels);
  const columns: GridColumn[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const own = levels[column] ?? [];
    const role = roleOf(own, latest, () => hasAmount(sheet, dataRow, lastRow, column));
    columns.push({ column, levels: own, role });
  }
  return {
    sheet,
    merges,
    title: titleOf(sheet, headerTop),
    headerTop,
    dataRow,
    lastRow,
    columns: withCodeParts(columns),
  };
}

/** The header of a column as people read it. */
export function headerText({ levels }: GridColumn): string {
  return levels.join('·');
}

function findHeader(sheet: Sheet, merges: MergeIndex, top: number, last: number, right: number): number | undefined {
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

function labelsOf(sheet: Sheet, merges: MergeIndex, row: number, right: number): readonly string[] {
  return Array.from({ length: right + 1 }, (_, column) => plainLabel(merges.text(sheet, row, column)));
}

/** The rows of the header that name something; the rows that only number columns are passed over. */
function headerRows(
  sheet: Sheet,
  merges: MergeIndex,
  headerTop: number,
  last: number,
  left: number,
  right: number,
): { dataRow: number; rows: readonly number[] } {
  const rows = [headerTop];
  let row = headerTop + 1;
  for (; row <= Math.min(last, headerTop + MAX_HEADER_ROWS); row++) {
    if (numbersColumns(sheet, row, left, right)) return { dataRow: row + 1, rows };
    if (!continuesHeader(sheet, merges, row, headerTop, left, right)) break;
    rows.push(row);
  }
  return { dataRow: row, rows };
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

/**
 * A further level of the header: words only, and the first of them does not stand where rows have their labels. An empty row
 * inside merged header cells is one too.
 */
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
  if (first === undefined) return isCoveredFromAbove(merges, row, headerTop, left, right);
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
function levelsOf(
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

function titleOf(sheet: Sheet, headerTop: number): string {
  let title = '';
  for (let row = 0; row < headerTop; row++) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++)
      title += plainLabel(textAt(sheet, row, column));
  }
  return title;
}

function yearOf(levels: readonly string[]): number | undefined {
  const year = /(20\d\d)年/.exec(levels.join(''))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The latest year that a header names: amounts of earlier years stand beside it for comparison. */
function latestYear(levels: readonly (readonly string[])[]): number | undefined {
  let latest: number | undefined;
  for (const own of levels) {
    const year = yearOf(own);
    if (year !== undefined && (latest === undefined || year > latest)) latest = year;
  }
  return latest;
}

function roleOf(levels: readonly string[], latest: number | undefined, hasAmounts: () => boolean): ColumnRole {
  const header = levels.join('');
  const last = levels.at(-1) ?? '';
  if (header === '') return hasAmounts() ? { kind: 'unknown' } : { kind: 'other', why: 'text' };
  if (levels.some((level) => PRIVATE_HEADERS.test(level))) return { kind: 'other', why: 'private' };
  if (last === '类' || last === '款' || last === '项') return { kind: 'code', part: last };
  if (/编码|代码/.test(last)) return { kind: 'code', part: 'whole' };
  if (ORDINAL.test(last)) return { kind: 'other', why: 'ordinal' };
  if (TEXT.test(last)) return { kind: 'other', why: 'text' };
  if (isLabelHeader(last) || last.endsWith('名称')) return { kind: 'name' };
  const said = aspectsOfLevels(levels);
  const year = yearOf(levels);
  const isPrior = year !== undefined && latest !== undefined && year < latest;
  if (said !== undefined && !isPrior) return { kind: 'amount', aspects: said, unit: unitInHeader(header) };
  if (DERIVED.test(header)) return { kind: 'other', why: 'derived' };
  if (isPrior || OTHER_YEAR.test(header)) return { kind: 'other', why: 'other-year' };
  return hasAmounts() ? { kind: 'unknown' } : { kind: 'other', why: 'text' };
}

/** What all levels say together; undefined when one is not understood or two contradict each other. */
export function aspectsOfLevels(levels: readonly string[]): Aspects | undefined {
  let said: Aspects = {};
  for (const level of levels) {
    const own = aspectsOf(level);
    const next = own === undefined ? undefined : merged(said, own);
    if (next === undefined) return undefined;
    said = next;
  }
  return said;
}

/** Neighbouring columns under one header 科目编码 hold 类, 款 and 项. */
function withCodeParts(columns: readonly GridColumn[]): readonly GridColumn[] {
  const whole = columns.filter(({ role }) => role.kind === 'code' && role.part === 'whole');
  const [first] = whole;
  const isRun = whole.every(
    ({ column, levels }, index) => column === (first?.column ?? 0) + index && levels.join() === first?.levels.join(),
  );
  if (whole.length < 2 || whole.length > 3 || !isRun) return columns;
  const parts = ['类', '款', '项'] as const;
  return columns.map((column) => {
    const index = whole.indexOf(column);
    const part = parts[index];
    return part === undefined ? column : { ...column, role: { kind: 'code', part } };
  });
}

function hasAmount(sheet: Sheet, from: number, to: number, column: number): boolean {
  for (let row = from; row <= to; row++) if (holdsAmount(sheet, row, column)) return true;
  return false;
}

/** The columns of amounts. */
export type AmountGridColumn = GridColumn & { readonly role: Extract<ColumnRole, { kind: 'amount' }> };

export function amountColumns(grid: Grid): readonly AmountGridColumn[] {
  return grid.columns.filter((column): column is AmountGridColumn => column.role.kind === 'amount');
}

/** True for a row without anything in it. */
export function isBlankRow(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row] ?? []).every((value) => value === null || value === '');
}

/** True for a note or signature below or inside the table. */
export function isNoteRow(sheet: Sheet, row: number): boolean {
  const first = (sheet.rows[row] ?? []).find((value) => value !== null && value !== '');
  return typeof first === 'string' && FOOTER.test(plainLabel(first));
}

/** True for a row that repeats a row of the header, as on the next page of a print. */
export function repeatsHeader(grid: Grid, row: number): boolean {
  const cells = (sheet: Sheet, at: number): string =>
    (sheet.rows[at] ?? [])
      .map((value) => (value === null || isCellError(value) ? '' : plainLabel(String(value))))
      .join('|')
      .replace(/\|+$/, '');
  const own = cells(grid.sheet, row);
  for (let header = grid.headerTop; header < grid.dataRow; header++) {
    if (own !== '' && cells(grid.sheet, header) === own) return true;
  }
  return false;
}

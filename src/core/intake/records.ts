import { finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import { COLUMN_MEANINGS } from '../texts/intake-texts.ts';
import { NO_LABEL } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { isMisspelt, plainLabel, rowLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { columnHoldsAmount } from './amounts.ts';
import { isPageSum } from './page-sums.ts';
import type { Collector } from './collector.ts';
import { widthOf } from '../workbook/merge-index.ts';
import type { ColumnWords } from '../workbook/list-header.ts';
import { PRIVATE_HEADERS } from './column-role.ts';
import { yearIn } from './dates.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/*
 * Lists of single records, ours or those that systems export: one header row, a record a row, perhaps a total appended.
 */

/** Columns of numbers that are labels or follow from others; everything else with numbers is reported. */
const NOT_AMOUNTS =
  /(功能|经济)分类|科目|编码|代码|编号|号$|序号|年度|年份|日期|时间|次数|数量|率|占比|%|标识|级次|批次|主键|ID$/i;
/** A header that names an amount, whatever account or bank it also names: 零余额账户支付金额. */
const AMOUNT_HEADER = /(金额|余额|额度|支出数|支付数)(\([^()]*\))?$/;

/** One number above a table that is not larger may be a page or a count of sheets. */
const SMALL = 31;

/** True for a column about persons and accounts; nothing in it is ever read. */
export function isPrivateColumn(header: string): boolean {
  return PRIVATE_HEADERS.test(header) && !AMOUNT_HEADER.test(header);
}

/** What each column of a list is. */
export interface ListColumns<R extends string> {
  /** The row that names the columns. */
  readonly row: number;
  /** The column of each role. */
  readonly columns: Readonly<Partial<Record<R, number>>>;
  /** What each role is called. */
  readonly meanings: Readonly<Record<R, string>>;
  /** Other columns that are understood and not wanted, by plain header, and why. */
  readonly known?: (header: string) => string | undefined;
}

/** Tells the log what each column of a list is. */
export function describeList<R extends string>(sheet: Sheet, list: ListColumns<R>, collector: Collector): void {
  describe(sheet, list, new Map(), collector);
}

/** The same for a list that a system exported, asking about the columns that hold amounts which nothing will use. */
export function describeExport<R extends string>(
  sheet: Sheet,
  list: ListColumns<R> & { readonly words: ColumnWords<R> },
  collector: Collector,
): void {
  const unused = new Map<number, string>();
  for (const column of unusedAmounts(sheet, list)) {
    const label = plainLabel(textAt(sheet, list.row, column));
    const cells = [{ sheet: sheet.name, row: list.row, column }];
    const question = { about: '列', label, alternatives: [], cells } as const;
    // A column without a header can only be asked about by its place, which the next file need not have.
    if (label !== '' && collector.ask(question, () => undefined).kind === 'left-out') {
      unused.set(column, COLUMN_MEANINGS.answered);
      continue;
    }
    unused.set(column, COLUMN_MEANINGS.unknown);
    collector.report(finding('column-unknown', { header: label || NO_LABEL }, cells));
    collector.log.skip([columnRun(sheet, list.row, column)], COLUMN_MEANINGS.unknown);
  }
  describe(sheet, list, unused, collector);
  reportMisspelt(sheet, list, collector);
  reportRecordsAbove(sheet, list, collector);
}

/** The general look at rows above a header passes by one small number; in a list the other columns show that it is a record. */
function reportRecordsAbove<R extends string>(sheet: Sheet, list: ListColumns<R>, collector: Collector): void {
  const roles = Object.values<number | undefined>(list.columns).flatMap((column) => column ?? []);
  for (let row = 0; row < list.row; row++) {
    const filled = roles.filter((column) => textAt(sheet, row, column) !== '');
    const small = filled.filter((column) => Math.abs(Number(textAt(sheet, row, column))) <= SMALL);
    if (small.length === 0 || filled.length < 3) continue;
    const cells = small.map((column) => ({ sheet: sheet.name, row, column }));
    collector.report(finding('row-above-header', { label: NO_LABEL }, cells));
  }
}

/** Reports headers that are nearly that of a column which the list lacks: what it says would be lost in silence. */
function reportMisspelt<R extends string>(
  sheet: Sheet,
  list: ListColumns<R> & { readonly words: ColumnWords<R> },
  collector: Collector,
): void {
  const byColumn = rolesByColumn(list);
  const lacking = (Object.keys(list.words) as R[]).filter((role) => list.columns[role] === undefined);
  const words = lacking.flatMap((role) => list.words[role]);
  for (let column = 0; column < (sheet.rows[list.row]?.length ?? 0); column++) {
    const header = plainLabel(textAt(sheet, list.row, column));
    if (header === '' || byColumn.has(column) || isPrivateColumn(header)) continue;
    const word = words.find((known) => isMisspelt(header, known));
    if (word === undefined) continue;
    const place = { sheet: sheet.name, row: list.row, column };
    collector.report(finding('header-misspelt', { header, word }, [place]));
  }
}

function describe<R extends string>(
  sheet: Sheet,
  list: ListColumns<R>,
  unused: ReadonlyMap<number, string>,
  collector: Collector,
): void {
  const byColumn = rolesByColumn(list);
  const columns = [];
  for (let column = 0; column < (sheet.rows[list.row]?.length ?? 0); column++) {
    const header = plainLabel(textAt(sheet, list.row, column));
    const role = byColumn.get(column);
    if (header === '' && role === undefined && !unused.has(column)) continue;
    const own = isPrivateColumn(header) ? COLUMN_MEANINGS.private : (unused.get(column) ?? list.known?.(header));
    const meaning = role === undefined ? (own ?? COLUMN_MEANINGS.text) : list.meanings[role];
    columns.push({ column, header, meaning });
  }
  collector.log.describe({ top: list.row, bottom: list.row }, columns);
}

/** The columns of amounts that have no role; those without a header too. */
function unusedAmounts<R extends string>(sheet: Sheet, list: ListColumns<R>): ReadonlySet<number> {
  const byColumn = rolesByColumn(list);
  const width = widthOf(sheet);
  const unused = new Set<number>();
  for (let column = 0; column < width; column++) {
    const header = plainLabel(textAt(sheet, list.row, column));
    if (byColumn.has(column) || isPrivateColumn(header) || list.known?.(header) !== undefined) continue;
    if (!NOT_AMOUNTS.test(header) && columnHoldsAmount(sheet, column, list.row + 1, sheet.rows.length - 1))
      unused.add(column);
  }
  return unused;
}

/** All cells under a header, in one piece. */
export function columnRun(sheet: Sheet, headerRow: number, column: number): CellRef {
  return { sheet: sheet.name, row: headerRow + 1, column, rows: Math.max(1, sheet.rows.length - headerRow - 1) };
}

/** The year that the words over a list name. */
export function titleYear(sheet: Sheet, headerRow: number): number | undefined {
  for (let row = 0; row < headerRow; row++) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
      const year = yearIn(textAt(sheet, row, column));
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

function rolesByColumn<R extends string>({ columns }: ListColumns<R>): ReadonlyMap<number, R> {
  return new Map(Object.entries(columns).map(([role, column]) => [column as number, role as R]));
}

/** Sums of a part of a list: of a page, a day, a month, a quarter. */
const PART_SUM =
  /^((本|当)[日月季年]|[一二三四]季度|\d{1,2}月(份)?|第[一二三四]季度|本季度)?(小计|累计)$|^((本|当)[日月季]|\d{1,2}月(份)?|第?[一二三四]季度|本季度)合计$/;

/** What an appended sum is: that of the whole list, or of a part of it. Undefined for any other row. */
export function totalIn(sheet: Sheet, row: number): 'all' | 'part' | undefined {
  for (const value of sheet.rows[row] ?? []) {
    // Lists are very long: most cells are told apart without making a label of them.
    if (typeof value !== 'string' || value.length >= 12 || !/[计页]/.test(value)) continue;
    const label = rowLabel(value);
    if (TOTAL_WORDS.includes(label)) return 'all';
    if (PART_SUM.test(label) || isPageSum(label)) return 'part';
  }
  return undefined;
}

/** Reports an appended 合计 that is not the sum of its list. @param cells the column of amounts */
export function reportListTotal(
  total: { readonly fen: bigint; readonly cell: CellRef },
  sum: bigint,
  cells: CellRef,
  collector: Collector,
): void {
  if (total.fen === sum) return;
  const difference = total.fen > sum ? total.fen - sum : sum - total.fen;
  const [whole = '', parts = '', apart = ''] = [total.fen, sum, difference].map((fen) => showAmount(fen, '元'));
  collector.report(finding('list-total-differs', { total: whole, parts, difference: apart }, [total.cell, cells]));
}

import { COLUMN_MEANINGS } from '../texts/intake-texts.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { textAt, valueAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount } from './amounts.ts';
import type { Collector } from './collector.ts';
import { MergeIndex, widthOf } from '../workbook/merge-index.ts';
import { isBlankRow, isNoteRow } from './sheet-rows.ts';
import {
  lineOf,
  reportUnknownLine,
  titleOf,
  titleSays,
  type MonthLine,
  type MonthTable,
  type NamedPlaces,
  type Place,
} from './month-table.ts';
import { modeOfMonths, monthOf, MONTH_RATE, type MonthTitle } from './month-words.ts';
import { isPrivateColumn } from './records.ts';
import { isRemarkColumn } from './remark-columns.ts';
import { headerLevels } from './table-header.ts';
import { rowUnits, UNIT_HEADERS, type RowUnit } from './unit-names.ts';

const SEARCH_ROWS = 40;
const SEARCH_COLUMNS = 10;
const MIN_MONTHS = 3;
const MAX_HEADER_ROWS = 3;
/** Rows that add up some of the months. */
const PART_SUM = /季度|小计|上半年|下半年/;
const SUM = /^(合计|总计|全年|全年合计|累计|年度合计)$/;

/** A table with a row for each month. Undefined when no column names months. */
export function monthRowsOf(sheet: Sheet): MonthTable | undefined {
  const merges = new MergeIndex(sheet);
  for (let column = 0; column < Math.min(SEARCH_COLUMNS, widthOf(sheet)); column++) {
    const months = monthsIn(sheet, merges, column);
    const [first] = months.keys();
    if (first === undefined || new Set(months.values()).size < MIN_MONTHS) continue;
    const headerTop = headerTopOf(sheet, merges, first);
    if (headerTop < first) return tableOf(sheet, merges, column, months, headerTop, first);
  }
  return undefined;
}

/** The month of each row that begins with one. */
function monthsIn(sheet: Sheet, merges: MergeIndex, column: number): ReadonlyMap<number, number> {
  const months = new Map<number, number>();
  for (let row = 0; row < sheet.rows.length; row++) {
    if (months.size === 0 && row > SEARCH_ROWS) break;
    const month = monthOf(plainLabel(merges.text(sheet, row, column)));
    if (month !== undefined) months.set(row, month);
  }
  return months;
}

/** The rows of words over the first month that name columns. */
function headerTopOf(sheet: Sheet, merges: MergeIndex, dataRow: number): number {
  let top = dataRow;
  let levels = 0;
  for (let row = dataRow - 1; row >= 0 && levels < MAX_HEADER_ROWS; row--) {
    if (isBlankRow(sheet, row)) continue;
    if (!isHeaderRow(sheet, merges, row)) break;
    top = row;
    levels += 1;
  }
  return top;
}

/** Words over at least two columns; a title, the name of an office or a unit stands above the header. */
function isHeaderRow(sheet: Sheet, merges: MergeIndex, row: number): boolean {
  const labels = new Map<number, string>();
  for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
    const value = valueAt(sheet, row, column);
    if (value === null || value === '') continue;
    if (typeof value !== 'string') return false;
    labels.set(merges.range(row, column)?.left ?? column, plainLabel(value));
  }
  const isTitle = [...labels.values()].some((label) => /单位:|表(\([^()]*\))?$|^20\d{2}年/.test(label));
  return labels.size >= 2 && !isTitle;
}

function tableOf(
  sheet: Sheet,
  merges: MergeIndex,
  monthColumn: number,
  months: ReadonlyMap<number, number>,
  headerTop: number,
  dataRow: number,
): MonthTable {
  const headers = Array.from({ length: widthOf(sheet) }, (_, column) =>
    headerLevels(sheet, merges, headerTop, dataRow, column).join(''),
  );
  const unitColumn = headers.findIndex((header) => UNIT_HEADERS.includes(header));
  const isRemark = (header: string, column: number): boolean =>
    isRemarkColumn(sheet, column, header, dataRow, sheet.rows.length - 1);
  const isAmount = (header: string, column: number): boolean =>
    column !== monthColumn &&
    column !== unitColumn &&
    !isPrivateColumn(header) &&
    !MONTH_RATE.test(header) &&
    !isRemark(header, column) &&
    columnHolds(sheet, dataRow, column);
  const amounts = headers.flatMap((header, column) => (isAmount(header, column) ? [column] : []));
  const others = headers.flatMap((header, column) => {
    const isOther = column !== monthColumn && column !== unitColumn && !amounts.includes(column);
    return isOther && !isPrivateColumn(header) && !isRemark(header, column) && !MONTH_RATE.test(header) ? [column] : [];
  });
  const title = titleSays(
    titleOf(sheet, headerTop, dataRow),
    amounts.map((column) => headers[column] ?? ''),
  );
  const mode = modeOfMonths([...months.keys()].map((row) => plainLabel(merges.text(sheet, row, monthColumn))));
  const columns = headers.flatMap((header, column) => {
    if (header === '' && !amounts.includes(column)) return [];
    let meaning: string = COLUMN_MEANINGS.text;
    if (column === monthColumn) meaning = COLUMN_MEANINGS.months;
    else if (column === unitColumn) meaning = COLUMN_MEANINGS.unit;
    else if (isPrivateColumn(header)) meaning = COLUMN_MEANINGS.private;
    else if (MONTH_RATE.test(header)) meaning = COLUMN_MEANINGS.derived;
    else if (amounts.includes(column)) {
      const line = lineOf({ ...NOWHERE, label: header }, title, false);
      meaning = line === undefined ? COLUMN_MEANINGS.unknown : line.measure;
    }
    return [{ column, header, meaning }];
  });
  return {
    sheet,
    headerTop,
    dataRow,
    monthCount: new Set(months.values()).size,
    unitColumn: unitColumn < 0 ? undefined : unitColumn,
    columns,
    lines: (collector) => {
      const rows = rowsOf(sheet, merges, monthColumn, months, dataRow, amounts, collector);
      const units =
        unitColumn < 0
          ? undefined
          : rowUnits(sheet, merges, unitColumn, dataRow, (row) => rows.totals.has(row) && !months.has(row));
      return amounts.flatMap((column) =>
        linesOf(
          { sheet, header: headers[column] ?? '', column, headerTop, title, mode, others },
          rows,
          units,
          collector,
        ),
      );
    },
  };
}

const NOWHERE: NamedPlaces = {
  label: '',
  head: undefined,
  unit: undefined,
  places: new Map(),
  total: undefined,
  mode: undefined,
};

/** The rows of months, and those of their totals. */
interface MonthRows {
  readonly months: ReadonlyMap<number, number>;
  readonly totals: ReadonlySet<number>;
}

function rowsOf(
  sheet: Sheet,
  merges: MergeIndex,
  monthColumn: number,
  months: ReadonlyMap<number, number>,
  dataRow: number,
  amounts: readonly number[],
  collector: Collector,
): MonthRows {
  const totals = new Set<number>();
  for (let row = dataRow; row < sheet.rows.length; row++) {
    if (isBlankRow(sheet, row)) continue;
    const label = rowLabel(merges.text(sheet, row, monthColumn)) || rowLabel(firstText(sheet, row));
    if (months.has(row)) collector.log.row(row, '明细');
    else if (SUM.test(label) || PART_SUM.test(label)) {
      collector.log.row(row, '合计');
      if (SUM.test(label)) totals.add(row);
    } else if (!amounts.some((column) => holdsAmount(sheet, row, column))) {
      if (isNoteRow(sheet, row)) collector.log.row(row, '注');
    } else {
      collector.log.row(row, '未采用');
      const places = amounts.map((column) => ({ row, column }));
      reportUnknownLine(sheet, label, { row, column: monthColumn }, places, 'row-unknown', collector);
    }
  }
  return { months, totals };
}

/** One column of amounts with what else the table says about it. */
interface AmountColumn {
  readonly sheet: Sheet;
  readonly header: string;
  readonly column: number;
  readonly headerTop: number;
  readonly title: MonthTitle;
  readonly mode: MonthLine['mode'];
  /** Columns of words that say more about the amounts: 资金性质. */
  readonly others: readonly number[];
}

interface MonthGroup {
  readonly unit: RowUnit['unit'] | undefined;
  readonly places: Map<number, Place>;
  /** What the columns of words say. */
  readonly words: Set<string>;
  twice: boolean;
}

/** The lines of one column: one, or one a unit. */
function linesOf(
  { sheet, header, column, headerTop, title, mode, others }: AmountColumn,
  { months, totals }: MonthRows,
  units: ReadonlyMap<number, RowUnit | undefined> | undefined,
  collector: Collector,
): readonly MonthLine[] {
  const head = { row: headerTop, column };
  const groups = new Map<string, MonthGroup>();
  for (const [row, month] of months) {
    const unit = units?.get(row)?.unit;
    const name = unit?.kind === 'unit' ? unit.name : (unit?.kind ?? '');
    const group = groups.get(name) ?? { unit, places: new Map(), words: new Set(), twice: false };
    groups.set(name, group);
    group.twice ||= group.places.has(month);
    group.places.set(month, { row, column });
    group.words.add(others.map((other) => rowLabel(textAt(sheet, row, other))).join(''));
  }
  const [total] = totals.size === 1 && groups.size === 1 ? [...totals] : [];
  return [...groups.values()].flatMap(({ unit, places, words, twice }) => {
    const [said = '', ...more] = words;
    const named = {
      label: said + header,
      head,
      unit,
      places,
      total: total === undefined ? undefined : { row: total, column },
      mode,
    };
    // Which row of a month that stands twice counts, or whose money rows of different words are, is not known.
    const line = twice || more.length > 0 ? undefined : lineOf(named, title, false);
    if (line !== undefined) return [line];
    reportUnknownLine(sheet, header, head, places.values(), 'column-unknown', collector);
    return [];
  });
}

function firstText(sheet: Sheet, row: number): string {
  return textAt(
    sheet,
    row,
    Math.max(
      0,
      (sheet.rows[row] ?? []).findIndex((value) => value !== null && value !== ''),
    ),
  );
}

function columnHolds(sheet: Sheet, dataRow: number, column: number): boolean {
  for (let row = dataRow; row < sheet.rows.length; row++) if (holdsAmount(sheet, row, column)) return true;
  return false;
}

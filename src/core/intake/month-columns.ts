import { COLUMN_MEANINGS } from '../texts/intake-texts.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
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
  type Place,
} from './month-table.ts';
import { MONTH_RATE, modeOfMonths, monthOf } from './month-words.ts';
import { isPrivateColumn } from './records.ts';
import { isRemarkColumn } from './remark-columns.ts';
import { rowUnits, UNIT_HEADERS, type RowUnit } from './unit-names.ts';

const HEADER_SEARCH_ROWS = 30;
const MIN_MONTHS = 3;

/** A table with a column for each month. Undefined when no row names months. */
export function monthColumnsOf(sheet: Sheet): MonthTable | undefined {
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    const months = monthsIn(sheet, row);
    if (months.size >= MIN_MONTHS) return tableOf(sheet, row, months);
  }
  return undefined;
}

/** The column of each month that a row names. */
function monthsIn(sheet: Sheet, row: number): ReadonlyMap<number, number> {
  const months = new Map<number, number>();
  for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
    const month = monthOf(plainLabel(textAt(sheet, row, column)));
    if (month !== undefined && !months.has(month)) months.set(month, column);
  }
  return months;
}

/**
 * Rows under a header of months that name months again: the next ones, or the same on a further page. Where all that a row names are
 * the months over it, it is the same header, with a word lost. A row that begins as the header does is one too, however little of
 * the months is left in it.
 */
function furtherHeaders(
  sheet: Sheet,
  header: number,
  first: ReadonlyMap<number, number>,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const further = new Map<number, ReadonlyMap<number, number>>();
  const start = (sheet.rows[header] ?? []).findIndex(
    (_cell, column) => plainLabel(textAt(sheet, header, column)) !== '',
  );
  const corner = plainLabel(textAt(sheet, header, start));
  let current = first;
  for (let row = header + 1; row < sheet.rows.length; row++) {
    const months = monthsIn(sheet, row);
    const beginsAlike = plainLabel(textAt(sheet, row, start)) === corner;
    if ((months.size > 1 || beginsAlike) && ![...first.values()].some((column) => holdsAmount(sheet, row, column))) {
      const isSame = [...months].every(([month, column]) => current.get(month) === column);
      if (!isSame) current = months;
      further.set(row, current);
    }
  }
  return further;
}

/** Reports the columns of months that a further header gives no month, though amounts stand under it. */
function reportNameless(
  sheet: Sheet,
  header: number,
  first: ReadonlyMap<number, number>,
  named: ReadonlyMap<number, number>,
  further: ReadonlyMap<number, unknown>,
  collector: Collector,
): void {
  const end = [...further.keys()].find((row) => row > header) ?? sheet.rows.length;
  const has = new Set(named.values());
  for (const column of first.values()) {
    if (has.has(column)) continue;
    const places = Array.from({ length: end - header - 1 }, (_, index) => ({ row: header + 1 + index, column }));
    const label = plainLabel(textAt(sheet, header, column));
    reportUnknownLine(sheet, label, { row: header, column }, places, 'column-unknown', collector);
  }
}

/** A row of the table before it is understood. */
interface NamedRow {
  readonly row: number;
  readonly label: string;
  readonly unit: RowUnit | undefined;
  readonly places: Map<number, Place>;
}

/** Rows of one name under headers of different months are one line. */
function joinedRows(rows: readonly NamedRow[]): readonly NamedRow[] {
  const joined: NamedRow[] = [];
  const latest = new Map<string, NamedRow>();
  for (const next of rows) {
    const name = `${next.unit?.label ?? ''}|${next.label}`;
    const known = latest.get(name);
    if (known !== undefined && [...next.places.keys()].every((month) => !known.places.has(month))) {
      for (const [month, place] of next.places) known.places.set(month, place);
      continue;
    }
    joined.push(next);
    latest.set(name, next);
  }
  return joined;
}

function tableOf(sheet: Sheet, header: number, months: ReadonlyMap<number, number>): MonthTable {
  const merges = new MergeIndex(sheet);
  const further = furtherHeaders(sheet, header, months);
  const firstMonth = Math.min(...months.values());
  const headerAt = (column: number): string => plainLabel(merges.text(sheet, header, column));
  const before = Array.from({ length: firstMonth }, (_, column) => column);
  const unitColumn = before.find((column) => UNIT_HEADERS.includes(headerAt(column)));
  const labelColumns = before.filter((column) => column !== unitColumn && !isPrivateColumn(headerAt(column)));
  const monthOfColumn = new Map([...months].map(([month, column]) => [column, month]));
  const monthColumns = new Set([months, ...further.values()].flatMap((named) => [...named.values()]));
  const width = sheet.rows[header]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const text = headerAt(column);
    if (text === '') return [];
    const month = monthOfColumn.get(column);
    let meaning: string = COLUMN_MEANINGS.text;
    if (month !== undefined) meaning = COLUMN_MEANINGS.month(month);
    else if (column === unitColumn) meaning = COLUMN_MEANINGS.unit;
    else if (isPrivateColumn(text)) meaning = COLUMN_MEANINGS.private;
    return [{ column, header: text, meaning }];
  });
  const labelAt = (row: number): string => {
    const parts: string[] = [];
    for (const column of labelColumns) {
      const part = rowLabel(merges.text(sheet, row, column));
      if (part !== '' && !/^\d+$/.test(part) && part !== parts.at(-1)) parts.push(part);
    }
    return parts.join('');
  };
  const mode = modeOfMonths([...months.values()].map(headerAt));
  const allMonths = new Set([months, ...further.values()].flatMap((named) => [...named.keys()]));
  const others = Array.from({ length: widthOf(sheet) }, (_, column) => column).filter(
    (column) =>
      !monthColumns.has(column) &&
      !isPlainColumn(headerAt(column)) &&
      !isRemarkColumn(sheet, column, headerAt(column), header + 1, sheet.rows.length - 1) &&
      (column > firstMonth || (column !== unitColumn && holdsAmountsOnly(sheet, header + 1, column))),
  );
  // A total beside some of the months is none of all.
  const totalColumn = allMonths.size > months.size ? undefined : others.find((column) => SUM.test(headerAt(column)));
  return {
    sheet,
    headerTop: header,
    dataRow: header + 1,
    monthCount: allMonths.size,
    unitColumn,
    columns,
    lines: (collector) => {
      const units =
        unitColumn === undefined
          ? undefined
          : rowUnits(sheet, merges, unitColumn, header + 1, (row) => /^(合计|总计)$/.test(labelAt(row)));
      for (const column of others) {
        if (column !== totalColumn) reportColumn(sheet, header, column, headerAt(column), collector);
      }
      const lines: MonthLine[] = [];
      const rows: NamedRow[] = [];
      let current = months;
      for (let row = header + 1; row < sheet.rows.length; row++) {
        if (isBlankRow(sheet, row)) continue;
        const next = further.get(row);
        if (next !== undefined) {
          collector.log.row(row, '重复表头');
          if (next !== current) reportNameless(sheet, row, months, next, further, collector);
          current = next;
          continue;
        }
        if (isNoteRow(sheet, row) && ![...current.values()].some((column) => holdsAmount(sheet, row, column))) {
          collector.log.row(row, '注');
          continue;
        }
        const places = new Map([...current].map(([month, column]) => [month, { row, column }]));
        rows.push({ row, label: labelAt(row), unit: units?.get(row), places });
      }
      const title = titleSays(
        titleOf(sheet, header, header + 1),
        rows.map(({ label }) => label),
      );
      for (const { row, label, unit, places } of joinedRows(rows)) {
        const named = {
          label: ownLabel(label, unit),
          head: undefined,
          unit: unit?.unit,
          places,
          total: totalColumn === undefined ? undefined : { row, column: totalColumn },
          mode,
        };
        const line =
          units?.has(row) === false || (units?.has(row) === true && unit === undefined)
            ? undefined
            : lineOf(named, title, unit !== undefined);
        if (line !== undefined) {
          for (const { row: own } of places.values()) {
            collector.log.row(own, unit?.unit.kind === 'all' ? '合计' : '明细');
          }
          lines.push({ ...line, label: label || (unit?.label ?? '') });
        } else reportRow(sheet, row, label || (unit?.label ?? ''), places.values(), collector);
      }
      return lines;
    },
  };
}

/** Headers over the total of the months. */
const SUM = /^(合计|总计|全年|全年合计|累计|年度合计)$/;

/** Columns behind the months that hold no amounts of their own. */
function isPlainColumn(header: string): boolean {
  return isPrivateColumn(header) || MONTH_RATE.test(header);
}

/** Amounts before the first month belong to a column whose header is lost; names and numbers of order do not. */
function holdsAmountsOnly(sheet: Sheet, from: number, column: number): boolean {
  let amounts = 0;
  for (let row = from; row < sheet.rows.length; row++) {
    if (holdsAmount(sheet, row, column)) amounts += 1;
    else if (textAt(sheet, row, column) !== '') return false;
  }
  return amounts > 0;
}

function reportColumn(sheet: Sheet, headerRow: number, column: number, header: string, collector: Collector): void {
  const places = Array.from({ length: sheet.rows.length - headerRow - 1 }, (_, index) => ({
    row: headerRow + 1 + index,
    column,
  }));
  reportUnknownLine(sheet, header, { row: headerRow, column }, places, 'column-unknown', collector);
}

/** 部门合计 says whose amounts they are, not what they are. */
function ownLabel(label: string, unit: RowUnit | undefined): string {
  return unit?.isSum === true && (label === unit.label || /^(合计|总计|小计)$/.test(label)) ? '' : label;
}

function reportRow(
  sheet: Sheet,
  row: number,
  label: string,
  places: Iterable<{ row: number; column: number }>,
  collector: Collector,
): void {
  const cells = [...places];
  if (MONTH_RATE.test(label) || !cells.some(({ column }) => holdsAmount(sheet, row, column))) return;
  collector.log.row(row, '未采用');
  reportUnknownLine(sheet, label, { row, column: 0 }, cells, 'row-unknown', collector);
}

import { finding } from '../findings/finding.ts';
import { COLUMN_MEANINGS, READING } from '../texts/intake-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount } from './amounts.ts';
import type { Collector } from './collector.ts';
import type { ColumnWords, ListHeader } from './columns.ts';
import { PRIVATE_HEADERS } from './column-role.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/*
 * Lists of single records, as systems export them: one header row, a record a row, perhaps a total appended.
 */

/** Columns of numbers that are labels or follow from others; everything else with numbers is reported. */
const NOT_AMOUNTS = /编码|代码|编号|号$|序号|年度|年份|日期|时间|次数|数量|率|占比|%|标识|级次|批次|主键|ID$/i;

/**
 * Tells the log what each column of a list is, and reports the columns that hold amounts which nothing will use.
 * @param known other columns whose amounts are understood but not wanted, by plain label, and why
 */
export function describeList<R extends string>(
  sheet: Sheet,
  header: ListHeader<R>,
  meanings: Readonly<Record<R, string>>,
  known: (label: string) => string | undefined,
  collector: Collector,
): void {
  const columns: { column: number; header: string; meaning: string }[] = [];
  const byColumn = new Map(Object.entries(header.columns).map(([role, column]) => [column as number, role as R]));
  const width = sheet.rows[header.row]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const label = plainLabel(textAt(sheet, header.row, column));
    if (label === '') continue;
    const role = byColumn.get(column);
    const isPrivate = PRIVATE_HEADERS.test(label);
    const isOpen =
      role === undefined &&
      !isPrivate &&
      known(label) === undefined &&
      !NOT_AMOUNTS.test(label) &&
      holdsAmounts(sheet, header.row, column);
    const cells = [{ sheet: sheet.name, row: header.row, column }];
    const isLeftOut =
      isOpen && collector.ask({ about: '列', label, alternatives: [], cells }, () => undefined).kind === 'left-out';
    const why = isPrivate ? COLUMN_MEANINGS.private : isLeftOut ? COLUMN_MEANINGS.answered : known(label);
    const meaning = role !== undefined && !isPrivate ? meanings[role] : (why ?? COLUMN_MEANINGS.text);
    columns.push({ column, header: label, meaning });
    if (!isOpen || isLeftOut) continue;
    collector.report(finding('column-unknown', { header: label }, cells));
    const run: CellRef = { sheet: sheet.name, row: header.row + 1, column, rows: sheet.rows.length - header.row - 1 };
    collector.log.skip([run], COLUMN_MEANINGS.unknown);
  }
  collector.log.describe({ top: header.row, bottom: header.row }, columns);
}

function holdsAmounts(sheet: Sheet, headerRow: number, column: number): boolean {
  for (let row = headerRow + 1; row < sheet.rows.length; row++) if (holdsAmount(sheet, row, column)) return true;
  return false;
}

/** True for an appended total: one of the row's words is 合计 or the like. */
export function isTotalRow(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row] ?? []).some(
    (value) =>
      typeof value === 'string' &&
      value.length < 12 &&
      (TOTAL_WORDS.includes(rowLabel(value)) || rowLabel(value) === '小计'),
  );
}

/** True when a header row names all these roles; for layouts that also want to know how many optional ones there are. */
export function rolesIn<R extends string>(header: ListHeader<R>, words: ColumnWords<R>): readonly R[] {
  return (Object.keys(words) as R[]).filter((role) => header.columns[role] !== undefined);
}

export const LIST_REASON = READING.columns;

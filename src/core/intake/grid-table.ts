import { textAt, type Sheet } from '../workbook/workbook.ts';
import { columnHoldsAmount, holdsAmount, holdsWords } from './amounts.ts';
import { columnRoles, type ColumnContent, type ColumnRole, type GridColumn } from './column-role.ts';
import { MergeIndex } from '../workbook/merge-index.ts';
import { findHeader, findLabelless, headerRows, levelsOf, titleOf } from './grid-header.ts';
import { isRemarkColumn } from './remark-columns.ts';
import type { Region } from './regions.ts';
import { tableYear } from './table-year.ts';

/** A table as rows and columns: where its header is and what each column is for. */
export interface Grid {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  /** The words over the header, as one plain label. */
  readonly title: string;
  /** The year that the table is about, where anybody says it. */
  readonly year: number | undefined;
  readonly headerTop: number;
  /** The first row that is not header. */
  readonly dataRow: number;
  /** The last row that may hold data. */
  readonly lastRow: number;
  readonly columns: readonly GridColumn[];
}

/**
 * Reads the header of a region. Undefined when no row names columns.
 * @param ofWorkbook the year that the workbook is about
 */
export function gridOf({ sheet, range, headerTop: known }: Region, ofWorkbook: number | undefined): Grid | undefined {
  const merges = new MergeIndex(sheet);
  const lastRow = Math.min(range.bottom, sheet.rows.length - 1);
  const headerTop =
    known ??
    findHeader(sheet, merges, range.top, lastRow, range.right) ??
    findLabelless(sheet, merges, range.top, lastRow, range.right);
  if (headerTop === undefined) return undefined;
  const { dataRow, rows } = headerRows(sheet, merges, headerTop, lastRow, range.left, range.right);
  const hasMerges = sheet.merges.some(({ top }) => top >= headerTop && top < dataRow);
  const headers: { column: number; levels: string[] }[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const before = hasMerges ? undefined : headers.at(-1)?.levels;
    headers.push({ column, levels: levelsOf(sheet, merges, rows, column, before) });
  }
  const year = tableYear(sheet, headerTop, ofWorkbook);
  return {
    sheet,
    merges,
    year,
    title: titleOf(sheet, headerTop),
    headerTop,
    dataRow,
    lastRow,
    columns: columnRoles(
      headers,
      (column) => columnHoldsAmount(sheet, column, dataRow, lastRow),
      (column) => contentOf(sheet, column, dataRow, lastRow),
      (column, header) => isRemarkColumn(sheet, column, header, dataRow, lastRow),
      year,
    ),
  };
}

/** A list may be very long; what its columns are for shows in its first rows. */
const SAMPLE_ROWS = 1000;

function contentOf(sheet: Sheet, column: number, from: number, last: number): ColumnContent {
  const to = Math.min(last, from + SAMPLE_ROWS);
  let amounts = 0;
  let words = 0;
  let digits = 0;
  for (let row = from; row <= to && (amounts === 0 || words === 0); row++) {
    if (holdsAmount(sheet, row, column)) {
      amounts += 1;
      if (/^\d+$/.test(textAt(sheet, row, column))) digits += 1;
    } else if (holdsWords(sheet, row, column)) words += 1;
  }
  return { amounts, words, digits };
}

/** The header of a column as people read it. */
export function headerText({ levels }: GridColumn): string {
  return levels.join('·');
}

/** The columns of amounts. */
export type AmountGridColumn = GridColumn & { readonly role: Extract<ColumnRole, { kind: 'amount' }> };

export function amountColumns(grid: Grid): readonly AmountGridColumn[] {
  return grid.columns.filter((column): column is AmountGridColumn => column.role.kind === 'amount');
}

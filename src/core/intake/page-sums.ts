import { finding } from '../findings/finding.ts';
import { exactOf } from '../money/decimal.ts';
import { sum, trimmed, whole, type Exact } from '../money/exact.ts';
import { plainLabel } from '../workbook/labels.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { readCellNumber } from './amounts.ts';
import { Collector } from './collector.ts';

/*
 * Sums of printed pages inside a table: 本页小计, 过次页, 承前页. They repeat what the rows say and are no rows of their own.
 */

const PAGE_SUM =
  /^((本|每|当)页|页)(小计|合计|累计|计)$|^(过|转|接|承)(次|下|上|前)(一)?页(小计|合计|累计)?$|^(累计|承前页合计)$/;

/** True for the label of a row that sums a page or carries a sum over. */
export function isPageSum(label: string): boolean {
  return PAGE_SUM.test(label);
}

/** Decimals to show a difference with. */
const PLACES = 6;

/** The rows that page sums may be sums of. */
export interface PagedRows {
  readonly sheet: Sheet;
  readonly labelColumn: number;
  readonly columns: readonly { readonly column: number; readonly header: string }[];
  /** The rows of page sums, from top to bottom. */
  readonly pages: readonly number[];
  /** What a page sum may add up: the projects, or the kinds of expenditure. */
  readonly parts: readonly (readonly number[])[];
}

/** Reports page sums that are neither the sum of their page nor of everything above them. */
export function reportPageSums(workbook: Workbook, paged: PagedRows, collector: Collector): void {
  const { sheet, labelColumn, columns, pages, parts } = paged;
  // What is wrong with the amounts themselves is told where they are read.
  const silent = new Collector();
  const amountAt = (row: number, column: number): Exact | undefined => {
    const number = readCellNumber(workbook, sheet, row, column, '', silent);
    return number === undefined ? undefined : exactOf(number.decimal);
  };
  for (const [index, page] of pages.entries()) {
    // Two sums that follow each other, such as 过次页 and 承前页, close the same page.
    const above = pages
      .slice(0, index)
      .findLast((row) => parts.some((own) => own.some((part) => part > row && part < page)));
    for (const { column, header } of columns) {
      const stated = amountAt(page, column);
      if (stated === undefined) continue;
      const sums = parts.flatMap((own) =>
        [above ?? -1, -1].map((from) =>
          sum(own.filter((row) => row > from && row < page).map((row) => amountAt(row, column) ?? whole(0n))),
        ),
      );
      if (sums.some((made) => made.equals(stated))) continue;
      const cell: CellRef = { sheet: sheet.name, row: page, column };
      const params = {
        label: plainLabel(textAt(sheet, page, labelColumn)),
        header,
        total: trimmed(stated, PLACES),
        parts: trimmed(sums[0] ?? whole(0n), PLACES),
      };
      collector.report(finding('page-sum-differs', params, [cell]));
    }
  }
}

import { finding } from '../findings/finding.ts';
import { READING } from '../texts/intake-texts.ts';
import { NO_LABEL } from '../texts/terms.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount } from './amounts.ts';
import type { Collector } from './collector.ts';

/** Years stand over tables too. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * Reports rows over a header that hold amounts where the table has its columns of amounts: rows of the table that came to stand above
 * its header, and would be lost.
 * @param columns the columns of amounts
 */
export function reportStrayRows(
  sheet: Sheet,
  headerTop: number,
  columns: readonly number[],
  collector: Collector,
): void {
  const least = Math.min(2, columns.length);
  for (let row = 0; row < headerTop; row++) {
    const amounts = columns.filter((column) => holdsAmount(sheet, row, column) && !isYear(sheet, row, column));
    const filled = (sheet.rows[row] ?? []).filter((value) => value !== null && value !== '').length;
    if (amounts.length === 0 || amounts.length < least || filled < 2) continue;
    const cells = amounts.map((column) => ({ sheet: sheet.name, row, column }));
    collector.log.skip(cells, READING.aboveHeader);
    collector.report(finding('row-unknown', { label: NO_LABEL }, cells));
  }
}

function isYear(sheet: Sheet, row: number, column: number): boolean {
  const number = Number(textAt(sheet, row, column));
  return Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
}

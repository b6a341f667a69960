import { finding } from '../findings/finding.ts';
import { readNumber } from '../money/decimal.ts';
import { NO_LABEL } from '../texts/terms.ts';
import { READING } from '../texts/intake-texts.ts';
import type { CellRange } from '../workbook/cell-ref.ts';
import { textAt, type CellValue, type Sheet } from '../workbook/workbook.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import type { Collector } from './collector.ts';
import { isPrivateColumn } from './records.ts';
import { tellable } from './tellable.ts';

/**
 * Reports rows above the header of a table that look like rows of the table: a header in the middle of its rows, or moved by a sort,
 * would leave them out in silence.
 * @param range the columns of the table
 * @param headerTop the first row of its header
 */
export function reportAmountsAbove(sheet: Sheet, range: CellRange, headerTop: number, collector: Collector): void {
  for (let row = range.top; row < headerTop; row++) {
    const filled = columnsFilled(sheet, row, range);
    const amounts = filled.filter((column) => isAmount(sheet.rows[row]?.[column] ?? null));
    const large = amounts.filter((column) => !(Math.abs(Number(sheet.rows[row]?.[column])) <= FEW));
    const isOwnRow =
      amounts.length > 0 &&
      filled.some((column) => collector.log.isRowLabel?.(rowLabel(textAt(sheet, row, column))) === true);
    // One small number may be a page or a count of sheets.
    if (!isOwnRow && (filled.length < 2 || (amounts.length < 2 && large.length === 0))) continue;
    const [first = range.left] = filled;
    const cell = { sheet: sheet.name, row, column: first };
    // Names and numbers of persons are not told.
    const isPrivate = isPrivateColumn(plainLabel(textAt(sheet, headerTop, first)));
    const label = (isPrivate ? '' : tellable(textAt(sheet, row, first))) || NO_LABEL;
    collector.log.skip(
      amounts.map((column) => ({ sheet: sheet.name, row, column })),
      READING.aboveHeader,
    );
    collector.report(finding('row-above-header', { label }, [cell]));
  }
}

function columnsFilled(sheet: Sheet, row: number, { left, right }: CellRange): readonly number[] {
  return (sheet.rows[row] ?? []).flatMap((value, column) =>
    column >= left && column <= right && value !== null && value !== '' ? [column] : [],
  );
}

const FEW = 31;

/** A number that is no year and no day, which stand above tables; text is an amount when it is written as one. */
function isAmount(value: CellValue): boolean {
  if (typeof value === 'string') return /\d[.,]\d/.test(value) && readNumber(value).kind === 'number';
  if (typeof value !== 'number') return false;
  const isYear = Number.isInteger(value) && value >= 1990 && value <= 2100;
  const isDay = Number.isInteger(value) && value >= 19_900_101 && value <= 21_001_231;
  return !isYear && !isDay;
}

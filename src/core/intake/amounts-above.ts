import { finding } from '../findings/finding.ts';
import { readNumber } from '../money/decimal.ts';
import { NO_LABEL } from '../texts/terms.ts';
import { READING } from '../texts/intake-texts.ts';
import type { CellRange } from '../workbook/cell-ref.ts';
import { textAt, type CellValue, type Sheet } from '../workbook/workbook.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import type { Collector } from './collector.ts';
import { isCounted } from './counts.ts';
import { isTotalLabel } from './items/item-labels.ts';
import { isPrivateColumn } from './records.ts';
import { tellable } from './tellable.ts';

/**
 * Reports rows above the header of a table that look like rows of the table: a header in the middle of its rows, or moved by a sort,
 * would leave them out in silence.
 * @param range the columns of the table
 * @param headerTop the first row of its header
 */
export function reportAmountsAbove(sheet: Sheet, range: CellRange, headerTop: number, collector: Collector): void {
  // Where no row under the header holds anything, all there is stands above it.
  const isAllAbove = holdsNothing(sheet, headerTop + 1, range);
  for (let row = range.top; row < headerTop; row++) {
    const filled = columnsFilled(sheet, row, range);
    const isLabelled = filled.some((column) => {
      const label = rowLabel(textAt(sheet, row, column));
      return collector.log.isRowLabel?.(label) === true || isTotalLabel([label]);
    });
    const amounts = filled.filter((column) => {
      const value = sheet.rows[row]?.[column] ?? null;
      return isAmount(value) || ((isAllAbove || isLabelled) && isNumber(value));
    });
    const large = amounts.filter((column) => !(Math.abs(Number(sheet.rows[row]?.[column])) <= FEW));
    const isOwnRow = amounts.length > 0 && (isLabelled || isAllAbove);
    // One small number may be a page or a count of sheets.
    if (
      !isOwnRow &&
      !(isAllAbove && amounts.length > 0) &&
      (filled.length < 2 || (amounts.length < 2 && large.length === 0))
    )
      continue;
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

/** True when no cell of the columns holds a number from a row on; formulas may give one. */
function holdsNothing({ rows, formulas }: Sheet, from: number, { left, right, bottom }: CellRange): boolean {
  for (let row = from; row <= Math.min(bottom, rows.length - 1); row++) {
    for (let column = left; column <= right; column++) {
      const value = rows[row]?.[column] ?? null;
      if (formulas.has(`${String(row)},${String(column)}`) || isNumber(value)) return false;
    }
  }
  return true;
}

function columnsFilled(sheet: Sheet, row: number, { left, right }: CellRange): readonly number[] {
  return (sheet.rows[row] ?? []).flatMap((value, column) =>
    column >= left && column <= right && value !== null && value !== '' ? [column] : [],
  );
}

/** A number, as text and with its measure word too. */
function isNumber(value: CellValue): boolean {
  if (typeof value === 'string') return readNumber(value).kind === 'number' || isCounted(value);
  return typeof value === 'number';
}

const FEW = 31;

/** A number that is no year and no day, which stand above tables; text is one when it is written as an amount or a count. */
function isAmount(value: CellValue): boolean {
  if (typeof value === 'string')
    return isCounted(value) || (/\d[.,]\d/.test(value.normalize('NFKC')) && readNumber(value).kind === 'number');
  if (typeof value !== 'number') return false;
  const isYear = Number.isInteger(value) && value >= 1990 && value <= 2100;
  const isDay = Number.isInteger(value) && value >= 19_900_101 && value <= 21_001_231;
  return !isYear && !isDay;
}

import { addressOf, MAX_COLUMNS, MAX_ROWS, parseAddress, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';

/**
 * Row and column of an address in a sheet part.
 * @throws UnusableFile `damaged` when it is none or lies outside a sheet
 */
export function readAddress(text: string): { row: number; column: number } {
  const place = parseAddress(text.toUpperCase());
  if (place === undefined || place.row >= MAX_ROWS || place.column >= MAX_COLUMNS) {
    throw new UnusableFile('damaged', `${text} is no cell`);
  }
  return place;
}

/** `A1:C3`, or a single address. */
export function readRange(text: string): CellRange {
  const [from = '', to = from] = text.split(':');
  const a = readAddress(from);
  const b = readAddress(to);
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** `A1:C3`; `A1` for a single cell. */
export function showRange(range: CellRange): string {
  const from = addressOf({ row: range.top, column: range.left });
  const to = addressOf({ row: range.bottom, column: range.right });
  return from === to ? from : `${from}:${to}`;
}

/** True when the place lies in the range. */
export function covers(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

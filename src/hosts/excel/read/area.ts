import { columnIndex, MAX_COLUMNS, MAX_ROWS, type CellRange } from '../../../core/workbook/cell-ref.ts';
import { HostFailure } from '../../ports/host-failure.ts';

const LAST_ROW = MAX_ROWS - 1;
const LAST_COLUMN = MAX_COLUMNS - 1;

/** Every cell of a sheet. */
export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/**
 * The areas of an address as Excel writes it: `D5`, `A1:C3`, `3:5`, `D:F`, several of them after commas, each with or without a sheet.
 * @throws HostFailure `unknown` when it is no address
 */
export function parseAreas(address: string): readonly CellRange[] {
  // A quoted sheet name may hold commas and exclamation marks.
  const plain = address.replace(/'(?:[^']|'')*'!/g, '');
  return plain.split(',').map((part) => parseArea(part.slice(part.lastIndexOf('!') + 1).replaceAll('$', '')));
}

function parseArea(text: string): CellRange {
  const [, fromColumn, fromRow, toColumn, toRow] = /^\s*([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?\s*$/.exec(text) ?? [];
  if (!fromColumn && !fromRow) throw new HostFailure('unknown', `${text} is no address`);
  const single = toColumn === undefined && toRow === undefined;
  const column = (name: string | undefined, otherwise: number): number => (name ? columnIndex(name) : otherwise);
  const row = (digits: string | undefined, otherwise: number): number => (digits ? Number(digits) - 1 : otherwise);
  const left = column(fromColumn, 0);
  const top = row(fromRow, 0);
  return {
    top,
    left,
    bottom: single && fromRow ? top : row(toRow, LAST_ROW),
    right: single && fromColumn ? left : column(toColumn, LAST_COLUMN),
  };
}

/** True when the areas have a cell in common. */
export function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** True when every cell of `inner` lies in `outer`. */
export function contains(outer: CellRange, inner: CellRange): boolean {
  return (
    outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right
  );
}

/** The smallest area that holds both. */
export function bounding(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** How many cells an area has. */
export function cellsIn({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

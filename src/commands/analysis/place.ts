import { rangesOf, showRange } from '../../core/workbook/cell-ranges.ts';
import type { CellRef } from '../../core/workbook/cell-ref.ts';

/** Cells that a person can be led to: `E5` or `C3:N3` of a sheet. */
export interface Place {
  readonly sheet: string;
  readonly range: string;
}

/** More places than this nobody follows. */
const MAX_PLACES = 12;

/** Cells as few places, sheet by sheet in the order in which they are first named. */
export function placesOf(cells: readonly CellRef[]): readonly Place[] {
  const sheets = new Map<string, CellRef[]>();
  for (const cell of cells) {
    const known = sheets.get(cell.sheet);
    if (known === undefined) sheets.set(cell.sheet, [cell]);
    else known.push(cell);
  }
  return [...sheets]
    .flatMap(([sheet, own]) => rangesOf(own).map((range) => ({ sheet, range: showRange(range) })))
    .slice(0, MAX_PLACES);
}

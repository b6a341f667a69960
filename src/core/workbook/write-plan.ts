import type { CellRange } from './cell-ref.ts';
import type { Mapping } from './mapping.ts';

/**
 * What a cell is to hold. A formula carries the value that the core computed, so that the file is right before any
 * spreadsheet recalculates it.
 */
export type CellContent =
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** Nothing: a cell that only has a look, or one whose earlier result no longer holds. */
  | { readonly kind: 'empty' };

/** How a written cell is to look; the host turns it into its own style. */
export type CellLook =
  'title' | 'note' | 'header' | 'text' | 'centered' | 'weight' | 'score' | 'rate' | 'total-label' | 'total-score';

/** One cell to write. Without a look the cell keeps the format it has. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** In an existing sheet only applied when the cell's own number format is General. */
  readonly look?: CellLook;
  /** A person typed this: it is not remembered as a result of ours, so that no write-back replaces it. */
  readonly byPerson?: true;
}

/** Writes to a sheet that exists. */
export interface SheetWrites {
  readonly sheet: string;
  readonly cells: readonly CellWrite[];
}

/** A sheet to add behind the others. */
export interface NewSheet {
  readonly name: string;
  readonly cells: readonly CellWrite[];
  readonly merges: readonly CellRange[];
  /** Column widths in characters, from column A. */
  readonly columnWidths: readonly number[];
  /** Rows that stay in view and repeat on printed pages: the 0-based index of the last one. */
  readonly headerRow: number;
}

/** Everything one write-back does, applied as a whole or not at all. */
export interface WritePlan {
  readonly changes: readonly SheetWrites[];
  readonly newSheets: readonly NewSheet[];
  /** What people decided about the workbook's tables, to be remembered in it in place of what it remembered before. */
  readonly mapping?: Mapping;
}

/** How many cells a plan writes. */
export function cellCount({ changes, newSheets }: WritePlan): number {
  return [...changes, ...newSheets].reduce((sum, { cells }) => sum + cells.length, 0);
}

import type { CellRef } from '../workbook/cell-ref.ts';

/** Where a scheme stands in a workbook, for findings about it; empty for a scheme that ships or comes from a file. */
export interface SchemePlaces {
  readonly weights: readonly CellRef[];
  readonly total: readonly CellRef[];
  readonly source: readonly CellRef[];
  /** By indicator, the cells that say from what its value is computed. */
  readonly values: ReadonlyMap<string, readonly PlacedText[]>;
}

/** What a cell says. */
export interface PlacedText {
  readonly text: string;
  readonly cell: CellRef;
}

export const NO_PLACES: SchemePlaces = { weights: [], total: [], source: [], values: new Map() };

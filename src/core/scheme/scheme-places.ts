import type { CellRef } from '../workbook/cell-ref.ts';

/** Where a scheme stands in a workbook, for findings about it; empty for a scheme that ships or comes from a file. */
export interface SchemePlaces {
  readonly weights: readonly CellRef[];
  readonly total: readonly CellRef[];
  readonly source: readonly CellRef[];
}

export const NO_PLACES: SchemePlaces = { weights: [], total: [], source: [] };

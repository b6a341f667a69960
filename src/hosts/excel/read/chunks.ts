import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { cellsIn } from './area.ts';

/** A part of a sheet to be read in one piece. */
export interface Piece {
  /** The sheet's id. */
  readonly id: string;
  readonly area: CellRange;
}

/** Excel on the web answers with at most 5 MB, and with at most 5,000,000 cells. */
export const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;
const MAX_CELLS = 5_000_000;
/** Part of the limit that is aimed at: rows are not all alike. */
const AIM = 0.85;
/** What a cell takes, as value and as formula, before any was seen. */
const CELL_BYTES = 20;

/** How many cells fit into one answer. */
export function cellsPerChunk(bytesPerCell = CELL_BYTES): number {
  return Math.min(MAX_CELLS, Math.max(1, Math.floor((MAX_RESPONSE_BYTES * AIM) / bytesPerCell)));
}

/**
 * Cuts from the front of a list of pieces as much as fits into one answer, at least one row; a piece that does not fit is cut
 * between rows.
 * @returns what to read now, and what is left
 */
export function takeChunk(pieces: readonly Piece[], cells: number): { now: readonly Piece[]; rest: readonly Piece[] } {
  const now: Piece[] = [];
  let room = cells;
  for (const [index, piece] of pieces.entries()) {
    const { area } = piece;
    const size = cellsIn(area);
    if (size <= room) {
      now.push(piece);
      room -= size;
      continue;
    }
    const width = area.right - area.left + 1;
    const rows = Math.max(now.length === 0 ? 1 : 0, Math.floor(room / width));
    const cut = area.top + Math.min(rows, area.bottom - area.top + 1);
    if (rows > 0) now.push({ ...piece, area: { ...area, bottom: cut - 1 } });
    const left = cut > area.bottom ? [] : [{ ...piece, area: { ...area, top: cut } }];
    return { now, rest: [...left, ...pieces.slice(index + 1)] };
  }
  return { now, rest: [] };
}

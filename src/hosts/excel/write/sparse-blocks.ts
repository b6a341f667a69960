import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { bounding, cellsIn } from '../read/area.ts';

/** A place in a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** About what another rectangle costs in a request, in bytes. */
const BLOCK_BYTES = 500;
/** A cell that stays as it is: `null,`. */
const GAP_BYTES = 5;

/**
 * The rectangles in which cells are sent: few, without many cells between them that stay as they are. Each cell lies in exactly
 * one.
 */
export function sparseBlocks<T extends Place>(
  cells: readonly T[],
): readonly { area: CellRange; cells: readonly T[] }[] {
  const blocks: { area: CellRange; cells: T[] }[] = [];
  for (const cell of cells.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = blocks.at(-1);
    const own = { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
    if (last?.area.left === cell.column && (cell.row - last.area.bottom - 1) * GAP_BYTES < BLOCK_BYTES) {
      last.area = bounding(last.area, own);
      last.cells.push(cell);
    } else blocks.push({ area: own, cells: [cell] });
  }
  // Columns beside each other are sent together when that wastes less than another rectangle costs.
  for (let index = 1; index < blocks.length;) {
    const left = blocks[index - 1];
    const right = blocks[index];
    if (left === undefined || right === undefined) break;
    const area = bounding(left.area, right.area);
    const waste = cellsIn(area) - cellsIn(left.area) - cellsIn(right.area);
    const others = blocks.filter((block) => block !== left && block !== right);
    if (waste * GAP_BYTES < BLOCK_BYTES && others.every((other) => disjoint(other.area, area))) {
      blocks.splice(index - 1, 2, { area, cells: [...left.cells, ...right.cells] });
    } else index += 1;
  }
  return blocks;
}

function disjoint(a: CellRange, b: CellRange): boolean {
  return a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left;
}

/** One value for each cell of an area, null where no cell is given. */
export function gridOf<T extends Place, V>(
  area: CellRange,
  cells: readonly T[],
  value: (cell: T) => V | null,
): (V | null)[][] {
  const grid = Array.from({ length: area.bottom - area.top + 1 }, () =>
    Array.from({ length: area.right - area.left + 1 }, (): V | null => null),
  );
  for (const cell of cells) {
    const row = grid[cell.row - area.top];
    if (row !== undefined) row[cell.column - area.left] = value(cell);
  }
  return grid;
}

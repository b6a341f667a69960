import type { Json } from '../../rich-api/remote-type.ts';
import type { Area } from './area.ts';
import type { Cell } from './cell.ts';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** One sheet: only cells that have something are there. */
export class SheetModel {
  visibility: Visibility = 'Visible';
  tabColor = '';
  readonly rows: (Cell | undefined)[][] = [];
  merges: Area[] = [];
  /** Undefined when the sheet is not protected; the options as the API names them. */
  protection: Readonly<Record<string, unknown>> | undefined;
  /** In points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  frozenRows = 0;
  frozenColumns = 0;
  showGridlines = true;
  /** What was set of the printed page. */
  readonly page = new Map<string, Json>();
  /** Names of the charts that were added. */
  readonly charts: { name: string; title: string; chartType: string; source: string }[] = [];
  /** The part of the package that the sheet came from; undefined for a new one. */
  part: string | undefined;
  /** What differs from the part: a save rewrites only that. */
  readonly changed = { cells: false, layout: false };

  constructor(
    /** `{…}` */
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The cell at a place, made when there is none. */
  touch(row: number, column: number): Cell {
    const cells = (this.rows[row] ??= []);
    this.changed.cells = true;
    return (cells[column] ??= { value: null, style: 0 });
  }

  /** The rectangle around all cells that have something, or that have a value. */
  used(valuesOnly: boolean): Area | undefined {
    let top = -1;
    let bottom = -1;
    let left = Number.POSITIVE_INFINITY;
    let right = -1;
    for (const [row, cells] of this.rows.entries()) {
      // Rows that nothing was ever put into are holes of the array.
      if ((cells as unknown) === undefined) continue;
      const counts = (cell: Cell | undefined): boolean =>
        cell !== undefined && (cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0));
      const last = cells.findLastIndex(counts);
      if (last < 0) continue;
      if (top < 0) top = row;
      bottom = row;
      right = Math.max(right, last);
      left = Math.min(left, cells.findIndex(counts));
    }
    return top < 0 ? undefined : { top, left, bottom, right };
  }

  /** Runs over the cells of an area that have something. */
  each(area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
    const last = Math.min(area.bottom, this.rows.length - 1);
    for (let row = area.top; row <= last; row += 1) {
      const cells = this.rows[row];
      if (cells === undefined) continue;
      const end = Math.min(area.right, cells.length - 1);
      for (let column = area.left; column <= end; column += 1) {
        const cell = cells[column];
        if (cell !== undefined) visit(cell, row, column);
      }
    }
  }
}

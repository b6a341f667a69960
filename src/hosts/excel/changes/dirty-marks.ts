import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { bounding, contains, overlap, WHOLE_SHEET } from '../read/area.ts';

/** Places to be read again, by sheet id. */
export type Marks = ReadonlyMap<string, readonly CellRange[]>;

/** More places than this on one sheet are read as the one rectangle around them. */
const MAX_AREAS = 40;

/** What of the workbook has to be read again because it changed. */
export class DirtyMarks {
  readonly #areas = new Map<string, readonly CellRange[]>();

  /** Marks areas of a sheet. */
  add(id: string, areas: readonly CellRange[]): void {
    let all = this.#areas.get(id) ?? [];
    for (const area of areas) {
      if (all.some((known) => contains(known, area))) continue;
      all = [...all.filter((known) => !contains(area, known)), area];
    }
    const [first, ...rest] = all;
    this.#areas.set(id, first === undefined || all.length <= MAX_AREAS ? all : [rest.reduce(bounding, first)]);
  }

  addWhole(id: string): void {
    this.#areas.set(id, [WHOLE_SHEET]);
  }

  forget(id: string): void {
    this.#areas.delete(id);
  }

  /** True when something of the area is marked. */
  touches(id: string, area: CellRange): boolean {
    return (this.#areas.get(id) ?? []).some((marked) => overlap(marked, area));
  }

  get isEmpty(): boolean {
    return this.#areas.size === 0;
  }

  /** Hands over all marks and begins anew. */
  take(): Marks {
    const marks = new Map(this.#areas);
    this.#areas.clear();
    return marks;
  }

  /** Puts back marks that could not be read. */
  giveBack(marks: Marks): void {
    for (const [id, areas] of marks) this.add(id, areas);
  }
}

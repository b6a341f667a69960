import { DirtyMarks, type Marks } from './dirty-marks.ts';
import type { Change } from './workbook-events.ts';
import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { mentioning } from '../read/refresh.ts';
import type { Snapshot } from '../read/snapshot.ts';

/** How long after a write of ours the recalculation that it caused may still be told, in milliseconds. */
const OWN_CALCULATION = 2_000;

/** What changed since the workbook was read, from what Excel tells. */
export class ChangeLog {
  /** Cells that hold something else. */
  readonly #edited = new DirtyMarks();
  /** Cells that only show something else. */
  readonly #shown = new DirtyMarks();
  readonly #listeners = new Set<() => void>();
  /** Changes told while we write: only afterwards it is known which sheets are ours. */
  #held: Change[] | undefined;
  /** Sheets whose next recalculation is the one that our own write caused. */
  readonly #ownCalculation = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param snapshot what is known of the workbook */
  constructor(readonly snapshot: () => Snapshot | undefined) {}

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes note of a change; listeners are told unless it was our own doing or changes nothing that is read. */
  note(change: Change): void {
    if (this.#held !== undefined) {
      this.#held.push(change);
      return;
    }
    if (this.#mark(change)) this.tell();
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Holds changes back while we write. */
  hold(): void {
    this.#held ??= [];
  }

  /**
   * Takes note of what was held back.
   * @param wrote whether we changed the workbook, so that it is recalculated
   */
  release(wrote: boolean): void {
    if (wrote) {
      for (const { id } of this.snapshot()?.sheets ?? []) this.#ownCalculation.add(id);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#ownCalculation.clear();
      }, OWN_CALCULATION);
    }
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const change of held) this.note(change);
  }

  /** Marks an area to be read again. */
  mark(id: string, area: CellRange): void {
    this.#edited.add(id, [area]);
  }

  /** True when something in the area may hold something else. */
  isEdited(id: string, area: CellRange): boolean {
    return this.#edited.touches(id, area);
  }

  /** Hands over everything that has to be read again. */
  take(): { marks: Marks; giveBack: () => void } {
    const edited = this.#edited.take();
    const shown = this.#shown.take();
    const all = new DirtyMarks();
    all.giveBack(edited);
    all.giveBack(shown);
    return {
      marks: all.take(),
      giveBack: () => {
        this.#edited.giveBack(edited);
        this.#shown.giveBack(shown);
      },
    };
  }

  /** Marks what a change touches; false when nobody has to be told. */
  #mark(change: Change): boolean {
    const snapshot = this.snapshot();
    const known = snapshot?.sheets.find(({ id }) => id === change.sheet);
    switch (change.kind) {
      case 'cells':
        this.#ownCalculation.clear();
        this.#edited.add(change.sheet, change.areas);
        return true;
      case 'calculated':
        this.#shown.add(change.sheet, change.areas);
        return !this.#ownCalculation.delete(change.sheet);
      case 'format':
        this.#shown.add(change.sheet, change.areas);
        return false;
      case 'moved':
        this.#ownCalculation.clear();
        this.#edited.addWhole(change.sheet);
        this.#markMentioning(snapshot, known?.sheet.name);
        return true;
      case 'sheet-added':
        if (known !== undefined) return false;
        this.#edited.addWhole(change.sheet);
        return true;
      case 'sheet-deleted':
        this.#edited.forget(change.sheet);
        this.#shown.forget(change.sheet);
        if (known === undefined) return false;
        this.#markMentioning(snapshot, known.sheet.name);
        return true;
      case 'sheet-titled':
        return true;
    }
  }

  /** Formulas that speak of a sheet are spelled differently when its cells move or it goes. */
  #markMentioning(snapshot: Snapshot | undefined, name: string | undefined): void {
    if (snapshot === undefined || name === undefined) return;
    for (const id of mentioning(snapshot, name)) this.#edited.addWhole(id);
  }
}

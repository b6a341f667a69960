import type { DraftOptions } from '../../core/report/draft.ts';
import type { CellRef } from '../../core/workbook/cell-ref.ts';
import type { Stopwatch } from '../../core/workbook/stopwatch.ts';
import type { CellValue, Workbook } from '../../core/workbook/workbook.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';
import type { SpreadsheetHost, WriteOutcome } from './spreadsheet-host.ts';

/** What a cell holds, for a person to look at. */
export interface CellState {
  readonly value: CellValue;
  /** Without its `=`. */
  readonly formula?: string;
}

/** One cell that a write would change. */
export interface CellChange {
  readonly sheet: string;
  /** `F7` */
  readonly address: string;
  readonly before: CellState;
  readonly after: CellState;
  /** The cell is on a sheet that the write adds. */
  readonly newSheet: boolean;
}

/** What a write would do, told before it is done. */
export interface WritePreview {
  readonly changes: readonly CellChange[];
  /** Cells that someone changed since the workbook was read: a write would leave them. */
  readonly kept: readonly CellRef[];
}

/** What a person chose for this workbook, kept in the workbook itself. */
export interface WorkbookSettings {
  /** The id of the scheme that was chosen; absent when the workbook's own or the standard one stands. */
  readonly scheme?: string;
  /** Parts of the report that were left out, and notes that were typed for it; absent when there are none. */
  readonly report?: DraftOptions;
}

/** A workbook that is open in front of a person who edits it: Excel, the grid of the page. */
export interface LiveSpreadsheet extends SpreadsheetHost {
  /**
   * The workbook as it is now. Only what changed since the last call is read, and when nothing did the very same object is given.
   */
  read(stopwatch?: Stopwatch): Promise<Workbook>;
  /**
   * Calls back when the workbook changed and `read` would give something else; edits that this program makes are not told.
   * The call may come many times for one edit.
   * @returns how to stop it
   */
  watch(onDirty: () => void): Promise<() => Promise<void>>;
  /** What `write` would change now; it also gets the write ready. */
  preview(plan: WritePlan): Promise<WritePreview>;
  /** True when there is a write that `undo` can take back. */
  readonly canUndo: boolean;
  /**
   * Puts back what the last write replaced, and takes away the sheets that it added; cells that no longer hold what was written
   * are left and told. Once only: afterwards `canUndo` is false.
   */
  undo(): Promise<WriteOutcome>;
  /** Brings a sheet to the front and selects a cell or range (`E5`, `C3:N3`). */
  reveal(sheet: string, address: string): Promise<void>;
  settings(): Promise<WorkbookSettings>;
  saveSettings(settings: WorkbookSettings): Promise<void>;
}

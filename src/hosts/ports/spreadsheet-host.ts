import type { CellRef } from '../../core/workbook/cell-ref.ts';
import type { Stopwatch } from '../../core/workbook/stopwatch.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';

/** What became of a write. */
export interface WriteOutcome {
  /** How many cells were written. */
  readonly written: number;
  /** Cells that someone changed after the workbook was read: they were left as they are. */
  readonly kept: readonly CellRef[];
}

/** Where a workbook lives: a file, Excel, the grid of the page. */
export interface SpreadsheetHost {
  /**
   * @param stopwatch told how the time is spent
   * @throws UnusableFile when there is no workbook to read, HostFailure when the program that holds it does not give it
   */
  read(stopwatch?: Stopwatch): Promise<Workbook>;
  /**
   * Applies the plan as a whole or not at all, but for cells that someone changed since the workbook was read.
   * @throws WriteRefused when the plan cannot be written without harm, HostFailure when the program that holds the workbook
   * did not do it; in both cases nothing was changed, unless the failure says so
   */
  write(plan: WritePlan): Promise<WriteOutcome>;
}

import type { Stopwatch } from '../../core/workbook/stopwatch.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';

/** Where a workbook lives: a file, Excel, the grid of the page. */
export interface SpreadsheetHost {
  /**
   * @param stopwatch told how the time is spent
   * @throws UnusableFile when there is no workbook to read.
   */
  read(stopwatch?: Stopwatch): Promise<Workbook>;
  /** Applies the plan as a whole or not at all. */
  write(plan: WritePlan): Promise<void>;
}

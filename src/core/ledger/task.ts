import type { CellRef } from '../workbook/cell-ref.ts';

/** One row group of the sheet 工作任务. */
export interface Task {
  /** 履职方向: which duty of the department the task serves. */
  readonly direction: string;
  readonly title: string;
  readonly titleCell: CellRef;
  /** What was done, in the department's words; `{名称}` stands for the output of that name. */
  readonly narrative: string;
  readonly narrativeCell: CellRef;
  /** The outputs named in this task's rows, in order. Their figures are facts of the ledger. */
  readonly outputs: readonly string[];
}

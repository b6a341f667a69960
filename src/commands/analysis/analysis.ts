import type { FindingView } from './finding-view.ts';
import type { DataView } from './data-view.ts';
import type { SchemeView, ScoreView } from './score-view.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';

/**
 * Everything that the pane shows of a workbook, as plain data: it crosses from a worker to the page. Numbers are texts, ready to
 * be read; the few that are drawn are doubles.
 */
export interface Analysis {
  readonly department: string;
  readonly year: string;
  readonly data: DataView;
  /** Undefined when the workbook cannot be scored: the findings say why. */
  readonly score: ScoreView | undefined;
  readonly findings: readonly FindingView[];
  /** What a write-back would do; undefined when there is nothing to write. */
  readonly plan: WritePlan | undefined;
  /** The schemes that ship, to choose from. */
  readonly schemes: readonly SchemeView[];
  /** The name of the scheme in the workbook's own sheet, if it has a usable one. */
  readonly ownScheme: string | undefined;
}

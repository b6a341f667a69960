import type { Analysis } from '../../commands/analysis/analysis.ts';
import type { EntryTexts } from '../../commands/analysis/entry.ts';
import type { Place } from '../../commands/analysis/place.ts';
import type { DraftOptions } from '../../core/report/draft.ts';
import type { CellChange, WritePreview } from '../../hosts/ports/live-spreadsheet.ts';
import type { DraftView } from '../worker/protocol.ts';

export const TABS = ['data', 'score', 'report', 'check'] as const;
export type TabName = (typeof TABS)[number];

/** What the pane is doing that takes time. */
export type Work = 'reading' | 'analysing' | 'previewing' | 'writing' | 'undoing' | 'entering' | 'drafting';

/** Something that a person is told once and can put away. */
export interface Notice {
  readonly kind: 'done' | 'attention' | 'failed';
  readonly text: string;
  readonly places: readonly Place[];
  /** True when trying the recalculation again may help. */
  readonly retry: boolean;
  /** True when a later success says that it is over: why a computation failed. Everything else stays until a person acts. */
  readonly passes: boolean;
}

/** What a write-back would do, shown before it is done. */
export interface OpenPreview {
  readonly changes: readonly CellChange[];
  readonly kept: WritePreview['kept'];
}

/** Everything that the pane shows. */
export interface PaneState {
  readonly tab: TabName;
  readonly work: Work | undefined;
  /** The last result; it stays while another is computed. */
  readonly analysis: Analysis | undefined;
  /** The workbook has changed since the last result. */
  readonly isStale: boolean;
  readonly notice: Notice | undefined;
  readonly canUndo: boolean;
  readonly recalculatesByItself: boolean;
  /** The id of the scheme that was chosen; undefined for the workbook's own or the standard one. */
  readonly scheme: string | undefined;
  readonly preview: OpenPreview | undefined;
  /** The indicator whose details are open. */
  readonly openIndicator: string | undefined;
  /** What would raise a score, by indicator, as far as it was asked for. */
  readonly whatIf: Readonly<Record<string, string>>;
  readonly draft: DraftView | undefined;
  readonly draftOptions: DraftOptions;
  /** What was typed into the forms of the indicators and not yet put into the workbook, by form. */
  readonly typed: Readonly<Record<string, Partial<EntryTexts>>>;
}

export const INITIAL: PaneState = {
  tab: 'data',
  work: undefined,
  analysis: undefined,
  isStale: false,
  notice: undefined,
  canUndo: false,
  recalculatesByItself: true,
  scheme: undefined,
  preview: undefined,
  openIndicator: undefined,
  whatIf: {},
  draft: undefined,
  draftOptions: {},
  typed: {},
};

import type { Analysis } from '../../commands/analysis/analysis.ts';
import type { Choices } from '../../commands/analysis/analyst.ts';
import type { Block } from '../../core/report/document.ts';
import type { DraftOptions } from '../../core/report/draft.ts';
import type { OutlineEntry } from '../../core/report/outline.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';

/** A draft as the pane shows it. */
export interface DraftView {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly outline: readonly Omit<OutlineEntry, 'blocks'>[];
}

/** What became of a bureau's own template: the report, or everything that is wrong with the file, for people. */
export type TemplateView =
  | { readonly kind: 'filled'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** What the worker does: the arguments and the result of each call. All of it is plain data. */
export interface Calls {
  analyse: { args: { readonly workbook: Workbook; readonly choices: Choices }; result: Analysis };
  whatIf: { args: { readonly indicator: string }; result: string };
  /** Undefined when the workbook cannot be scored. */
  draft: { args: DraftOptions; result: DraftView | undefined };
  docx: { args: DraftOptions; result: Uint8Array | undefined };
  template: { args: { readonly name: string; readonly bytes: Uint8Array }; result: TemplateView | undefined };
}

export type CallName = keyof Calls;

/** What the page sends. */
export type Request = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly args: Calls[Name]['args'] };
}[CallName];

/** What the worker answers. */
export type Reply =
  | { readonly id: number; readonly kind: 'done'; readonly result: unknown }
  /** A mistake in the program: `detail` is for a bug report. */
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };

import type { Exact } from '../money/exact.ts';
import type { CellRef } from '../workbook/cell-ref.ts';

/** 佐证材料: the document that bears out an answer, where it is kept, and the cell that names it. */
export interface Evidence {
  readonly name: string;
  /** 出处: a file, a page, a shelf, an address; empty when the form does not say. */
  readonly where: string;
  readonly cell: CellRef;
}

/** What a person entered about one indicator, or one point of its checklist. */
export interface Judgement {
  /** The indicator's name as entered. */
  readonly indicator: string;
  /** What was judged: the checklist item, or empty for the indicator as a whole. */
  readonly point: string;
  /** What the row asks for, whether it is answered or not. */
  readonly asks: 'score' | 'deduction' | 'count' | 'answer';
  readonly answer: JudgementAnswer | undefined;
  readonly reason: string;
  readonly reasonCell: CellRef | undefined;
  readonly evidence: Evidence | undefined;
  /** Where 佐证材料 is named, or would be; undefined where the sheet has no such column. */
  readonly evidenceCell?: CellRef | undefined;
  /** Where 出处 is told, or would be. */
  readonly whereCell?: CellRef | undefined;
  /** Where the answer stands, or would stand. */
  readonly cell: CellRef;
  /** A score sheet states results; a number there that we did not write is a person's override. */
  readonly origin: 'judgement-sheet' | 'score-sheet';
  /** True when a formula can refer to the answer's cell: it holds a number, or one of the words that the form offers. */
  readonly plainAnswer: boolean;
}

export type JudgementAnswer =
  | { readonly kind: 'score'; readonly score: Exact }
  | { readonly kind: 'deduction'; readonly deduction: Exact }
  | { readonly kind: 'count'; readonly count: Exact }
  | { readonly kind: 'met' | 'not-met' | 'not-applicable' };

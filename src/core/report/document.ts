/**
 * The report as data: what a document host (a .docx file, Word) lays out. Text that depends on the workbook is never bare:
 * it is a phrase that names its source.
 */
export type Inline =
  /** Fixed words of the outline. They hold no digit. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words that depend on facts or were typed into the workbook; they are replaced as a whole. */
  | {
      readonly kind: 'phrase';
      /** Unique in the document, stable over runs: the fact's key, with `#2` … when the same phrase stands again. */
      readonly id: string;
      readonly text: string;
      /** Where it comes from, for people: `预算!E5`, or the formula over such places. */
      readonly source: string;
    }
  /** Something the workbook does not hold, visibly marked; never invented. */
  | { readonly kind: 'todo'; readonly id: string; readonly text: string; readonly source: string };

/** What a table cell holds; `above` joins it to the cell above. */
export type TableCellContent = readonly Inline[] | 'above';

export type Block =
  | { readonly kind: 'attachment-label'; readonly content: readonly Inline[] }
  | { readonly kind: 'title'; readonly lines: readonly (readonly Inline[])[] }
  /** Level 1 `一、`, level 2 `（一）`, level 3 `1.`; the number is part of the outline, not of the content. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly number: number;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  /** A boxed remark to the person who drafts, e.g. that a scheme is not verified. */
  | { readonly kind: 'remark'; readonly content: readonly Inline[] }
  /** Signature: department and date, right-aligned. */
  | { readonly kind: 'signature'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly title: readonly Inline[];
      /** `单位：万元`, or empty. */
      readonly unit: string;
      readonly columns: readonly {
        readonly header: string;
        readonly align: 'left' | 'center' | 'right';
        readonly width: number;
      }[];
      readonly rows: readonly (readonly TableCellContent[])[];
      /** An annex begins a page of its own. */
      readonly newPage?: boolean;
    };

/** One fact as the document carries it, so that it can be traced without the workbook. */
export interface CarriedFact {
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly display: string;
  readonly basis: string;
  readonly source: readonly string[];
}

export interface ReportDocument {
  readonly title: string;
  readonly department: string;
  readonly year: string;
  readonly blocks: readonly Block[];
  readonly facts: readonly CarriedFact[];
}

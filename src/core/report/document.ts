import type { SectionId } from './outline.ts';

/**
 * The report as data: what a document host (a .docx file, Word) lays out. Text that depends on the workbook is never bare:
 * it is a phrase that names its source.
 */
export type Inline =
  /** Fixed words of the outline, which hold no digit; or a person's notes on a section, which are hers alone. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words that depend on facts or were typed into the workbook; they are replaced as a whole. */
  | {
      readonly kind: 'phrase';
      /** Unique in the document, stable over runs: the phrase's key, with `#2` … when the same phrase stands again. */
      readonly id: string;
      /** What it says: the fact's key, or the name of the phrase. Left out where the id is the key. */
      readonly key?: string;
      readonly text: string;
      /** Where it comes from, for people: `预算!E5`, or the formula over such places. */
      readonly source: string;
    }
  /** Something the workbook does not hold, visibly marked; never invented. */
  | {
      readonly kind: 'todo';
      readonly id: string;
      readonly key?: string;
      readonly text: string;
      readonly source: string;
    };

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
      /** The section that begins here; absent for a heading inside a section. */
      readonly section?: SectionId;
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
      /** The section that begins here. */
      readonly section?: SectionId;
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

/** Which workbook a report was drafted from, so that another one is noticed. Never a path: it names people and machines. */
export interface WorkbookOrigin {
  /** The file's name: `2023年度绩效.xlsx`. */
  readonly name: string;
  /** `workbookHash` of its sheets. */
  readonly hash: string;
  /** When it was read, as ISO 8601 with the local offset or `Z`. */
  readonly time: string;
}

export interface ReportDocument {
  readonly title: string;
  readonly department: string;
  readonly year: string;
  readonly blocks: readonly Block[];
  readonly facts: readonly CarriedFact[];
  /** The sections that were left out: the ids of phrases are told apart by how often a key stands before, so a new draft to compare with needs the same. */
  readonly off?: readonly SectionId[];
  readonly workbook?: WorkbookOrigin;
}

/** Everything that stands in a block, in reading order. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'title':
    case 'signature':
      return block.lines.flat();
    case 'table':
      return [...block.title, ...block.rows.flat().flatMap((cell) => (cell === 'above' ? [] : cell))];
    case 'attachment-label':
    case 'heading':
    case 'paragraph':
    case 'remark':
      return block.content;
  }
}

import type { CarriedPhrase } from './carried-data.ts';
import type { ControlRef } from './found-control.ts';

/** How a phrase in a document stands to the workbook. The words for people are in LINK_STATES (core/texts). */
export type LinkState =
  /** It says what the workbook says, or nothing has changed since it was written. */
  | 'same'
  /** The words stand as they were written, and the workbook now says something else. */
  | 'data-changed'
  /** A person wrote other words; they are kept unless she gives them up. */
  | 'text-edited'
  /** The workbook no longer yields this phrase. */
  | 'source-missing';

/** One phrase of a document, tied to the workbook by its tag. */
export interface Link extends ControlRef {
  /** The full id of the phrase, and the name it has in the ledger or the scorecard. */
  readonly id: string;
  readonly key: string;
  readonly kind: CarriedPhrase['kind'];
  readonly state: LinkState;
  /** For `text-edited`: the workbook says something else than when the words were written. True for `data-changed`. */
  readonly dataChanged: boolean;
  /** What the product wrote; undefined when the document no longer says. */
  readonly written: string | undefined;
  /** What stands there now. */
  readonly current: string;
  /** What the workbook says now; undefined when it no longer says it. */
  readonly fresh: string | undefined;
  /** Where the words come from, for people: `预算!E5`. Of the workbook as it is now, else of what the document carries. */
  readonly source: string;
  /** The paragraph of `DocumentState.paragraphs` in which it stands, and where its words begin there. */
  readonly paragraph: number;
  readonly offset: number;
  /** It cannot be given new words; see `FoundControl`. */
  readonly locked: boolean;
  /** What the phrase is now, when a gap is filled: it gets this name, and is no longer marked. */
  readonly becomes?: { readonly tag: string; readonly title: string };
}

/** What a comparison of a document with a workbook found. */
export interface LinkCheck {
  /** In the order of the document. */
  readonly links: readonly Link[];
  /** Tags of phrases that were written and of which no control is left: a person deleted them. */
  readonly deleted: readonly string[];
  /** How many phrases the report has now that stand nowhere in the document. */
  readonly unplaced: number;
  /** Content controls that are none of ours. */
  readonly others: number;
}

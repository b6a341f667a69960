import type { CarriedData, FoundData } from '../../core/links/carried-data.ts';
import type { ControlRef, FoundControl } from '../../core/links/found-control.ts';
import type { FrozenControl } from '../../core/links/frozen.ts';
import type { LinkChange } from '../../core/links/update-links.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { SectionId } from '../../core/report/outline.ts';
import type { DocumentHost } from './document-host.ts';

/** A document as it is now. */
export interface DocumentState {
  /** Text of every paragraph of the body in the order of the file, cells of tables included; automatic numbers are not text. */
  readonly paragraphs: readonly string[];
  /** The content controls of the body, in the order in which they begin; those of other people too. */
  readonly controls: readonly FoundControl[];
  /** What the document says was written into it; undefined when it is no report of ours or lost the data. */
  readonly carried: FoundData | undefined;
  /** The controls that 定稿 took away; undefined when the document is not final. */
  readonly frozen: readonly FrozenControl[] | undefined;
  /** Nothing but empty paragraphs: a report may be put in without asking. */
  readonly isEmpty: boolean;
}

/** Where a report, or a part of one, goes. */
export type InsertPlace =
  /** The report becomes the whole document. What stands there is replaced, as `read` last gave it: only after a person said yes. */
  | { readonly kind: 'whole' }
  /** After the last paragraph. Needs `abilities.parts`, as the next two do. */
  | { readonly kind: 'end' }
  /** Where the cursor is; selected text stays. */
  | { readonly kind: 'cursor' }
  /**
   * In place of a section: from its heading's control to the next heading of a section, to the signature, or to the end. What a person
   * wrote there is replaced too: only after she said yes.
   */
  | { readonly kind: 'section'; readonly section: SectionId };

/** What became of an update. */
export interface UpdateOutcome {
  readonly updated: number;
  /** Controls that a person edited or deleted meanwhile, or that are locked: they were left as they are. */
  readonly kept: readonly ControlRef[];
}

/** What became of putting the controls back. */
export interface UnfreezeOutcome {
  readonly restored: number;
  /** Controls whose words no longer stand in the document: they could not be put back. */
  readonly lost: readonly FrozenControl[];
}

/** What a host can do beyond reading and writing. */
export interface DocumentAbilities {
  /** There is a cursor: `copyPhrase`, `selectedTag` and `reveal` work. */
  readonly cursor: boolean;
  /** `insert` takes sections and parts too, not only the whole report. */
  readonly parts: boolean;
  /** `openInNewDocument` works. */
  readonly newDocument: boolean;
}

/**
 * A document that a person edits: open in Word, or a .docx file. Every method that writes either does all of it or nothing, leaves
 * what a person typed meanwhile, and throws a HostFailure that says so when the program that holds the document did not do it.
 */
export interface LiveDocument extends DocumentHost {
  readonly abilities: DocumentAbilities;

  /**
   * The document as it is now. Writes compare with what was last read: what a person changes afterwards is kept.
   * @throws UnusableFile when it is no document, HostFailure when the program that holds it does not give it
   */
  read(): Promise<DocumentState>;

  /**
   * Puts a report, or the blocks of one section, into the document. For `whole` the document carries the data of the report from then
   * on; otherwise the data of the inserted phrases is added to what it carries.
   * @throws HostFailure `document-changed` when what would be replaced is no longer what `read` gave; `section-missing` when the
   * section has no heading control, `unsupported` for what `abilities` excludes
   */
  insert(report: ReportDocument, place: InsertPlace): Promise<void>;

  /**
   * Gives controls new words, and the document the data that goes with them. A control that does not hold what the change expects is
   * left and told; `carried` then keeps what was written there.
   */
  update(changes: readonly LinkChange[], carried: CarriedData): Promise<UpdateOutcome>;

  /**
   * 定稿: takes away the content controls of the report (those that `carried` names and those of section headings) and leaves their
   * words; the document remembers them.
   * @returns how many were taken away
   */
  freeze(): Promise<number>;
  /** 撤销定稿: puts the controls back where their words still stand. */
  unfreeze(): Promise<UnfreezeOutcome>;

  /** Brings a control into view and selects its words. False when there is none any more. */
  reveal(control: ControlRef): Promise<boolean>;
  /** The tag of the innermost content control in which the selection is. */
  selectedTag(): Promise<string | undefined>;
  /** Calls back when the selection moved. @returns how to stop it */
  watchSelection(onMove: () => void): Promise<() => Promise<void>>;
  /** 复制到别处: puts the phrase with this tag in once more at the cursor, as another link to the same source. */
  copyPhrase(phrase: { readonly tag: string; readonly title: string; readonly text: string }): Promise<void>;
  /** Opens a report as a document of its own, with its page set-up, headers and footers. */
  openInNewDocument(report: ReportDocument): Promise<void>;
}

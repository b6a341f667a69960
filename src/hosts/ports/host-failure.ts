import type { ControlRef } from '../../core/links/found-control.ts';
import type { CellRef } from '../../core/workbook/cell-ref.ts';

/**
 * Why a program that holds a workbook or a document did not do what was asked. The words for a person are in HOST_FAILURES
 * (core/texts), those about a document in DOCUMENT_FAILURES.
 */
export type HostFailureReason =
  /** A cell is being edited and the edit did not end in time. */
  | 'cell-edit'
  /** A dialog is open, or the program has too much to do; trying again did not help. */
  | 'busy'
  /** No answer came in time. */
  | 'no-answer'
  /** The workbook is open for reading only, or the program refuses for lack of rights. */
  | 'access-denied'
  /** The connection to the workbook is gone: the pane has to be opened again. */
  | 'session-lost'
  /** What has to be read or written at once is larger than the program lets through. */
  | 'too-large'
  /** Cells came back without contents, so that what they hold is not known. */
  | 'unreadable'
  /** A sheet was renamed or deleted while it was being read or written. */
  | 'sheet-changed'
  /** A write was broken off: some cells hold the new content, others the old one. `cells` are those that hold the new one. */
  | 'half-written'
  /** No answer came to a write, and the workbook could not be looked at afterwards: it may or may not hold the new content. */
  | 'unconfirmed'
  /** A person changed `cells` at the very moment of the write; what they typed could not be put back. `detail` has it. */
  | 'overwritten'
  /** What a write would replace is not what was read: a person changed the document meanwhile. */
  | 'document-changed'
  /** The document has no heading of the section that is to be replaced. */
  | 'section-missing'
  /** The words were written, but not the data that goes with them; what stands there is right, and may later look edited. */
  | 'record-unsaved'
  /** The program lacks a function that is needed. */
  | 'unsupported'
  | 'unknown';

/** Thrown by hosts that talk to another program. Unless the reason is `half-written`, `unconfirmed`, `overwritten` or `record-unsaved`, the workbook or document is as it was. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  constructor(
    readonly reason: HostFailureReason,
    /** Technical detail for a bug report, in English; not shown as the message. */
    readonly detail = '',
    readonly cells: readonly CellRef[] = [],
    /** For a document: the content controls that hold the new words, or the words of a person that were lost. */
    readonly controls: readonly ControlRef[] = [],
  ) {
    super(`${reason}${detail === '' ? '' : `: ${detail}`}`);
  }
}

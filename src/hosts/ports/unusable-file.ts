/** Why a file cannot be used as a workbook or document. */
export type UnusableReason =
  | 'empty'
  | 'not-a-workbook'
  /** No Word document (.docx). */
  | 'not-a-document'
  /** A web page with a table, whatever its name says. */
  | 'html-table'
  /** The XML format of Excel 2003. */
  | 'xml-table'
  /** CSV, tab-separated or any other text. */
  | 'plain-text'
  | 'encrypted'
  /** Older than Excel 97. */
  | 'legacy-xls'
  | 'too-large'
  | 'damaged'
  | 'not-found'
  | 'not-readable';

/** Thrown by hosts for a file that is not usable; nothing was changed. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  constructor(
    readonly reason: UnusableReason,
    /** Technical detail for a bug report, in English; not shown as the message. */
    readonly detail = '',
  ) {
    super(`${reason}${detail === '' ? '' : `: ${detail}`}`);
  }
}

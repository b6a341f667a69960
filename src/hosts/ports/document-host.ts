import type { ReportDocument } from '../../core/report/document.ts';

/** Where a report is written: a .docx file, Word. */
export interface DocumentHost {
  /** Lays out the whole report. */
  draft(report: ReportDocument): Promise<void>;
}

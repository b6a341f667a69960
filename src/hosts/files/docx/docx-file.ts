import type { ReportDocument } from '../../../core/report/document.ts';
import type { DocumentHost } from '../../ports/document-host.ts';
import { writeDocx } from './write-docx.ts';

/** A report as a .docx file in memory. */
export class DocxFile implements DocumentHost {
  #bytes: Uint8Array | undefined;

  async draft(report: ReportDocument): Promise<void> {
    this.#bytes = await writeDocx(report);
  }

  /**
   * The file.
   * @throws Error when nothing was drafted yet.
   */
  bytes(): Uint8Array {
    if (this.#bytes === undefined) throw new Error('No report was drafted.');
    return this.#bytes;
  }
}

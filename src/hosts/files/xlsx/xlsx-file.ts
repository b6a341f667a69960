import type { Workbook } from '../../../core/workbook/workbook.ts';
import type { WritePlan } from '../../../core/workbook/write-plan.ts';
import type { SpreadsheetHost } from '../../ports/spreadsheet-host.ts';
import { patchXlsx } from './patch-xlsx.ts';
import { readXlsx } from './read-xlsx.ts';

/** A workbook in memory as the bytes of an .xlsx or .xlsm file. */
export class XlsxFile implements SpreadsheetHost {
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws UnusableFile when the bytes are no workbook */
  read(): Promise<Workbook> {
    return readXlsx(this.#bytes);
  }

  /**
   * Applies the plan as a whole, or not at all.
   * @throws WriteRefused or UnusableFile; the file is then as it was
   */
  async write(plan: WritePlan): Promise<void> {
    this.#bytes = await patchXlsx(this.#bytes, plan);
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    return this.#bytes;
  }
}

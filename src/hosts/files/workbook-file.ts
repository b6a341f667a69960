import type { Stopwatch } from '../../core/workbook/stopwatch.ts';
import { cellCount, type WritePlan } from '../../core/workbook/write-plan.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import type { SpreadsheetHost, WriteOutcome } from '../ports/spreadsheet-host.ts';
import { containerOf } from './container.ts';
import { readWorkbook } from './read-workbook.ts';
import { patchXlsx } from './xlsx/patch-xlsx.ts';
import { WriteRefused } from '../ports/write-refused.ts';

/** A workbook in memory as the bytes of a file: .xlsx and .xlsm are read and written, .xls is only read. */
export class WorkbookFile implements SpreadsheetHost {
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws UnusableFile when the bytes are no workbook */
  read(stopwatch?: Stopwatch): Promise<Workbook> {
    return readWorkbook(this.#bytes, stopwatch);
  }

  /**
   * Applies the plan as a whole, or not at all.
   * @throws WriteRefused or UnusableFile; the file is then as it was
   */
  async write(plan: WritePlan): Promise<WriteOutcome> {
    if (containerOf(this.#bytes) !== 'zip') throw new WriteRefused('read-only-format');
    this.#bytes = await patchXlsx(this.#bytes, plan);
    // Nobody else has these bytes, so no cell can have changed since they were read.
    return { written: cellCount(plan), kept: [] };
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    return this.#bytes;
  }
}

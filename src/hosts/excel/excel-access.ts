import { OfficeAccess } from '../office/office-access.ts';

export { DEFAULT_PATIENCE, type Patience } from '../office/office-access.ts';

/** Work on the workbook; each `sync` of its context is a round trip. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** The way to Excel: every request goes through here, one after the other. */
export class ExcelAccess extends OfficeAccess {
  /**
   * Runs work that only reads: it waits while a cell is edited, and is tried again when Excel is busy.
   * @throws HostFailure, WriteRefused
   */
  read<T>(batch: Batch<T>): Promise<T> {
    return this.trying(() => Excel.run({ delayForCellEdit: true }, batch));
  }

  /**
   * Runs work once.
   * @param delayForCellEdit wait while a person edits a cell; otherwise the request fails with `cell-edit`
   * @throws HostFailure
   */
  once<T>(batch: Batch<T>, delayForCellEdit: boolean): Promise<T> {
    return this.timed(() => Excel.run({ delayForCellEdit }, batch));
  }
}

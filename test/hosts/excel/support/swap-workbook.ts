import type { RunningExcel } from '../../../office-host/excel/start-excel.ts';
import { loadBook } from '../../../office-host/excel/xlsx/load-book.ts';

/** Puts another workbook into an Excel that is open, so that hundreds of them need one browser page. */
export async function swapWorkbook({ book }: RunningExcel, bytes: Uint8Array): Promise<void> {
  const { book: other } = await loadBook(bytes);
  const { sheets, names, tables, comments, customXml, styles, date1904, structureProtected, active } = other;
  Object.assign(book, { sheets, names, tables, comments, customXml, styles, date1904, structureProtected, active });
  book.forgetCalculation();
}

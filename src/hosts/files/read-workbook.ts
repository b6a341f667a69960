import type { Workbook } from '../../core/workbook/workbook.ts';
import { containerOf } from './container.ts';
import { readXls } from './xls/read-xls.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Reads a workbook of any format that is known, told by its content and not by its name.
 * @param bytes the file as it came from a disk or an upload; may be anything
 * @throws UnusableFile, and nothing else
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  switch (containerOf(bytes)) {
    case 'zip':
      return readXlsx(bytes);
    case 'compound':
      return readXls(bytes);
  }
}

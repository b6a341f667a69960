import { UNTIMED, type Stopwatch } from '../../core/workbook/stopwatch.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import { containerOf } from './container.ts';
import { readXls } from './xls/read-xls.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Reads a workbook of any format that is known, told by its content and not by its name.
 * @param bytes the file as it came from a disk or an upload; may be anything
 * @param stopwatch told how the time is spent
 * @throws UnusableFile, and nothing else
 */
export async function readWorkbook(bytes: Uint8Array, stopwatch: Stopwatch = UNTIMED): Promise<Workbook> {
  switch (containerOf(bytes)) {
    case 'zip':
      return readXlsx(bytes, stopwatch);
    case 'compound':
      return stopwatch.time('parse', () => readXls(bytes));
  }
}

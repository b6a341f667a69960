import { SSF } from '@e965/xlsx';
import { apiValue, type CellValue } from './cell.ts';

/** The number formats of a library that reads them; its types leave them out. */
export const FORMATS = SSF as {
  format(code: string, value: number | string): string;
  get_table(): Readonly<Record<number, string>>;
};

/** What a cell shows. Columns too narrow for a number (`####`) are not played. */
export function shownText(value: CellValue, numberFormat: string): string {
  const plain = apiValue(value);
  if (typeof plain === 'boolean') return plain ? 'TRUE' : 'FALSE';
  if (typeof plain === 'string' && plain === '') return '';
  try {
    return FORMATS.format(numberFormat, plain);
  } catch {
    return String(plain);
  }
}

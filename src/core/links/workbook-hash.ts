import type { Workbook } from '../workbook/workbook.ts';
import { sha256Hex } from './document-text.ts';

/**
 * Tells whether two readings are of the same data: SHA-256 (64 hex digits) over names, values and formulas of all sheets, in their
 * order. Looks, and what the product remembers in the workbook, do not count.
 */
export function workbookHash({ sheets, date1904 }: Workbook): string {
  return sha256Hex(
    JSON.stringify([
      date1904,
      sheets.map(({ name, rows, formulas }) => [name, rows, [...formulas].sort(([a], [b]) => (a < b ? -1 : 1))]),
    ]),
  );
}

import { plainLabel } from '../workbook/labels.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { FOOTER } from './vocabulary.ts';

/** True for a row without anything in it. */
export function isBlankRow(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row] ?? []).every((value) => value === null || value === '');
}

/** True for a note or a signature below or inside a table. */
export function isNoteRow(sheet: Sheet, row: number): boolean {
  const first = (sheet.rows[row] ?? []).find((value) => value !== null && value !== '');
  return typeof first === 'string' && FOOTER.test(plainLabel(first));
}

import { COLUMN_MEANINGS, OWN_COLUMNS } from '../texts/intake-texts.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';

/** Tells the log what each column of one of our own lists is, by the role that its header has. */
export function describeOwnList(
  sheet: Sheet,
  headerRow: number,
  roles: Readonly<Partial<Record<keyof typeof OWN_COLUMNS, number>>>,
  collector: Collector,
): void {
  const byColumn = new Map(Object.entries(roles).map(([role, column]) => [column, role as keyof typeof OWN_COLUMNS]));
  const columns = [];
  for (let column = 0; column < (sheet.rows[headerRow]?.length ?? 0); column++) {
    const header = plainLabel(textAt(sheet, headerRow, column));
    const role = byColumn.get(column);
    if (header === '' && role === undefined) continue;
    columns.push({ column, header, meaning: role === undefined ? COLUMN_MEANINGS.text : OWN_COLUMNS[role] });
  }
  collector.log.describe({ top: headerRow, bottom: headerRow }, columns);
}

import { textAt, type Sheet } from './workbook.ts';
import { plainLabel } from './labels.ts';

const HEADER_SEARCH_ROWS = 30;

/** Headers by role: a column has the first role one of whose words its header equals. */
export type ColumnWords<R extends string> = Readonly<Record<R, readonly string[]>>;

/** The header row of a list and the column of each role that it has. */
export interface ListHeader<R extends string> {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<R, number>>>;
}

/**
 * The first row in which all required roles have a column. Remarks in brackets after a header (`得分（分）`) do not matter.
 * @returns undefined when the sheet has no such row
 */
export function findListHeader<R extends string>(
  sheet: Sheet,
  words: ColumnWords<R>,
  required: readonly R[],
): ListHeader<R> | undefined {
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    const columns: Partial<Record<R, number>> = {};
    const width = sheet.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const role = roleOf(plainLabel(textAt(sheet, row, column)).replace(/\([^()]*\)$/, ''), words);
      if (role !== undefined && columns[role] === undefined) columns[role] = column;
    }
    if (required.every((role) => columns[role] !== undefined)) return { row, columns };
  }
  return undefined;
}

function roleOf<R extends string>(label: string, words: ColumnWords<R>): R | undefined {
  for (const [role, synonyms] of Object.entries(words) as [R, readonly string[]][]) {
    if (synonyms.includes(label)) return role;
  }
  return undefined;
}

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
 * The first row in which all required roles have a column. Remarks in brackets after a header (`得分（分）`) do not matter. Of several
 * columns that could have one role it is the leftmost, or, for the roles in `ranked`, the one whose word comes first in `words`.
 * @returns undefined when the sheet has no such row
 */
export function findListHeader<R extends string>(
  sheet: Sheet,
  words: ColumnWords<R>,
  required: readonly R[],
  ranked: readonly R[] = [],
): ListHeader<R> | undefined {
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    const columns: Partial<Record<R, number>> = {};
    const ranks: Partial<Record<R, number>> = {};
    const width = sheet.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const label = plainLabel(textAt(sheet, row, column)).replace(/\([^()]*\)$/, '');
      const role = roleOf(label, words);
      if (role === undefined) continue;
      const rank = ranked.includes(role) ? words[role].indexOf(label) : 0;
      if (rank >= (ranks[role] ?? Number.MAX_SAFE_INTEGER)) continue;
      columns[role] = column;
      ranks[role] = rank;
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

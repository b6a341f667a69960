import { textAt } from '../workbook/workbook.ts';
import type { Grid } from './grid-table.ts';

/** How many digits a code has at each level: 类, 款, 项. */
export const CODE_LENGTHS = [3, 5, 7] as const;

/** The code of a row, or why its cells make none. */
export type CodeReading =
  | { readonly kind: 'code'; readonly code: string; readonly column: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly found: string; readonly column: number };

/**
 * Reads the codes of a table row by row. Codes stand whole in one cell, or 类, 款 and 项 in three, where each cell holds its own two
 * digits (`204 | 06 | 01`), digits that lost their zero (`204 | 6 | 1`), or the code so far (`204 | 20406 | 2040601`); a row may leave
 * out what the rows above it have said.
 */
export class CodeReader {
  readonly #columns: readonly { readonly column: number; readonly level: number }[];
  readonly #whole: readonly number[];
  #last: readonly [string, string] = ['', ''];

  constructor(private readonly grid: Grid) {
    const parts = ['类', '款', '项'];
    this.#columns = grid.columns.flatMap(({ column, role }) =>
      role.kind === 'code' && role.part !== 'whole' ? [{ column, level: parts.indexOf(role.part) }] : [],
    );
    // An empty column among 类, 款 and 项 has the header over them and nothing else.
    this.#whole = grid.columns.flatMap(({ column, role }) =>
      role.kind === 'code' && role.part === 'whole' && this.#columns.length === 0 ? [column] : [],
    );
  }

  get hasCodes(): boolean {
    return this.#columns.length > 0 || this.#whole.length > 0;
  }

  read(row: number): CodeReading {
    const [whole] = this.#whole;
    if (this.#columns.length === 0 && whole !== undefined) return this.#readWhole(row, whole);
    const cells = this.#columns.map(({ column, level }) => ({
      column,
      level,
      digits: digitsAt(this.grid, row, column),
    }));
    if (cells.every(({ digits }) => digits === '')) return { kind: 'none' };
    // Merged cells leave a whole code in the first of the three columns.
    const [only, ...others] = cells.filter(({ digits }) => digits !== '');
    if (only !== undefined && others.length === 0 && only.level === 0 && isCode(only.digits ?? '')) {
      return this.#remember(only.digits ?? '', only.column);
    }
    let code = '';
    let column = cells[0]?.column ?? 0;
    for (const cell of cells) {
      if (cell.digits === '') continue;
      if (cell.digits === undefined) {
        const found = textAt(this.grid.sheet, row, cell.column);
        return code === '' && !/\d/.test(found) ? { kind: 'none' } : { kind: 'bad', found, column: cell.column };
      }
      column = cell.column;
      const known = code === '' ? (this.#last[cell.level - 1] ?? '') : code;
      const next = extended(known, cell.digits, cell.level);
      if (next === undefined) return { kind: 'bad', found: cell.digits, column };
      code = next;
    }
    return this.#remember(code, column);
  }

  #readWhole(row: number, column: number): CodeReading {
    const digits = digitsAt(this.grid, row, column);
    if (digits === '') return { kind: 'none' };
    const found = textAt(this.grid.sheet, row, column);
    if (digits === undefined) return /\d/.test(found) ? { kind: 'bad', found, column } : { kind: 'none' };
    return isCode(digits) ? { kind: 'code', code: digits, column } : { kind: 'bad', found, column };
  }

  #remember(code: string, column: number): CodeReading {
    if (code.length === 3) this.#last = [code, ''];
    else if (code.length === 5) this.#last = [code.slice(0, 3), code];
    else this.#last = [code.slice(0, 3), code.slice(0, 5)];
    return { kind: 'code', code, column };
  }
}

/** The code that `digits` in the column of a level make after what is known of the levels above; undefined when they make none. */
function extended(known: string, digits: string, level: number): string | undefined {
  const length = CODE_LENGTHS[level] ?? 7;
  if (digits.length === length && isCode(digits)) return known === '' || digits.startsWith(known) ? digits : undefined;
  if (level === 0 || known.length !== length - 2) return undefined;
  return digits.length <= 2 ? known + digits.padStart(2, '0') : undefined;
}

function isCode(digits: string): boolean {
  return /^[1-9]\d*$/.test(digits) && CODE_LENGTHS.some((length) => length === digits.length);
}

/** The digits of a cell, '' when it is empty, undefined when it holds something else. */
function digitsAt(grid: Grid, row: number, column: number): string | undefined {
  const text = textAt(grid.sheet, row, column).replace(/[\s\u00A0\u3000]/g, '');
  if (text === '') return '';
  return /^\d+$/.test(text) ? text : undefined;
}

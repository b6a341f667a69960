/** A cell's place in a workbook, or that of a run of cells in one column. Rows and columns count from 0. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** How many cells the run has, downwards; one when absent. A sum over very many rows names them in one piece. */
  readonly rows?: number;
}

/** A rectangle of cells on one sheet, both ends included, counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A worksheet ends at XFD1048576. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AA` → 26. The caller has made sure that the text is only capital letters. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** Row and column of `B7` or `$B$7`, or undefined when the text is no cell address. */
export function parseAddress(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return undefined;
  const [, letters = '', digits = ''] = match;
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

/** `B7`, without the sheet. */
export function addressOf(ref: { row: number; column: number }): string {
  return `${columnName(ref.column)}${String(ref.row + 1)}`;
}

/** How a person reads a place: `预算!E5`. */
export function showCell(ref: CellRef): string {
  const first = `${ref.sheet}!${addressOf(ref)}`;
  const last = ref.row + (ref.rows ?? 1) - 1;
  return last === ref.row ? first : `${first}:${addressOf({ ...ref, row: last })}`;
}

/** Several places for a person, neighbours in a row or a column joined: `月度执行!C5:N5、预算!E5`. */
export function showCells(refs: readonly CellRef[]): string {
  const parts: string[] = [];
  for (let index = 0; index < refs.length;) {
    const start = refs[index];
    if (start === undefined) break;
    const across = runLength(refs, index, 0, 1);
    const length = across > 1 ? across : runLength(refs, index, 1, 0);
    const last = refs[index + length - 1] ?? start;
    parts.push(length === 1 ? showCell(start) : `${showCell(start)}:${addressOf(last)}`);
    index += length;
  }
  return [...new Set(parts)].join('、');
}

/** How many places from `index` on are neighbours, each so many rows and columns after the one before. */
function runLength(refs: readonly CellRef[], index: number, rows: number, columns: number): number {
  const start = refs[index];
  let length = 1;
  for (let ref = refs[index + 1]; start !== undefined && ref !== undefined; ref = refs[index + length]) {
    const isNext = ref.row === start.row + rows * length && ref.column === start.column + columns * length;
    if (ref.sheet !== start.sheet || !isNext || start.rows !== undefined || ref.rows !== undefined) break;
    length += 1;
  }
  return length;
}

/**
 * A reference that a spreadsheet formula can hold: `预算!E5`, `'2023 预算'!E5`.
 * Sheet names are quoted unless they are only letters, digits, Han characters and underscores, not starting with a digit,
 * and cannot be mistaken for a cell address.
 */
export function formulaRef(ref: CellRef): string {
  const plain = /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(ref.sheet) && !/^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(ref.sheet);
  const sheet = plain ? ref.sheet : `'${ref.sheet.replaceAll("'", "''")}'`;
  return `${sheet}!${addressOf(ref)}`;
}

/** One string per place, for maps and sets. */
export function cellKey(ref: CellRef): string {
  return `${String(ref.row)},${String(ref.column)},${ref.sheet}`;
}

import { invalidArgument } from '../../rich-api/failure.ts';

/** A rectangle of cells, both ends included, counted from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → `A`. */
export function letters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnOf(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/**
 * `B2`, `$B$2:D9`, `B:D`, `2:9`.
 * @throws Failure InvalidArgument
 */
export function parseArea(text: string): Area {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  const from = parseEnd(first);
  const to = parseEnd(last);
  if (from === undefined || to === undefined) throw invalidArgument(`address ${text}`);
  const rows = [from.row ?? 0, to.row ?? MAX_ROWS - 1] as const;
  const columns = [from.column ?? 0, to.column ?? MAX_COLUMNS - 1] as const;
  return normal({ top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] });
}

function parseEnd(text: string): { row?: number; column?: number } | undefined {
  const match = /^([A-Za-z]{1,3})?([1-9]\d{0,6})?$/.exec(text);
  if (match === null || text === '') return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const column = match[1] === undefined ? undefined : columnOf(match[1]);
  if ((row ?? 0) >= MAX_ROWS || (column ?? 0) >= MAX_COLUMNS) return undefined;
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

function normal({ top, left, bottom, right }: Area): Area {
  return {
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}

/** `B2:D9`, `B2`, `B:D`, `2:9`: as Excel names it. */
export function showArea(area: Area): string {
  const { top, left, bottom, right } = area;
  if (isEntireColumn(area)) return `${letters(left)}:${letters(right)}`;
  if (isEntireRow(area)) return `${String(top + 1)}:${String(bottom + 1)}`;
  const first = `${letters(left)}${String(top + 1)}`;
  return top === bottom && left === right ? first : `${first}:${letters(right)}${String(bottom + 1)}`;
}

export function isEntireColumn({ top, bottom }: Area): boolean {
  return top === 0 && bottom === MAX_ROWS - 1;
}

export function isEntireRow({ left, right }: Area): boolean {
  return left === 0 && right === MAX_COLUMNS - 1;
}

export function rowsOf({ top, bottom }: Area): number {
  return bottom - top + 1;
}

export function columnsOf({ left, right }: Area): number {
  return right - left + 1;
}

export function cellsOf(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}

export function singleCell(row: number, column: number): Area {
  return { top: row, bottom: row, left: column, right: column };
}

export function intersection(one: Area, other: Area): Area | undefined {
  const area = {
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
  };
  return area.top > area.bottom || area.left > area.right ? undefined : area;
}

export function bounding(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
  };
}

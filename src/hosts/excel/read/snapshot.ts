import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { inReadingOrder } from '../../../core/workbook/cell-ranges.ts';
import { NO_MAPPING, type Mapping } from '../../../core/workbook/mapping.ts';
import type { CellValue, Sheet, Workbook, WrittenCell } from '../../../core/workbook/workbook.ts';
import type { WorkbookSettings } from '../../ports/live-spreadsheet.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import { overlap } from './area.ts';
import { cellContents, EMPTY_CELL, sameValue, type CellContents } from './cell-contents.ts';

/** A record of ours in the workbook: the id of its custom XML part, when it has one, and what it says. */
export interface HeldRecord<T> {
  readonly part: string | undefined;
  readonly value: T;
}

/** What the workbook remembers for us. */
export interface HeldRecords {
  readonly written: HeldRecord<readonly WrittenCell[]>;
  readonly mapping: HeldRecord<Mapping>;
  readonly settings: HeldRecord<WorkbookSettings>;
}

export const NO_RECORDS: HeldRecords = {
  written: { part: undefined, value: [] },
  mapping: { part: undefined, value: NO_MAPPING },
  settings: { part: undefined, value: {} },
};

/** Everything that is known of the workbook. Sheets have their ids, by which Excel knows them whatever they are called. */
export interface Snapshot {
  readonly date1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly { readonly id: string; readonly sheet: Sheet }[];
  readonly records: HeldRecords;
}

/** The workbook as intake reads it. */
export function workbookOf({ sheets, date1904, records }: Snapshot): Workbook {
  const mapping = records.mapping.value;
  return {
    sheets: sheets.map(({ sheet }) => sheet),
    date1904,
    written: records.written.value,
    ...(mapping.answers.length === 0 ? {} : { mapping }),
  };
}

/** The contents of a rectangle as Excel gives them. */
export interface RangeContents {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** A sheet without cells. */
export function emptySheet(name: string, hidden: boolean): Sheet {
  return { name, hidden, rows: [], formulas: new Map(), merges: [] };
}

/** What a cell of a sheet holds. */
export function contentsAt({ rows, formulas }: Sheet, row: number, column: number): CellContents {
  const value = rows[row]?.[column] ?? null;
  const formula = formulas.get(keyOf(row, column));
  return formula === undefined ? { value } : { value, formula };
}

/**
 * The sheet with an area read again.
 * @param contents what Excel gives for the used part of the area; the rest of it is empty
 * @returns the same object when nothing differs
 * @throws HostFailure `unreadable`
 */
export function withArea(sheet: Sheet, area: CellRange, contents: RangeContents | undefined): Sheet {
  const rows = [...sheet.rows];
  let formulas: Map<string, string> | undefined;
  let differs = false;
  const { top: contentsTop, left, values, formulas: texts } = contents ?? NOTHING;
  if (values.length !== texts.length) throw new HostFailure('unreadable', 'values without their formulas');
  const bottom = Math.min(area.bottom, Math.max(rows.length, contentsTop + values.length) - 1);
  for (let row = area.top; row <= bottom; row += 1) {
    const old = rows[row] ?? [];
    const rowValues = values[row - contentsTop] ?? [];
    const rowTexts = texts[row - contentsTop] ?? [];
    const right = Math.min(area.right, Math.max(old.length, left + rowValues.length) - 1);
    let changed: CellValue[] | undefined;
    for (let column = area.left; column <= right; column += 1) {
      const index = column - left;
      const cell =
        index >= 0 && index < rowValues.length
          ? cellContents({ value: rowValues[index], formula: rowTexts[index] })
          : EMPTY_CELL;
      if (!sameValue(old[column] ?? null, cell.value)) {
        changed ??= [...old];
        while (changed.length < column) changed.push(null);
        changed[column] = cell.value;
      }
      const key = keyOf(row, column);
      if (sheet.formulas.get(key) === cell.formula) continue;
      formulas ??= new Map(sheet.formulas);
      if (cell.formula === undefined) formulas.delete(key);
      else formulas.set(key, cell.formula);
    }
    if (changed === undefined) continue;
    differs = true;
    while (rows.length < row) rows.push([]);
    rows[row] = changed;
  }
  if (!differs && formulas === undefined) return sheet;
  return { ...sheet, rows: trimmed(rows), formulas: formulas ?? sheet.formulas };
}

const NOTHING: RangeContents = { top: 0, left: 0, values: [], formulas: [] };

/** The sheet with the merged ranges of an area read again; the same object when they are as before. */
export function withMerges(sheet: Sheet, area: CellRange, merges: readonly CellRange[]): Sheet {
  const before = sheet.merges.filter((merge) => overlap(merge, area)).map(showKey);
  const now = merges.map(showKey);
  if (before.length === now.length && now.every((key) => before.includes(key))) return sheet;
  const kept = sheet.merges.filter((merge) => !overlap(merge, area));
  return { ...sheet, merges: inReadingOrder([...kept, ...merges]) };
}

function showKey({ top, left, bottom, right }: CellRange): string {
  return [top, left, bottom, right].join();
}

/** Cells that only carry a format do not widen the grid. */
function trimmed(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const shorter = rows.map((row) => (row.at(-1) === null ? row.slice(0, lastFilled(row) + 1) : row));
  let length = shorter.length;
  while (length > 0 && shorter[length - 1]?.length === 0) length -= 1;
  return shorter.slice(0, length);
}

function lastFilled(row: readonly CellValue[]): number {
  let index = row.length - 1;
  while (index >= 0 && row[index] === null) index -= 1;
  return index;
}

function keyOf(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

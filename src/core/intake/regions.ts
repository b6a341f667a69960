import type { CellRange } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { readNumber } from '../money/decimal.ts';
import type { CellValue, Sheet } from '../workbook/workbook.ts';
import { isLabelHeader, isLabellessHeader, isMeasureHeader, saysSomething } from './header-cells.ts';
import { cropped, usedRange, withoutRows } from './cropped-sheet.ts';
import { FOOTER } from './vocabulary.ts';

/**
 * One table of a sheet. Its `sheet` has every cell at its own place, but only the cells of the table and of what stands over and
 * under it, so that whoever reads it sees one table and still names the right cells.
 */
export interface Region {
  readonly sheet: Sheet;
  readonly range: CellRange;
  /** The first row of the header, where it had to be found to part the table. */
  readonly headerTop?: number;
  /** The blocks that stand side by side under one title, from left to right, each a region too; none in a table of one block. */
  readonly blocks: readonly Region[];
}

const MAX_HEADER_ROWS = 4;

/**
 * Parts a sheet into its tables: one under the other where a header follows amounts, side by side where the first column header
 * comes again after amounts. A header that is repeated on a further page is left out. Goes over the cells once.
 */
export function regionsOf(sheet: Sheet): readonly Region[] {
  const rows = sheet.rows.map(rowProfile);
  const { starts, repeats } = tableStarts(rows);
  if (starts.length <= 1 && repeats.size === 0) return [regionOf(sheet, rows, 0, rows.length - 1)];
  const clean = repeats.size === 0 ? sheet : withoutRows(sheet, repeats);
  return starts.map((start, index) => {
    const top = index === 0 ? 0 : start;
    const bottom = (starts[index + 1] ?? rows.length) - 1;
    const part =
      starts.length === 1 ? clean : cropped(clean, { top, bottom, left: 0, right: Number.MAX_SAFE_INTEGER }, top);
    return regionOf(part, rows, top, bottom);
  });
}

/** What a row looks like, as far as finding tables needs it. */
interface RowProfile {
  readonly filled: number;
  readonly hasNumber: boolean;
  /** The labels of a row that names columns; absent for any other row. */
  readonly header: readonly string[] | undefined;
  readonly isNote: boolean;
  /** The title of a table, if the row may be one, without what says that it continues. */
  readonly title: string | undefined;
}

const EMPTY_ROW: RowProfile = { filled: 0, hasNumber: false, header: undefined, isNote: false, title: undefined };

function rowProfile(row: readonly CellValue[]): RowProfile {
  let filled = 0;
  let hasNumber = false;
  let first = '';
  for (const value of row) {
    if (value === null || value === '') continue;
    if (filled === 0 && typeof value === 'string') first = value;
    filled += 1;
    hasNumber ||= isNumber(value);
  }
  if (filled === 0) return EMPTY_ROW;
  const isNote = FOOTER.test(plainLabel(first));
  const labels =
    hasNumber || filled < 2 || isNote
      ? undefined
      : row.map((value) => (typeof value === 'string' ? plainLabel(value) : ''));
  const header = labels !== undefined && isHeader(labels) ? labels : undefined;
  return { filled, hasNumber, isNote, header, title: filled > 2 || isNote ? undefined : titleIn(first) };
}

function titleIn(text: string): string | undefined {
  const label = plainLabel(text).replace(/\(?续表?\d*\)?$/, '');
  return /表(\([^()]*\))?$/.test(label) ? label : undefined;
}

function isNumber(value: CellValue): boolean {
  if (typeof value === 'number') return true;
  return (
    typeof value === 'string' && /^[\s\d.,，．０-９¥￥()（）-]+$/.test(value) && readNumber(value).kind === 'number'
  );
}

/** A row of words names columns when one of them is the head of a column of labels and another that of a column of amounts. */
function isHeader(labels: readonly string[]): boolean {
  const heads = labels.filter(isLabelHeader).length;
  const measures = labels.filter((label) => !isLabelHeader(label) && isMeasureHeader(label)).length;
  return heads > 0 ? measures > 0 : isLabellessHeader(labels);
}

/** The first rows of the tables after the first, and the rows of headers that only repeat the one before. */
function tableStarts(rows: readonly RowProfile[]): { starts: readonly number[]; repeats: ReadonlySet<number> } {
  const starts: number[] = [0];
  const repeats = new Set<number>();
  let known: string | undefined;
  /** The titles over the table so far. */
  let titles = new Set<string>();
  let seenBody = false;
  let lastBody = -1;
  /** Where the next table may begin: a title after the last amounts. */
  let nextTop: number | undefined;
  for (const [index, { header, hasNumber, isNote, filled, title }] of rows.entries()) {
    if (header === undefined) {
      if (hasNumber) {
        seenBody ||= known !== undefined;
        lastBody = index;
        nextTop = undefined;
      } else if (title !== undefined) {
        if (known === undefined) titles.add(title);
        else nextTop ??= index;
      } else if (nextTop === undefined && (isNote || (seenBody && filled > 1))) lastBody = index;
      continue;
    }
    const text = header.filter((label) => label !== '').join('|');
    const top = nextTop ?? lastBody + 1;
    const above = rows.slice(top, index).flatMap((row) => row.title ?? []);
    // The same columns under another title are another table, as those of one form for two kinds of money.
    const isOther = above.some((own) => !titles.has(own));
    if (known === undefined || (!seenBody && !isOther)) {
      known ??= text;
      continue;
    }
    nextTop = undefined;
    lastBody = index;
    if (text === known && !isOther) {
      // The repeated header may have more levels: rows of words that stand under the first one too.
      for (let row = top; row <= index; row++) repeats.add(row);
    } else {
      starts.push(top);
      known = text;
      titles = new Set(above);
      seenBody = false;
    }
  }
  return { starts, repeats };
}

/** The table between two rows, with its blocks: one begins where the first column header comes again after a column of amounts. */
function regionOf(sheet: Sheet, rows: readonly RowProfile[], top: number, bottom: number): Region {
  const whole: Region = { sheet, range: usedRange(sheet, top, bottom), blocks: [] };
  const headerRow = rows.findIndex(({ header }, row) => row >= top && row <= bottom && header !== undefined);
  const labels = rows[headerRow]?.header;
  if (labels === undefined) return whole;
  const isEmpty = (column: number): boolean => isEmptyColumn(sheet, column, headerRow, bottom);
  const bounds = blockStarts(labels, isEmpty);
  if (bounds.length < 2) return whole;
  const headerTop = topOfHeader(sheet, rows, headerRow, top);
  const blocks = bounds.map((left, index): Region => {
    const next = bounds[index + 1] ?? Number.MAX_SAFE_INTEGER;
    const right = next - (isEmpty(next - 1) ? 2 : 1);
    const part = cropped(sheet, { top, bottom, left: index === 0 ? 0 : left, right }, headerTop);
    return { sheet: part, range: { ...usedRange(part, headerTop, bottom), top: headerTop }, headerTop, blocks: [] };
  });
  return { ...whole, headerTop, blocks };
}

/** The levels above the row that names columns: 收入 over 项目 and 决算数. */
function topOfHeader(sheet: Sheet, rows: readonly RowProfile[], headerRow: number, top: number): number {
  let first = headerRow;
  for (let row = headerRow - 1; row >= top && headerRow - row < MAX_HEADER_ROWS; row--) {
    const above = rows[row];
    if (above?.filled === 0) continue;
    if (above === undefined || above.hasNumber || above.filled < 2 || !isGroupRow(sheet.rows[row] ?? [])) break;
    first = row;
  }
  return first;
}

/** True when every word is known: names of an office, dates and units stand above a header, not in it. */
function isGroupRow(row: readonly CellValue[]): boolean {
  return row.every((value) => {
    if (value === null || value === '') return true;
    const label = typeof value === 'string' ? plainLabel(value) : '';
    return isLabelHeader(label) || saysSomething(label);
  });
}

function isEmptyColumn({ rows }: Sheet, column: number, top: number, bottom: number): boolean {
  return rows.slice(top, bottom + 1).every((row) => (row[column] ?? '') === '');
}

/** Where the first column header comes again after amounts, or another head of labels after an empty column. */
function blockStarts(labels: readonly string[], isEmpty: (column: number) => boolean): readonly number[] {
  const firstAt = labels.findIndex((label) => isLabelHeader(label));
  const first = withoutRemark(labels[firstAt] ?? '');
  const starts = [firstAt];
  let amounts = false;
  for (let column = firstAt + 1; column < labels.length; column++) {
    const label = labels[column] ?? '';
    if (amounts && isLabelHeader(label) && (withoutRemark(label) === first || isEmpty(column - 1))) {
      starts.push(column);
      amounts = false;
    } else if (isMeasureHeader(label) && !isLabelHeader(label)) amounts = true;
  }
  return starts;
}

function withoutRemark(label: string): string {
  return label.replace(/\([^()]*\)$/, '');
}

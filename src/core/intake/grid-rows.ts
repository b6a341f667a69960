import { plainLabel } from '../workbook/labels.ts';
import { isCellError, type CellValue, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount, holdsWords } from './amounts.ts';
import type { ColumnRole, GridColumn } from './column-role.ts';
import { amountColumns, type Grid } from './grid-table.ts';
import { statesUnit } from './unit.ts';
import { FOOTER } from './vocabulary.ts';

/** A row of a table that is not one of its header, not empty, no note and no header again. */
export interface BodyRow {
  readonly row: number;
  /** What the row is called, as its cell has it. */
  readonly label: string;
  /** The columns of amounts in which it holds one. */
  readonly amounts: readonly number[];
  /** These, and the columns in which it holds something else than an amount, a dash or nothing. */
  readonly entries: readonly number[];
}

/** The rows between a table's header and its end, and which of the rest are notes or headers repeated on a further page. */
export interface GridRows {
  /** The columns whose words name the rows. */
  readonly labels: readonly number[];
  readonly body: readonly BodyRow[];
  readonly notes: readonly number[];
  readonly repeats: readonly number[];
}

/** Tells the rows of a table apart, in one pass over its cells. */
export function gridRows(grid: Grid): GridRows {
  const { sheet, headerTop, dataRow, lastRow } = grid;
  const labels = labelColumns(grid.columns);
  const columns = amountColumns(grid).map(({ column }) => column);
  const headers = new Set<string>();
  for (let row = headerTop; row < dataRow; row++) headers.add(rowText(sheet, row));
  const body: BodyRow[] = [];
  const notes: number[] = [];
  const repeats: number[] = [];
  let inNotes = false;
  for (let row = dataRow; row <= lastRow; row++) {
    const filled = (sheet.rows[row] ?? []).filter((value) => value !== null && value !== '');
    if (filled.length === 0) continue;
    const amounts = columns.filter((column) => holdsAmount(sheet, row, column));
    if (amounts.length === 0 && isNote(filled, inNotes)) {
      notes.push(row);
      inNotes = true;
      continue;
    }
    inNotes = false;
    if (headers.has(rowText(sheet, row))) repeats.push(row);
    else {
      const entries = columns.filter((column) => amounts.includes(column) || holdsWords(sheet, row, column));
      body.push({ row, label: labelIn(grid, labels, row), amounts, entries });
    }
  }
  return { labels, body, notes, repeats };
}

/** A note or a signature, the unit stated below the table, or the next line of a note. */
function isNote(filled: readonly CellValue[], afterNote: boolean): boolean {
  const [first] = filled;
  if (typeof first !== 'string') return false;
  if (FOOTER.test(plainLabel(first))) return true;
  return filled.length === 1 && (afterNote || statesUnit(first));
}

function rowText(sheet: Sheet, row: number): string {
  return (sheet.rows[row] ?? [])
    .map((value) => (value === null || isCellError(value) ? '' : plainLabel(String(value))))
    .join('|')
    .replace(/\|+$/, '');
}

/** The columns whose words name a row: all before the amounts that are neither numbers nor about persons. */
function labelColumns(columns: readonly GridColumn[]): readonly number[] {
  const first = columns.findIndex(({ role }) => role.kind === 'amount');
  return columns
    .slice(0, first < 0 ? columns.length : first)
    .filter(({ role }) => mayName(role))
    .map(({ column }) => column);
}

function mayName(role: ColumnRole): boolean {
  switch (role.kind) {
    case 'code':
    case 'name':
    case 'unit':
      return true;
    case 'other':
      return role.why === 'text';
    case 'amount':
    case 'unknown':
      return false;
  }
}

/** The last words of a row before its amounts; digits are codes and no name. */
function labelIn({ sheet, merges }: Grid, columns: readonly number[], row: number): string {
  let label = '';
  for (const column of columns) {
    const text = merges.text(sheet, row, column);
    if (text !== '' && !/^\d+$/.test(text.trim())) label = text;
  }
  return label;
}

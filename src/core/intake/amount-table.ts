import { finding } from '../findings/finding.ts';
import type { Basis, Measure } from '../ledger/keys.ts';
import type { AmountUnit } from '../money/amount.ts';
import { readNumber } from '../money/decimal.ts';
import { textAt, valueAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { amountFacts, readCellNumber, type PendingAmount } from './amounts.ts';
import type { Collector } from './collector.ts';
import { MergeIndex, widthOf } from './grid.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { readUnit, unitInHeader } from './unit.ts';
import {
  BASIS_WORDS,
  CATEGORY_HEADERS,
  IGNORED_HEADERS,
  MEASURE_WORDS,
  PROJECT_HEADERS,
  TOTAL_WORDS,
  wordIn,
} from './vocabulary.ts';

/** How many rows from the top may pass before the header of a table begins. */
const HEADER_SEARCH_ROWS = 30;
const MAX_HEADER_ROWS = 4;

/** A column of amounts and what it states. */
export interface AmountColumn {
  readonly column: number;
  readonly measure: Measure;
  readonly basis: Basis | undefined;
  /** Only when the header itself names a unit. */
  readonly unit: AmountUnit | undefined;
  /** The header as people read it, levels joined. */
  readonly header: string;
}

/** A table whose columns are amounts (measure × source of money) and whose rows are what the money was for. */
export interface AmountTable {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly headerTop: number;
  readonly dataRow: number;
  readonly categoryColumn: number;
  readonly projectColumn: number | undefined;
  readonly columns: readonly AmountColumn[];
  /** Headers of columns with numbers whose meaning is not known. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
}

/** Finds the header and the meaning of the columns. Undefined when no column states a measure. */
export function findAmountTable(sheet: Sheet, isRowLabel: (label: string) => boolean): AmountTable | undefined {
  const merges = new MergeIndex(sheet);
  const width = widthOf(sheet);
  const headerTop = findHeaderTop(sheet, merges, width);
  if (headerTop === undefined) return undefined;
  const dataRow = findDataRow(sheet, headerTop, width, isRowLabel);
  const columns: AmountColumn[] = [];
  const unknown: { column: number; header: string }[] = [];
  let categoryColumn: number | undefined;
  let projectColumn: number | undefined;
  for (let column = 0; column < width; column++) {
    const levels = headerLevels(sheet, merges, headerTop, dataRow, column);
    const header = levels.join('');
    const measure = wordIn(header, MEASURE_WORDS);
    if (measure !== undefined) {
      const basis = wordIn(header.replaceAll(measure, ''), BASIS_WORDS);
      columns.push({ column, measure, basis, unit: unitInHeader(header), header: levels.join('·') });
    } else if (levels.some((level) => PROJECT_HEADERS.includes(level))) {
      projectColumn ??= column;
    } else if (levels.some((level) => CATEGORY_HEADERS.includes(level))) {
      categoryColumn ??= column;
    } else if (header !== '' && !IGNORED_HEADERS.some((word) => header.startsWith(word))) {
      if (hasNumber(sheet, dataRow, column)) unknown.push({ column, header: levels.join('·') });
    }
  }
  const label = categoryColumn ?? projectColumn ?? firstLabelColumn(sheet, dataRow, columns);
  if (columns.length === 0 || label === undefined) return undefined;
  return { sheet, merges, headerTop, dataRow, categoryColumn: label, projectColumn, columns, unknown };
}

/** What the rows of a table are about: the labels in its label columns, from the first data row on. */
export interface AmountRow {
  readonly row: number;
  /** The plain row label; that of the last filled cell when the label is merged over several rows. */
  readonly category: string;
  readonly project: string;
}

/** The rows of the table that have a label. */
export function amountRows(table: AmountTable): readonly AmountRow[] {
  const rows: AmountRow[] = [];
  for (let row = table.dataRow; row < table.sheet.rows.length; row++) {
    const category = rowLabel(table.merges.text(table.sheet, row, table.categoryColumn));
    const project =
      table.projectColumn === undefined || table.projectColumn === table.categoryColumn
        ? ''
        : table.merges.text(table.sheet, row, table.projectColumn).trim();
    if (category !== '' || project !== '') rows.push({ row, category, project: project === category ? '' : project });
  }
  return rows;
}

/** The unit of the table's amounts, column by column; problems are reported. Undefined when a column has none. */
function columnUnits(table: AmountTable, collector: Collector): ReadonlyMap<number, AmountUnit> | undefined {
  const units = new Map<number, AmountUnit>();
  for (const { column, unit } of table.columns) if (unit !== undefined) units.set(column, unit);
  if (units.size === table.columns.length) return units;
  const reading = readUnit(table.sheet, table.dataRow);
  if (reading.kind === 'problem') {
    collector.report(reading.problem);
    return undefined;
  }
  for (const { column } of table.columns) if (!units.has(column)) units.set(column, reading.unit);
  return units;
}

/** A row to take facts from: how the key of one of its cells is made. */
export interface KeyedRow {
  readonly row: number;
  readonly keyOf: (column: AmountColumn) => { readonly key: string; readonly basis: string };
}

/** Takes the amounts of some rows, in every column of the table, into the collector. */
export function takeAmounts(
  workbook: Workbook,
  table: AmountTable,
  rows: readonly KeyedRow[],
  collector: Collector,
): void {
  reportUnknownColumns(table, collector);
  const units = columnUnits(table, collector);
  const pending: PendingAmount[] = [];
  for (const { row, keyOf } of rows) {
    for (const column of table.columns) {
      const { header } = column;
      const number = readCellNumber(workbook, table.sheet, row, column.column, header, collector);
      const unit = units?.get(column.column);
      if (number !== undefined && unit !== undefined) pending.push({ ...keyOf(column), unit, number, header });
    }
  }
  for (const fact of amountFacts(pending, collector)) collector.fact(fact);
}

/** Reports a row that holds numbers but whose label says nothing known. */
export function reportUnknownRow(
  table: AmountTable,
  { row, category, project }: AmountRow,
  collector: Collector,
): void {
  if (!table.columns.some(({ column }) => typeof valueAt(table.sheet, row, column) === 'number')) return;
  const cell = { sheet: table.sheet.name, row, column: table.categoryColumn };
  collector.report(finding('row-unknown', { label: category || project }, [cell]));
}

/** Reports the columns that hold numbers which nothing will use. */
function reportUnknownColumns(table: AmountTable, collector: Collector): void {
  for (const { column, header } of table.unknown) {
    collector.report(
      finding('column-unknown', { header }, [{ sheet: table.sheet.name, row: table.headerTop, column }]),
    );
  }
}

function findHeaderTop(sheet: Sheet, merges: MergeIndex, width: number): number | undefined {
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    for (let column = 0; column < width; column++) {
      const range = merges.range(row, column);
      // A title is merged over the whole table; a header over a few columns at most.
      if (range?.left === 0 && range.right >= width - 2 && width > 3) break;
      const label = plainLabel(merges.text(sheet, row, column));
      if (label.length <= 30 && wordIn(label, MEASURE_WORDS) !== undefined) return row;
    }
  }
  return undefined;
}

function findDataRow(sheet: Sheet, headerTop: number, width: number, isRowLabel: (label: string) => boolean): number {
  const last = Math.min(sheet.rows.length, headerTop + 1 + MAX_HEADER_ROWS);
  for (let row = headerTop + 1; row < last; row++) {
    const first = plainLabel(textAt(sheet, row, 0));
    if (first === '栏次' || first === '行次') return row + 1;
    for (let column = 0; column < width; column++) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'number') return row;
      if (typeof value !== 'string') continue;
      if (readNumber(value).kind === 'number') return row;
      if (TOTAL_WORDS.includes(rowLabel(value)) ? column === 0 : isRowLabel(rowLabel(value))) return row;
    }
  }
  return last;
}

function headerLevels(
  sheet: Sheet,
  merges: MergeIndex,
  headerTop: number,
  dataRow: number,
  column: number,
): readonly string[] {
  const levels: string[] = [];
  for (let row = headerTop; row < dataRow; row++) {
    const label = plainLabel(merges.text(sheet, row, column)).replace(/^其中:?/, '');
    if (label !== '' && label !== levels.at(-1)) levels.push(label);
  }
  return levels;
}

function hasNumber(sheet: Sheet, dataRow: number, column: number): boolean {
  for (let row = dataRow; row < sheet.rows.length; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'number') return true;
    if (typeof value === 'string' && readNumber(value).kind === 'number') return true;
  }
  return false;
}

function firstLabelColumn(sheet: Sheet, dataRow: number, columns: readonly AmountColumn[]): number | undefined {
  const first = Math.min(...columns.map(({ column }) => column));
  for (let column = 0; column < first; column++) {
    for (let row = dataRow; row < sheet.rows.length; row++) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'string' && readNumber(value).kind === 'not-a-number') return column;
    }
  }
  return undefined;
}

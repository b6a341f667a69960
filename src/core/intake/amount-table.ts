import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Basis, Measure } from '../ledger/keys.ts';
import { COLUMN_MEANINGS, READING } from '../texts/intake-texts.ts';
import type { AmountUnit } from '../money/amount.ts';
import { readNumber } from '../money/decimal.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { amountFacts, columnHoldsAmount, readCellNumber, type PendingAmount } from './amounts.ts';
import type { Collector } from './collector.ts';
import { yearIn } from './dates.ts';
import { MergeIndex, widthOf } from '../workbook/merge-index.ts';
import { WORD_CELLS } from '../texts/terms.ts';
import { findTableHeader, headerLevels, measureIn, type TableHeader } from './table-header.ts';
import { SumGaps } from './sum-gaps.ts';
import { columnRun, isPrivateColumn } from './records.ts';
import { statedOrChosen, tableLabel, tableUnit } from './table-unit.ts';
import { UnitFacts } from './unit-facts.ts';
import { UNIT_HEADERS, type RowUnit, type UnitName } from './unit-names.ts';
import { unitInHeader } from './unit.ts';
import { BASIS_WORDS, CATEGORY_HEADERS, IGNORED_HEADERS, PROJECT_HEADERS, wordIn } from './vocabulary.ts';

/** Headers of columns beside the amounts that name something else than projects. */
const NOT_PROJECTS = /科目|编码|代码|单位|部门|依据|来源|分类|性质/;

/** Headers over rates and scores: they are no amounts and follow from the others. */
const RATES = /率|比重|比例|占比|得分|(?<![\d.])%/;

/** A column of amounts and what it states. */
export interface AmountColumn {
  readonly column: number;
  readonly measure: Measure;
  readonly basis: Basis | undefined;
  /** Only when the header itself names a unit, perhaps one that is not known. */
  readonly unit: ReturnType<typeof unitInHeader>;
  /** The header as people read it, levels joined. */
  readonly header: string;
}

/** A table whose columns are amounts (measure × source of money) and whose rows are what the money was for. */
export interface AmountTable {
  /** What people call the form. */
  readonly form: string;
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly headerTop: number;
  readonly dataRow: number;
  readonly categoryColumn: number;
  readonly projectColumn: number | undefined;
  /** The names of the units whose amounts the rows state, where a department lists several. */
  readonly unitColumn: number | undefined;
  readonly columns: readonly AmountColumn[];
  /** Headers of columns with numbers whose meaning is not known. */
  readonly unknown: readonly UnknownColumn[];
  /** Columns that a person decided not to use. */
  readonly leftOut: readonly UnknownColumn[];
}

/** A column of numbers without a meaning. */
export interface UnknownColumn {
  readonly column: number;
  readonly header: string;
}

/** Finds the header and the meaning of the columns. Undefined when no column states a measure. */
export function findAmountTable(
  sheet: Sheet,
  form: string,
  isRowLabel: (label: string) => boolean,
): AmountTable | undefined {
  const merges = new MergeIndex(sheet);
  const width = widthOf(sheet);
  const header = findTableHeader(sheet, merges, isRowLabel);
  if (header === undefined) return undefined;
  const { top: headerTop, dataRow } = header;
  const year = latestYear(sheet, merges, header, width);
  const columns: AmountColumn[] = [];
  const unknown: UnknownColumn[] = [];
  let categoryColumn: number | undefined;
  let projectColumn: number | undefined;
  let unitColumn: number | undefined;
  for (let column = 0; column < width; column++) {
    const levels = headerLevels(sheet, merges, headerTop, dataRow, column);
    const label = levels.join('');
    const measure = isUnsettled(label) ? undefined : measureIn(levels);
    const merged = levels.length === 1 ? merges.range(headerTop, column) : undefined;
    // A part of a merged header that does not say which part it is.
    const unnamed = merged !== undefined && merged.left < column && dataRow - headerTop > 1;
    if (measure !== undefined && !unnamed && (yearIn(label) ?? year) === year) {
      const basis = wordIn(label.replaceAll(measure, ''), BASIS_WORDS);
      columns.push({ column, measure, basis, unit: unitInHeader(label), header: levels.join('·') });
    } else if (levels.some((level) => PROJECT_HEADERS.includes(level))) {
      projectColumn ??= column;
    } else if (levels.some((level) => CATEGORY_HEADERS.includes(level))) {
      categoryColumn ??= column;
    } else if (levels.some((level) => UNIT_HEADERS.includes(level))) {
      unitColumn ??= column;
    } else if (isPrivateColumn(label) || isRate(levels) || IGNORED_HEADERS.some((word) => label.startsWith(word))) {
      continue;
    } else if (columnHoldsAmount(sheet, column, dataRow, sheet.rows.length - 1)) {
      unknown.push({ column, header: levels.join('·') });
    }
  }
  if (columns.length === 0) return undefined;
  projectColumn ??= namelessProjectColumn(sheet, merges, header, categoryColumn, columns);
  const labels = categoryColumn ?? projectColumn ?? unitColumn ?? firstLabelColumn(sheet, merges, header, columns);
  if (labels === undefined) return undefined;
  return {
    form,
    sheet,
    merges,
    headerTop,
    dataRow,
    categoryColumn: labels,
    projectColumn,
    unitColumn,
    columns,
    unknown,
    leftOut: [],
  };
}

/** The unit of the table's amounts, column by column; problems are reported. Undefined when a column has none. */
function columnUnits(table: AmountTable, collector: Collector): ReadonlyMap<number, AmountUnit> | undefined {
  const units = new Map<number, AmountUnit>();
  let problem = false;
  for (const { column, unit } of table.columns) {
    if (typeof unit === 'object') {
      const cell = { sheet: table.sheet.name, row: table.headerTop, column };
      collector.report(finding('unit-unknown', { sheet: table.sheet.name, unit: unit.unknown }, [cell]));
      problem = true;
    } else if (unit !== undefined) {
      units.set(column, unit);
    }
  }
  if (problem) return undefined;
  const [own] = units.values();
  if (units.size === table.columns.length) {
    if (own !== undefined) collector.log.unit = { unit: own, from: 'header' };
    return units;
  }
  const unit = units.size === 0 ? tableUnit(table, collector) : statedOrChosen(table, collector);
  if (unit === undefined) return undefined;
  for (const { column } of table.columns) if (!units.has(column)) units.set(column, unit);
  return units;
}

/** A row to take facts from: how the key of one of its cells is made. */
export interface KeyedRow {
  readonly row: number;
  readonly unit?: RowUnit;
  readonly keyOf: (column: AmountColumn) => { readonly key: string; readonly basis: string };
}

/**
 * Takes the amounts of some rows, in every column of the table, into the collector.
 * @param keyOf the key that a column's amount has in the row of the total, to say what the column means
 * @returns the facts that were taken
 */
export function takeAmounts(
  workbook: Workbook,
  table: AmountTable,
  rows: readonly KeyedRow[],
  keyOf: (column: AmountColumn) => string,
  collector: Collector,
): readonly Fact[] {
  describeTable(table, keyOf, collector);
  collector.wordErrors(table.sheet, wordCells(table, rows), WORD_CELLS.table);
  const units = columnUnits(table, collector);
  const pending: (PendingAmount & { readonly whose: RowUnit | undefined })[] = [];
  const unused: CellRef[] = [];
  const gaps = new SumGaps(table.sheet.name, new Set(rows.map(({ row }) => row)));
  for (const { row, unit: whose, keyOf } of rows) {
    for (const column of table.columns) {
      const { header } = column;
      const number = readCellNumber(workbook, table.sheet, row, column.column, header, collector);
      const unit = units?.get(column.column);
      if (number === undefined) continue;
      if (unit === undefined) unused.push(number.cell);
      if (unit === undefined || !gaps.accept(number)) continue;
      pending.push({ ...keyOf(column), unit, number, header, whose });
    }
  }
  if (unused.length > 0) collector.log.skip(unused, READING.noUnit);
  gaps.report(collector);
  const facts = amountFacts(pending, collector);
  const whose = pending.map((amount) => amount.whose?.unit);
  const used = ofDepartment(table, facts, whose, collector);
  for (const fact of used) collector.fact(fact);
  return used;
}

/** The amounts of the department where the table tells its units apart; otherwise all of them. */
function ofDepartment(
  { sheet, form, headerTop, dataRow, unitColumn }: AmountTable,
  facts: readonly Fact[],
  whose: readonly (UnitName | undefined)[],
  collector: Collector,
): readonly Fact[] {
  if (unitColumn === undefined || whose.every((unit) => unit === undefined)) return facts;
  const units = new UnitFacts();
  for (const [index, fact] of facts.entries()) units.add(whose[index] ?? { kind: 'all' }, fact, collector);
  const cells = [columnRun(sheet, dataRow - 1, unitColumn)];
  return units.used(tableLabel(sheet, headerTop), form, cells, collector);
}

/** A whole year told by its months or its last day is no part of it. */
const WHOLE_YEAR = /1(月)?(份)?[-—–~～至到]12月(份)?|12月(31日|末|底)/g;
const UNSETTLED = /未|预计|建议|拟|半年|季度|\d月/;

/** True for amounts of a part of the year, or that are only expected, proposed, or not spent at all: none is the year's. */
function isUnsettled(label: string): boolean {
  return UNSETTLED.test(label.replace(WHOLE_YEAR, ''));
}

/** True for a column that follows from others; a score under the header of amounts is a mistake, and nothing is known of the column. */
function isRate(levels: readonly string[]): boolean {
  const last = levels.at(-1) ?? '';
  if (last.includes('得分') && measureIn(levels.slice(0, -1)) !== undefined) return false;
  return RATES.test(levels.join(''));
}

/** Tells the log where the header is and what each column means. */
function describeTable(table: AmountTable, keyOf: (column: AmountColumn) => string, collector: Collector): void {
  const { sheet, merges, headerTop, dataRow, categoryColumn, projectColumn } = table;
  const columns = [];
  const width = widthOf(sheet);
  for (let column = 0; column < width; column++) {
    const header = headerLevels(sheet, merges, headerTop, dataRow, column).join('·');
    const amount = table.columns.find((candidate) => candidate.column === column);
    const isUnknown = table.unknown.some((candidate) => candidate.column === column);
    const isLeftOut = table.leftOut.some((candidate) => candidate.column === column);
    if (header === '' && column !== categoryColumn && column !== projectColumn && !isUnknown) continue;
    let meaning: string = COLUMN_MEANINGS.text;
    if (amount !== undefined) meaning = keyOf(amount);
    else if (isUnknown) meaning = COLUMN_MEANINGS.unknown;
    else if (isLeftOut) meaning = COLUMN_MEANINGS.answered;
    else if (column === categoryColumn) meaning = COLUMN_MEANINGS.label;
    else if (column === projectColumn) meaning = COLUMN_MEANINGS.project;
    else if (column === table.unitColumn) meaning = COLUMN_MEANINGS.unit;
    else if (isPrivateColumn(header)) meaning = COLUMN_MEANINGS.private;
    else if (RATES.test(header)) meaning = COLUMN_MEANINGS.derived;
    columns.push({ column, header, meaning });
  }
  collector.log.describe({ top: headerTop, bottom: dataRow - 1 }, columns);
}

/** The cells that say what the amounts are: the header over them and the labels beside them. */
function wordCells(
  { headerTop, dataRow, columns, categoryColumn, projectColumn }: AmountTable,
  rows: readonly KeyedRow[],
): readonly { row: number; column: number }[] {
  const header = Array.from({ length: dataRow - headerTop }, (_, level) => headerTop + level);
  const labels = [categoryColumn, ...(projectColumn === undefined ? [] : [projectColumn])];
  return [
    ...header.flatMap((row) => columns.map(({ column }) => ({ row, column }))),
    ...rows.flatMap(({ row }) => labels.map((column) => ({ row, column }))),
  ];
}

/** The latest year that a header of amounts names: amounts of earlier years stand beside it for comparison. */
function latestYear(sheet: Sheet, merges: MergeIndex, header: TableHeader, width: number): number | undefined {
  let latest: number | undefined;
  for (let column = 0; column < width; column++) {
    const levels = headerLevels(sheet, merges, header.top, header.dataRow, column);
    const year = measureIn(levels) === undefined ? undefined : yearIn(levels.join(''));
    if (year !== undefined && (latest === undefined || year > latest)) latest = year;
  }
  return latest;
}

/** A column of words between the kinds of expenditure and the amounts, under whatever header: it names the projects. */
function namelessProjectColumn(
  sheet: Sheet,
  merges: MergeIndex,
  { top, dataRow }: TableHeader,
  categoryColumn: number | undefined,
  columns: readonly AmountColumn[],
): number | undefined {
  const [first] = columns;
  if (categoryColumn === undefined || first === undefined) return undefined;
  for (let column = categoryColumn + 1; column < first.column; column++) {
    const header = headerLevels(sheet, merges, top, dataRow, column).join('');
    if (isPrivateColumn(header) || NOT_PROJECTS.test(header) || IGNORED_HEADERS.some((word) => header.startsWith(word)))
      continue;
    if (firstLabelIn(sheet, dataRow, column)) return column;
  }
  return undefined;
}

function firstLabelColumn(
  sheet: Sheet,
  merges: MergeIndex,
  { top, dataRow }: TableHeader,
  columns: readonly AmountColumn[],
): number | undefined {
  const first = Math.min(...columns.map(({ column }) => column));
  for (let column = 0; column < first; column++) {
    if (isPrivateColumn(headerLevels(sheet, merges, top, dataRow, column).join(''))) continue;
    if (firstLabelIn(sheet, dataRow, column)) return column;
  }
  return undefined;
}

function firstLabelIn(sheet: Sheet, dataRow: number, column: number): boolean {
  return sheet.rows.slice(dataRow).some((row) => {
    const value = row[column];
    return typeof value === 'string' && readNumber(value).kind === 'not-a-number';
  });
}

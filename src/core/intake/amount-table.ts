import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Basis, Measure } from '../ledger/keys.ts';
import { COLUMN_MEANINGS, READING } from '../texts/intake-texts.ts';
import type { AmountUnit } from '../money/amount.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { amountFacts, readCellNumber, type PendingAmount } from './amounts.ts';
import type { Collector } from './collector.ts';
import { widthOf, type MergeIndex } from '../workbook/merge-index.ts';
import { WORD_CELLS } from '../texts/terms.ts';
import { joinedFunds, ownFundIn, type FundFact, type OwnFund } from './own-funds.ts';
import { RATES } from './find-amount-table.ts';
import { headerLevels } from './table-header.ts';
import { SumGaps } from './sum-gaps.ts';
import { columnRun, isPrivateColumn } from './records.ts';
import { statedOrChosen, tableLabel, tableUnit } from './table-unit.ts';
import { UnitFacts } from './unit-facts.ts';
import type { RowUnit, UnitName } from './unit-names.ts';
import type { unitInHeader } from './unit.ts';

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
  /** Columns of other years than the one used. */
  readonly otherYears: readonly AmountColumn[];
  /** The year whose columns are used; unclear when they name several and nobody says which. */
  readonly year: number | 'unclear' | undefined;
  /** False when only the columns themselves name the year. */
  readonly isYearStated: boolean;
}

/** A column of numbers without a meaning. */
export interface UnknownColumn {
  readonly column: number;
  readonly header: string;
}

/** How many columns state a measure, of whatever year. */
export function amountColumnCount({ columns, otherYears }: AmountTable): number {
  return columns.length + otherYears.length;
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
  /** The part of 其他资金 that the row is about, where it names one. */
  readonly fund?: OwnFund | undefined;
  /** Undefined when the row and the column contradict each other. */
  readonly keyOf: (column: AmountColumn) => { readonly key: string; readonly basis: string } | undefined;
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
  const pending: (PendingAmount & Owner)[] = [];
  const unused: CellRef[] = [];
  const gaps = new SumGaps(table.sheet.name, new Set(rows.map(({ row }) => row)));
  for (const { row, unit: whose, fund, keyOf } of rows) {
    for (const column of table.columns) {
      const { header } = column;
      const number = readCellNumber(workbook, table.sheet, row, column.column, header, collector);
      const unit = units?.get(column.column);
      if (number === undefined) continue;
      if (unit === undefined) unused.push(number.cell);
      if (unit === undefined || !gaps.accept(number)) continue;
      const stated = keyOf(column);
      if (stated === undefined) collector.log.skip([number.cell], READING.contradiction);
      else pending.push({ ...stated, unit, number, header, whose: whose?.unit, fund: fund ?? ownFundIn(header) });
    }
  }
  if (unused.length > 0) collector.log.skip(unused, READING.noUnit);
  gaps.report(collector);
  const facts = withJoinedFunds(amountFacts(pending, collector), pending, collector);
  const used = ofDepartment(table, facts, collector);
  for (const fact of used) collector.fact(fact);
  return used;
}

/** Whose amount it is, and which part of 其他资金. */
interface Owner {
  readonly whose: UnitName | undefined;
  readonly fund: OwnFund | undefined;
}

interface OwnedFact {
  readonly whose: UnitName | undefined;
  readonly fact: Fact;
}

/** The parts of 其他资金 added up, those of each unit by themselves. */
function withJoinedFunds(facts: readonly Fact[], owners: readonly Owner[], collector: Collector): readonly OwnedFact[] {
  const byUnit = new Map<string, { whose: UnitName | undefined; own: FundFact[] }>();
  for (const [index, fact] of facts.entries()) {
    const { whose, fund } = owners[index] ?? { whose: undefined, fund: undefined };
    const name = JSON.stringify(whose ?? null);
    const known = byUnit.get(name) ?? { whose, own: [] };
    byUnit.set(name, known);
    known.own.push({ fact, fund });
  }
  return [...byUnit.values()].flatMap(({ whose, own }) => joinedFunds(own, collector).map((fact) => ({ whose, fact })));
}

/** The amounts of the department where the table tells its units apart; otherwise all of them. */
function ofDepartment(
  { sheet, form, headerTop, dataRow, unitColumn }: AmountTable,
  facts: readonly OwnedFact[],
  collector: Collector,
): readonly Fact[] {
  if (unitColumn === undefined || facts.every(({ whose }) => whose === undefined)) return facts.map(({ fact }) => fact);
  const units = new UnitFacts();
  for (const { whose, fact } of facts) units.add(whose ?? { kind: 'all' }, fact, collector);
  const cells = [columnRun(sheet, dataRow - 1, unitColumn)];
  return units.used(tableLabel(sheet, headerTop), form, cells, collector);
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
    else if (table.otherYears.some((other) => other.column === column)) meaning = COLUMN_MEANINGS['other-year'];
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

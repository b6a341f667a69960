import { finding } from '../../findings/finding.ts';
import type { Fact } from '../../ledger/fact.ts';
import { BASES, expenditureKey, MEASURES, type Basis, type Measure } from '../../ledger/keys.ts';
import type { AmountUnit } from '../../money/amount.ts';
import { showAmount } from '../../money/prose.ts';
import { ADJUSTED_PARTS, COLUMN_MEANINGS, READING } from '../../texts/intake-texts.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { amountFacts, holdsAmount, readCellNumber, type PendingAmount } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { fundOf } from '../fund-words.ts';
import { answeredGrid, answeredLine } from '../grid-questions.ts';
import type { GridColumn } from '../column-role.ts';
import { headerText, type AmountGridColumn, type Grid } from '../grid-table.ts';
import { gridRows } from '../grid-rows.ts';
import { describeColumns, gridUnits } from '../grid-units.ts';
import { aspectsOf } from '../header-words.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { joinedFunds, ownFundIn } from '../own-funds.ts';
import { checkSources } from '../source-totals.ts';
import { SumGaps } from '../sum-gaps.ts';
import type { RowClass } from '../table-reading.ts';
import { TOTAL_WORDS } from '../vocabulary.ts';

/** The head of the rows: sources of money. */
const SOURCES = /^(资金来源|资金性质|资金类型|预算资金来源)$/;
/** What was changed in the budget, added and cut together. */
const ADJUSTMENT = /^(年度|年中|本年)?(预算)?调整(数|额|金额|情况)?$|^预算调增?调?减(数|额)$/;
/** Headers that only the grid of the performance module has. */
const OWN_HEADERS = /^(预算)?执行率(\(?%\)?)?$|^自评得分$|^得分$/;
/** A table of the middle of the year: what was spent to date, and what the year is expected to be. */
const MONITORING = /监控|监测|1[-—~至]([1-9]|1[01])月/;

/** 预算执行情况 of the performance module: rows are sources of money, columns the budget, its adjustment and the execution. */
export const performanceGrid: Layout = {
  name: '预算执行情况表',
  perUnit: true,
  recognise: ({ grid, sheet }) => {
    const table = grid && tableOf(grid);
    if (grid === undefined || table === undefined) return undefined;
    const own = grid.columns.filter(({ levels }) => OWN_HEADERS.test(levels.at(-1) ?? '')).length;
    const adjusted = table.adjustment === undefined ? 0 : 1;
    const title = grid.title + plainLabel(sheet.name);
    if (isAboutIncome(table, title)) return undefined;
    const isNamed = own + adjusted > 0 || /执行|支出/.test(title);
    return {
      // Sources of money and amounts alone could be income as well.
      confidence: isNamed ? certaintyOf(2 * table.columns.length + own + adjusted) : UNNAMED,
      reasons: [READING.columns],
      read: (workbook, collector) => {
        read(workbook, table, collector);
      },
    };
  },
};

/** How sure the columns alone make: not sure enough. */
const UNNAMED = 0.6;

function isAboutIncome({ grid, sources }: PerformanceTable, title: string): boolean {
  if (title.includes('收入') && !title.includes('支出')) return true;
  for (let row = grid.dataRow; row <= grid.lastRow; row++) {
    if (plainLabel(grid.merges.text(grid.sheet, row, sources)).includes('收入')) return true;
  }
  return false;
}

interface MeasureColumn {
  readonly column: AmountGridColumn;
  readonly measure: Measure;
}

interface PerformanceTable {
  readonly grid: Grid;
  readonly sources: number;
  readonly columns: readonly MeasureColumn[];
  readonly adjustment: GridColumn | undefined;
}

/** The columns of the grid; undefined when its rows are no sources of money or it lacks a budget and an execution. */
function tableOf(grid: Grid): PerformanceTable | undefined {
  const sources = grid.columns.find(({ levels }) => SOURCES.test(levels.at(-1) ?? ''));
  if (sources === undefined) return undefined;
  const columns = grid.columns.flatMap((column): MeasureColumn[] => {
    const { role } = column;
    if (role.kind !== 'amount') return [];
    const { measure, ...more } = role.aspects;
    const known = MEASURES.find((candidate) => candidate === measure);
    return known === undefined || Object.keys(more).length > 0 ? [] : [{ column: { ...column, role }, measure: known }];
  });
  const measures = new Set(columns.map(({ measure }) => measure));
  if (measures.size < 2 || !measures.has('决算数')) return undefined;
  const adjustment = grid.columns.find(({ levels }) => ADJUSTMENT.test(levels.at(-1) ?? ''));
  return { grid, sources: sources.column, columns, adjustment };
}

function read(workbook: Workbook, found: PerformanceTable, collector: Collector): void {
  const grid = answeredGrid(withOpenColumns(found), performanceGrid.name, collector);
  const table = tableOf(grid) ?? found;
  const columns = finalColumns(table, collector);
  for (const { measure } of columns) collector.measures.add(measure);
  const units = gridUnits(
    grid,
    columns.map(({ column }) => column),
    performanceGrid.name,
    collector,
  );
  const rows = rowsOf(table, collector);
  if (units === undefined) {
    const cells = rows.flatMap(({ row }) =>
      columns.flatMap(({ column: { column } }) =>
        holdsAmount(grid.sheet, row, column) ? [{ sheet: grid.sheet.name, row, column }] : [],
      ),
    );
    if (cells.length > 0) collector.log.skip(cells, READING.noUnit);
    return;
  }
  const facts = take(workbook, table, columns, rows, units, collector);
  const funds = facts.map(({ row, fact }) => ({
    fact,
    fund: ownFundIn(plainLabel(grid.merges.text(grid.sheet, row, table.sources))),
  }));
  const used = joinedFunds(funds, collector);
  for (const fact of used) collector.fact(fact);
  // With a row that is not used nothing follows from the total.
  for (const measure of areAllUsed(table, rows) ? new Set(columns.map((one) => one.measure)) : []) {
    const keyOf = (basis: Basis | undefined): string => expenditureKey(basis, { kind: 'total' }, measure);
    const own = [undefined, ...BASES].flatMap((source) =>
      used.flatMap((fact) => (fact.key === keyOf(source) ? [{ source, fact }] : [])),
    );
    checkSources({ rows: own, keyOf }, collector);
  }
  checkAdjustments(workbook, table, facts, units, collector);
}

/** The grid with the columns of amounts that say neither budget nor execution as unknown ones. */
function withOpenColumns({ grid, columns }: PerformanceTable): Grid {
  const known = new Set(columns.map(({ column }) => column.column));
  return {
    ...grid,
    columns: grid.columns.map((column) =>
      column.role.kind === 'amount' && !known.has(column.column) ? { ...column, role: { kind: 'unknown' } } : column,
    ),
  };
}

/** The columns to take amounts from: figures of monitoring are no final ones. */
function finalColumns({ grid, columns, adjustment }: PerformanceTable, collector: Collector): readonly MeasureColumn[] {
  const executed = columns.filter(({ measure }) => measure === '决算数');
  const isMonitoring = executed.length > 1 || MONITORING.test(grid.title);
  const known = new Map<number, string>();
  if (adjustment !== undefined) known.set(adjustment.column, COLUMN_MEANINGS.adjustment);
  if (isMonitoring) for (const { column } of executed) known.set(column.column, COLUMN_MEANINGS.notFinal);
  describeColumns(grid, {}, collector, known);
  if (!isMonitoring) return columns;
  const headers = executed.map(({ column }) => `“${headerText(column)}”`).join(LIST_SEPARATOR);
  const cells = executed.map(({ column: { column } }) => ({ sheet: grid.sheet.name, row: grid.headerTop, column }));
  collector.report(finding('figures-not-final', { headers }, cells));
  return columns.filter(({ measure }) => measure !== '决算数');
}

interface SourceRow {
  readonly row: number;
  readonly source: Basis | undefined;
}

function rowsOf({ grid, sources }: PerformanceTable, collector: Collector): readonly SourceRow[] {
  const { body, notes, repeats } = gridRows(grid);
  const classes = new Map<number, RowClass>();
  for (const row of notes) classes.set(row, '注');
  for (const row of repeats) classes.set(row, '重复表头');
  const rows: SourceRow[] = [];
  for (const { row, entries } of body) {
    const text = grid.merges.text(grid.sheet, row, sources);
    const source = sourceOf(rowLabel(text)) ?? chosenSource(grid, row, text, entries.length > 0, collector);
    classes.set(row, source === undefined ? '未采用' : source === 'all' ? '合计' : '明细');
    if (source !== undefined) rows.push({ row, source: source === 'all' ? undefined : source });
  }
  for (const [row, is] of [...classes].sort(([a], [b]) => a - b)) collector.log.row(row, is);
  return rows;
}

/** The source of money that a row is about, or all of them. */
function sourceOf(label: string): Basis | 'all' | undefined {
  if (TOTAL_WORDS.includes(label)) return 'all';
  const { basis, ...more } = aspectsOf(label) ?? {};
  return fundOf(label) ?? (Object.keys(more).length === 0 ? basis : undefined);
}

function chosenSource(
  grid: Grid,
  row: number,
  text: string,
  holdsAmounts: boolean,
  collector: Collector,
): Basis | undefined {
  const said = answeredLine(grid, row, text, performanceGrid.name, holdsAmounts, collector);
  return BASES.find((basis) => basis === said?.basis);
}

function areAllUsed({ grid }: PerformanceTable, rows: readonly SourceRow[]): boolean {
  const used = new Set(rows.map(({ row }) => row));
  return gridRows(grid).body.every(({ row, entries }) => used.has(row) || entries.length === 0);
}

interface StatedAmount extends SourceRow {
  readonly measure: Measure;
  readonly fact: Fact;
}

function take(
  workbook: Workbook,
  { grid }: PerformanceTable,
  columns: readonly MeasureColumn[],
  rows: readonly SourceRow[],
  units: ReadonlyMap<number, AmountUnit>,
  collector: Collector,
): readonly StatedAmount[] {
  const gaps = new SumGaps(grid.sheet.name, new Set(rows.map(({ row }) => row)));
  const pending: (PendingAmount & SourceRow & { readonly measure: Measure })[] = [];
  for (const { row, source } of rows) {
    for (const { column, measure } of columns) {
      const header = headerText(column);
      const number = readCellNumber(workbook, grid.sheet, row, column.column, header, collector);
      const unit = units.get(column.column);
      if (number === undefined || unit === undefined || !gaps.accept(number)) continue;
      const key = expenditureKey(source, { kind: 'total' }, measure);
      pending.push({ row, source, measure, key, basis: source ?? ALL_SOURCES, unit, number, header });
    }
  }
  gaps.report(collector);
  return amountFacts(pending, collector).flatMap((fact, index) => {
    const stated = pending[index];
    if (stated === undefined) return [];
    return [{ row: stated.row, source: stated.source, measure: stated.measure, fact }];
  });
}

/** The budget after adjustment is the initial one and what was changed in it. */
function checkAdjustments(
  workbook: Workbook,
  { grid, adjustment, columns }: PerformanceTable,
  facts: readonly StatedAmount[],
  units: ReadonlyMap<number, AmountUnit>,
  collector: Collector,
): void {
  const unit = units.get(columns[0]?.column.column ?? 0);
  if (adjustment === undefined || unit === undefined) return;
  const header = headerText(adjustment);
  for (const row of new Set(facts.map((stated) => stated.row))) {
    const of = (measure: Measure): Fact | undefined =>
      facts.find((stated) => stated.row === row && stated.measure === measure)?.fact;
    const [initial, adjusted] = [of('年初预算数'), of('全年预算数')];
    const number = readCellNumber(workbook, grid.sheet, row, adjustment.column, header, collector);
    if (number === undefined || initial?.value.kind !== 'amount' || adjusted?.value.kind !== 'amount') continue;
    const [change] = amountFacts([{ key: header, basis: '', unit, number, header }], collector);
    if (change?.value.kind !== 'amount') continue;
    const fen = initial.value.fen + change.value.fen;
    const difference = fen > adjusted.value.fen ? fen - adjusted.value.fen : adjusted.value.fen - fen;
    if (2n * difference <= initial.value.quantum + change.value.quantum + adjusted.value.quantum) continue;
    const params = {
      totalName: adjusted.key,
      total: showAmount(adjusted.value.fen, '元'),
      partsName: ADJUSTED_PARTS(initial.key, header),
      parts: showAmount(fen, '元'),
      difference: showAmount(difference, '元'),
    };
    collector.report(finding('parts-differ', params, [...initial.cells, number.cell, ...adjusted.cells]));
  }
}

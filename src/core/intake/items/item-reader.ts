import { finding } from '../../findings/finding.ts';
import type { Fact } from '../../ledger/fact.ts';
import { STOCK_MEASURES } from '../../ledger/keys.ts';
import { AMOUNT_UNITS, type AmountUnit } from '../../money/amount.ts';
import { READING } from '../../texts/intake-texts.ts';
import { LIST_SEPARATOR, NO_LABEL, STAFF_UNIT, WORD_CELLS } from '../../texts/terms.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { formulaAt, textAt, valueAt, type Workbook } from '../../workbook/workbook.ts';
import { amountFacts, readCellNumber, type CellNumber } from '../amounts.ts';
import type { Aspects, Stated } from '../aspects.ts';
import type { Collector } from '../collector.ts';
import { countFact, readCount } from '../counts.ts';
import { headerText, type AmountGridColumn } from '../grid-table.ts';
import { describeColumns, gridUnits } from '../grid-units.ts';
import { resolveDetails, type ItemCell } from './item-details.ts';
import type { ItemForm } from './item-form.ts';
import { CellMeanings, type OpenMatter } from './item-meaning.ts';
import { holdsNumber, understand } from './item-labels.ts';
import type { ItemRow } from './item-rows.ts';
import { itemTable, type ItemTable } from './item-table.ts';
import type { TableView } from '../layout.ts';
import { NOT_USED } from '../mapping.ts';
import { SumGaps } from '../sum-gaps.ts';
import { unitInHeader } from '../unit.ts';

/** Takes the facts of a table for indicators into the collector. */
export function readItems(form: ItemForm, view: TableView, workbook: Workbook, collector: Collector): void {
  const table = itemTable(form, view, collector.answers);
  if (table !== undefined) new ItemReader(form, table, workbook, collector).read();
}

/** A cell that states something, before its number is read. */
interface Place {
  readonly row: ItemRow;
  readonly column: AmountGridColumn;
  readonly stated: Stated;
  readonly aspects: Aspects;
}

type RowUnit = AmountUnit | { readonly unknown: string } | undefined;

class ItemReader {
  readonly #meanings: CellMeanings;

  constructor(
    private readonly form: ItemForm,
    private readonly table: ItemTable,
    private readonly workbook: Workbook,
    private readonly collector: Collector,
  ) {
    this.#meanings = new CellMeanings(form, table);
  }

  read(): void {
    const { form, table, collector } = this;
    const { grid, rows, columns } = table;
    describeColumns(grid, form.whole(table.labels, grid.title) ?? {}, form.name, collector);
    this.#wordErrors();
    const used = rows.flatMap((row) => this.#answered(row));
    for (const row of used) this.#logRow(row);
    const places = used
      .filter(({ is }) => is === 'total' || is === 'line')
      .flatMap((row) => columns.flatMap((column) => this.#placeOf(row, column)));
    for (const row of this.#unknown) this.#reportUnknown(row);
    this.#reportOpen();
    const cells = this.#numbersOf(places);
    resolveDetails(cells, collector);
    this.#noteYear();
  }

  /** The year that the table is about; the titles over amounts are looked at when all tables are read. */
  #noteYear(): void {
    const { collector, table } = this;
    const { year, grid } = table;
    if (year === undefined || (year.row < grid.headerTop && collector.log.unit !== undefined)) return;
    const cell = { sheet: grid.sheet.name, row: year.row, column: year.column };
    collector.years.push({ year: String(year.year), cell });
  }

  /** A row whose label a person has explained. */
  #answered(row: ItemRow): readonly ItemRow[] {
    const { form, table, collector } = this;
    if (row.is !== 'unknown') return [row];
    const means = collector.answers.find('行', row.label, form.name);
    if (means === undefined) return [row];
    if (means === NOT_USED) return [{ ...row, is: 'ignored' }];
    const said = understand(plainLabel(means).replaceAll('.', ''), form.words(table.labels, table.grid.title));
    return said === undefined ? [row] : [{ ...row, is: 'line', aspects: said }];
  }

  #wordErrors(): void {
    const { grid, columns, rows } = this.table;
    const header = Array.from({ length: grid.dataRow - grid.headerTop }, (_, level) => grid.headerTop + level);
    const names = grid.columns.filter(({ role }) => role.kind === 'name');
    const cells = [
      ...header.flatMap((row) => columns.map(({ column }) => ({ row, column }))),
      ...rows.flatMap(({ row }) => names.map(({ column }) => ({ row, column }))),
    ];
    this.collector.wordErrors(grid.sheet, cells, WORD_CELLS.table);
  }

  #logRow(row: ItemRow): void {
    const { collector } = this;
    switch (row.is) {
      case 'note':
        collector.log.row(row.row, '注');
        return;
      case 'header':
        collector.log.row(row.row, '重复表头');
        return;
      case 'total':
        collector.log.row(row.row, '合计');
        return;
      case 'line':
        collector.log.row(row.row, '明细');
        return;
      case 'ignored':
      case 'unknown': {
        collector.log.row(row.row, '未采用');
        if (!row.isFilled) return;
        collector.log.skip(this.#filled(row), row.is === 'ignored' ? READING.ignoredRow : READING.unknownRow);
        if (row.is === 'ignored') return;
        this.#reportUnknown(row);
      }
    }
  }

  #reportUnknown({ row, label }: ItemRow): void {
    const { grid } = this.table;
    const column = grid.columns.find(({ role }) => role.kind === 'name')?.column ?? 0;
    const cell = { sheet: grid.sheet.name, row, column };
    this.collector.report(finding('row-unknown', { label: label === '' ? NO_LABEL : label }, [cell]));
  }

  #filled({ row }: ItemRow): readonly CellRef[] {
    const { grid, columns } = this.table;
    return columns
      .filter(({ column }) => holdsNumber(grid.sheet, row, column))
      .map(({ column }) => ({ sheet: grid.sheet.name, row, column }));
  }

  /** Rows whose amounts are about nobody knows what. */
  readonly #unknown = new Set<ItemRow>();
  /** Amounts whose measure only a person knows, by the header of their column. */
  readonly #open = new Map<string, { cells: CellRef[]; of: Set<OpenMatter> }>();

  #placeOf(row: ItemRow, column: AmountGridColumn): readonly Place[] {
    const { grid } = this.table;
    const meaning = this.#meanings.of(column.role.aspects, row.aspects);
    if (meaning.kind === 'stated') return [{ row, column, stated: meaning.stated, aspects: meaning.aspects }];
    if (!holdsNumber(grid.sheet, row.row, column.column)) return [];
    const cell: CellRef = { sheet: grid.sheet.name, row: row.row, column: column.column };
    if (meaning.kind === 'unknown') {
      this.collector.log.skip([cell], READING.unknownRow);
      this.#unknown.add(row);
    } else if (meaning.kind === 'open') {
      const header = headerText(column);
      const open = this.#open.get(header) ?? { cells: [], of: new Set<OpenMatter>() };
      this.#open.set(header, open);
      open.cells.push(cell);
      open.of.add(meaning.of);
      this.collector.log.skip([cell], READING.open);
    } else {
      const reasons = { plan: 'plan', 'other-year': 'otherYear', other: 'ignoredRow' } as const;
      this.collector.log.skip([cell], READING[reasons[meaning.why]]);
    }
    return [];
  }

  #reportOpen(): void {
    const { form, collector } = this;
    for (const [header, { cells, of }] of this.#open) {
      const possible = form.alternatives.filter((measure) => [...of].some((matter) => mayBe(matter, measure)));
      const alternatives = possible.join(LIST_SEPARATOR);
      collector.report(finding('meaning-unclear', { header, form: form.name, alternatives }, cells));
    }
  }

  /** Reads the numbers of the cells, amounts in their units. */
  #numbersOf(places: readonly Place[]): readonly ItemCell[] {
    const { collector, table } = this;
    const { sheet } = table.grid;
    const units = this.#units(places);
    const gaps = new SumGaps(sheet.name, new Set(places.map(({ row }) => row.row)));
    const cells: ItemCell[] = [];
    const pending: { place: Place; unit: AmountUnit; number: CellNumber; cell: CellRef }[] = [];
    const noUnit: CellRef[] = [];
    for (const place of places) {
      const { row, column, stated, aspects } = place;
      const cell: CellRef = { sheet: sheet.name, row: row.row, column: column.column };
      const isBlank = isEmpty(valueAt(sheet, cell.row, cell.column), formulaAt(sheet, cell.row, cell.column));
      const unit = stated.kind === 'count' ? undefined : this.#unitOf(place, units);
      if (stated.kind === 'amount' && unit === undefined) {
        if (holdsNumber(sheet, cell.row, cell.column)) noUnit.push(cell);
        continue;
      }
      const number = this.#numberAt(place, cell);
      if (number === undefined || !gaps.accept(number)) {
        const said = valueAt(sheet, cell.row, cell.column);
        const isDash =
          number === undefined && typeof said === 'string' && !isBlank && !holdsNumber(sheet, cell.row, cell.column);
        if (!isDash) cells.push({ row, key: stated.key, aspects, cell, isBlank, fact: undefined });
      } else if (unit === undefined) {
        const fact = countFact(stated.key, aspects.staff === undefined ? '' : STAFF_UNIT, number);
        cells.push({ row, key: stated.key, aspects, cell, isBlank, fact });
      } else {
        pending.push({ place, unit, number, cell });
      }
    }
    if (noUnit.length > 0) collector.log.skip(noUnit, READING.noUnit);
    gaps.report(collector);
    const facts: readonly Fact[] = amountFacts(
      pending.map(({ place, unit, number }) => ({
        key: place.stated.key,
        basis: place.stated.basis,
        unit,
        number,
        header: this.#nameOf(place),
      })),
      collector,
    );
    return [
      ...cells,
      ...pending.map(({ place, cell }, index) => {
        const { row, stated, aspects } = place;
        return { row, key: stated.key, aspects, cell, isBlank: false, fact: facts[index] };
      }),
    ].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  }

  #nameOf({ row, column }: Place): string {
    return [row.label, headerText(column)].filter((part) => part !== '').join('·');
  }

  #numberAt(place: Place, { row, column }: CellRef): CellNumber | undefined {
    const { workbook, collector, table } = this;
    const name = this.#nameOf(place);
    const { sheet } = table.grid;
    return place.stated.kind === 'count'
      ? readCount(workbook, sheet, row, column, name, collector)
      : readCellNumber(workbook, sheet, row, column, name, collector);
  }

  /** The units of the columns, asked for only when some amount does not say its own. */
  #units(places: readonly Place[]): ReadonlyMap<number, AmountUnit> {
    const { table, form, collector } = this;
    const { sheet } = table.grid;
    const needing = places.filter(
      ({ row, column, stated }) =>
        stated.kind === 'amount' &&
        holdsNumber(sheet, row.row, column.column) &&
        (typeof column.role.unit === 'object' || this.#rowUnit(row) === undefined),
    );
    if (needing.length === 0) return new Map();
    const columns = table.columns.filter((column) => needing.some((place) => place.column === column));
    return gridUnits(table.grid, columns, form.name, collector) ?? new Map<number, AmountUnit>();
  }

  /** The unit that a row names, in its label or in a column of units. */
  #rowUnit({ row, label }: ItemRow): RowUnit {
    const { unitColumn, grid } = this.table;
    const own = unitColumn === undefined ? '' : plainLabel(textAt(grid.sheet, row, unitColumn));
    if (own === '') return unitInHeader(plainLabel(label));
    return AMOUNT_UNITS.find((unit) => unit === own) ?? { unknown: own };
  }

  #unitOf({ row, column }: Place, units: ReadonlyMap<number, AmountUnit>): AmountUnit | undefined {
    const { collector, table } = this;
    const { sheet } = table.grid;
    const own = this.#rowUnit(row);
    const stated = column.role.unit;
    if (own === undefined) return typeof stated === 'string' ? stated : units.get(column.column);
    if (!holdsNumber(sheet, row.row, column.column)) return typeof own === 'string' ? own : undefined;
    const cell: CellRef = { sheet: sheet.name, row: row.row, column: column.column };
    if (typeof own === 'object') {
      collector.report(finding('unit-unknown', { sheet: sheet.name, unit: own.unknown }, [cell]));
      return undefined;
    }
    if (typeof stated === 'string' && stated !== own) {
      collector.report(finding('unit-contradicts', { units: `“${own}”“${stated}”` }, [cell]));
      return undefined;
    }
    collector.log.unit ??= { unit: own, from: 'header' };
    return typeof stated === 'object' ? undefined : own;
  }
}

function isEmpty(value: unknown, formula: string | undefined): boolean {
  return formula === undefined && (value === null || (typeof value === 'string' && value.trim() === ''));
}

/** True when a measure fits what is known of an amount. */
function mayBe(matter: OpenMatter, measure: string): boolean {
  const isStock = STOCK_MEASURES.some((known) => known === measure);
  switch (matter) {
    case 'stock':
      return isStock;
    case 'budget':
      return measure.endsWith('预算数');
    case 'amount':
      return !isStock;
  }
}

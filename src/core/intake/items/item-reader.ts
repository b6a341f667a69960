import { finding } from '../../findings/finding.ts';
import { STOCK_MEASURES } from '../../ledger/keys.ts';
import { READING } from '../../texts/intake-texts.ts';
import { LIST_SEPARATOR, NO_LABEL, WORD_CELLS } from '../../texts/terms.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type { Collector } from '../collector.ts';
import { headerText, type AmountGridColumn } from '../grid-table.ts';
import { describeColumns } from '../grid-units.ts';
import type { TableView } from '../layout.ts';
import { readCells, type Place } from './item-cells.ts';
import { resolveDetails } from './item-details.ts';
import type { ItemForm } from './item-form.ts';
import { holdsNumber, understand } from './item-labels.ts';
import { CellMeanings, type OpenMatter } from './item-meaning.ts';
import { answeredRow, isLeftOut } from './item-questions.ts';
import type { ItemRow } from './item-rows.ts';
import { itemTable, type ItemTable } from './item-table.ts';

/** Takes the facts of a table for indicators into the collector. */
export function readItems(form: ItemForm, view: TableView, workbook: Workbook, collector: Collector): void {
  const table = itemTable(form, view, collector);
  if (table === undefined) return;
  const { words } = table;
  collector.log.isRowLabel = (label) => Object.keys(understand(label, words) ?? {}).length > 0;
  new ItemReader(form, table, workbook, collector).read();
}

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
    const { form, table, workbook, collector } = this;
    const { grid, rows, columns } = table;
    describeColumns(grid, form.whole(table.labels, grid.title) ?? {}, collector);
    this.#wordErrors();
    const used = rows.map((row) => answeredRow(form, table, row, this.#labelCell(row), collector));
    for (const row of used) this.#logRow(row);
    const places = used
      .filter(({ is }) => is === 'total' || is === 'line')
      .flatMap((row) => columns.flatMap((column) => this.#placeOf(row, column)));
    this.#reportUnknownCells(places);
    this.#reportOpen();
    resolveDetails(readCells(form, table, places, workbook, collector), collector);
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

  #labelCell({ row }: ItemRow): CellRef {
    const { grid } = this.table;
    const column = grid.columns.find(({ role }) => role.kind === 'name')?.column ?? 0;
    return { sheet: grid.sheet.name, row, column };
  }

  #reportUnknown(row: ItemRow): void {
    const label = row.label === '' ? NO_LABEL : row.label;
    this.collector.report(finding('row-unknown', { label }, [this.#labelCell(row)]));
  }

  /** Names the row, or the columns where the rest of the row is understood and nothing in the column is. */
  #reportUnknownCells(places: readonly Place[]): void {
    const { grid } = this.table;
    const said = { rows: new Set(places.map(({ row }) => row)), columns: new Set(places.map(({ column }) => column)) };
    const told = new Set<AmountGridColumn>();
    for (const [row, columns] of this.#unknown) {
      const unsaid = [...columns].filter((column) => !said.columns.has(column));
      if (!said.rows.has(row) || unsaid.length < columns.size) this.#reportUnknown(row);
      else for (const column of unsaid) told.add(column);
    }
    for (const column of told) {
      const place = { sheet: grid.sheet.name, row: grid.headerTop, column: column.column };
      this.collector.report(finding('column-unknown', { header: headerText(column) || NO_LABEL }, [place]));
    }
  }

  #filled({ row }: ItemRow): readonly CellRef[] {
    const { grid, columns } = this.table;
    return columns
      .filter(({ column }) => holdsNumber(grid.sheet, row, column))
      .map(({ column }) => ({ sheet: grid.sheet.name, row, column }));
  }

  /** The columns of the amounts that are about nobody knows what, by their rows. */
  readonly #unknown = new Map<ItemRow, Set<AmountGridColumn>>();
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
      this.#unknown.set(row, (this.#unknown.get(row) ?? new Set()).add(column));
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
      if (isLeftOut(form, header, possible, cells, collector)) continue;
      const alternatives = possible.join(LIST_SEPARATOR);
      collector.report(finding('meaning-unclear', { header, form: form.name, alternatives }, cells));
    }
  }
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

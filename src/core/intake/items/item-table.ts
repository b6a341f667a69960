import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import { textAt, type Sheet } from '../../workbook/workbook.ts';
import type { Aspects } from '../aspects.ts';
import { withComparisons, type GridColumn } from '../column-role.ts';
import { gridRows } from '../grid-rows.ts';
import { amountColumns, headerText, type AmountGridColumn, type Grid } from '../grid-table.ts';
import { yearIn } from '../dates.ts';
import { columnYear } from '../table-year.ts';
import type { ItemForm } from './item-form.ts';
import type { TableView } from '../layout.ts';
import type { Collector } from '../collector.ts';
import { answeredRole } from './item-questions.ts';
import { gridByWords, isUnitColumn, roleIn, saidBy, withoutBookValues, withoutSubtotals } from './item-columns.ts';
import { type ItemRow, type LabelColumns, labelColumns, readRows } from './item-rows.ts';

/** A table read with the words of one form. */
export interface ItemTable {
  readonly grid: Grid;
  readonly columns: readonly AmountGridColumn[];
  readonly rows: readonly ItemRow[];
  /** What each distinct label of the header and of the rows says. */
  readonly said: readonly Aspects[];
  /** What the words of the form mean in this table. */
  readonly words: ReadonlyMap<string, Aspects>;
  /** All labels, plain. */
  readonly labels: readonly string[];
  /** The column that states each row's own unit. */
  readonly unitColumn: number | undefined;
  /** The years that headers, rows and title name, and where the latest of them stands. */
  readonly year: { readonly year: number; readonly row: number; readonly column: number } | undefined;
}

/** More rows than this are an export of single records, and looking at all of them for every form would take long. */
const MAX_ROWS = 2000;

/**
 * Reads a view with the words of a form. Undefined when it has no header, or codes in its rows.
 * @param asking who asks people about columns; without one nothing is asked
 */
export function itemTable(form: ItemForm, view: TableView, asking?: Collector): ItemTable | undefined {
  if (view.range.bottom - view.range.top > MAX_ROWS) return undefined;
  const first = view.grid ?? gridByWords(form, view);
  if (first === undefined || first.columns.some(({ role }) => role.kind === 'code')) return undefined;
  const body = gridRows(first).body.map(({ row }) => row);
  const unitColumn = first.columns.find((column) => isUnitColumn(first, column, body))?.column;
  const labels = allLabels(first, body);
  const words = form.words(labels, first.title);
  const headers = first.columns.map((column) => ({
    header: headerText(column),
    isExecuted: saidBy(column.levels, words)?.measure === '决算数',
  }));
  const year = columnYear(first.year, headers);
  const own = first.columns.map((column): GridColumn => {
    if (column.column === unitColumn) return { ...column, role: { kind: 'other', why: 'not-needed' } };
    const said = { ...column, role: roleIn(form, first, column, words, year) };
    return { ...said, role: answeredRole(form, first, said, words, asking) };
  });
  const compared = withComparisons(own, (levels) => saidBy(levels, words));
  const columns = withoutBookValues(withoutSubtotals(compared));
  const grid = { ...first, columns };
  const amounts = amountColumns(grid);
  const labelled = labelColumns(form, grid, words, body);
  const rows = readRows(form, grid, labelled, words);
  const said = new Map<string, Aspects>();
  for (const { levels, role } of columns) if (role.kind === 'amount') said.set(levels.join('·'), role.aspects);
  for (const { label, is, aspects } of rows) if (is === 'line') said.set(label, aspects);
  const stated = statedYear(grid, labelled, body);
  return { grid, columns: amounts, rows, said: [...said.values()], words, labels, unitColumn, year: stated };
}

function allLabels({ sheet, columns }: Grid, body: readonly number[]): readonly string[] {
  const labels = new Set(
    columns.filter(({ role }) => !(role.kind === 'other' && role.why === 'private')).flatMap(({ levels }) => levels),
  );
  for (const row of body) {
    for (const { column, role } of columns) {
      const isWords = role.kind === 'name' || role.kind === 'unit' || (role.kind === 'other' && role.why === 'text');
      if (isWords) labels.add(rowLabel(textAt(sheet, row, column)));
    }
  }
  labels.delete('');
  return [...labels];
}

/** The latest year that the header or the rows name, or else the title. */
function statedYear(grid: Grid, labelled: LabelColumns, body: readonly number[]): ItemTable['year'] {
  const places: { row: number; column: number }[] = [];
  for (let row = grid.headerTop; row < grid.dataRow; row++) {
    for (const { column } of grid.columns) places.push({ row, column });
  }
  for (const row of body) for (const column of labelled.said) places.push({ row, column });
  const titles: { row: number; column: number }[] = [];
  for (let row = 0; row < grid.headerTop; row++) {
    (grid.sheet.rows[row] ?? []).forEach((_, column) => titles.push({ row, column }));
  }
  return latestAt(grid.sheet, places) ?? latestAt(grid.sheet, titles);
}

function latestAt(sheet: Sheet, places: readonly { row: number; column: number }[]): ItemTable['year'] {
  let latest: ItemTable['year'];
  for (const { row, column } of places) {
    const year = yearIn(plainLabel(textAt(sheet, row, column)));
    if (year !== undefined && year > (latest?.year ?? 0)) latest = { year, row, column };
  }
  return latest;
}

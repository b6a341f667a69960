import { finding, type Finding } from '../findings/finding.ts';
import type { AmountUnit } from '../money/amount.ts';
import { COLUMN_MEANINGS } from '../texts/intake-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { holdsAmount } from './amounts.ts';
import { statedBy, withDefaults, type Aspects } from './aspects.ts';
import type { Collector } from './collector.ts';
import type { GridColumn } from './column-role.ts';
import { yearsInHeader } from './dates.ts';
import { headerText, type AmountGridColumn, type Grid } from './grid-table.ts';
import { statedOrChosen, tableUnit } from './table-unit.ts';

/** The unit of each column's amounts; what is wrong is reported. Undefined when a column has none. */
export function gridUnits(
  grid: Grid,
  columns: readonly AmountGridColumn[],
  form: string,
  collector: Collector,
): ReadonlyMap<number, AmountUnit> | undefined {
  const { sheet, headerTop, dataRow } = grid;
  const units = new Map<number, AmountUnit>();
  let unknown = false;
  for (const { column, role } of columns) {
    if (typeof role.unit === 'object') {
      const cell = { sheet: sheet.name, row: headerTop, column };
      collector.report(finding('unit-unknown', { sheet: sheet.name, unit: role.unit.unknown }, [cell]));
      unknown = true;
    } else if (role.unit !== undefined) units.set(column, role.unit);
  }
  if (unknown) return undefined;
  if (units.size === columns.length) {
    const [first] = units.values();
    if (first !== undefined) collector.log.unit = { unit: first, from: 'header' };
    return units;
  }
  const place = { sheet, headerTop, dataRow, form };
  // Where some columns state units, amounts of an unknown unit cannot be told from theirs.
  const unit = units.size === 0 ? tableUnit(place, collector) : statedOrChosen(place, collector);
  if (unit === undefined) return undefined;
  for (const { column } of columns) if (!units.has(column)) units.set(column, unit);
  return units;
}

/**
 * Tells the log what each column is for, and reports the columns of numbers whose meaning is not known.
 * @param known what the form itself says that some columns are
 */
export function describeColumns(
  grid: Grid,
  form: Aspects,
  collector: Collector,
  known: ReadonlyMap<number, string> = new Map(),
): void {
  collector.log.describe(
    { top: grid.headerTop, bottom: grid.dataRow - 1 },
    grid.columns
      .filter(({ levels }) => levels.length > 0)
      .map((column) => ({
        column: column.column,
        header: headerText(column),
        meaning: known.get(column.column) ?? meaningOf(column, form),
      })),
  );
  reportAssumedYear(grid, collector);
  for (const column of grid.columns) {
    if (column.role.kind !== 'unknown' || known.has(column.column)) continue;
    const place = { sheet: grid.sheet.name, row: grid.headerTop, column: column.column };
    collector.report(unusedColumn(headerText(column), column.role.year, place));
    collector.log.skip(columnCells(grid, column.column), COLUMN_MEANINGS.unknown);
  }
}

/** The year whose columns are used, where their headers name several and nothing else says which. */
function reportAssumedYear(grid: Grid, collector: Collector): void {
  const place = ({ column }: GridColumn): CellRef => ({ sheet: grid.sheet.name, row: grid.headerTop, column });
  const dated = grid.columns.filter((column) => yearsInHeader(headerText(column)).length > 0);
  const yearsOf = (columns: readonly GridColumn[]): readonly number[] =>
    columns.flatMap((column) => yearsInHeader(headerText(column)));
  const used = yearsOf(dated.filter(({ role }) => role.kind === 'amount'));
  if (grid.year !== undefined || used.length === 0 || new Set(yearsOf(dated)).size < 2) return;
  collector.report(finding('column-year-assumed', { year: String(Math.max(...used)) }, dated.map(place)));
}

/** Why a column of amounts is not used. */
function unusedColumn(header: string, year: number | 'unclear' | undefined, place: CellRef): Finding {
  if (year === undefined) return finding('column-unknown', { header }, [place]);
  if (year === 'unclear') return finding('columns-year-unclear', { headers: `“${header}”` }, [place]);
  return finding('column-other-year', { header, year: String(year) }, [place]);
}

function columnCells(
  { sheet, dataRow, lastRow }: Grid,
  column: number,
): { sheet: string; row: number; column: number }[] {
  const cells = [];
  for (let row = dataRow; row <= lastRow; row++) {
    if (holdsAmount(sheet, row, column)) cells.push({ sheet: sheet.name, row, column });
  }
  return cells;
}

/** The meaning of a column in words: the key it would make for a row that says nothing, or what else it is. */
function meaningOf({ role }: GridColumn, form: Aspects): string {
  switch (role.kind) {
    case 'amount':
      return statedBy(withDefaults(role.aspects, form))?.key ?? COLUMN_MEANINGS.amount;
    case 'code':
      return COLUMN_MEANINGS.code(role.part);
    case 'name':
      return COLUMN_MEANINGS.name;
    case 'unit':
      return COLUMN_MEANINGS.unit;
    case 'unknown':
      return COLUMN_MEANINGS.unknown;
    case 'other':
      return COLUMN_MEANINGS[role.why];
  }
}

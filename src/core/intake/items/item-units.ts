import { finding } from '../../findings/finding.ts';
import { AMOUNT_UNITS, type AmountUnit } from '../../money/amount.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { textAt } from '../../workbook/workbook.ts';
import type { Collector } from '../collector.ts';
import { gridUnits } from '../grid-units.ts';
import { unitInHeader } from '../unit.ts';
import type { Place } from './item-cells.ts';
import { unitWord } from './item-columns.ts';
import { holdsNumber } from './item-labels.ts';
import type { ItemRow } from './item-rows.ts';
import type { ItemTable } from './item-table.ts';

type RowUnit = AmountUnit | { readonly unknown: string } | undefined;

/** The units of a table's amounts: a row's own, a column's own, or that of the table, which is asked for only when needed. */
export class ItemUnits {
  readonly #byColumn: ReadonlyMap<number, AmountUnit>;

  /** @param places the cells that state something */
  constructor(
    form: string,
    private readonly table: ItemTable,
    places: readonly Place[],
    private readonly collector: Collector,
  ) {
    this.#byColumn = this.#units(form, places);
  }

  #units(form: string, places: readonly Place[]): ReadonlyMap<number, AmountUnit> {
    const { table, collector } = this;
    const { sheet } = table.grid;
    const needing = places.filter(
      ({ row, column, stated }) =>
        stated.kind === 'amount' &&
        holdsNumber(sheet, row.row, column.column) &&
        (typeof column.role.unit === 'object' || this.#rowUnit(row) === undefined),
    );
    if (needing.length === 0) return new Map();
    const columns = table.columns.filter((column) => needing.some((place) => place.column === column));
    return gridUnits(table.grid, columns, form, collector) ?? new Map<number, AmountUnit>();
  }

  /** The unit that a row names, in its label or in a column of units. */
  #rowUnit({ row, label }: ItemRow): RowUnit {
    const { unitColumn, grid } = this.table;
    const own = unitColumn === undefined ? '' : unitWord(textAt(grid.sheet, row, unitColumn));
    if (own === '') return unitInHeader(plainLabel(label));
    return AMOUNT_UNITS.find((unit) => unit === own) ?? { unknown: own };
  }

  /** The unit of one amount. Undefined when there is none, or two; what is wrong is reported. */
  of({ row, column }: Place): AmountUnit | undefined {
    const { collector, table } = this;
    const { sheet } = table.grid;
    const own = this.#rowUnit(row);
    const stated = column.role.unit;
    if (own === undefined) return typeof stated === 'string' ? stated : this.#byColumn.get(column.column);
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

import { finding } from '../findings/finding.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { reportAmountsAbove } from './amounts-above.ts';
import { assumedUnit } from './assumed-unit.ts';
import type { Collector } from './collector.ts';
import type { Recognition, TableView } from './layout.ts';
import { TableLog } from './table-reading.ts';
import type { UnitMode } from './table-unit.ts';

/** A table while it is not known whether it states its unit. */
export class DeferredTable {
  /** How the table is read, as far as that is known. */
  log = new TableLog();
  /** What the table says in the trial unit. */
  #trial: Collector | undefined;

  constructor(
    private readonly read: Recognition['read'],
    private readonly view: TableView,
  ) {}

  /** What the table says; undefined when its unit has to be judged first. */
  tryOut(workbook: Workbook, collector: Collector): Collector | undefined {
    const mode: UnitMode = { kind: 'trial', needed: false };
    const table = this.#readAs(mode, workbook, collector);
    if (mode.needed) {
      this.#trial = table;
      return undefined;
    }
    return table;
  }

  /** The table with the unit that the tables with units make likely, or without amounts. */
  settle(workbook: Workbook, collector: Collector): Collector {
    const assumed = this.#trial && assumedUnit(this.#trial, collector);
    if (assumed === undefined) return this.#readAs({ kind: 'stated' }, workbook, collector);
    const { unit, evidence, cells } = assumed;
    const table = this.#readAs({ kind: 'assumed', unit }, workbook, collector);
    const sheet = this.view.sheet.name;
    const place = { sheet, row: 0, column: 0 };
    table.report(finding('unit-assumed', { sheet, unit, ...evidence }, [place, ...cells]));
    return table;
  }

  #readAs(mode: UnitMode, workbook: Workbook, collector: Collector): Collector {
    const table = collector.forTable(mode);
    this.log = table.log;
    this.read(workbook, table);
    const { headerRows, unit, isRowLabel, facts } = table.log;
    const top = headerRows?.top;
    const isEmpty = facts === 0 && table.measures.size > 0;
    // Lists of words have other things above them.
    if (top !== undefined && (unit !== undefined || isRowLabel !== undefined || isEmpty))
      reportAmountsAbove(this.view.sheet, this.view.range, top, table);
    return table;
  }
}

/**
 * Reads the tables without a unit once all others are read. Each is judged by the tables that state their units only: one
 * assumption does not rest on another.
 */
export function readDeferred(tables: readonly DeferredTable[], workbook: Workbook, collector: Collector): void {
  const settled = tables.map((table) => table.settle(workbook, collector));
  for (const table of settled) collector.absorb(table);
}

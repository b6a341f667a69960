import type { AmountUnit } from '../money/amount.ts';
import type { CellRange, CellRef } from '../workbook/cell-ref.ts';

/** What a row of a table is. */
export type RowClass = '合计' | '类' | '款' | '项' | '明细' | '注' | '重复表头' | '未采用';

/** How one table of a sheet was read, for a person who wants to know why a figure is what it is. */
export interface TableReading {
  /** What people call the form. */
  readonly form: string;
  readonly range: CellRange;
  /** 0 to 1. */
  readonly confidence: number;
  /** What made it this form, in words. */
  readonly reasons: readonly string[];
  /** The rows of the header, both ends included; absent for lists without one. */
  readonly headerRows?: { readonly top: number; readonly bottom: number };
  readonly unit?: StatedUnit;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly meaning: string }[];
  /** Runs of rows of one class, in order. */
  readonly rows: readonly { readonly from: number; readonly to: number; readonly is: RowClass }[];
  /** How many facts were taken. */
  readonly facts: number;
  readonly skipped: readonly { readonly cells: readonly CellRef[]; readonly reason: string }[];
}

/** The unit of a table's amounts and how it is known. */
export interface StatedUnit {
  readonly unit: AmountUnit;
  readonly from: 'cell' | 'header' | 'magnitude' | 'mapping';
  readonly cell?: CellRef;
}

/** A reading while a layout fills it in. */
export class TableLog {
  facts = 0;
  unit: StatedUnit | undefined;
  headerRows: TableReading['headerRows'];
  /** True for what the label of a row can be, where the layout knows; a row above the header with such a label belongs to the table. */
  isRowLabel: ((label: string) => boolean) | undefined;
  #columns: TableReading['columns'] = [];
  readonly #rows = new Map<number, RowClass>();
  readonly #skipped: { cells: CellRef[]; reason: string }[] = [];

  describe(headerRows: TableReading['headerRows'], columns: TableReading['columns']): void {
    this.headerRows = headerRows;
    this.#columns = columns;
  }

  /** What a row is; of several blocks side by side the first that knows says it. */
  row(row: number, is: RowClass): void {
    const known = this.#rows.get(row);
    if (known === undefined || known === '未采用' || known === '注') this.#rows.set(row, is);
  }

  /** Cells with something in them that no fact was made of, and why. */
  skip(cells: readonly CellRef[], reason: string): void {
    const known = this.#skipped.find((skipped) => skipped.reason === reason);
    if (known === undefined) this.#skipped.push({ cells: [...cells], reason });
    // One by one: a call takes only so many arguments.
    else for (const cell of cells) known.cells.push(cell);
  }

  /** The last row that is part of the table, not a note under it; undefined when no row was told. */
  get lastRow(): number | undefined {
    if (this.#rows.size === 0) return undefined;
    let last = this.headerRows?.bottom;
    for (const [row, is] of this.#rows) if (is !== '注' && (last === undefined || row > last)) last = row;
    return last;
  }

  #runs(): TableReading['rows'] {
    const runs: { from: number; to: number; is: RowClass }[] = [];
    for (const [row, is] of [...this.#rows].sort(([a], [b]) => a - b)) {
      const last = runs.at(-1);
      if (last?.is === is && last.to === row - 1) last.to = row;
      else runs.push({ from: row, to: row, is });
    }
    return runs;
  }

  reading(of: Pick<TableReading, 'form' | 'range' | 'confidence' | 'reasons'>): TableReading {
    return {
      ...of,
      ...(this.headerRows ? { headerRows: this.headerRows } : {}),
      ...(this.unit ? { unit: this.unit } : {}),
      columns: this.#columns,
      rows: this.#runs(),
      facts: this.facts,
      skipped: this.#skipped,
    };
  }
}

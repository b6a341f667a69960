import { finding } from '../findings/finding.ts';
import { cellKey, type CellRef } from '../workbook/cell-ref.ts';
import type { CellNumber } from './amounts.ts';
import type { Collector } from './collector.ts';

/**
 * Judges the sums of one table by what they passed over. A total over an empty cell of a row that is in use is not a total: where
 * our own form asks for a 0 it is missing data, elsewhere it is a warning. Numbers typed as text, which a spreadsheet leaves out,
 * are always a warning. One finding of each kind a table, naming all cells.
 */
export class SumGaps {
  readonly #blank = new Map<string, CellRef>();
  readonly #skipped = new Map<string, CellRef>();
  readonly #texts = new Map<string, CellRef>();

  /** @param inUse the rows of the table that amounts are taken from */
  constructor(
    private readonly sheet: string,
    private readonly inUse: ReadonlySet<number>,
  ) {}

  /** True when the number may be used. */
  accept({ sum }: CellNumber): boolean {
    if (sum === undefined) return true;
    for (const cell of sum.texts) this.#texts.set(cellKey(cell), cell);
    const blanks = sum.blanks.filter(({ sheet, row }) => sheet === this.sheet && this.inUse.has(row));
    for (const cell of blanks) (sum.isOurs ? this.#blank : this.#skipped).set(cellKey(cell), cell);
    return blanks.length === 0 || !sum.isOurs;
  }

  report(collector: Collector): void {
    for (const [code, cells] of [
      ['total-incomplete', this.#blank],
      ['total-skips-blank', this.#skipped],
      ['text-in-sum', this.#texts],
    ] as const) {
      if (cells.size > 0) collector.report(finding(code, { sheet: this.sheet }, inOrder([...cells.values()])));
    }
  }
}

function inOrder(cells: readonly CellRef[]): readonly CellRef[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

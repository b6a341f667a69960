import type { CellRef } from '../workbook/cell-ref.ts';

/** How a result came about: a tree that the pane draws and the report quotes. Texts are ready to read. */
export interface Trace {
  /** The name of what was computed: `预算完成率`. */
  readonly label: string;
  /** The rule in words: `财政拨款.决算数 ÷ 财政拨款.全年预算数`. Empty for a value read from a cell. */
  readonly rule: string;
  /** The rule with the values put in: `2401712.36 ÷ 2445700.00`. */
  readonly substitution: string;
  /** `98.20%` */
  readonly result: string;
  readonly cells: readonly CellRef[];
  /** Where the rule comes from, e.g. a document and clause. */
  readonly clause?: string;
  readonly inputs: readonly Trace[];
}

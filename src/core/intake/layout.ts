import type { Workbook } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import type { Grid } from './grid-table.ts';
import type { Region } from './regions.ts';

/** One table of a sheet as layouts see it. */
export interface TableView extends Region {
  /** The table as rows and columns, or its first block; undefined when no row names columns. */
  readonly grid: Grid | undefined;
  /** The blocks that stand side by side, each as rows and columns; a table of one block is one. */
  readonly grids: readonly Grid[];
  /** The year that the workbook is about, where anybody says it. */
  readonly year: number | undefined;
}

/** How sure a layout is that a table is its form. */
export interface Recognition {
  /** 0 to 1; the layout that is surest reads the table. */
  readonly confidence: number;
  /** What speaks for it, in words. */
  readonly reasons: readonly string[];
  /** Takes the table's facts into the collector. */
  readonly read: (workbook: Workbook, collector: Collector) => void;
}

/** One known table form. Adding a form is adding a file with one of these to `layouts/`. */
export interface Layout {
  /** What people call the form. */
  readonly name: string;
  /** A department may have one such table for each of its units. */
  readonly perUnit?: true;
  /** Undefined when the table is not this form. Looks at contents; a sheet's name is one more hint, its position none. */
  readonly recognise: (view: TableView) => Recognition | undefined;
  /** True when the form may have blocks side by side; any other layout is shown one block at a time. */
  readonly readsBlocks?: true;
}

/** How sure several hints make us together: each leaves a share of the doubt that the others left. */
export function certainty(hints: readonly number[]): number {
  return 1 - hints.reduce((doubt, hint) => doubt * (1 - hint), 1);
}

/** How sure so many words of a form make us. However many, a title that names the form makes surer. */
export function certaintyOf(words: number): number {
  return 0.97 - 0.22 / Math.max(1, words);
}

/** Surer than this and a form is used without asking. */
export const SURE = 0.75;
/** Two forms nearer to each other than this are a question, not an answer. */
export const MARGIN = 0.02;

import type { Sheet, Workbook } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';

/** How sure a layout is that a sheet is its form. */
export interface Recognition {
  /** Larger is surer; the layout with the largest score reads the sheet. */
  readonly score: number;
  /** Takes the sheet's facts into the collector. */
  readonly read: (workbook: Workbook, collector: Collector) => void;
}

/** One known table form. Adding a form is adding a file with one of these to `layouts/`. */
export interface Layout {
  /** What people call the form. */
  readonly name: string;
  /** Undefined when the sheet is not this form. Looks at contents only, never at the sheet's position or name. */
  readonly recognise: (sheet: Sheet) => Recognition | undefined;
}

import type { Area } from '../model/area.ts';
import type { Book } from '../model/book.ts';
import type { SheetModel } from '../model/sheet-model.ts';

/** A sheet of a workbook. */
export interface OnSheet {
  readonly book: Book;
  readonly sheet: SheetModel;
}

/** A rectangle of a sheet: what the API calls a range. */
export interface Place extends OnSheet {
  readonly area: Area;
}

/** Several rectangles of a sheet. */
export interface Places extends OnSheet {
  readonly areas: readonly Area[];
}

import { addressOf, type CellRange } from '../workbook/cell-ref.ts';
import type { FormCell, FormLook, FormSheet, FormValidation } from './input-workbook.ts';

/** Collects the cells of one sheet of the form. */
export class SheetBuilder {
  readonly #cells: FormCell[] = [];
  readonly #merges: CellRange[] = [];
  readonly #validations: FormValidation[] = [];
  readonly #heights = new Map<number, number>();

  put(row: number, column: number, value: string | number | null, look: FormLook): void {
    this.#cells.push({ row, column, value, look });
  }

  formula(row: number, column: number, formula: string, result: number | string, look: FormLook): void {
    this.#cells.push({ row, column, value: result, formula, look });
  }

  /** Cells from left to right. */
  line(row: number, values: readonly (string | number | null)[], look: FormLook, fromColumn = 0): void {
    values.forEach((value, index) => {
      this.put(row, fromColumn + index, value, look);
    });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    this.#merges.push({ top, left, bottom, right });
  }

  height(row: number, points: number): void {
    this.#heights.set(row, points);
  }

  /** The title over the whole width and, under it, guidance and the unit. */
  heading(title: string, guide: string, unit: string, width: number): void {
    this.put(0, 0, title, 'title');
    this.merge(0, 0, 0, width - 1);
    this.height(0, 32);
    this.put(1, 0, guide, 'guide');
    this.merge(1, 0, 1, width - (unit === '' ? 1 : 2));
    this.height(1, 30);
    if (unit !== '') this.put(1, width - 1, unit, 'unit');
  }

  validate(range: CellRange, rule: FormValidation['rule'], title: string, message: string): void {
    const start = addressOf({ row: range.top, column: range.left });
    const end = addressOf({ row: range.bottom, column: range.right });
    this.#validations.push({ range: start === end ? start : `${start}:${end}`, rule, title, message });
  }

  build(name: string, columnWidths: readonly number[], frozen: FormSheet['frozen'], landscape: boolean): FormSheet {
    return {
      name,
      cells: this.#cells,
      merges: this.#merges,
      columnWidths,
      rowHeights: this.#heights,
      validations: this.#validations,
      frozen,
      landscape,
    };
  }
}

import { addressOf, columnIndex, type CellRange } from '../../src/core/workbook/cell-ref.ts';
import type { Sheet, Workbook } from '../../src/core/workbook/workbook.ts';

/** Where an empty row or column is put in: before the row or column `at`. */
export interface Insertion {
  readonly sheet: number;
  readonly axis: 'row' | 'column';
  readonly at: number;
}

/** The workbook with an empty row or column put in, formulas and merged ranges following, as a spreadsheet does it. */
export function withBlank(workbook: Workbook, { sheet: index, axis, at }: Insertion): Workbook {
  const target = workbook.sheets[index];
  if (target === undefined) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const moved = sheet === target ? withBlankIn(sheet, axis, at) : sheet;
      const formulas = [...moved.formulas].map(
        ([place, formula]) => [place, shifted(formula, sheet === target, target.name, axis, at)] as const,
      );
      return { ...moved, formulas: new Map(formulas) };
    }),
  };
}

function withBlankIn(sheet: Sheet, axis: Insertion['axis'], at: number): Sheet {
  const rows =
    axis === 'row'
      ? [...sheet.rows.slice(0, at), [], ...sheet.rows.slice(at)]
      : sheet.rows.map((row) => (row.length <= at ? row : [...row.slice(0, at), null, ...row.slice(at)]));
  const after = (position: number): number => (position >= at ? position + 1 : position);
  const formulas = [...sheet.formulas].map(([place, formula]) => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const [r, c] = axis === 'row' ? [after(row), column] : [row, after(column)];
    return [`${String(r)},${String(c)}`, formula] as const;
  });
  const merges = sheet.merges.map((range): CellRange =>
    axis === 'row'
      ? { ...range, top: after(range.top), bottom: after(range.bottom) }
      : { ...range, left: after(range.left), right: after(range.right) },
  );
  return { ...sheet, rows, formulas: new Map(formulas), merges };
}

const REFERENCE =
  /(?:('[^']+'|[\p{L}_][\p{L}\p{Nd}_]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?/gu;

/** A formula whose references follow their cells. */
function shifted(formula: string, isOwn: boolean, name: string, axis: Insertion['axis'], at: number): string {
  return formula.replace(REFERENCE, (whole, sheet: string | undefined, ...parts: (string | undefined)[]) => {
    const refersTo = sheet === undefined ? isOwn : sheet.replaceAll("'", '') === name;
    if (!refersTo) return whole;
    const [, left = '', , top = '', , right, , bottom] = parts;
    const prefix = sheet === undefined ? '' : `${sheet}!`;
    const first = moved(left, top, axis, at);
    return prefix + (right === undefined ? first : `${first}:${moved(right, bottom ?? '', axis, at)}`);
  });
}

function moved(letters: string, digits: string, axis: Insertion['axis'], at: number): string {
  const [row, column] = [Number(digits) - 1, columnIndex(letters)];
  return addressOf({
    row: axis === 'row' && row >= at ? row + 1 : row,
    column: axis === 'column' && column >= at ? column + 1 : column,
  });
}

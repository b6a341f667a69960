import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../../../../core/workbook/cell-ref.ts';

/*
 * One alternative per kind of token, in this order: text, quoted sheet name, bracketed table or workbook reference, area
 * of whole columns, area of whole rows, cell, and any other word (function, name, number), which is left alone. A word
 * takes its whole length, so that `LOG10(` or `名称A1` is never taken for a cell.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.$(!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.$(!])|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}\p{N}_.\\$]+/gu;

/**
 * The formula of a cell that shares another cell's formula: relative references move by the distance between the two.
 * @param formula the formula of the cell that holds it, without `=`
 * @param rows how far down the other cell is
 * @param columns how far right the other cell is
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string | undefined, name: string): string | undefined =>
    fixed === '$' ? `$${name}` : shifted(columnIndex(name.toUpperCase()) + columns, MAX_COLUMNS, columnName);
  const row = (fixed: string | undefined, digits: string): string | undefined =>
    fixed === '$' ? `$${digits}` : shifted(Number(digits) - 1 + rows, MAX_ROWS, (index) => String(index + 1));
  return formula.replace(TOKEN, (token, ...groups: (string | undefined)[]) => {
    const [fixLeft, left, fixRight, right, fixTop, top, fixBottom, bottom, fixColumn, letters, fixRow, digits] = groups;
    if (left !== undefined && right !== undefined) {
      return joined(column(fixLeft, left), ':', column(fixRight, right));
    }
    if (top !== undefined && bottom !== undefined) return joined(row(fixTop, top), ':', row(fixBottom, bottom));
    if (letters !== undefined && digits !== undefined) {
      return joined(column(fixColumn, letters), '', row(fixRow, digits));
    }
    return token;
  });
}

function shifted(index: number, limit: number, show: (index: number) => string): string | undefined {
  return index >= 0 && index < limit ? show(index) : undefined;
}

function joined(first: string | undefined, between: string, second: string | undefined): string {
  return first === undefined || second === undefined ? '#REF!' : `${first}${between}${second}`;
}

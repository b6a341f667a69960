/** Rows that were put in (count > 0) or taken out (count < 0) at a row of a sheet, counted from 0. */
export interface RowShift {
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
}

/** Where a row stands afterwards; undefined when it is gone. */
export function shiftedRow(row: number, { at, count }: RowShift): number | undefined {
  if (row < at) return row;
  if (count < 0 && row < at - count) return undefined;
  return row + count;
}

/** Where a run of rows stands afterwards; undefined when all of it is gone. */
export function shiftedRun(top: number, bottom: number, shift: RowShift): { top: number; bottom: number } | undefined {
  const { at, count } = shift;
  const gone = at - count;
  const first = shiftedRow(top, shift) ?? at;
  const last = shiftedRow(bottom, shift) ?? (count < 0 && bottom < gone ? at - 1 : bottom);
  return last < first ? undefined : { top: first, bottom: last };
}

const REFERENCE =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?)(\d+)(?::(\$?[A-Za-z]{1,3}\$?)(\d+))?(?![\p{L}\p{N}_(!])/gu;

/**
 * A formula as it reads after the shift, wherever it stands: references to rows behind it move along.
 * @param own the sheet on which the formula stands
 */
export function shiftFormulaRows(formula: string, own: string, shift: RowShift): string {
  return formula.replace(
    REFERENCE,
    (
      piece: string,
      quoted: string | undefined,
      plain: string | undefined,
      column: string | undefined,
      row: string | undefined,
      toColumn: string | undefined,
      toRow: string | undefined,
    ) => {
      if (column === undefined || row === undefined) return piece;
      const sheet = quoted?.replaceAll("''", "'") ?? plain ?? own;
      if (sheet.toLowerCase() !== shift.sheet.toLowerCase()) return piece;
      const prefix = piece.slice(0, piece.indexOf('!') + 1);
      const run = shiftedRun(Number(row) - 1, Number(toRow ?? row) - 1, shift);
      if (run === undefined) return `${prefix}#REF!`;
      const first = `${prefix}${column}${String(run.top + 1)}`;
      return toColumn === undefined ? first : `${first}:${toColumn}${String(run.bottom + 1)}`;
    },
  );
}

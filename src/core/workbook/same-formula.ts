/** The precision that spreadsheets work with. */
const DIGITS = 15;

/**
 * The pieces of a formula: a text, a quoted sheet name, a plain sheet name, a word (function or cell), a number, and single
 * characters.
 */
const PIECES =
  /"(?:[^"]|"")*"|'((?:[^']|'')*)'(?=!)|[\p{L}\p{N}_.]+(?=!)|[\p{L}_][\p{L}\p{N}_.$]*|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|./gsu;

/** True when two formulas without `=` say the same, however a spreadsheet spelled them when it saved the file. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || plainFormula(a) === plainFormula(b);
}

/** True when two numbers are the same to a spreadsheet. */
export function sameNumber(a: number, b: number): boolean {
  return a === b || a.toPrecision(DIGITS) === b.toPrecision(DIGITS);
}

/** A formula without white space, `$` and quotes around sheet names, its numbers in one spelling; texts stay as they are. */
function plainFormula(formula: string): string {
  return formula.replace(PIECES, (piece: string, quoted: string | undefined, number: string | undefined) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    if (number !== undefined) return Number(number).toPrecision(DIGITS);
    return piece.startsWith('"') ? piece : piece.replace(/[\s$]/g, '');
  });
}

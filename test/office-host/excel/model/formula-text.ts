/** A piece of a formula that names a sheet before a `!`, or a text in quotes that only looks like one. `#REF!` is an error. */
const PIECES = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![#\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The sheet names of a formula replaced, quoted where they must be. */
export function mapSheetNames(formula: string, change: (name: string) => string): string {
  return formula.replace(PIECES, (piece, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name === undefined) return piece;
    const next = change(name);
    return next === name ? piece : `${sheetPrefix(next)}!`;
  });
}

/** Every sheet name in quotes: the engine of the tests knows Latin letters only without them. */
export function quoteSheetNames(formula: string): string {
  return formula.replace(PIECES, (piece, quoted: string | undefined, plain: string | undefined) =>
    quoted === undefined && plain !== undefined ? `'${plain}'!` : piece,
  );
}

/** The references to a sheet that is gone. */
export function breakSheetReferences(formula: string, sheet: string): string {
  const gone = sheet.toLowerCase();
  return formula.replace(
    /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?/gu,
    (piece, quoted: string | undefined, plain: string | undefined) =>
      (quoted?.replaceAll("''", "'") ?? plain)?.toLowerCase() === gone ? '#REF!' : piece,
  );
}

/** A sheet name as it stands in a formula or an address: Excel leaves Chinese names without quotes. */
export function sheetPrefix(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

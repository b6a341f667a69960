/** More digits than a day or the number of a document has: an account, an identity, a telephone. */
const MAX_DIGITS = 8;

/** The text of a cell as far as it may be told: numbers that could belong to a person or an account are struck out. */
export function tellable(text: string): string {
  return text.replace(/[0-9０-９][0-9０-９ -]*[0-9０-９Xx]/g, (run) =>
    run.replace(/[ -]/g, '').length > MAX_DIGITS ? '…' : run,
  );
}

/** Digits as an identity card (15 or 18, the last perhaps an X) or a bank card (16 to 19) has them, perhaps in groups. */
const PERSONAL = /(?<![0-9０-９A-Za-z])[0-9０-９](?:[ -]?[0-9０-９]){13,18}[Xx]?(?![0-9０-９A-Za-z])/g;
const KEPT = 4;

/**
 * A name without the numbers of persons and accounts in it: `张三440104199001011234` is `张三4401****1234`. The same number is always
 * masked alike, so names stay the same name in every table.
 */
export function masked(text: string): string {
  return text.replace(PERSONAL, (run) => {
    const digits = run.replace(/[ -]/g, '');
    return digits.length < 15 || digits.length > 19 ? run : `${digits.slice(0, KEPT)}****${digits.slice(-KEPT)}`;
  });
}

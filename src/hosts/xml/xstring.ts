/*
 * Text in a spreadsheet part may hold characters that XML cannot; the standard writes them as `_xHHHH_`, and a text that
 * happens to look like that has its underscore written as `_x005F_`.
 */

/** The text that a part means: `_x000D_` is a carriage return. */
export function decodeXString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text as a part has to write it; halves of surrogate pairs, which no encoding can hold, become U+FFFD. */
export function encodeXString(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex -- these are the characters that must not reach the XML
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, escaped)
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}

function escaped(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

import { UnusableFile } from '../ports/unusable-file.ts';

/** How the bytes of an XML part become text, so that the same text becomes the same bytes again. */
export interface XmlEncoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly byteOrderMark: boolean;
}

/** The two encodings that an Office package may use, told apart as the XML standard says. */
function encodingOf(bytes: Uint8Array): XmlEncoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', byteOrderMark: true };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', byteOrderMark: true };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', byteOrderMark: true };
  return { name: 'utf-8', byteOrderMark: false };
}

/**
 * The text of an XML part without its byte order mark.
 * @throws UnusableFile `damaged` when the bytes are no text in their encoding
 */
export function decodeXml(bytes: Uint8Array, part: string): { text: string; encoding: XmlEncoding } {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch {
    throw new UnusableFile('damaged', `${part} is not ${encoding.name}`);
  }
}

/** The bytes of a text in the encoding it was read in. */
export function encodeXml(text: string, encoding: XmlEncoding): Uint8Array {
  const marked = encoding.byteOrderMark ? `\uFEFF${text}` : text;
  if (encoding.name === 'utf-8') return new TextEncoder().encode(marked);
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), encoding.name === 'utf-16le');
  }
  return new Uint8Array(view.buffer);
}

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** Text as it stands in an attribute in double quotes; line breaks and tabs would otherwise be read as blanks. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

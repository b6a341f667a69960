import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 cannot hold
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const LINE_ENDS = /\r\n|[\r\v\u2028\u2029]/g;

/**
 * Text as a document can hold it: every kind of line end is `\n`, and the characters that XML 1.0 does not allow (control
 * characters, lone surrogates) are gone. Applied to text once, where it enters the document; doing it again changes nothing.
 */
export function printable(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(NOT_XML, '');
}

/** Printable text on one line, for attributes that people see. */
export function singleLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** SHA-256 of the UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The text itself if it has at most `limit` UTF-16 units; otherwise its start, `~` and the first `digits` hex digits of the
 * SHA-256 of `full`, together `limit` units at most.
 */
export function shortened(text: string, limit: number, full = text, digits = 8): string {
  return text.length <= limit ? text : withDigest(text, limit, full, digits);
}

/** As `shortened`, but the digest is always there. */
export function withDigest(text: string, limit: number, full: string, digits: number): string {
  const start = text.slice(0, limit - digits - 1);
  // The cut may not leave half of a character outside the basic plane.
  return `${start.replace(/[\ud800-\udbff]$/, '')}~${sha256Hex(full).slice(0, digits)}`;
}

import { UnusableFile, type UnusableReason } from '../ports/unusable-file.ts';
import { MAX_FILE_BYTES } from './xlsx/opc/limits.ts';

/** What a workbook file is packed in: `zip` for .xlsx and .xlsm, `compound` for .xls and for encrypted .xlsx. */
export type Container = 'zip' | 'compound';

const COMPOUND_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_HEADER = [0x50, 0x4b];

/**
 * Judges a file by its first bytes, whatever its name says, before any library sees it: exports of other systems are
 * often called .xls and are something else.
 * @throws UnusableFile `empty`, `too-large`, or what the file is instead of a workbook
 */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new UnusableFile('empty');
  if (bytes.length > MAX_FILE_BYTES) throw new UnusableFile('too-large', `${String(bytes.length)} bytes`);
  if (startsWith(bytes, COMPOUND_HEADER)) return 'compound';
  if (startsWith(bytes, ZIP_HEADER)) return 'zip';
  throw new UnusableFile(somethingElse(bytes), 'neither a zip nor a compound file');
}

function startsWith(bytes: Uint8Array, header: readonly number[]): boolean {
  return header.every((byte, index) => bytes[index] === byte);
}

/** How much of a file is looked at to tell what kind of text it is. */
const HEAD_BYTES = 4096;

function somethingElse(bytes: Uint8Array): UnusableReason {
  // Workbooks of Excel 2 to 4 begin with the header of their only sheet.
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'legacy-xls';
  const head = bytes.subarray(0, HEAD_BYTES);
  // Tags are ASCII in every encoding of Chinese text but UTF-16, which has a mark of its own.
  const text = isUtf16(head) ? new TextDecoder('utf-16le').decode(head) : new TextDecoder('latin1').decode(head);
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /^[^<]{0,8}<\?xml/.test(text))
    return 'xml-table';
  if (/^[^<]{0,8}<(?:!|html|head|meta|body|style|table|div|\?xml)/i.test(text) && /<(?:html|table)\b/i.test(text)) {
    return 'html-table';
  }
  if (/^MIME-Version:/i.test(text)) return 'html-table';
  // eslint-disable-next-line no-control-regex -- control characters tell binary data from text
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? 'not-a-workbook' : 'plain-text';
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

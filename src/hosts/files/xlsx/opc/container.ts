import { UnusableFile } from '../../../ports/unusable-file.ts';
import { MAX_FILE_BYTES } from './limits.ts';

const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_HEADER = [0x50, 0x4b];

/**
 * Judges a file by its first bytes, before any library sees it.
 * @throws UnusableFile `empty`, `too-large`, `encrypted`, `legacy-xls` or `not-a-workbook`
 */
export function judgeContainer(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnusableFile('empty');
  if (bytes.length > MAX_FILE_BYTES) throw new UnusableFile('too-large', `${String(bytes.length)} bytes`);
  if (startsWith(bytes, OLE_HEADER)) {
    // A password-protected .xlsx is an OLE file that holds the zip in a stream of this name; directory entries of OLE
    // files are UTF-16LE.
    throw new UnusableFile(contains(bytes, utf16le('EncryptedPackage')) ? 'encrypted' : 'legacy-xls');
  }
  if (!startsWith(bytes, ZIP_HEADER)) throw new UnusableFile('not-a-workbook', 'not a zip');
}

function startsWith(bytes: Uint8Array, header: readonly number[]): boolean {
  return header.every((byte, index) => bytes[index] === byte);
}

function utf16le(text: string): number[] {
  return Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

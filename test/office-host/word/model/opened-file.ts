import { invalidArgument } from '../../rich-api/failure.ts';
import { readZip } from '../docx/read-zip.ts';

/**
 * The document that an add-in wants to open.
 * @throws Failure when it is none
 */
export function addinFile(base64: string | undefined): Uint8Array | undefined {
  if (base64 === undefined) return undefined;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  let parts: ReadonlyMap<string, Uint8Array> = new Map();
  try {
    parts = readZip(bytes);
  } catch {
    // Told below.
  }
  if (!parts.has('[Content_Types].xml')) throw invalidArgument('base64File: no document');
  return bytes;
}

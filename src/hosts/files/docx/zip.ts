import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { UnusableFile } from '../../ports/unusable-file.ts';

/** A report is small: a worker would cost more than it saves, and a page with a strict policy may not start one. */
const HERE = { useWebWorkers: false } as const;

/** Limits for files that people bring: far above any report, far below what would stop a page. */
const MAX_FILE = 64 * 1024 * 1024;
const MAX_ENTRIES = 5000;
/** Inflated size of one XML part, in bytes. */
const MAX_PART = 64 * 1024 * 1024;
/** Inflated size of all parts together. */
const MAX_PACKAGE = 128 * 1024 * 1024;

/** The start of the format of Word 97–2003, which also wraps files with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** The parts of a package that were asked for, by name; each is read only when it is wanted. */
export type Parts = ReadonlyMap<string, () => Promise<string>>;

/**
 * Opens the package of a document and hands its parts to `use`. Sizes are limited and checked while inflating, whatever the
 * package says of itself.
 * @throws UnusableFile `empty`, `encrypted` (a password, or the old binary format), `too-large`, or `damaged`.
 */
export async function withParts<T>(bytes: Uint8Array, use: (parts: Parts) => Promise<T>): Promise<T> {
  return withEntries(bytes, (files) => use(new Map(files.map((entry) => [entry.filename, () => partText(entry)]))));
}

/**
 * The parts of a package as they are, in its order.
 * @throws UnusableFile as `withParts`
 */
export async function readParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  return withEntries(bytes, async (files) => {
    const parts = new Map<string, Uint8Array>();
    let left = MAX_PACKAGE;
    for (const entry of files) {
      const chunks: Uint8Array[] = [];
      await inflate(entry, Math.min(left, MAX_PART), (chunk) => chunks.push(chunk));
      const part = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
      chunks.reduce((at, chunk) => {
        part.set(chunk, at);
        return at + chunk.length;
      }, 0);
      left -= part.length;
      parts.set(entry.filename, part);
    }
    return parts;
  });
}

async function withEntries<T>(bytes: Uint8Array, use: (files: readonly FileEntry[]) => Promise<T>): Promise<T> {
  if (bytes.length === 0) throw new UnusableFile('empty');
  if (COMPOUND_FILE.every((byte, at) => bytes[at] === byte)) throw new UnusableFile('encrypted', 'compound file');
  if (bytes.length > MAX_FILE) throw new UnusableFile('too-large', `${String(bytes.length)} bytes`);
  const reader = new ZipReader(new Uint8ArrayReader(bytes), HERE);
  try {
    const entries = await reader.getEntries();
    if (entries.length > MAX_ENTRIES) throw new UnusableFile('too-large', `${String(entries.length)} parts`);
    const files = entries.filter((entry): entry is FileEntry => !entry.directory);
    if (files.some(({ encrypted }) => encrypted)) throw new UnusableFile('encrypted', 'zip');
    return await use(files);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile('damaged', error instanceof Error ? error.message : String(error));
  } finally {
    await reader.close();
  }
}

async function partText(entry: FileEntry): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  await inflate(entry, MAX_PART, (chunk) => {
    text += decoder.decode(chunk, { stream: true });
  });
  return text + decoder.decode();
}

/** Inflates a part and stops at `limit` bytes. */
async function inflate(entry: FileEntry, limit: number, take: (chunk: Uint8Array) => void): Promise<void> {
  const tooLarge = new UnusableFile('too-large', entry.filename);
  if (entry.uncompressedSize > limit) throw tooLarge;
  let size = 0;
  const writable = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > limit) throw tooLarge;
      take(chunk);
    },
  });
  await entry.getData(writable, { checkCrc32: true });
}

/** The time in every entry: the earliest that the format can say, so that files do not differ by when they were written. */
const NO_TIME = new Date(1980, 0, 1);

/** Parts that readers expect first, in this order; the others follow by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

/** Packs parts; the same parts give the same bytes. */
export async function packParts(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    ...HERE,
    lastModDate: NO_TIME,
    extendedTimestamp: false,
    keepOrder: true,
  });
  for (const name of names) {
    const part = parts.get(name) ?? '';
    await writer.add(name, typeof part === 'string' ? new TextReader(part) : new Uint8ArrayReader(part));
  }
  return writer.close();
}

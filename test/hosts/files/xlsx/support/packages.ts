import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** The parts of a package by name, inflated. */
export type Parts = Map<string, Uint8Array>;

/** All parts of a zip in their order. */
export async function unzip(bytes: Uint8Array): Promise<Parts> {
  const parts: Parts = new Map();
  const entries = await new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false }).getEntries();
  for (const entry of entries) {
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return parts;
}

/** A zip of the parts; text is written as UTF-8. */
export async function zip(parts: Iterable<readonly [string, Uint8Array | string]>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of parts) {
    const data = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await writer.add(name, new Uint8ArrayReader(data), { lastModDate: new Date(2023, 4, 6, 7, 8, 10) });
  }
  return writer.close();
}

export function asText(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new Error('no such part');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The text of one part. */
export async function partText(bytes: Uint8Array, part: string): Promise<string> {
  return asText((await unzip(bytes)).get(part));
}

/** The same package with some parts rewritten, added or (undefined) taken out. */
export async function repack(
  bytes: Uint8Array,
  changes: Record<string, ((text: string) => string) | string | Uint8Array | undefined>,
): Promise<Uint8Array> {
  const parts = new Map<string, Uint8Array | string>(await unzip(bytes));
  for (const [part, change] of Object.entries(changes)) {
    if (change === undefined) parts.delete(part);
    else if (typeof change !== 'function') parts.set(part, change);
    else {
      const before = asText((await unzip(bytes)).get(part));
      const after = change(before);
      if (after === before) throw new Error(`nothing to change in ${part}`);
      parts.set(part, after);
    }
  }
  return zip(parts);
}

/** Which parts of a package differ. */
export interface Difference {
  readonly changed: string[];
  readonly added: string[];
  readonly removed: string[];
}

/** Compares two packages part by part, byte by byte. */
export async function compare(before: Uint8Array, after: Uint8Array): Promise<Difference> {
  const old = await unzip(before);
  const now = await unzip(after);
  const equal = (a: Uint8Array, b: Uint8Array): boolean =>
    a.length === b.length && a.every((byte, at) => byte === b[at]);
  return {
    changed: [...old]
      .filter(([name, bytes]) => now.has(name) && !equal(bytes, now.get(name) ?? bytes))
      .map(([name]) => name),
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
  };
}

/**
 * A sheet part without the cells at these addresses, without rows that are then empty and without its used range: what
 * has to be the same before and after a write. Works on the text alone.
 */
export function withoutCells(xml: string, addresses: readonly string[]): string {
  let rest = xml.replace(/<((?:\w+:)?)dimension [^>]*>/, '');
  for (const address of addresses) {
    const cell = new RegExp(`<((?:\\w+:)?)c(?= )[^>]*? ?r="${address}"[^>]*?(?:/>|(?<!/)>.*?</\\1c>)`, 's');
    rest = rest.replace(cell, '');
  }
  rest = rest.replace(/<((?:\w+:)?)row\b[^>]*?(?:\/>|>\s*<\/\1row>)/gs, '');
  return rest.replace(/<((?:\w+:)?)sheetData\s*\/>/, '<$1sheetData></$1sheetData>');
}

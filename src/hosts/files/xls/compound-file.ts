import { UnusableFile } from '../../ports/unusable-file.ts';

/*
 * A compound file ([MS-CFB]) is a small file system: sectors chained by an allocation table, a directory of streams,
 * and a stream of its own that holds all small streams in mini sectors. Chains that loop, leave the file or end before
 * their stream does are damage; nothing is filled up or left out.
 */

const LAST_REGULAR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const LISTED_IN_HEADER = 109;

interface DirectoryEntry {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root */
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function damaged(what: string): UnusableFile {
  return new UnusableFile('damaged', `compound file: ${what}`);
}

/** A compound file, as far as it takes to read the streams of its root. */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #table: readonly number[];
  readonly #entries: readonly DirectoryEntry[];

  /** @throws UnusableFile `damaged` */
  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_BYTES) throw damaged('no header');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged(`sectors of 2^${String(shift)} bytes`);
    this.#sectorBytes = 2 ** shift;
    this.#table = this.#allocationTable();
    this.#entries = this.#directory();
  }

  /** The names of the streams of the root and their content; storages and what is in them are passed over. */
  get streams(): ReadonlyMap<string, () => Uint8Array> {
    const streams = new Map<string, () => Uint8Array>();
    const seen = new Set<number>();
    const waiting = [this.#entries[0]?.child ?? NO_ENTRY];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NO_ENTRY) continue;
      const entry = this.#entries[index];
      if (entry === undefined || seen.has(index)) throw damaged('directory');
      seen.add(index);
      waiting.push(entry.left, entry.right);
      if (entry.type === 2) streams.set(entry.name, () => this.#content(entry));
    }
    return streams;
  }

  #sector(index: number): Uint8Array {
    // Sector 0 follows the header, which takes a whole sector when sectors are larger than it.
    const start = (index + 1) * this.#sectorBytes;
    if (index > LAST_REGULAR || start >= this.#bytes.length) throw damaged(`sector ${String(index)} is not there`);
    return this.#bytes.subarray(start, start + this.#sectorBytes);
  }

  #numbers(sector: number): number[] {
    const bytes = this.#sector(sector);
    if (bytes.length < this.#sectorBytes) throw damaged('cut off in the allocation table');
    return numbersOf(bytes);
  }

  #allocationTable(): number[] {
    const places: number[] = [];
    for (let index = 0; index < LISTED_IN_HEADER; index += 1) places.push(this.#view.getUint32(76 + 4 * index, true));
    const seen = new Set<number>();
    for (let next = this.#view.getUint32(68, true); next <= LAST_REGULAR;) {
      if (seen.has(next)) throw damaged('the allocation table loops');
      seen.add(next);
      const listed = this.#numbers(next);
      next = listed.pop() ?? END_OF_CHAIN;
      places.push(...listed);
    }
    const used = places.filter((place) => place <= LAST_REGULAR);
    if (new Set(used).size < used.length) throw damaged('a part of the allocation table is listed twice');
    return used.flatMap((place) => this.#numbers(place));
  }

  #directory(): DirectoryEntry[] {
    const bytes = joined(chainOf(this.#table, this.#view.getUint32(48, true)).map((index) => this.#sector(index)));
    const view = new DataView(bytes.buffer);
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
      const nameBytes = Math.min(64, Math.max(2, view.getUint16(at + 64, true))) - 2;
      entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    if (entries[0]?.type !== 5) throw damaged('no root');
    return entries;
  }

  #content(entry: DirectoryEntry): Uint8Array {
    const isSmall = entry.size < this.#view.getUint32(56, true);
    return isSmall ? this.#smallContent(entry) : this.#regular(entry);
  }

  #regular({ name, start, size }: DirectoryEntry): Uint8Array {
    return exactly(joined(chainOf(this.#table, start).map((index) => this.#sector(index))), size, name);
  }

  #smallContent({ name, start, size }: DirectoryEntry): Uint8Array {
    const shift = this.#view.getUint16(32, true);
    if (shift > 9) throw damaged('mini sectors');
    const root = this.#entries[0];
    if (root === undefined || size === 0) return new Uint8Array();
    const container = this.#regular(root);
    const table = chainOf(this.#table, this.#view.getUint32(60, true)).flatMap((index) => this.#numbers(index));
    const pieces = chainOf(table, start).map((index) => container.subarray(index << shift, (index + 1) << shift));
    return exactly(joined(pieces), size, name);
  }
}

/** The sectors of a chain in their order. */
function chainOf(table: readonly number[], start: number): number[] {
  const chain: number[] = [];
  for (let index = start; index <= LAST_REGULAR; index = table[index] ?? NO_ENTRY) {
    // A chain longer than the table goes in a circle.
    if (index >= table.length || chain.length > table.length) throw damaged('a chain of sectors is broken');
    chain.push(index);
  }
  return chain;
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length >> 2 }, (_one, index) => view.getUint32(4 * index, true));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function exactly(bytes: Uint8Array, size: number, name: string): Uint8Array {
  if (bytes.length < size) throw damaged(`${name} is cut off`);
  return bytes.subarray(0, size);
}

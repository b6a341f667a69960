import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, type Entry, type FileEntry } from '@zip.js/zip.js';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import { containerOf } from '../../container.ts';
import { MAX_ENTRIES, MAX_PART_BYTES, MAX_TOTAL_BYTES } from './limits.ts';
import { PartSink } from './part-sink.ts';
import { parseRelationships, relationshipsPart, type Relationship } from './relationships.ts';
import { decodeXml, type XmlEncoding } from '../../../xml/xml-text.ts';

/** Part names are compared without regard to case; some writers use backslashes or a leading slash in the zip. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function damaged(error: unknown, where: string): UnusableFile {
  if (error instanceof UnusableFile) return error;
  return new UnusableFile('damaged', `${where}: ${error instanceof Error ? error.message : String(error)}`);
}

/** An Office file as a zip of parts. Parts are inflated only when they are asked for. */
export class ZipPackage {
  #inflated = 0;

  private constructor(
    private readonly entries: readonly Entry[],
    private readonly byKey: ReadonlyMap<string, FileEntry>,
  ) {}

  /**
   * Opens a file that may be anything.
   * @throws UnusableFile for whatever is no sound zip within the limits
   */
  static async open(bytes: Uint8Array): Promise<ZipPackage> {
    if (containerOf(bytes) !== 'zip') throw new UnusableFile('not-a-workbook', 'not a zip');
    const entries: Entry[] = [];
    const byKey = new Map<string, FileEntry>();
    try {
      const reader = new ZipReader(new Uint8ArrayReader(bytes), {
        useWebWorkers: false,
        filenameValidation: 'tolerant',
      });
      for await (const entry of reader.getEntriesGenerator()) {
        if (entries.length >= MAX_ENTRIES) throw new UnusableFile('too-large', 'too many entries');
        entries.push(entry);
        if (entry.directory) continue;
        const key = partKey(entry.filename);
        // Two parts of one name are read as one or the other, depending on the program.
        if (byKey.has(key)) throw new UnusableFile('damaged', `two parts are called ${entry.filename}`);
        byKey.set(key, entry);
      }
    } catch (error) {
      throw damaged(error, 'zip');
    }
    return new ZipPackage(entries, byKey);
  }

  /** The names of all parts as the zip has them. */
  get names(): string[] {
    return [...this.byKey.values()].map((entry) => entry.filename);
  }

  /** True when the package has the part. */
  has(part: string): boolean {
    return this.byKey.has(partKey(part));
  }

  /**
   * The inflated bytes of a part.
   * @throws UnusableFile `damaged` when it is missing or does not match its checksum, `too-large` past the limits
   */
  async bytes(part: string): Promise<Uint8Array> {
    const entry = this.byKey.get(partKey(part));
    if (entry === undefined) throw new UnusableFile('damaged', `${part} is missing`);
    if (entry.encrypted) throw new UnusableFile('encrypted', part);
    const sink = new PartSink(part, Math.min(MAX_PART_BYTES, MAX_TOTAL_BYTES - this.#inflated));
    try {
      await entry.getData(sink.stream, { useWebWorkers: false, checkCrc32: true });
    } catch (error) {
      throw sink.refusal ?? damaged(error, part);
    }
    const bytes = sink.bytes();
    this.#inflated += bytes.length;
    return bytes;
  }

  /** The text of an XML part and how it was encoded. */
  async xml(part: string): Promise<{ text: string; encoding: XmlEncoding }> {
    return decodeXml(await this.bytes(part), part);
  }

  /** The relationships of a part ('' for the package), none when it has no relationships part. */
  async relationships(part: string): Promise<Relationship[]> {
    const own = relationshipsPart(part);
    return this.has(own) ? parseRelationships((await this.xml(own)).text, part) : [];
  }

  /**
   * The file with some parts changed (bytes), removed (null) or added. Every other entry keeps its compressed bytes,
   * its place, name and time stamp.
   */
  async rebuild(changes: ReadonlyMap<string, Uint8Array | null>): Promise<Uint8Array> {
    const left = new Map([...changes].map(([part, bytes]) => [partKey(part), { part, bytes }]));
    const options = { useWebWorkers: false, extendedTimestamp: false, dataDescriptor: false, keepOrder: true };
    const writer = new ZipWriter(new Uint8ArrayWriter(), options);
    for (const entry of this.entries) {
      const key = partKey(entry.filename);
      const change = entry.directory ? undefined : left.get(key);
      left.delete(key);
      if (entry.directory) {
        await writer.add(entry.filename, undefined, { entry, directory: true });
      } else if (change === undefined) {
        const raw = await entry.getData(new Uint8ArrayWriter(), { passThrough: true, useWebWorkers: false });
        await writer.add(entry.filename, new Uint8ArrayReader(raw), { entry, passThrough: true });
      } else if (change.bytes !== null) {
        const rawLastModDate = Number(entry.rawLastModDate);
        await writer.add(entry.filename, new Uint8ArrayReader(change.bytes), {
          rawLastModDate,
          externalFileAttributes: 0,
        });
      }
    }
    // New parts carry the date of the first one: the same input gives the same bytes, and no clock is read.
    const rawLastModDate = Number(this.entries[0]?.rawLastModDate ?? 0x21_0000);
    for (const { part, bytes } of left.values()) {
      if (bytes !== null) {
        await writer.add(part, new Uint8ArrayReader(bytes), { rawLastModDate, externalFileAttributes: 0 });
      }
    }
    return writer.close();
  }
}

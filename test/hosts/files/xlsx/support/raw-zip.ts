import { crc32 } from 'node:zlib';

/** An entry as it is to stand in the zip, true or not. */
export interface RawEntry {
  readonly name: string;
  /** The bytes as stored. */
  readonly data: Uint8Array;
  /** The inflated size that the zip claims. */
  readonly size: number;
  readonly deflated: boolean;
}

/** A zip written field by field, for what a zip library would not write. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size, deflated } of entries) {
    const label = Buffer.from(name, 'utf-8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(deflated ? 8 : 0, 4);
    fields.writeUInt32LE(0x21_0000, 6);
    fields.writeUInt32LE(deflated ? 0 : crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, label, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, place, label]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, list, end]));
}

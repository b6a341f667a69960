import { inflateRawSync } from 'node:zlib';

/** All parts of a zip, by name. A batch is carried out without waiting, and so is this. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('no zip');
  const parts = new Map<string, Uint8Array>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = data.readUInt16LE(at + 10);
    const size = data.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const header = data.readUInt32LE(at + 42);
    const title = data.toString('utf8', at + 46, at + 46 + name);
    const from = header + 30 + data.readUInt16LE(header + 26) + data.readUInt16LE(header + 28);
    const packed = data.subarray(from, from + size);
    if (!title.endsWith('/')) parts.set(title, new Uint8Array(method === 0 ? packed : inflateRawSync(packed)));
    at += 46 + name + extra + comment;
  }
  return parts;
}

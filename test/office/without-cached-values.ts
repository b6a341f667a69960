import { BlobReader, BlobWriter, TextReader, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** The same file with the value of every formula left out, so that whoever opens it has to compute it. */
export async function withoutCachedValues(bytes: Uint8Array): Promise<Uint8Array> {
  const reader = new ZipReader(new BlobReader(new Blob([bytes as Uint8Array<ArrayBuffer>])));
  const writer = new ZipWriter(new BlobWriter());
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.filename)) {
      const xml = await entry.getData(new TextWriter());
      await writer.add(entry.filename, new TextReader(xml.replace(/(<\/f>|<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1')));
    } else {
      await writer.add(entry.filename, new BlobReader(await entry.getData(new BlobWriter())));
    }
  }
  await reader.close();
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readWorkbook } from '../../../../src/hosts/files/read-workbook.ts';
import { UnusableFile } from '../../../../src/hosts/ports/unusable-file.ts';
import { at, into, num } from './support/plans.ts';
import { repack, unzip, zip } from './support/packages.ts';
import { rawZip } from './support/raw-zip.ts';
import { byHand, made } from './support/workbooks.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SHEET = 'xl/worksheets/sheet1.xml';
const rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const good = (): Promise<Uint8Array> => made({ name: '数据', rows: [['a', 1]] });
const sheet = (inner: string): Promise<Uint8Array> => byHand({ sheets: [inner] });

const BOMB = 257 * 1024 * 1024;

/** A workbook whose sheet inflates past the limit from a small file; the zip may claim another size. */
async function bomb(claimed: number): Promise<Uint8Array> {
  const blanks = deflateRawSync(new Uint8Array(BOMB).fill(0x20), { level: 1 });
  const parts = [...(await unzip(await good()))].map(([name, data]) => ({
    name,
    data,
    size: data.length,
    deflated: false,
  }));
  return rawZip(
    parts.map((one) => (one.name === SHEET ? { ...one, data: blanks, size: claimed, deflated: true } : one)),
  );
}

const cases: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['no bytes', 'empty', () => new Uint8Array()],
  ['text', 'plain-text', () => new TextEncoder().encode('项目,金额\n甲,1')],
  ['an HTML page', 'html-table', () => new TextEncoder().encode('<html><table></table></html>')],
  ['a damaged .xls', 'damaged', () => new Uint8Array([...OLE, ...new Array<number>(2000).fill(7)])],
  [
    'a password',
    'encrypted',
    () => writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption: { password: 'p', spinCount: 10 } }),
  ],
  ['a plain zip', 'not-a-workbook', () => zip([['a.txt', 'a']])],
  [
    'a .docx',
    'not-a-workbook',
    () =>
      zip([
        [
          '_rels/.rels',
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ],
        ['word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'],
      ]),
  ],
  [
    'an .xlsb',
    'not-a-workbook',
    () =>
      zip([
        [
          '_rels/.rels',
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ],
        ['xl/workbook.bin', new Uint8Array([131, 1, 0])],
      ]),
  ],
  ['a cut-off file', 'damaged', async () => (await good()).slice(0, 1500)],
  [
    'flipped bytes in a part',
    'damaged',
    async () => {
      const bytes = await good();
      const name = new TextEncoder().encode(SHEET);
      const header = bytes.findIndex((_byte, index) => name.every((letter, at) => bytes[index + at] === letter));
      for (let index = header + name.length + 20; index < header + name.length + 60; index += 1) {
        bytes[index] = (bytes[index] ?? 0) ^ 0x5a;
      }
      return bytes;
    },
  ],
  [
    'a sheet that stops in the middle',
    'damaged',
    async () => repack(await good(), { [SHEET]: (xml) => xml.slice(0, xml.indexOf('</row>')) }),
  ],
  [
    'tags that do not match',
    'damaged',
    async () => repack(await good(), { [SHEET]: (xml) => xml.replace('</row>', '</rwo>') }),
  ],
  [
    'a sheet in no encoding',
    'damaged',
    async () => repack(await good(), { [SHEET]: new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e]) }),
  ],
  ['a sheet without its part', 'damaged', async () => repack(await good(), { [SHEET]: undefined })],
  ['a workbook without its part', 'damaged', async () => repack(await good(), { 'xl/workbook.xml': undefined })],
  [
    'a document type',
    'damaged',
    () => sheet(`<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "1">]><worksheet>${rows}</worksheet>`),
  ],
  ['an entity nobody declared', 'damaged', () => sheet(rows.replace('<v>1', '<v>&a;'))],
  ['no sheetData', 'damaged', () => sheet('<cols/>')],
  ['a number that is none', 'damaged', () => sheet(rows.replace('<v>1', '<v>1,5'))],
  ['a hexadecimal number', 'damaged', () => sheet(rows.replace('<v>1', '<v>0x10'))],
  ['a shared string that is not there', 'damaged', () => sheet(rows.replace('r="A1"', 'r="A1" t="s"'))],
  ['an unknown type', 'damaged', () => sheet(rows.replace('r="A1"', 'r="A1" t="zz"'))],
  ['a date that is none', 'damaged', () => sheet(rows.replace('r="A1"', 'r="A1" t="d"'))],
  ['a cell in the wrong row', 'damaged', () => sheet(rows.replace('r="A1"', 'r="A2"'))],
  ['a cell outside the sheet', 'damaged', () => sheet(rows.replace('r="A1"', 'r="XFE1"'))],
  ['a row outside the sheet', 'damaged', () => sheet('<sheetData><row r="1048577"/></sheetData>')],
  ['two cells in one place', 'damaged', () => sheet(rows.replace('</row>', '<c r="A1"><v>2</v></c></row>'))],
  ['a formula shared with nobody', 'damaged', () => sheet(rows.replace('<v>1', '<f t="shared" si="3"/><v>1'))],
  [
    'too many entries',
    'too-large',
    () =>
      rawZip(
        Array.from({ length: 10_001 }, (_one, index) => ({
          name: `a${String(index)}`,
          data: new Uint8Array(),
          size: 0,
          deflated: false,
        })),
      ),
  ],
  ['a part that inflates past the limit', 'too-large', () => bomb(BOMB)],
  ['a part that inflates past what it claims', 'damaged', () => bomb(1000)],
  [
    'too wide a grid',
    'too-large',
    () =>
      sheet(
        `<sheetData>${Array.from({ length: 700 }, (_one, index) => `<row r="${String(index + 1)}"><c r="XFD${String(index + 1)}"><v>1</v></c></row>`).join('')}</sheetData>`,
      ),
  ],
];

async function entries(bytes: Uint8Array): Promise<[string, Uint8Array][]> {
  return [...(await unzip(bytes))];
}

describe('what cannot be used', () => {
  test.each(cases)(
    '%s: %s',
    async (_name, reason, make) => {
      const failure: unknown = await readWorkbook(await make()).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UnusableFile);
      expect(failure).toMatchObject({ reason });
    },
    30_000,
  );

  test('writing judges the file the same way', async () => {
    await expect(patchXlsx(new Uint8Array([1, 2, 3]), into('a', at('A1', num(1))))).rejects.toMatchObject({
      name: 'UnusableFile',
      reason: 'not-a-workbook',
    });
  });

  test('two parts of one name', async () => {
    const bytes = await zip([...(await entries(await good())), ['XL/Workbook.xml', 'x']]);
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ reason: 'damaged' });
  });

  test('any bytes behind a zip header give a typed error', async () => {
    for (let seed = 1; seed < 30; seed += 1) {
      const noise = Uint8Array.from({ length: 300 }, (_byte, index) => (index * index * seed + seed) % 256);
      noise.set([0x50, 0x4b, 3, 4]);
      await expect(readWorkbook(noise)).rejects.toBeInstanceOf(UnusableFile);
    }
  });
});

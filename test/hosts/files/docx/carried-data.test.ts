import { dataHash } from '../../../../src/core/links/carried-data.ts';
import { readCarriedData } from '../../../../src/hosts/files/docx/read-carried-data.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { createHash } from 'node:crypto';
import { fixtureReport } from './fixture.ts';
import { open, pack, withPart } from './package.ts';

const PART = 'customXml/item1.xml';
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await writeDocx(fixtureReport());
});

test('the document carries the facts and phrases of the report', async () => {
  const report = fixtureReport();
  const data = await readCarriedData(bytes);
  expect(data?.facts).toEqual(report.facts);
  expect([data?.year, data?.department]).toEqual(['2023', '云溪县全民阅读促进中心']);
  expect(data?.phrases).toHaveLength(99);
  expect(data?.phrases[0]).toEqual({ id: '附件号', tag: '附件号', kind: 'phrase', text: '4', source: '设置!B2' });
  expect(data?.phrases.filter(({ kind }) => kind === 'todo').map(({ id }) => id)).toEqual([
    '测试.待补充.活动',
    '测试.待补充.问题',
  ]);
  expect(data?.hashMatches).toBe(true);
});

test('the hash is what its description says', () => {
  const data = {
    year: '2023',
    department: '某局',
    facts: [
      { key: '决算数', value: '1.00', unit: '元', display: '0.00万元', basis: '"决算"', source: ['表!A1', '表!B1'] },
    ],
    phrases: [{ id: '甲', tag: '甲', kind: 'todo' as const, text: '一\n二', source: '' }],
  };
  const canonical =
    '["urn:jixiao:report:1","2023","某局",[["决算数","1.00","元","0.00万元","\\"决算\\"",["表!A1","表!B1"]]],[["甲","甲","todo","一\\n二",""]]]';
  expect(dataHash(data)).toBe(createHash('sha256').update(canonical, 'utf8').digest('hex'));
});

test.each([
  ['a value', (xml: string) => xml.replace('12632400.00', '12632401.00')],
  ['a unit', (xml: string) => xml.replace('unit="元"', 'unit="万元"')],
  ['a source', (xml: string) => xml.replace('<source>上年!F5</source>', '')],
  ['a phrase', (xml: string) => xml.replace('<text>增长3.20%</text>', '<text>增长3.30%</text>')],
  ['a kind', (xml: string) => xml.replace('kind="todo"', 'kind="phrase"')],
  ['the year', (xml: string) => xml.replace('year="2023"', 'year="2024"')],
  ['the hash', (xml: string) => xml.replace(/hash="[0-9a-f]{4}/, 'hash="0000')],
  ['no hash', (xml: string) => xml.replace(/ hash="[0-9a-f]+"/, '')],
])('a change is noticed: %s', async (_, change) => {
  expect((await readCarriedData(await withPart(bytes, PART, change)))?.hashMatches).toBe(false);
});

test('white space between elements is no change', async () => {
  const spaced = await withPart(bytes, PART, (xml) =>
    xml.replaceAll('<phrase ', '\n  <phrase ').replaceAll('</fact>', '\n</fact>'),
  );
  expect((await readCarriedData(spaced))?.hashMatches).toBe(true);
});

test('the part is found under another name, beside parts of others', async () => {
  const parts = await open(bytes);
  const own = parts.get(PART) ?? '';
  parts.delete(PART);
  parts.set('customXml/item1.xml', '<b:Sources xmlns:b="urn:other"/>');
  parts.set('customXml/item2.xml', 'not even XML');
  parts.set('customXml/item7.xml', own);
  expect((await readCarriedData(await pack(parts)))?.hashMatches).toBe(true);
});

test('a document without the part carries nothing', async () => {
  const parts = await open(bytes);
  parts.delete(PART);
  expect(await readCarriedData(await pack(parts))).toBeUndefined();
});

test.each([
  ['damaged', 'a document type', (xml: string) => xml.replace('<report', '<!DOCTYPE report [<!ENTITY a "b">]><report')],
  ['damaged', 'an unknown entity', (xml: string) => xml.replace('<text>4</text>', '<text>&a;</text>')],
  ['damaged', 'an open element', (xml: string) => xml.replace('</phrases>', '')],
  [
    'damaged',
    'deep nesting',
    (xml: string) => xml.replace('</phrases>', '</phrases>' + '<x>'.repeat(600) + '</x>'.repeat(600)),
  ],
])('refuses as %s: %s', async (reason, _, change) => {
  await expect(readCarriedData(await withPart(bytes, PART, change))).rejects.toMatchObject({ reason });
});

test.each([
  ['empty', new Uint8Array()],
  ['damaged', new TextEncoder().encode('plain text, no package')],
  ['encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['too-large', new Uint8Array(64 * 1024 * 1024 + 1)],
])('refuses as %s', async (reason, file) => {
  await expect(readCarriedData(file)).rejects.toMatchObject({ name: 'UnusableFile', reason });
});

test('refuses a part that inflates beyond all measure', async () => {
  const bomb = await withPart(bytes, PART, (xml) => xml.replace('<facts>', '<facts>' + ' '.repeat(65 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(readCarriedData(bomb)).rejects.toMatchObject({ reason: 'too-large' });
});

test('a package cut short is damaged', async () => {
  await expect(readCarriedData(bytes.slice(0, bytes.length - 200))).rejects.toMatchObject({ reason: 'damaged' });
});

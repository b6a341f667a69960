import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, type FileEntry } from '@zip.js/zip.js';
import type { TemplateContent } from '../../../../src/core/report/template/template-content.ts';
import { readCarriedData } from '../../../../src/hosts/files/docx/read-carried-data.ts';
import { readControls } from '../../../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport } from './fixture.ts';
import { all, open, pack, parse, withPart } from './package.ts';
import { contentOf, filled, madeUp, p, run, templateDocx, templateParts } from './template-docx.ts';

let content: TemplateContent;

beforeAll(async () => {
  content = await contentOf();
});

const HERE = { useWebWorkers: false } as const;

async function bytesOf(docx: Uint8Array): Promise<Map<string, Uint8Array>> {
  const reader = new ZipReader(new Uint8ArrayReader(docx), HERE);
  const parts = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries())
    parts.set(entry.filename, await (entry as FileEntry).getData(new Uint8ArrayWriter()));
  return parts;
}

async function packBytes(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), HERE);
  for (const [name, part] of parts) await writer.add(name, new Uint8ArrayReader(part));
  return writer.close();
}

test('every other part stays byte for byte, pictures too', async () => {
  const parts = await bytesOf(await templateDocx(p('{决算数}'), { header: p('没有占位'), footer: p('{部门名称}') }));
  const picture = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256);
  parts.set('word/media/image1.png', picture);
  parts.set('word/theme/主题.xml', new TextEncoder().encode('\ufeff<a>\r\n</a>'));
  const after = await bytesOf(await filled(await packBytes(parts), content));
  const changed = [...after].filter(([name, part]) => Buffer.compare(part, parts.get(name) ?? new Uint8Array()) !== 0);
  expect(changed.map(([name]) => name).sort()).toEqual([
    '[Content_Types].xml',
    'customXml/_rels/item1.xml.rels',
    'customXml/item1.xml',
    'customXml/itemProps1.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/footer1.xml',
  ]);
  expect([...parts.keys()].every((name) => after.has(name))).toBe(true);
});

test('paragraphs without placeholders stay letter by letter', async () => {
  const own = `<w:p w:rsidR="00A1"><w:pPr><w:jc w:val='center'/></w:pPr><w:bookmarkStart w:id="0" w:name="甲"/>${run('原文 &amp; ')}<w:r><w:tab/><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>`;
  const xml = (await open(await filled(await templateDocx(own + p('{决算数}') + own), content))).get(
    'word/document.xml',
  );
  expect(xml?.split(own)).toHaveLength(3);
});

test('the same template and content give the same bytes', async () => {
  const template = await templateDocx(p('{决算数}{#扣分指标}{指标名称}{/扣分指标}'));
  expect(await filled(template, content)).toEqual(await filled(template, content));
});

test('data of others in the package keeps its place; ours goes beside it', async () => {
  const more = {
    'customXml/item1.xml': '<b:Sources xmlns:b="urn:others"/>',
    'customXml/itemProps1.xml': '<x/>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdReportData" Type="urn:x" Target="../customXml/item1.xml"/></Relationships>',
  };
  const bytes = await filled(await templateDocx(p('{决算数}'), { more }), content);
  const parts = await open(bytes);
  expect(parts.get('customXml/item1.xml')).toBe(more['customXml/item1.xml']);
  expect((await readCarriedData(bytes))?.phrases.map(({ id }) => id)).toEqual(['决算数']);
  const relations = all(parse(parts.get('word/_rels/document.xml.rels')), 'Relationship').map(({ attributes }) => [
    attributes.Id,
    attributes.Target,
  ]);
  expect(relations).toEqual([
    ['rIdReportData', '../customXml/item1.xml'],
    ['rIdReportData2', '../customXml/item2.xml'],
  ]);
});

test('a report of ours that became a template carries the new data instead of the old', async () => {
  const report = await writeDocx(fixtureReport());
  const template = await withPart(report, 'word/document.xml', (xml) =>
    xml.replace('<w:body>', `<w:body>${p('{决算数}')}`),
  );
  const bytes = await filled(template, content);
  const data = await readCarriedData(bytes);
  expect(data).toMatchObject({ hashMatches: true, department: content.department });
  expect(data?.phrases.map(({ tag }) => tag)).toEqual(['决算数']);
  expect([...(await open(bytes)).keys()].filter((name) => name.startsWith('customXml/'))).toHaveLength(3);
  expect((await readControls(bytes))[0]?.tag).toBe('决算数');
});

test('a package with prefixed package parts and without a default for XML gets what it needs', async () => {
  const parts = templateParts(p('{甲}'));
  const types = parts.get('[Content_Types].xml') ?? '';
  parts.set(
    '[Content_Types].xml',
    types
      .replace(/<Default Extension="xml"[^>]*>/u, '')
      .replace(/<(\/?)(Types|Default|Override)/gu, '<$1c:$2')
      .replace('xmlns=', 'xmlns:c='),
  );
  const bytes = await filled(await pack(parts), madeUp({ 甲: '一' }));
  const root = parse((await open(bytes)).get('[Content_Types].xml'));
  const added = root.children.filter(({ attributes }) => attributes.xmlns !== undefined);
  expect(added.map(({ name, attributes }) => [name, attributes.Extension ?? attributes.PartName])).toEqual([
    ['Default', 'xml'],
    ['Override', '/customXml/itemProps1.xml'],
  ]);
});

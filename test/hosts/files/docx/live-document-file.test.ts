import fc from 'fast-check';
import { checkLinks } from '../../../../src/core/links/check-links.ts';
import { planUpdate } from '../../../../src/core/links/update-links.ts';
import type { Block, ReportDocument } from '../../../../src/core/report/document.ts';
import { LiveDocumentFile } from '../../../../src/hosts/files/live-document-file.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport, phrase, todo, words } from './fixture.ts';
import { open, pack, reportOf, withPart } from './package.ts';

const paragraph = (...content: ReturnType<typeof words>[]): Block => ({ kind: 'paragraph', content });
const DOCUMENT = 'word/document.xml';
const DATA = 'customXml/item1.xml';

/** Refreshes everything that the report says otherwise. */
async function refreshed(bytes: Uint8Array, report: ReportDocument): Promise<Uint8Array> {
  const file = new LiveDocumentFile(bytes);
  const state = await file.read();
  const check = checkLinks(state.controls, state.carried, report);
  const { changes, carried } = planUpdate(check, check.links, state.carried, report);
  await file.update(changes, carried);
  return file.bytes();
}

/** The raw entries of a package: what is stored for each part. */
async function changedParts(before: Uint8Array, after: Uint8Array): Promise<readonly string[]> {
  const [one, other] = [await open(before), await open(after)];
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  return [...other].filter(([name, text]) => one.get(name) !== text).map(([name]) => name);
}

test('an update changes the words of a control and the data that goes with them, and nothing else', async () => {
  const before = await writeDocx(fixtureReport());
  const report = fixtureReport();
  const blocks = report.blocks.map((block): Block =>
    block.kind === 'paragraph'
      ? {
          ...block,
          content: block.content.map((one) =>
            one.kind === 'phrase' && one.text === '增长3.20%' ? { ...one, text: '下降1.05%' } : one,
          ),
        }
      : block,
  );
  const after = await refreshed(before, { ...report, blocks });
  expect(await changedParts(before, after)).toEqual([DOCUMENT, DATA]);
  const [was, is] = [(await open(before)).get(DOCUMENT) ?? '', (await open(after)).get(DOCUMENT) ?? ''];
  expect(is.replaceAll('下降1.05%', '增长3.20%')).toBe(was);
  expect(is).not.toBe(was);
  expect((await new LiveDocumentFile(after).read()).carried?.hashMatches).toBe(true);
});

test('any text arrives as plain text, and the other controls stand as they were', async () => {
  const unit = fc.constantFrom(
    '甲',
    '1',
    '<',
    '&',
    '"',
    ']]>',
    '{',
    '=',
    '\n',
    '\t',
    '\r\n',
    '\u0007',
    ' ',
    '𠮷',
    '<w:p/>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 4 }), async (texts) => {
      const of = (text: (at: number) => string): ReportDocument =>
        reportOf(...texts.map((_, at) => paragraph(words('前'), phrase(`词${String(at)}`, text(at)), words('后'))));
      const report = of((at) => texts[at] ?? '');
      const after = await refreshed(await writeDocx(of(() => '旧')), report);
      const fresh = await writeDocx(report);
      const [one, other] = [await new LiveDocumentFile(after).read(), await new LiveDocumentFile(fresh).read()];
      expect(one).toEqual(other);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('what a person did around and in a control stays', async () => {
  const file = await withPart(
    await writeDocx(reportOf(paragraph(words('支出'), phrase('甲', '12')))),
    DOCUMENT,
    (xml) =>
      xml.replace(
        /<w:r><w:rPr><w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">12<\/w:t><\/w:r>/,
        '<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r><w:bookmarkEnd w:id="1"/>',
      ),
  );
  const xml = (await open(await refreshed(file, reportOf(paragraph(words('支出'), phrase('甲', '15')))))).get(DOCUMENT);
  expect(xml).toContain(
    '<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">15</w:t></w:r><w:bookmarkEnd w:id="1"/>',
  );
});

test.each([
  [
    'locked',
    (xml: string) =>
      xml
        .replace('<w:sdtContent>', '<w:sdtContent>')
        .replace('</w:sdtPr>', '<w:lock w:val="contentLocked"/></w:sdtPr>'),
  ],
  [
    'with a picture',
    (xml: string) => xml.replace('<w:t xml:space="preserve">12</w:t>', '<w:t xml:space="preserve">12</w:t><w:pict/>'),
  ],
  [
    'with a comment',
    (xml: string) =>
      xml.replace(
        '<w:t xml:space="preserve">12</w:t>',
        '<w:t xml:space="preserve">12</w:t><w:commentReference w:id="0"/>',
      ),
  ],
])('a control is kept and told: %s', async (_, change) => {
  const bytes = await withPart(await writeDocx(reportOf(paragraph(phrase('甲', '12')))), DOCUMENT, change);
  const file = new LiveDocumentFile(bytes);
  const state = await file.read();
  const report = reportOf(paragraph(phrase('甲', '15')));
  const check = checkLinks(state.controls, state.carried, report);
  expect(check.links[0]?.locked).toBe(true);
  const { changes, carried } = planUpdate(check, check.links, state.carried, report);
  expect(await file.update(changes, carried)).toEqual({ updated: 0, kept: [{ tag: '甲', index: 0 }] });
  const after = await file.read();
  expect(after.controls).toEqual(state.controls);
  expect(after.carried?.phrases).toEqual(state.carried?.phrases);
});

test('controls around paragraphs, cells and hints take words too', async () => {
  const sdt = (tag: string, content: string, more = '') =>
    `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    sdt('段', `${line('旧')}${line('二')}`),
    `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${sdt('格', `<w:tc><w:tcPr/>${line('旧')}</w:tc>`)}</w:tr></w:tbl>`,
    `<w:p>${sdt('空', '<w:r><w:t>单击输入</w:t></w:r>', '<w:showingPlcHdr/>')}</w:p>`,
    sdt('行', `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${line('旧')}</w:tc></w:tr></w:tbl>`),
  ].join('');
  const bytes = await withPart(await writeDocx(reportOf()), DOCUMENT, (xml) =>
    xml.replace('<w:body>', `<w:body>${body}`),
  );
  const file = new LiveDocumentFile(bytes);
  const { controls } = await file.read();
  const changes = controls.map(({ tag, text }) => ({ tag, index: 0, expected: text, text: `${tag}新` }));
  const carried = { year: '', department: '', facts: [], phrases: [] };
  expect((await file.update(changes, carried)).kept).toEqual([{ tag: '行', index: 0 }]);
  expect((await file.read()).controls.map(({ tag, text }) => [tag, text])).toEqual([
    ['段', '段新'],
    ['格', '格新'],
    ['空', '空新'],
    ['行', '旧'],
  ]);
  const xml = (await open(file.bytes())).get(DOCUMENT) ?? '';
  expect(xml).not.toContain('showingPlcHdr');
});

test('定稿 leaves every word and look, and taking it back gives the same controls', async () => {
  const bytes = await writeDocx(fixtureReport());
  const file = new LiveDocumentFile(bytes);
  const before = await file.read();
  expect(await file.freeze()).toBe(before.controls.length);
  const frozen = await file.read();
  expect(frozen.controls).toEqual([]);
  expect(frozen.paragraphs).toEqual(before.paragraphs);
  expect(frozen.frozen).toHaveLength(before.controls.length);
  const xml = (await open(file.bytes())).get(DOCUMENT) ?? '';
  const plain = ((await open(bytes)).get(DOCUMENT) ?? '').replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content)?>/gs, '');
  expect(xml).toBe(plain);
  expect(await file.unfreeze()).toEqual({ restored: before.controls.length, lost: [] });
  expect(await file.read()).toEqual(before);
});

test('controls go back into runs that an editor joined or split, and look the same', async () => {
  const file = new LiveDocumentFile(
    await writeDocx(
      reportOf(paragraph(words('A&B支出'), phrase('甲', '<12>'), words('万元'), todo('待补充.乙', '乙'))),
    ),
  );
  const before = await file.read();
  await file.freeze();
  const joined = await withPart(file.bytes(), DOCUMENT, (xml) =>
    xml.replace(
      /支出<\/w:t><\/w:r>.*?<w:t xml:space="preserve">&lt;12&gt;<\/w:t><\/w:r>.*?preserve">万元/s,
      '支出&lt;12&gt;万元',
    ),
  );
  const other = new LiveDocumentFile(joined);
  expect(await other.unfreeze()).toEqual({ restored: 2, lost: [] });
  const after = await other.read();
  expect(after.paragraphs).toEqual(before.paragraphs);
  expect(after.controls).toEqual(before.controls);
});

test('controls of other people are left alone', async () => {
  const bytes = await withPart(await writeDocx(reportOf(paragraph(phrase('甲', '1')))), DOCUMENT, (xml) =>
    xml.replace(
      '</w:p>',
      '<w:sdt><w:sdtPr><w:tag w:val="别人的"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    ),
  );
  const file = new LiveDocumentFile(bytes);
  expect(await file.freeze()).toBe(1);
  expect((await file.read()).controls.map(({ tag }) => tag)).toEqual(['别人的']);
});

test('a document that lost its data gets it again with an update', async () => {
  const parts = await open(await writeDocx(reportOf(paragraph(phrase('甲', '1')))));
  for (const name of [...parts.keys()].filter((part) => part.startsWith('customXml'))) parts.delete(name);
  const bytes = await pack(parts);
  const report = reportOf(paragraph(phrase('甲', '2')));
  const after = await new LiveDocumentFile(await refreshed(bytes, report)).read();
  expect(after.controls[0]?.text).toBe('2');
  expect(after.carried?.phrases.map(({ tag, text }) => [tag, text])).toEqual([['甲', '2']]);
});

test('which workbook it was and what was left out are carried and covered by the hash', async () => {
  const workbook = { name: '2023年度.xlsx', hash: 'ab', time: '2024-03-01T08:00:00Z' };
  const bytes = await writeDocx({ ...reportOf(paragraph(phrase('甲', '1'))), workbook, off: ['money', 'goals'] });
  const { carried } = await new LiveDocumentFile(bytes).read();
  expect(carried).toMatchObject({ workbook, off: ['money', 'goals'], hashMatches: true });
  const changed = await withPart(bytes, DATA, (xml) => xml.replace('2023年度.xlsx', '2022年度.xlsx'));
  expect((await new LiveDocumentFile(changed).read()).carried?.hashMatches).toBe(false);
});

test.each([
  ['empty', new Uint8Array()],
  ['not-a-document', new TextEncoder().encode('plain text')],
  ['encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
])('refuses as %s', async (reason, bytes) => {
  await expect(new LiveDocumentFile(bytes).read()).rejects.toMatchObject({ name: 'UnusableFile', reason });
});

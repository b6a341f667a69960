import { DocxFile } from '../../../../src/hosts/files/docx/docx-file.ts';
import { readControls, readDocument } from '../../../../src/hosts/files/docx/read-document.ts';
import { fixtureReport } from './fixture.ts';
import { pack } from './package.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const documentOf = (body: string, namespaces = NAMESPACES) =>
  pack([['word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`]]);

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const control = (tag: string, content: string, properties = '') =>
  `<w:sdt><w:sdtPr><w:alias w:val="来源"/><w:tag w:val="${tag}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

test('a report reads back: words of paragraphs and controls, in order', async () => {
  const file = new DocxFile();
  expect(() => file.bytes()).toThrow('No report');
  await file.draft(fixtureReport());
  const { paragraphs, controls } = await readDocument(file.bytes());
  expect(paragraphs[2]).toBe('云溪县全民阅读促进中心\n2023年度部门整体支出\n绩效自评报告');
  expect(controls[1]).toEqual({ tag: '年度', title: '封面!B3', text: '2023', paragraph: 2, offset: 12, locked: false });
  for (const { text, paragraph } of controls) expect(paragraphs[paragraph]).toContain(text);
});

test('words that were typed over or split into runs count as they stand', async () => {
  const bytes = await documentOf(`<w:p>${run('占')}${control('甲', run('83.') + run('04%'))}${run('。')}</w:p>`);
  expect(await readDocument(bytes)).toEqual({
    paragraphs: ['占83.04%。'],
    controls: [{ tag: '甲', title: '来源', text: '83.04%', paragraph: 0, offset: 1, locked: false }],
    hasObjects: false,
  });
});

test('tracked changes: what is deleted or moved away is gone, what is inserted counts', async () => {
  const bytes = await documentOf(
    `<w:p>${control('甲', `<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>${run('移')}</w:moveFrom>`)}</w:p>`,
  );
  expect((await readControls(bytes))[0]?.text).toBe('新');
});

test('a control that shows its placeholder is empty', async () => {
  const bytes = await documentOf(`<w:p>${control('甲', run('单击此处输入'), '<w:showingPlcHdr/>')}</w:p>`);
  expect((await readControls(bytes))[0]?.text).toBe('');
});

test('a control around paragraphs begins with the first and joins them by line ends', async () => {
  const bytes = await documentOf(
    `<w:p/>${control('外', `<w:p>${run('甲')}</w:p><w:p>${control('内', run('乙'))}${run('丙')}</w:p>`)}<w:p>${run('丁')}</w:p>`,
  );
  expect(await readControls(bytes)).toEqual([
    { tag: '外', title: '来源', text: '甲\n乙丙', paragraph: 1, offset: 0, locked: true },
    { tag: '内', title: '来源', text: '乙', paragraph: 2, offset: 0, locked: false },
  ]);
});

test('text boxes are paragraphs of their own and count once', async () => {
  const box = `<w:txbxContent><w:p>${run('框')}</w:p></w:txbxContent>`;
  const bytes = await documentOf(
    `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`,
  );
  expect((await readDocument(bytes)).paragraphs).toEqual(['前后', '框']);
});

test('breaks and tabs: of lines, not of pages; and tab stops are no text', async () => {
  const bytes = await documentOf(
    '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/><w:cr/><w:noBreakHyphen/></w:r></w:p>',
  );
  expect((await readDocument(bytes)).paragraphs).toEqual(['甲\n乙\t丙\n-']);
});

test('field codes are not words, their results are', async () => {
  const bytes = await documentOf(`<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('3')}</w:p>`);
  expect((await readDocument(bytes)).paragraphs).toEqual(['3']);
});

test('a document saved as strict Open XML, with other prefixes, reads the same', async () => {
  const bytes = await pack([
    [
      'word/document.xml',
      '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:sdt><d:sdtPr><d:tag d:val="甲"/></d:sdtPr><d:sdtContent><d:r><d:t>1</d:t></d:r></d:sdtContent></d:sdt></d:p></d:body></d:document>',
    ],
  ]);
  expect(await readControls(bytes)).toEqual([
    { tag: '甲', title: '', text: '1', paragraph: 0, offset: 0, locked: false },
  ]);
});

test('a package that is no document is refused', async () => {
  await expect(readDocument(await pack([['xl/workbook.xml', '<workbook/>']]))).rejects.toMatchObject({
    reason: 'damaged',
  });
});

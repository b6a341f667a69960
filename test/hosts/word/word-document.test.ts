import { planUpdate } from '../../../src/core/links/update-links.ts';
import { checkLinks } from '../../../src/core/links/check-links.ts';
import type { Block } from '../../../src/core/report/document.ts';
import { LiveDocumentFile } from '../../../src/hosts/files/live-document-file.ts';
import { readDocument } from '../../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../../src/hosts/files/docx/write-docx.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import { fixtureReport, phrase, todo, words } from '../files/docx/fixture.ts';
import { open, reportOf } from '../files/docx/package.ts';
import { openWord, type OpenedWord } from './support/opened-word.ts';

let opened: OpenedWord;

beforeAll(async () => {
  opened = await openWord(undefined, {}, { answerWithin: 2_000, retryAfter: [10, 20] });
});

afterAll(async () => {
  await opened.close();
  await closeBrowser();
});

const paragraph = (...content: ReturnType<typeof words>[]): Block => ({ kind: 'paragraph', content });
const heading = (section: 'problems' | 'improvements', text: string): Block => ({
  kind: 'heading',
  level: 1,
  number: 1,
  section,
  content: [words(text)],
});

/** The file that Word would save, read as a file. */
async function saved(): Promise<LiveDocumentFile> {
  return new LiveDocumentFile(await opened.word.save());
}

test('a report is put into an empty document in one write; what is read in Word is what is read in the saved file', async () => {
  await opened.reopen(undefined);
  expect((await opened.read()).isEmpty).toBe(true);
  const report = fixtureReport();
  const trips = await opened.trips(() => opened.insert(report, { kind: 'whole' }));
  expect(trips.filter(({ writes }) => writes)).toHaveLength(1);
  const state = await opened.read();
  expect(state).toEqual(await (await saved()).read());
  const file = await readDocument(await writeDocx(report));
  expect(state.paragraphs).toEqual([...file.paragraphs, '']);
  expect(state.controls).toEqual(file.controls);
  expect(state.carried?.phrases).toHaveLength(99);
  expect(state.carried?.hashMatches).toBe(true);
});

test('page numbers are put where there are none, and footers of the document stay', async () => {
  await opened.reopen(undefined);
  await opened.insert(reportOf(paragraph(words('甲'))), { kind: 'whole' });
  const parts = await open(await opened.word.save());
  const footers = [...parts].filter(([name]) => /footer\d*\.xml$/.test(name)).map(([, xml]) => xml);
  expect(footers).toHaveLength(2);
  for (const xml of footers) expect(xml).toMatch(/— .*PAGE.* —/s);
  await opened.insert(reportOf(paragraph(words('乙'))), { kind: 'whole' });
  const again = await open(await opened.word.save());
  expect([...again].filter(([name]) => /footer\d*\.xml$/.test(name)).map(([, xml]) => xml)).toEqual(footers);
});

test('what a person wrote is not replaced unless it was read', async () => {
  await opened.reopen(await writeDocx(reportOf(paragraph(words('人写的')))));
  await opened.read();
  opened.word.type({ paragraph: 0, start: 3, end: 3 }, '，刚写的');
  await expect(opened.insert(reportOf(paragraph(words('新稿'))), { kind: 'whole' })).rejects.toMatchObject({
    plain: { reason: 'document-changed' },
  });
  expect(opened.word.paragraphs()[0]).toBe('人写的，刚写的');
  expect((await opened.read()).carried?.phrases).toEqual([]);
});

test('500 links are checked with one read, and those that changed get their words in one write', async () => {
  const links = Array.from({ length: 500 }, (_, at) => phrase(`数.${String(at)}`, `旧${String(at)}`));
  await opened.reopen(await writeDocx(reportOf(...links.map((one) => paragraph(words('前'), one, words('后'))))));
  let state = await opened.read();
  const reading = await opened.trips(async () => (state = await opened.read()));
  expect(reading.map(({ writes }) => writes)).toEqual([false]);
  const report = reportOf(
    paragraph(...links.map((one, at) => (at % 10 === 0 ? { ...one, text: `新${String(at)}` } : one))),
  );
  const check = checkLinks(state.controls, state.carried, report);
  expect(check.links.filter(({ state: of }) => of === 'data-changed')).toHaveLength(50);
  const { changes, carried } = planUpdate(check, check.links, state.carried, report);
  opened.word.type({ tag: '数.20' }, '人改的');
  const writing = await opened.trips(async () => {
    expect(await opened.update(changes, carried)).toEqual({ updated: 49, kept: [{ tag: '数.20', index: 0 }] });
  });
  expect(writing.map(({ writes }) => writes)).toEqual([false, true]);
  const after = await opened.read();
  expect(after).toEqual(await (await saved()).read());
  const again = checkLinks(after.controls, after.carried, report).links.filter(({ state: of }) => of !== 'same');
  expect(again.map(({ tag, state: of, current }) => [tag, of, current])).toEqual([['数.20', 'text-edited', '人改的']]);
});

test('any text arrives as plain text', async () => {
  const texts = ['a < b && "c" =SUM(A1)', '<w:p/>&amp;{ PAGE }', '一\t二', '^p^t^^', '𠮷é'];
  const before = reportOf(...texts.map((_, at) => paragraph(phrase(`甲${String(at)}`, '旧'))));
  const report = reportOf(...texts.map((text, at) => paragraph(phrase(`甲${String(at)}`, `${text}\u0007`))));
  await opened.reopen(await writeDocx(before));
  const state = await opened.read();
  const check = checkLinks(state.controls, state.carried, report);
  const { changes, carried } = planUpdate(check, check.links, state.carried, report);
  await opened.update(changes, carried);
  expect((await opened.read()).controls.map(({ text }) => text)).toEqual(texts);
});

test('a gap that is filled gets its name and loses its mark', async () => {
  await opened.reopen(await writeDocx(reportOf(paragraph(words('支出'), todo('待补充.决算数', '决算数')))));
  const report = reportOf(paragraph(words('支出'), phrase('决算数', '12万元', '执行!B2')));
  const state = await opened.read();
  const check = checkLinks(state.controls, state.carried, report);
  expect(check.links.map(({ state: of, becomes }) => [of, becomes])).toEqual([
    ['data-changed', { tag: '决算数', title: '执行!B2' }],
  ]);
  const { changes, carried } = planUpdate(check, check.links, state.carried, report);
  await opened.update(changes, carried);
  const after = await opened.read();
  expect(after.controls).toMatchObject([{ tag: '决算数', title: '执行!B2', text: '12万元' }]);
  expect(checkLinks(after.controls, after.carried, report).links.map(({ state: of }) => of)).toEqual(['same']);
  expect((await open(await opened.word.save())).get('word/document.xml')).not.toContain('w:highlight');
});

test('a section is replaced from its heading to the next; the rest stays', async () => {
  const whole = reportOf(
    heading('problems', '存在的主要问题'),
    paragraph(words('旧的问题'), phrase('甲', '1')),
    heading('improvements', '下一步改进措施'),
    paragraph(words('措施'), phrase('乙', '2')),
    { kind: 'signature', lines: [[words('某局')], [words('2024年')]] },
  );
  await opened.reopen(await writeDocx(whole));
  await opened.read();
  const part = reportOf(heading('problems', '存在的主要问题'), paragraph(words('新的问题'), phrase('丙', '3')));
  const trips = await opened.trips(() => opened.insert(part, { kind: 'section', section: 'problems' }));
  expect(trips.filter(({ writes }) => writes)).toHaveLength(1);
  const state = await opened.read();
  expect(state.paragraphs).toEqual(['存在的主要问题', '新的问题3', '下一步改进措施', '措施2', '某局', '2024年']);
  expect(state.controls.map(({ tag }) => tag)).toEqual([
    '章节.problems',
    '丙',
    '章节.improvements',
    '乙',
    '章节.signature',
  ]);
  expect(state.carried?.phrases.map(({ tag }) => tag)).toEqual(['甲', '乙', '丙']);
  const last = reportOf(heading('improvements', '下一步改进措施'), paragraph(words('新措施')));
  await opened.insert(last, { kind: 'section', section: 'improvements' });
  expect((await opened.read()).paragraphs).toEqual([
    '存在的主要问题',
    '新的问题3',
    '下一步改进措施',
    '新措施',
    '某局',
    '2024年',
  ]);
  await expect(opened.insert(part, { kind: 'section', section: 'money' })).rejects.toMatchObject({
    plain: { reason: 'section-missing' },
  });
});

test('a part is put behind the paragraph of the cursor, or at the end', async () => {
  await opened.reopen(await writeDocx(reportOf(paragraph(words('甲'), phrase('子', '1')), paragraph(words('乙')))));
  opened.word.select({ tag: '子' });
  await opened.insert(reportOf(paragraph(words('丙'), phrase('丑', '2'))), { kind: 'cursor' });
  await opened.insert(reportOf(paragraph(words('丁'), phrase('寅', '3'))), { kind: 'end' });
  const state = await opened.read();
  expect(state.paragraphs.filter((text) => text !== '')).toEqual(['甲1', '丙2', '乙', '丁3']);
  expect(state.controls.map(({ tag, text }) => [tag, text])).toEqual([
    ['子', '1'],
    ['丑', '2'],
    ['寅', '3'],
  ]);
  expect(state.carried?.phrases.map(({ tag }) => tag)).toEqual(['子', '丑', '寅']);
});

test('定稿 takes the controls of the report away and no other, and can be taken back', async () => {
  await opened.reopen(await writeDocx(fixtureReport()));
  const before = await opened.read();
  const trips = await opened.trips(async () => {
    expect(await opened.freeze()).toBe(99);
  });
  expect(trips.filter(({ writes }) => writes)).toHaveLength(1);
  const frozen = await opened.read();
  expect(frozen.controls).toEqual([]);
  expect(frozen.paragraphs).toEqual(before.paragraphs);
  expect(frozen.frozen).toHaveLength(99);
  expect(frozen).toEqual(await (await saved()).read());
  const back = await opened.trips(async () => {
    expect(await opened.unfreeze()).toEqual({ restored: 99, lost: [] });
  });
  expect(back.filter(({ writes }) => writes)).toHaveLength(1);
  expect(await opened.read()).toEqual(before);
});

test('what was edited after 定稿 is told and stays; the rest is put back', async () => {
  await opened.reopen(
    await writeDocx(reportOf(paragraph(words('支出'), phrase('甲', '12'), words('万元，增长'), phrase('乙', '3%')))),
  );
  await opened.read();
  await opened.freeze();
  opened.word.type({ paragraph: 0, start: 2, end: 4 }, '15');
  const { restored, lost } = await opened.unfreeze();
  expect([restored, lost.map(({ tag }) => tag)]).toEqual([0, ['甲', '乙']]);
  expect((await opened.read()).paragraphs[0]).toBe('支出15万元，增长3%');
});

test('a phrase is shown, told and copied; its copy is another link', async () => {
  await opened.reopen(
    await writeDocx(reportOf(paragraph(words('支出'), phrase('甲', '12')), paragraph(words('另见')))),
  );
  expect(await opened.reveal({ tag: '甲', index: 0 })).toBe(true);
  expect(opened.word.selectedText()).toBe('12');
  expect(await opened.selectedTag()).toBe('甲');
  expect(await opened.reveal({ tag: '甲', index: 1 })).toBe(false);
  opened.word.select({ paragraph: 1, start: 2, end: 2 });
  expect(await opened.selectedTag()).toBeUndefined();
  await opened.copyPhrase({ tag: '甲', title: '来源', text: '12' });
  opened.word.select({ tag: '甲' });
  await opened.copyPhrase({ tag: '甲', title: '来源', text: '12' });
  const { controls, paragraphs } = await opened.read();
  expect(controls.map(({ tag, text, paragraph: at, locked }) => [tag, text, at, locked])).toEqual([
    ['甲', '12', 0, false],
    ['甲', '12', 0, false],
    ['甲', '12', 1, false],
  ]);
  expect(paragraphs).toEqual(['支出1212', '另见12']);
});

test('moves of the selection are told until nobody listens', async () => {
  await opened.reopen(await writeDocx(reportOf(paragraph(phrase('甲', '12')))));
  await opened.watch();
  opened.word.select({ tag: '甲' });
  await opened.word.settled();
  expect(await opened.moves()).toBeGreaterThan(0);
  await opened.unwatch();
  const before = await opened.moves();
  opened.word.select({ paragraph: 0 });
  await opened.word.settled();
  expect(await opened.moves()).toBe(before);
});

test('a report is opened as a document of its own, complete', async () => {
  await opened.reopen(undefined);
  const report = fixtureReport();
  await opened.openInNewDocument(report);
  expect(opened.word.openedDocuments.at(-1)).toEqual(await writeDocx(report));
});

import fc from 'fast-check';
import { readControls } from '../../../../src/hosts/files/docx/read-document.ts';
import { readCarriedData } from '../../../../src/hosts/files/docx/read-carried-data.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { phrase, todo, words } from './fixture.ts';
import { all, open, parse, reportOf } from './package.ts';

const paragraphOf = (...content: ReturnType<typeof phrase>[]) => reportOf({ kind: 'paragraph', content });

async function readBack(text: string): Promise<string | undefined> {
  const bytes = await writeDocx(paragraphOf(words('甲'), phrase('词', text), words('乙')));
  return (await readControls(bytes))[0]?.text;
}

test.each([
  'a < b && c > "d" \'e\'',
  '{=1+1} { PAGE } =SUM(A1:A3) <w:br/> &amp; &#65;',
  '{default-bullet-numbering-0}',
  '  首尾空格  ',
  '第一行\n第二行\t制表\n\n末行',
  '𠮷野家 👨‍👩‍👧 ﷽',
  '',
])('text stands as it was written: %j', async (text) => {
  expect(await readBack(text)).toBe(text);
});

test.each([
  ['甲\r\n乙\r丙\u2028丁\u000b戊', '甲\n乙\n丙\n丁\n戊'],
  ['甲\u0000\u0008\u001f乙\ufffe', '甲乙'],
  ['甲\ud800乙\udc00', '甲乙'],
])('what a document cannot hold is mended: %j', async (text, expected) => {
  expect(await readBack(text)).toBe(expected);
});

test('line breaks and tabs are elements, not characters', async () => {
  const document = parse(
    (await open(await writeDocx(paragraphOf(phrase('词', '甲\n乙\t丙'))))).get('word/document.xml'),
  );
  expect(all(document, 'w:t').map(({ text }) => text)).toEqual(['甲', '乙', '丙']);
  expect([all(document, 'w:br').length, all(document, 'w:tab').length]).toEqual([1, 1]);
});

test('any text, id and source: text, tag and data are read back as written', async () => {
  const unit = fc.constantFrom(
    '甲',
    '1',
    '%',
    '<',
    '&',
    '"',
    '{',
    '}',
    ' ',
    '\n',
    '\t',
    '𠮷',
    'é',
    ']]>',
    '<!--',
    '，',
    '#',
  );
  const text = fc.string({ unit, maxLength: 90 });
  const content = fc.uniqueArray(fc.record({ id: text, text, source: text }), {
    selector: ({ id }) => id,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(content, async (phrases) => {
      const bytes = await writeDocx(
        paragraphOf(...phrases.map(({ id, text: said, source }) => phrase(id, said, source))),
      );
      const controls = await readControls(bytes);
      const data = await readCarriedData(bytes);
      expect(controls.map((control) => control.text)).toEqual(phrases.map((each) => each.text));
      expect(data?.phrases.map(({ id, text: said, source }) => ({ id, text: said, source }))).toEqual(phrases);
      expect(data?.phrases.map(({ tag }) => tag)).toEqual(controls.map(({ tag }) => tag));
      expect(data?.hashMatches).toBe(true);
      expect(new Set(controls.map(({ tag }) => tag)).size).toBe(phrases.length);
      for (const { tag, title } of controls) {
        expect(tag.length).toBeGreaterThan(0);
        expect(tag.length).toBeLessThanOrEqual(64);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(64);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('an id that fits is its own tag; a longer one is shortened the same way every time, and told apart', async () => {
  const long = '项目.'.repeat(40);
  const report = paragraphOf(phrase('决算数', '1'), phrase(`${long}甲`, '2', long), phrase(`${long}乙`, '3', long));
  const [short, first, second] = await readControls(await writeDocx(report));
  const [, again] = await readControls(await writeDocx(report));
  expect(short?.tag).toBe('决算数');
  expect(first?.tag).toMatch(/^(项目\.)+项?目?~[0-9a-f]{8}$/);
  expect(first?.tag).toHaveLength(64);
  expect(second?.tag).not.toBe(first?.tag);
  expect(again?.tag).toBe(first?.tag);
  expect(first?.title).toHaveLength(64);
});

test('a shortened tag gives way to an id that happens to read the same', async () => {
  const long = '长'.repeat(100);
  const [taken] = await readControls(await writeDocx(paragraphOf(phrase(long, '1'))));
  const controls = await readControls(await writeDocx(paragraphOf(phrase(long, '1'), phrase(taken?.tag ?? '', '2'))));
  expect(controls[1]?.tag).toBe(taken?.tag);
  expect(controls[0]?.tag).toMatch(/^长{47}~[0-9a-f]{16}$/);
});

test('the cut never halves a character', async () => {
  for (const offset of ['', '甲']) {
    const [control] = await readControls(await writeDocx(paragraphOf(phrase(offset + '𠮷'.repeat(50), '1'))));
    expect(control?.tag).not.toMatch(/\p{Surrogate}/u);
    expect(control?.tag).toMatch(/~[0-9a-f]{8}$/);
  }
});

test('a control without a source shows its tag as title', async () => {
  const [control] = await readControls(await writeDocx(paragraphOf(phrase('决算数', '1', ' \n '))));
  expect(control).toMatchObject({ tag: '决算数', title: '决算数', text: '1', paragraph: 0, offset: 0 });
});

test('two phrases with one id are refused', async () => {
  await expect(writeDocx(paragraphOf(phrase('甲', '1'), todo('甲', '2')))).rejects.toThrow('"甲"');
});

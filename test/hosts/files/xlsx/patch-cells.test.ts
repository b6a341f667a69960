import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { at, formula, into, num, sheetOf, text, valueOf } from './support/plans.ts';
import { partText, repack, unzip } from './support/packages.ts';
import { byHand } from './support/workbooks.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = (inner: string): Promise<Uint8Array> => byHand({ sheets: [inner] });
const patched = async (inner: string, ...cells: Parameters<typeof into>[1][]): Promise<string> =>
  (await partText(await patchXlsx(await sheet(inner), into('表1', ...cells)), SHEET)).replace(
    /^.*?<worksheet[^>]*>/s,
    '',
  );

describe('how a cell is written', () => {
  test.each([
    ['a number', num(-0.00000012), '<c r="A1"><v>-1.2e-7</v></c>'],
    [
      'text',
      text(' a<b>&"c" '),
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b&gt;&amp;"c" </t></is></c>',
    ],
    ['a formula', formula('B1<>C1&"x"', 3.5), '<c r="A1"><f>B1&lt;&gt;C1&amp;"x"</f><v>3.5</v></c>'],
    [
      'a formula with text',
      formula('IF(1,"不适用")', '不适用'),
      '<c r="A1" t="str"><f>IF(1,"不适用")</f><v>不适用</v></c>',
    ],
    ['no text', text(''), '<c r="A1" t="inlineStr"><is><t xml:space="preserve"></t></is></c>'],
  ])('%s', async (_name, content, xml) => {
    expect(await patched('<sheetData/>', at('A1', content))).toBe(
      `<sheetData><row r="1">${xml}</row></sheetData></worksheet>`,
    );
  });

  test.each(['=1+1', '+1', '-1', '@A1', "'=1", '=cmd|"/c calc"!A1'])('%s stays text', async (value) => {
    const bytes = await patchXlsx(await sheet('<sheetData/>'), into('表1', at('A1', text(value))));
    expect(await valueOf(bytes, '表1', 'A1')).toBe(value);
    expect((await sheetOf(bytes, '表1')).formulas.size).toBe(0);
  });

  test.each([
    '控制\u0000\u0001\u001f符',
    'a\r\nb\tc\rd',
    '_x000D_ 和 _x005F_',
    '_x0041_x0042_',
    '😀👨‍👩‍👧',
    ']]><c/>',
    '&amp;',
    '\uFFFE\uFFFF',
    '  ',
  ])('%j comes back as it was', async (value) => {
    const plan = into('表1', at('A1', text(value)), at('B1', formula('1', value)));
    const bytes = await patchXlsx(await sheet('<sheetData/>'), plan);
    expect((await sheetOf(bytes, '表1')).rows).toEqual([[value, value]]);
  });

  test('half a surrogate pair cannot be stored', async () => {
    const bytes = await patchXlsx(await sheet('<sheetData/>'), into('表1', at('A1', text('a\uD83Db'))));
    expect(await valueOf(bytes, '表1', 'A1')).toBe('a\uFFFDb');
  });

  test('what describes the old value goes, everything else of the cell stays', async () => {
    const before = `<sheetData><row r="1"><c  r='A1' cm="1" s='7' t="s" vm="2" ph="1"  ><v>0</v><extLst/></c><c r="B1"/></row></sheetData>`;
    expect(await patched(before, at('A1', num(1)), at('B1', text('x')))).toBe(
      `<sheetData><row r="1"><c  r='A1' s='7' ph="1"><v>1</v></c>` +
        '<c r="B1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row></sheetData></worksheet>',
    );
  });
});

describe('where a cell is put', () => {
  const one = (address: string): string => `<c r="${address}"><v>1</v></c>`;

  test('between, before and behind cells and rows that are there', async () => {
    const before =
      '<sheetData>\n<row r="2" spans="2:4"><c r="B2"><v>5</v></c> <c r="D2"/></row>\n<row r="5" ht="20"/><row r="9"> </row></sheetData><foo/>';
    const cells = ['A1', 'A2', 'C2', 'E2', 'F2', 'B3', 'A3', 'C5', 'A9', 'A11', 'A10'].map((address) =>
      at(address, num(1)),
    );
    expect(await patched(before, ...cells)).toBe(
      `<sheetData>\n<row r="1">${one('A1')}</row><row r="2" spans="2:4">${one('A2')}<c r="B2"><v>5</v></c> ${one('C2')}<c r="D2"/>${one('E2')}${one('F2')}</row>\n` +
        `<row r="3">${one('A3')}${one('B3')}</row><row r="5" ht="20">${one('C5')}</row><row r="9"> ${one('A9')}</row>` +
        `<row r="10">${one('A10')}</row><row r="11">${one('A11')}</row></sheetData><foo/></worksheet>`,
    );
  });

  test('rows and cells without an address keep their places', async () => {
    const before =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c><v>3</v></c></row><row><c/></row></sheetData>';
    const plan = into(
      '表1',
      at('B1', num(20)),
      at('C1', num(30)),
      at('B4', num(40)),
      at('A5', num(50)),
      at('A2', num(60)),
    );
    const bytes = await patchXlsx(await sheet(before), plan);
    expect((await sheetOf(bytes, '表1')).rows).toEqual([[1, 20, 30], [60], [], [3, 40], [50]]);
  });

  test('with the prefix that the part uses', async () => {
    const before =
      '<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<!-- 注 --><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const plan = into('表1', at('A1', formula('B1', 2)), at('B1', num(2)), at('A2', text('文')));
    const bytes = await patchXlsx(await sheet(before), plan);
    expect(await partText(bytes, SHEET)).toBe(
      '<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
        '<!-- 注 --><x:row r="1"><x:c r="A1"><x:f>B1</x:f><x:v>2</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve">文</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test('a new cell takes the style of its row or column', async () => {
    const before =
      '<cols><col min="2" max="3" style="4"/></cols><sheetData><row r="1" s="6" customFormat="1"/><row r="2" s="6"/></sheetData>';
    const xml = await patched(before, at('B1', num(1)), at('B2', num(1)), at('C3', num(1)), at('D3', num(1)));
    expect(xml).toContain('<c r="B1" s="6">');
    expect(xml).toContain('<c r="B2" s="4">');
    expect(xml).toContain('<c r="C3" s="4">');
    expect(xml).toContain('<c r="D3"><v>');
  });

  test.each([
    ['A1:C3', 'B2', 'A1:C3'],
    ['A1', 'C5', 'A1:C5'],
    ['B2:C3', 'A1', 'A1:C3'],
    ['weird', 'A1', 'weird'],
  ])('the used range %s with %s is %s', async (ref, address, expected) => {
    const xml = await patched(`<dimension  ref='${ref}' />`.concat('<sheetData/>'), at(address, num(1)));
    expect(/<dimension[^>]*ref=["']([^"']*)/.exec(xml)?.[1]).toBe(expected);
    expect(xml.startsWith(`<dimension  ref=`)).toBe(true);
  });

  test('a part in UTF-16 stays in UTF-16', async () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c><v>8</v></c></row></sheetData></worksheet>';
    const utf16 = (value: string): Uint8Array =>
      new Uint8Array(Uint16Array.from(Array.from(value, (letter) => letter.charCodeAt(0))).buffer);
    const bytes = await repack(await sheet('<sheetData/>'), { [SHEET]: utf16(xml) });
    const after = (await unzip(await patchXlsx(bytes, into('表1', at('A1', num(9)))))).get(SHEET);
    expect(after).toEqual(utf16(xml.replace('8', '9')));
  });
});

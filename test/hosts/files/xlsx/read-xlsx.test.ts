import { readXlsx as readWithLibrary } from 'hucre/xlsx';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { sheetOf, valueOf } from './support/plans.ts';
import { byHand, everything, made } from './support/workbooks.ts';
import { repack } from './support/packages.ts';

const rows = (...cells: string[]): string =>
  `<sheetData>${cells.map((row, index) => `<row r="${String(index + 1)}">${row}</row>`).join('')}</sheetData>`;

describe('values', () => {
  test('every kind of cell', async () => {
    const bytes = await byHand({
      sheets: [
        rows(
          '<c r="A1"><v>1.5E-3</v></c><c r="B1" t="n"><v> 12 </v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>',
          '<c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="str"><v>文</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" s="3"/>',
          '<c r="A3"><f>1+1</f></c><c r="B3"><f>A1*2</f><v>0.003</v></c><c r="C3" t="str"><f>""</f><v></v></c>' +
            '<c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        ),
      ],
      sharedStrings: '<si><t>共享</t></si>',
    });
    const sheet = await sheetOf(bytes, '表1');
    expect(sheet.rows).toEqual([
      [0.0015, 12, true, false],
      [{ error: '#REF!' }, '文', '共享'],
      [null, 0.003, '', { error: '#DIV/0!' }],
    ]);
    expect([...sheet.formulas]).toEqual([
      ['2,0', '1+1'],
      ['2,1', 'A1*2'],
      ['2,2', '""'],
      ['2,3', '1/0'],
    ]);
  });

  test('text: runs, phonetic marks, blanks, entities, line breaks, escapes, CDATA', async () => {
    const bytes = await byHand({
      sheets: [
        rows(
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>',
          '<c r="A2" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>' +
            '<c r="B2" t="inlineStr"><is><t><![CDATA[a<b]]>&amp;c</t></is></c>',
        ),
      ],
      sharedStrings:
        '<si><r><t>部</t></r><r><t>门</t></r><rPh sb="0" eb="1"><t>bu</t></rPh></si>' +
        '<si><t xml:space="preserve">  前后  </t></si><si><t>a_x000D_b_x005F_x000D_ _xZZZZ_</t></si><si><t>&lt;&#20013;&#x1F600;&gt;\n行</t></si>',
    });
    expect((await sheetOf(bytes, '表1')).rows).toEqual([
      ['部门', '  前后  ', 'a\rb_x000D_ _xZZZZ_', '<中😀>\n行'],
      ['甲 乙', 'a<b&c'],
    ]);
  });

  test.each([
    ['1900', '', 45366, 60],
    ['1904', '<workbookPr date1904="1"/>', 43904, -1402],
  ])('dates are their serial numbers, in the %s system', async (_name, workbookPr, date, leap) => {
    const styles =
      '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
      '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const bytes = await byHand({
      workbookPr,
      styles,
      sheets: [
        rows(
          '<c r="A1" s="1"><v>45366.123456789</v></c><c r="B1" s="1"><v>60</v></c><c r="C1" s="1"><v>0.1</v></c>',
          '<c r="A2" t="d"><v>2024-03-15</v></c><c r="B2" t="d"><v>2024-03-15T12:00:00</v></c><c r="C2" t="d"><v>1900-02-29</v></c>',
        ),
      ],
    });
    const sheet = await sheetOf(bytes, '表1');
    expect(sheet.rows[0]).toEqual([45366.123456789, 60, 0.1]);
    expect(sheet.rows[1]?.slice(0, 2)).toEqual([date, date + 0.5]);
    // 29 February 1900 is a day only in spreadsheets; read as 1 March, as the calendar has it.
    expect(sheet.rows[1]?.[2]).toBe(leap + 1);
  });

  test('rows and cells without an address follow the one before', async () => {
    const bytes = await byHand({
      sheets: [
        '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"><c r="b4"><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
      ],
    });
    expect((await sheetOf(bytes, '表1')).rows).toEqual([[1, null, null, 2, 3], [], [], [null, 4], [5]]);
  });

  test('cells that only carry a format do not widen the grid', async () => {
    const bytes = await byHand({ sheets: [rows('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>', '<c r="XFD2" s="1"/>')] });
    expect((await sheetOf(bytes, '表1')).rows).toEqual([[1]]);
  });
});

describe('formulas', () => {
  test('a shared formula is written out for each cell', async () => {
    const bytes = await byHand({
      sheets: [
        rows(
          '<c r="C1"><f t="shared" ref="C1:D2" si="0">A1*$B$1+LOG10(A1)&amp;"A1"</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c>',
          '<c r="C2"><f t="shared" si="0"/><v>3</v></c>',
          '<c r="A3"><f t="array" ref="A3:A4">B1:B2*2</f><v>4</v></c>',
          '<c r="A4"><v>5</v></c>',
        ),
      ],
    });
    const { formulas } = await sheetOf(bytes, '表1');
    expect(Object.fromEntries(formulas)).toEqual({
      '0,2': 'A1*$B$1+LOG10(A1)&"A1"',
      '0,3': 'B1*$B$1+LOG10(B1)&"A1"',
      '1,2': 'A2*$B$1+LOG10(A2)&"A1"',
      '2,0': 'B1:B2*2',
    });
  });
});

test('a number of a shared formula may be used again further down', async () => {
  const bytes = await byHand({
    sheets: [
      rows(
        '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c>',
        '<c r="A2"><f t="shared" si="0"/></c>',
        '<c r="A3"><f t="shared" ref="A3:A4" si="0">C3*2</f></c>',
        '<c r="A4"><f t="shared" si="0"/></c>',
      ),
    ],
  });
  expect([...(await sheetOf(bytes, '表1')).formulas.values()].sort()).toEqual(['B1', 'B2', 'C3*2', 'C4*2']);
});

describe('workbooks', () => {
  test('sheets, hidden ones, merged ranges', async () => {
    const { sheets, written } = await readXlsx(await everything());
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['预算', false],
      ['明细', false],
      ['透视', false],
      ['隐藏', true],
      ['很隐藏', true],
    ]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect(sheets[0]?.formulas.get('3,3')).toBe('C4/B4');
    expect(written).toEqual([]);
  });

  test('absolute and differently cased part names', async () => {
    const bytes = await byHand({ sheets: [rows('<c><v>7</v></c>')], target: '/XL/Worksheets/' });
    expect(await valueOf(bytes, '表1', 'A1')).toBe(7);
  });

  test('the Strict form of the standard', async () => {
    const bytes = await byHand({
      sheets: [rows('<c r="A1" t="d"><v>2024-03-15</v></c>')],
      main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
      office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
    });
    expect(await valueOf(bytes, '表1', 'A1')).toBe(45366);
  });

  test('prefixed namespaces and a byte order mark', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = await byHand({ sheets: [sheet] });
    const marked = await repack(bytes, { 'xl/worksheets/sheet1.xml': (xml) => `\uFEFF${xml}` });
    expect(await valueOf(marked, '表1', 'A1')).toBe('前缀');
  });

  test('parts in UTF-16', async () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c><v>8</v></c></row></sheetData></worksheet>';
    const utf16 = new Uint8Array(Uint16Array.from(Array.from(xml, (letter) => letter.charCodeAt(0))).buffer);
    const bytes = await repack(await byHand({ sheets: [rows()] }), { 'xl/worksheets/sheet1.xml': utf16 });
    expect(await valueOf(bytes, '表1', 'A1')).toBe(8);
  });

  test('agrees with another reader on what both can read', async () => {
    const bytes = await made({
      name: '数据',
      rows: Array.from({ length: 60 }, (_row, index) => [
        `科目${String(index)}`,
        index / 7,
        index % 2 === 0,
        null,
        `a&<b>${String(index)}`,
      ]),
      merges: [{ startRow: 3, startCol: 0, endRow: 4, endCol: 1 }],
    });
    const theirs = (await readWithLibrary(bytes)).sheets[0];
    const ours = await sheetOf(bytes, '数据');
    expect(ours.rows).toEqual(theirs?.rows);
    expect(ours.merges).toEqual([{ top: 3, left: 0, bottom: 4, right: 1 }]);
  });
});

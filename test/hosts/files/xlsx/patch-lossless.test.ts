import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { readXlsx as readWithLibrary } from 'hucre/xlsx';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { at, formula, into, num, text } from './support/plans.ts';
import { compare, partText, repack, unzip, withoutCells } from './support/packages.ts';
import { byHand, everything } from './support/workbooks.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const NEEDED = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', SHEET];
const RECORD = ['customXml/item1.xml', 'customXml/itemProps1.xml', 'customXml/_rels/item1.xml.rels'];

test('only the touched sheet and the record of the write differ', async () => {
  const before = await everything();
  const addresses = ['C3', 'D4', 'A5', 'F7'];
  const plan = into(
    '预算',
    at('C3', num(5)),
    at('D4', formula('C4/B4', 0.95)),
    at('A5', text('更新')),
    at('F7', num(1)),
  );
  const after = await patchXlsx(before, plan);
  const { changed, added, removed } = await compare(before, after);
  expect(changed.sort()).toEqual([...NEEDED].sort());
  expect(added).toEqual(RECORD);
  expect(removed).toEqual([]);
  const [old, now] = [await partText(before, SHEET), await partText(after, SHEET)];
  expect(withoutCells(now, addresses)).toBe(withoutCells(old, addresses));
  expect(withoutCells(old, addresses)).toContain('sheetProtection');
  expect(withoutCells(old, addresses)).not.toContain('r="C3"');
});

test('relationships and content types only grow', async () => {
  const before = await everything();
  const after = await patchXlsx(before, into('预算', at('C3', num(5))));
  for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
    const [old, now] = [await partText(before, part), await partText(after, part)];
    const tail = old.lastIndexOf('</');
    expect(now.startsWith(old.slice(0, tail))).toBe(true);
    expect(now.endsWith(old.slice(tail))).toBe(true);
    expect(now.slice(tail, now.length - (old.length - tail))).toMatch(/customXml/);
  }
});

test('macros, charts, tables, pivots, comments, unknown parts are there and untouched', async () => {
  const before = await everything();
  const names = [...(await unzip(before)).keys()];
  for (const kind of [
    'vbaProject.bin',
    'charts/chart',
    'tables/table',
    'pivotTables/',
    'comments',
    'unknown/part.bin',
    'thumbnail',
  ]) {
    expect(names.filter((name) => name.includes(kind))).not.toEqual([]);
  }
  const { changed, removed } = await compare(before, await patchXlsx(before, into('明细', at('B2', num(11)))));
  expect([...changed, ...removed].filter((name) => !/sheet2|Content_Types|workbook\.xml\.rels/.test(name))).toEqual([]);
});

test('entries keep order, names, time stamps and compressed bytes', async () => {
  const before = await everything();
  const after = await patchXlsx(before, into('预算', at('C3', num(5))));
  const list = async (bytes: Uint8Array): Promise<[string, number, number][]> =>
    (await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()).map((entry) => [
      entry.filename,
      Number(entry.rawLastModDate),
      entry.compressedSize,
    ]);
  const old = await list(before);
  const now = await list(after);
  expect(now.slice(0, old.length).map(([name, date]) => [name, date])).toEqual(old.map(([name, date]) => [name, date]));
  expect(now.filter(([name]) => !NEEDED.includes(name)).slice(0, old.length - NEEDED.length)).toEqual(
    old.filter(([name]) => !NEEDED.includes(name)),
  );
});

test('the same input gives the same file', async () => {
  const before = await everything();
  const plan = into('预算', at('C3', num(5), 'score'));
  expect(await patchXlsx(before, plan)).toEqual(await patchXlsx(before, plan));
});

test('an empty plan gives the file as it is, and the input is never changed', async () => {
  const before = await everything();
  const copy = before.slice();
  expect(await patchXlsx(before, { changes: [{ sheet: '预算', cells: [] }], newSheets: [] })).toEqual(copy);
  await patchXlsx(before, into('预算', at('C3', num(5))));
  expect(before).toEqual(copy);
});

test('another reader sees the same workbook but for the touched cell', async () => {
  const before = await everything();
  const after = await patchXlsx(before, into('预算', at('C3', num(5))));
  const [old, now] = [await readWithLibrary(before), await readWithLibrary(after)];
  const rows = old.sheets[0]?.rows ?? [];
  if (rows[2] !== undefined) rows[2][2] = 5;
  expect(now.sheets).toEqual(old.sheets);
  expect(now.namedRanges).toEqual(old.namedRanges);
});

describe('the order of calculation', () => {
  const rows =
    '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><f>1</f><v>1</v></c></row><row r="2"><c r="A2"><f>2</f><v>2</v></c></row></sheetData>';
  const chain = (entries: string): Promise<Uint8Array> =>
    byHand({
      sheets: [rows, rows],
      relationships:
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
      parts: { 'xl/calcChain.xml': `<calcChain>${entries}</calcChain>` },
    });
  // 表1 has the number 5, 表2 the number 6.
  const ENTRIES = '<c r="A2" i="5"/><c r="B1"/><c r="A1" l="1"/><c r="A1" i="6"/><c r="B1"/>';

  test('loses a cell without a formula, and the next one takes over its sheet', async () => {
    const bytes = await patchXlsx(
      await chain(ENTRIES),
      into('表1', at('A2', num(1)), at('B1', text('x')), at('C1', num(1))),
    );
    expect(await partText(bytes, 'xl/calcChain.xml')).toBe(
      '<calcChain><c r="A1" l="1" i="5"/><c r="A1" i="6"/><c r="B1"/></calcChain>',
    );
  });

  test('stays as it is when formulas replace formulas', async () => {
    const bytes = await patchXlsx(
      await chain(ENTRIES),
      into('表1', at('A2', formula('3', 3)), at('C1', formula('4', 4))),
    );
    expect(await partText(bytes, 'xl/calcChain.xml')).toBe(`<calcChain>${ENTRIES}</calcChain>`);
  });

  test('goes when it would be empty', async () => {
    const before = await chain('<c r="A1" i="6"/>');
    const after = await patchXlsx(before, into('表2', at('A1', num(1))));
    expect((await compare(before, after)).removed).toEqual(['xl/calcChain.xml']);
    expect(await partText(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

describe('the number format of a cell on an existing sheet', () => {
  const STYLES =
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="4" fontId="0"/>' +
    '<xf numFmtId="0" fontId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs><cellStyles count="0"/>';
  const rows = '<sheetData><row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/></row></sheetData>';
  const file = (): Promise<Uint8Array> => byHand({ sheets: [rows], styles: STYLES });

  test('is set where it is General, by a copy of the cell style', async () => {
    const before = await file();
    const after = await patchXlsx(
      before,
      into(
        '表1',
        at('A1', num(0.5), 'rate'),
        at('B1', num(0.5), 'rate'),
        at('C1', num(9.8), 'score'),
        at('D1', num(1), 'weight'),
        at('E1', num(1), 'header'),
      ),
    );
    const sheet = await partText(after, SHEET);
    expect(sheet.match(/<c r="\w+"( s="\d+")?/g)).toEqual([
      '<c r="A1" s="3"',
      '<c r="B1" s="1"',
      '<c r="C1" s="4"',
      '<c r="D1" s="5"',
      '<c r="E1"',
    ]);
    const styles = await partText(after, 'xl/styles.xml');
    expect(styles).toBe(
      (await partText(before, 'xl/styles.xml'))
        .replace('<fonts', '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts')
        .replace('<cellXfs count="3">', '<cellXfs count="6">')
        .replace(
          '</cellXfs>',
          '<xf numFmtId="10" fontId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" applyAlignment="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>' +
            '<xf numFmtId="164" fontId="0" applyNumberFormat="1"/></cellXfs>',
        ),
    );
  });

  test('is added once, however often it is written', async () => {
    const plan = into('表1', at('A1', num(0.5), 'rate'), at('C1', num(1), 'score'), at('F1', num(1), 'total-score'));
    const once = await patchXlsx(await file(), plan);
    const fresh = await repack(once, { [SHEET]: (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, rows) });
    const twice = await patchXlsx(fresh, plan);
    expect((await compare(fresh, twice)).changed).toEqual([SHEET]);
  });

  test('joins the formats that are listed', async () => {
    const styles = `<numFmts count="1"><numFmt numFmtId="176" formatCode="0.000"/></numFmts>${STYLES}`;
    const after = await patchXlsx(await byHand({ sheets: [rows], styles }), into('表1', at('A1', num(1), 'score')));
    expect(await partText(after, 'xl/styles.xml')).toContain(
      '<numFmts count="2"><numFmt numFmtId="176" formatCode="0.000"/><numFmt numFmtId="177" formatCode="0.0"/></numFmts>',
    );
  });

  test('cannot be set without a style sheet, which is no reason not to write', async () => {
    const after = await patchXlsx(await byHand({ sheets: [rows] }), into('表1', at('A1', num(1), 'score')));
    expect(await partText(after, SHEET)).toContain('<c r="A1"><v>1</v></c>');
  });
});

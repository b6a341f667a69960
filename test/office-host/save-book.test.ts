import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { byHand, made } from '../hosts/files/xlsx/support/workbooks.ts';
import { partText, unzip } from '../hosts/files/xlsx/support/packages.ts';
import { parseArea } from './excel/model/area.ts';
import { loadBook } from './excel/xlsx/load-book.ts';
import { saveBook } from './excel/xlsx/save-book.ts';

const sample = new Uint8Array(readFileSync(join(__dirname, '../../assets/sample.xlsx')));

it('saves a workbook that nobody touched with the same cells, merges and names', async () => {
  const saved = await saveBook(await loadBook(sample));
  expect(await readXlsx(saved)).toEqual(await readXlsx(sample));
});

it('writes every sheet anew without losing a value, a formula or a merge', async () => {
  const loaded = await loadBook(sample);
  for (const sheet of loaded.book.sheets) Object.assign(sheet.changed, { cells: true, layout: true });
  const saved = await saveBook(loaded);
  expect(await readXlsx(saved)).toEqual(await readXlsx(sample));
  const again = await loadBook(saved);
  const looks = ({ book }: typeof loaded): unknown[] =>
    book.sheets.map((sheet) => [
      sheet.name,
      sheet.visibility,
      sheet.frozenRows,
      [...sheet.columnWidths],
      sheet.rows.map((row) => row.map((cell) => cell && book.styles.look(cell.style))),
    ]);
  expect(looks(again)).toEqual(looks(loaded));
});

it('writes out formulas that share a text, and keeps errors, logical values and texts that look like numbers', async () => {
  const bytes = await byHand({
    sheets: [
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>10</v></c><c r="C2" t="e"><v>#N/A</v></c></row>' +
        '<row r="3" ht="30" hidden="1"><c r="A3" t="b"><v>1</v></c><c r="B3" t="inlineStr"><is><t>00123</t></is></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>',
    ],
  });
  const loaded = await loadBook(bytes);
  const [sheet] = loaded.book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  expect(sheet.cell(1, 1)?.formula).toBe('=A2*2');
  loaded.book.write(sheet, parseArea('A2'), 6, 'user');
  expect(sheet.cell(1, 1)?.value).toBe(12);
  const saved = await saveBook(loaded);
  const [before] = (await readXlsx(bytes)).sheets;
  const [after] = (await readXlsx(saved)).sheets;
  expect(after).toEqual({
    ...before,
    rows: [
      [1, 2],
      [6, 12, { error: '#N/A' }],
      [true, '00123'],
    ],
  });
  expect(await partText(saved, 'xl/worksheets/sheet1.xml')).toMatch(/<row r="3" hidden="1" ht="30"/);
});

it('saves what was added, renamed, deleted, hidden, and how it looks', async () => {
  const loaded = await loadBook(
    await made(
      { name: '甲', rows: [[1], [2]] },
      { name: '乙', rows: [[{ value: 3, formula: '甲!A1+甲!A2' } as never]] },
      { name: '丙', rows: [['走']] },
    ),
  );
  const { book } = loaded;
  book.names.push({ name: '合计', formula: '=甲!$A$1', visible: true, comment: '', sheet: undefined, builtIn: false });
  book.write(book.sheetAt('乙'), parseArea('A1'), '=甲!A1+甲!A2', 'user');
  book.renameSheet(book.sheetAt('甲'), '2023 甲');
  book.deleteSheet(book.sheetAt('丙'), 'user');
  const added = book.addSheet('得分', 'user');
  book.write(added, parseArea('A1:B1'), [['得分', 97.5]], 'user');
  book.restyle(added, parseArea('A1'), { bold: true, fillColor: '#FFF2CC', horizontal: 'Center' });
  book.restyle(added, parseArea('B1'), { numberFormat: '0.00' });
  added.frozenRows = 1;
  added.columnWidths.set(1, 20);
  added.merges.push(parseArea('C1:D1'));
  added.changed.layout = true;
  book.show(book.sheetAt('乙'), 'Hidden');
  book.customXml.add('<r xmlns="urn:test">α&amp;β</r>');
  const saved = await saveBook(loaded);
  const read = await readXlsx(saved);
  expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['2023 甲', false],
    ['乙', true],
    ['得分', false],
  ]);
  expect(read.sheets[1]?.formulas.get('0,0')).toBe("'2023 甲'!A1+'2023 甲'!A2");
  const again = await loadBook(saved);
  const look = (address: string) => {
    const { top, left } = parseArea(address);
    return again.book.styles.look(again.book.sheetAt('得分').cell(top, left)?.style ?? 0);
  };
  expect(look('A1')).toMatchObject({ bold: true, fillColor: '#FFF2CC', horizontal: 'Center', numberFormat: 'General' });
  expect(look('B1')).toMatchObject({ bold: false, numberFormat: '0.00' });
  expect(again.book.sheetAt('得分')).toMatchObject({ frozenRows: 1, merges: [parseArea('C1:D1')] });
  expect(again.book.names.map(({ name, formula }) => [name, formula])).toEqual([['合计', "='2023 甲'!$A$1"]]);
  expect(again.book.customXml.inNamespace('urn:test').map(({ xml }) => xml)).toEqual([
    expect.stringContaining('α&amp;β'),
  ]);
  expect([...(await unzip(saved)).keys()].filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(3);
});

it('keeps protection, notes and parts that it does not know, byte for byte', async () => {
  const bytes = await byHand({
    sheets: [
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetProtection password="CC1A" sheet="1" formatCells="0"/>',
    ],
    parts: { 'xl/odd.bin': new Uint8Array([1, 2, 3]) },
  });
  const loaded = await loadBook(bytes);
  expect(loaded.book.sheets[0]?.protection).toEqual({ allowFormatCells: true });
  const [sheet] = loaded.book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  sheet.changed.cells = true;
  const saved = await saveBook(loaded);
  expect(await partText(saved, 'xl/worksheets/sheet1.xml')).toContain(
    '<sheetProtection password="CC1A" sheet="1" formatCells="0"/>',
  );
  expect((await unzip(saved)).get('xl/odd.bin')).toEqual(new Uint8Array([1, 2, 3]));
});

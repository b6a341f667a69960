import type { WritePlan } from '../../../../src/core/workbook/write-plan.ts';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { WriteRefused } from '../../../../src/hosts/ports/write-refused.ts';
import { WorkbookFile } from '../../../../src/hosts/files/workbook-file.ts';
import { at, formula, into, num, sheetOf, text } from './support/plans.ts';
import { repack } from './support/packages.ts';
import { byHand, everything, made } from './support/workbooks.ts';

const SPECIAL =
  '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">D1:D2</f><v>1</v></c>' +
  '<c r="E1"><f t="array" ref="E1">SUM(D1:D2*2)</f><v>1</v></c></row>' +
  '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><v>2</v></c><c r="G2"><f t="dataTable" ref="G2:H3" dt2D="1" r1="A1" r2="B1"/><v>1</v></c></row>' +
  '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="J1:K2"/></mergeCells>';
const special = (): Promise<Uint8Array> => byHand({ sheets: [SPECIAL] });

const newSheet = (name: string): WritePlan => ({
  changes: [],
  newSheets: [{ name, cells: [], merges: [], columnWidths: [], headerRow: -1 }],
});

const refusals: [string, string, () => Promise<Uint8Array>, WritePlan][] = [
  [
    'the cell that holds a shared formula',
    'shared-formula 表1 A1',
    special,
    into('表1', at('A1', num(1)), at('A2', num(1))),
  ],
  ['part of an array formula', 'array-formula 表1 C2', special, into('表1', at('C2', num(1)))],
  ['the holder of an array formula', 'array-formula 表1 C1', special, into('表1', at('C1', formula('1', 1)))],
  ['a data table', 'data-table 表1 H3', special, into('表1', at('H3', num(1)))],
  ['a cell behind a merged one', 'merged 表1 K1', special, into('表1', at('J1', num(1)), at('K1', num(1)))],
  ['a table heading', 'table-header 明细 B1', everything, into('明细', at('B1', text('数额')))],
  ['a sheet that is not there', 'sheet-missing 表9', special, into('表9', at('A1', num(1)))],
  ['a cell twice', 'written-twice 表1 A9', special, into('表1', at('A9', num(1)), at('A9', num(2)))],
  [
    'a cell twice in two lists',
    'written-twice 表1 A9',
    special,
    { changes: [...into('表1', at('A9', num(1))).changes, ...into('表1', at('A9', num(2))).changes], newSheets: [] },
  ],
  [
    'a row beyond the sheet',
    'outside-sheet 表1 A1048577',
    special,
    into('表1', { row: 1_048_576, column: 0, content: num(1) }),
  ],
  [
    'a column beyond the sheet',
    'outside-sheet 表1 XFE1',
    special,
    into('表1', { row: 0, column: 16_384, content: num(1) }),
  ],
  ['a number that is none', 'bad-content 表1 A9', special, into('表1', at('A9', num(Number.NaN)))],
  ['an infinite result', 'bad-content 表1 A9', special, into('表1', at('A9', formula('1', Infinity)))],
  ['too long a text', 'bad-content 表1 A9', special, into('表1', at('A9', text('长'.repeat(32_768))))],
  ['too long a formula', 'bad-content 表1 A9', special, into('表1', at('A9', formula('1+'.repeat(5000), 1)))],
  ['an empty formula', 'bad-content 表1 A9', special, into('表1', at('A9', formula('', 1)))],
  ['a name that another sheet has', 'sheet-exists 很隐藏', everything, newSheet('很隐藏')],
  ['a name in other capitals', 'sheet-exists DATA', () => made({ name: 'Data', rows: [] }), newSheet('DATA')],
  [
    'one new name twice',
    'sheet-exists 新',
    special,
    { changes: [], newSheets: [...newSheet('新').newSheets, ...newSheet('新').newSheets] },
  ],
  ['an empty name', 'bad-sheet-name', special, newSheet('')],
  ['too long a name', `bad-sheet-name ${'长'.repeat(32)}`, special, newSheet('长'.repeat(32))],
  ['a name with a slash', 'bad-sheet-name 评分/表', special, newSheet('评分/表')],
  ['a name in apostrophes', "bad-sheet-name '评分'", special, newSheet("'评分'")],
  [
    'a signed file',
    'signed',
    async () => repack(await special(), { '_xmlsignatures/origin.sigs': '' }),
    into('表1', at('B9', num(1))),
  ],
];

test.each(refusals)('%s is refused: %s', async (_name, message, make, plan) => {
  const bytes = await make();
  const file = new WorkbookFile(bytes);
  const failure: unknown = await file.write(plan).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WriteRefused);
  expect(failure).toMatchObject({ name: 'WriteRefused', message });
  expect(file.bytes()).toBe(bytes);
});

test('the error says where', async () => {
  const failure: unknown = await patchXlsx(await special(), into('表1', at('K2', num(1)))).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ reason: 'merged', sheet: '表1', address: 'K2' });
});

describe('what is safe is written', () => {
  test('a cell that uses a shared formula', async () => {
    const sheet = await sheetOf(await patchXlsx(await special(), into('表1', at('A2', num(20)))), '表1');
    expect(sheet.rows.map((row) => row[0])).toEqual([1, 20, 3]);
    expect([sheet.formulas.get('0,0'), sheet.formulas.get('1,0'), sheet.formulas.get('2,0')]).toEqual([
      'B1',
      undefined,
      'B3',
    ]);
  });

  test('a shared formula with all its cells', async () => {
    const plan = into('表1', at('A1', formula('B1*2', 1)), at('A2', formula('B2*2', 2)), at('A3', num(3)));
    const { formulas } = await sheetOf(await patchXlsx(await special(), plan), '表1');
    expect([formulas.get('0,0'), formulas.get('1,0'), formulas.get('2,0')]).toEqual(['B1*2', 'B2*2', undefined]);
  });

  test('array formulas as a whole', async () => {
    const plan = into('表1', at('C1', num(5)), at('C2', num(6)), at('E1', num(7)));
    const { rows, formulas } = await sheetOf(await patchXlsx(await special(), plan), '表1');
    expect([rows[0]?.[2], rows[1]?.[2], rows[0]?.[4]]).toEqual([5, 6, 7]);
    expect([...formulas.keys()]).toEqual(['0,0', '1,0', '2,0']);
  });

  test('the top left cell of a merged range, and cells of a table below its heading', async () => {
    const merged = await sheetOf(await patchXlsx(await special(), into('表1', at('J1', text('题')))), '表1');
    expect(merged.rows[0]?.[9]).toBe('题');
    const table = await sheetOf(await patchXlsx(await everything(), into('明细', at('B3', num(7)))), '明细');
    expect(table.rows[2]).toEqual(['差旅费', 7]);
  });
});

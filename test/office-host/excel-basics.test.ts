import { byHand } from '../hosts/files/xlsx/support/workbooks.ts';
import { excelForEachTest } from './support/one-excel.ts';

const open = excelForEachTest();

it('boots Office.js as Excel on the web', async () => {
  const excel = await open();
  const info = await excel.frame.evaluate(async () => {
    const ready = await Office.onReady();
    return {
      ...ready,
      language: Office.context.displayLanguage,
      theme: Office.context.officeTheme.bodyBackgroundColor,
      width: innerWidth,
    };
  });
  expect(info).toMatchObject({
    host: 'Excel',
    platform: 'OfficeOnline',
    language: 'zh-CN',
    theme: '#FFFFFF',
    width: 350,
  });
  await excel.setTheme('dark');
  const dark = await excel.frame.evaluate(() => ({
    body: Office.context.officeTheme.bodyBackgroundColor,
    media: matchMedia('(prefers-color-scheme: dark)').matches,
  }));
  expect(dark).toEqual({ body: '#262626', media: true });
  expect(excel.strayRequests).toEqual([]);
  expect(excel.errors).toEqual([]);
});

it('reads the used ranges of all sheets in two round trips', async () => {
  const excel = await open();
  const read = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility');
      await context.sync();
      const ranges = sheets.items.map((sheet) => {
        const range = sheet.getUsedRangeOrNullObject(true);
        range.load('address,values,formulas,text,numberFormat,valueTypes');
        return range;
      });
      await context.sync();
      return ranges.map(({ address, values, valueTypes }) => ({ address, values, valueTypes }));
    }),
  );
  expect(read).toEqual([
    {
      address: '预算!A1:B3',
      values: [
        ['项目', '金额'],
        ['办公费', 12.5],
        ['差旅费', 30],
      ],
      valueTypes: [
        ['String', 'String'],
        ['String', 'Double'],
        ['String', 'Double'],
      ],
    },
    { address: '执行!A1:A2', values: [[1], [2]], valueTypes: [['Double'], ['Double']] },
  ]);
  expect(excel.log.roundTrips).toHaveLength(2);
  expect(excel.log.roundTrips.every(({ writes, outcome }) => !writes && outcome === 'ok')).toBe(true);
});

it('writes sparsely: null leaves a cell alone, a text is taken as typed, an empty text clears', async () => {
  const excel = await open();
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('预算');
      sheet.getRange('A2:B5').values = [
        [null, 13],
        ['', null],
        ["'00123", '50%'],
        ['2023-05-06', '=SUM(B2:B3)'],
      ];
      sheet.getRange('B2').numberFormat = [['0.00']];
      await context.sync();
    }),
  );
  const shown = ['A2', 'B2', 'A3', 'B3', 'A4', 'B4', 'A5', 'B5'].map((address) => excel.cell('预算', address));
  expect(shown).toEqual([
    { value: '办公费', formula: undefined, numberFormat: 'General' },
    { value: 13, formula: undefined, numberFormat: '0.00' },
    { value: null, formula: undefined, numberFormat: 'General' },
    { value: 30, formula: undefined, numberFormat: 'General' },
    { value: '00123', formula: undefined, numberFormat: 'General' },
    { value: 0.5, formula: undefined, numberFormat: '0%' },
    { value: 45052, formula: undefined, numberFormat: 'yyyy/m/d' },
    { value: 43, formula: '=SUM(B2:B3)', numberFormat: 'General' },
  ]);
  const text = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('预算').getRange('B2:B5').load('text');
      await context.sync();
      return range.text;
    }),
  );
  expect(text).toEqual([['13.00'], ['30'], ['50%'], ['43']]);
});

it('takes a write of many cells, which the client library sends in pieces, in one round trip', async () => {
  const excel = await open();
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const values = Array.from({ length: 3000 }, (_row, row) =>
        Array.from({ length: 4 }, (_cell, column) => row * 10 + column),
      );
      context.workbook.worksheets.getItem('执行').getRange('A1:D3000').values = values;
      await context.sync();
    }),
  );
  expect(excel.cell('执行', 'D3000').value).toBe(29_993);
  expect(excel.log.roundTrips).toHaveLength(1);
});

it('keeps a range over several round trips, adds a sheet, and finds none where there is none', async () => {
  const excel = await open();
  const found = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('得分');
      const range = sheet.getRange('A1:B1');
      range.values = [['得分', 97.5]];
      range.format.font.bold = true;
      range.format.fill.color = '#FFF2CC';
      sheet.freezePanes.freezeRows(1);
      const missing = context.workbook.worksheets.getItemOrNullObject('无');
      const unused = missing.getUsedRangeOrNullObject();
      await context.sync();
      range.load('values');
      range.format.font.load('bold');
      await context.sync();
      sheet.activate();
      range.select();
      await context.sync();
      return {
        values: range.values,
        bold: range.format.font.bold,
        missing: missing.isNullObject,
        unused: unused.isNullObject,
      };
    }),
  );
  expect(found).toEqual({ values: [['得分', 97.5]], bold: true, missing: true, unused: true });
  expect(excel.sheetNames()).toEqual(['预算', '执行', '得分']);
  expect(excel.book.activeSheet.name).toBe('得分');
  await excel.settled();
  expect(excel.references.size).toBe(0);
});

it('tells merged ranges, names and the day 1904 begins', async () => {
  const excel = await open({
    workbook: await byHand({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D4:E4"/></mergeCells>',
      ],
      workbookPr: '<workbookPr date1904="1"/>',
    }),
  });
  const told = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表1');
      const merged = sheet.getRange().getMergedAreasOrNullObject();
      merged.load('address');
      const none = sheet.getRange('F9').getMergedAreasOrNullObject();
      const day = context.workbook.functions.date(1904, 1, 1);
      day.load('value');
      context.workbook.names.add('总额', sheet.getRange('A1:A2'));
      await context.sync();
      const name = context.workbook.names.getItem('总额').load('formula,type');
      const range = context.workbook.names.getItem('总额').getRange().load('address');
      await context.sync();
      return [merged.address, none.isNullObject, day.value, String(name.formula), name.type, range.address];
    }),
  );
  expect(told).toEqual(['表1!A1:B2,表1!D4:E4', true, 0, '=表1!$A$1:$A$2', 'Range', '表1!A1:A2']);
});

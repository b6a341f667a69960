import { excelForEachTest } from './support/one-excel.ts';
import { made } from '../hosts/files/xlsx/support/workbooks.ts';
import { loadBook } from './excel/xlsx/load-book.ts';

const open = excelForEachTest();

it('plays a workbook of 5 sheets with 50,000 cells', async () => {
  const sheets = Array.from({ length: 5 }, (_sheet, index) => ({
    name: `支付${String(index + 1)}`,
    rows: Array.from({ length: 1000 }, (_row, row) =>
      Array.from({ length: 10 }, (_cell, column) => (column === 0 ? `项目 ${String(row)}` : row * 10 + column)),
    ),
  }));
  const excel = await open({ workbook: await made(...sheets) });
  const cells = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const all = context.workbook.worksheets.load('items/name');
      await context.sync();
      const ranges = all.items.map((sheet) => sheet.getUsedRange(true).load('values'));
      await context.sync();
      return ranges.map(({ values }) => values.length * (values[0]?.length ?? 0)).reduce((sum, count) => sum + count);
    }),
  );
  expect(cells).toBe(50_000);
  const [outline, contents] = excel.log.roundTrips;
  expect(outline?.responseBytes).toBeLessThan(2_000);
  expect(contents?.responseBytes).toBeGreaterThan(250_000);
  excel.edit('支付1', 'L1', '=SUM(B1:J1000)+支付5!B1');
  const before = Number(excel.cell('支付1', 'L1').value);
  excel.edit('支付5', 'B1', 101);
  expect(excel.cell('支付1', 'L1').value).toBe(before + 100);
  const { book } = await loadBook(await excel.save());
  expect(book.sheetAt('支付5').cell(0, 1)?.value).toBe(101);
  expect(book.sheetAt('支付3').cell(999, 9)?.value).toBe(9_999);
});

import { made } from '../hosts/files/xlsx/support/workbooks.ts';
import { excelForEachTest } from './support/one-excel.ts';
import { loadBook } from './excel/xlsx/load-book.ts';

const open = excelForEachTest();

it('keeps settings of the Common API over a new pane, and shows them to batches', async () => {
  const excel = await open();
  await excel.frame.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        Office.context.document.settings.set('pack', { id: '深圳' });
        Office.context.document.settings.saveAsync((result) => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
          else reject(new Error(result.error.message));
        });
      }),
  );
  expect([...excel.book.settings.values]).toEqual([['pack', '{"id":"深圳"}']]);
  const frame = await excel.reopen();
  const read = await frame.evaluate(async () => {
    await Office.onReady();
    const rich = await Excel.run(async (context) => {
      const one = context.workbook.settings.getItem('pack').load('value');
      const none = context.workbook.settings.getItemOrNullObject('无');
      context.workbook.settings.add('另', 3);
      await context.sync();
      return { one: one.value as unknown, none: none.isNullObject };
    });
    return { common: Office.context.document.settings.get('pack') as unknown, ...rich };
  });
  expect(read).toEqual({ common: { id: '深圳' }, one: { id: '深圳' }, none: true });
  expect(excel.book.settings.values.get('另')).toBe('3');
});

it('keeps custom XML parts, and a saved file has them', async () => {
  const excel = await open();
  const first = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.add('<r xmlns="urn:a"><n>1</n></r>');
      part.load('id');
      await context.sync();
      part.setXml('<r xmlns="urn:a"><n>2</n></r>');
      const scoped = context.workbook.customXmlParts.getByNamespace('urn:a');
      scoped.load('items/id');
      const only = context.workbook.customXmlParts.getByNamespace('urn:a').getOnlyItemOrNullObject();
      const xml = only.getXml();
      const none = context.workbook.customXmlParts.getByNamespace('urn:b').getOnlyItemOrNullObject();
      await context.sync();
      return { same: scoped.items[0]?.id === part.id, xml: xml.value, none: none.isNullObject };
    }),
  );
  expect(first).toEqual({ same: true, xml: '<r xmlns="urn:a"><n>2</n></r>', none: true });
  const { book } = await loadBook(await excel.save());
  expect(book.customXml.parts.map(({ xml }) => xml.replace(/^<\?.*?\?>\s*/, ''))).toEqual([
    '<r xmlns="urn:a"><n>2</n></r>',
  ]);
});

it('opens another workbook in the place of the first, and saves that one', async () => {
  const excel = await open();
  excel.edit('预算', 'B2', '=B3*2');
  await excel.openWorkbook(await made({ name: '别的', rows: [[1]] }));
  const names = await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      context.workbook.worksheets.getFirst().getRange('A2').formulas = [['=A1+1']];
      await context.sync();
      return sheets.items.map(({ name }) => name);
    }),
  );
  expect(names).toEqual(['别的']);
  const { book } = await loadBook(await excel.save());
  expect(book.sheets.map(({ name }) => name)).toEqual(['别的']);
  expect(book.sheetAt('别的').cell(1, 0)).toMatchObject({ value: 2, formula: '=A1+1' });
});

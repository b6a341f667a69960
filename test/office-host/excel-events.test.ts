import type { RunningExcel } from './excel/start-excel.ts';
import { excelForEachTest } from './support/one-excel.ts';

const open = excelForEachTest();

/** Listens to everything, in the window of the add-in. */
async function listen(excel: RunningExcel): Promise<void> {
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      const note = (...what: unknown[]): Promise<void> => {
        seen.push(what);
        return Promise.resolve();
      };
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(({ address, changeType, triggerSource, source }) =>
        note('changed', address, changeType, triggerSource, source),
      );
      sheets.onCalculated.add(({ address }) => note('calculated', address));
      sheets.onAdded.add(() => note('added'));
      sheets.onDeleted.add(() => note('deleted'));
      sheets.onActivated.add(() => note('activated'));
      sheets.onSelectionChanged.add(({ address }) => note('selected', address));
      await context.sync();
    }),
  );
}

async function seen(excel: RunningExcel): Promise<unknown> {
  await excel.settled();
  return excel.frame.evaluate(() => (window as unknown as { seen: unknown[] }).seen.splice(0));
}

it('tells edits with their source, and formulas that gave another value', async () => {
  const excel = await open();
  await listen(excel);
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('预算').getRange('B4').formulas = [['=SUM(B2:B3)+执行!A1']];
      await context.sync();
    }),
  );
  expect(excel.cell('预算', 'B4')).toEqual({ value: 43.5, formula: '=SUM(B2:B3)+执行!A1', numberFormat: 'General' });
  excel.edit('执行', 'A1', 8);
  expect(excel.cell('预算', 'B4').value).toBe(50.5);
  excel.edit('执行', 'A2', 3, 'co-author');
  expect(await seen(excel)).toEqual([
    ['changed', 'B4', 'RangeEdited', 'ThisLocalAddin', 'Local'],
    ['calculated', 'B4'],
    ['changed', 'A1', 'RangeEdited', 'Unknown', 'Local'],
    ['calculated', 'B4'],
    ['changed', 'A2', 'RangeEdited', 'Unknown', 'Remote'],
  ]);
});

it('is silent while the add-in has turned events off', async () => {
  const excel = await open();
  await listen(excel);
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('预算').getRange('B2').values = [[1]];
      context.runtime.enableEvents = true;
      context.workbook.worksheets.getItem('预算').getRange('B3').values = [[2]];
      await context.sync();
    }),
  );
  expect(await seen(excel)).toEqual([['changed', 'B3', 'RangeEdited', 'ThisLocalAddin', 'Local']]);
});

it('tells sheets that come, go and are shown; formulas follow a new name and moved rows', async () => {
  const excel = await open();
  excel.edit('预算', 'B4', '=执行!A1+执行!A2');
  // What the edit tells is on its way until then, and would be heard.
  await excel.settled();
  await listen(excel);
  excel.renameSheet('执行', '2023 执行');
  expect(excel.cell('预算', 'B4').formula).toBe("='2023 执行'!A1+'2023 执行'!A2");
  excel.addSheet('新');
  excel.activate('新', 'B2');
  excel.deleteSheet('新');
  excel.insertRows('2023 执行', 2);
  expect(excel.cell('预算', 'B4').formula).toBe("='2023 执行'!A1+'2023 执行'!A3");
  excel.edit('2023 执行', 'A3', 5);
  expect(excel.cell('预算', 'B4').value).toBe(6);
  excel.deleteRows('2023 执行', 3);
  expect(excel.cell('预算', 'B4')).toMatchObject({ value: '#REF!', formula: "='2023 执行'!A1+'2023 执行'!#REF!" });
  expect(await seen(excel)).toEqual([
    ['added'],
    ['activated'],
    ['selected', 'B2'],
    ['deleted'],
    ['changed', '2:2', 'RowInserted', 'Unknown', 'Local'],
    ['changed', 'A3', 'RangeEdited', 'Unknown', 'Local'],
    ['calculated', 'B4'],
    ['changed', '3:3', 'RowDeleted', 'Unknown', 'Local'],
    ['calculated', 'B4'],
  ]);
});

it('stops telling once the add-in has stopped listening', async () => {
  const excel = await open();
  await excel.frame.evaluate(() =>
    Excel.run(async (context) => {
      const seen: unknown[] = [];
      const handler = context.workbook.worksheets.onChanged.add(({ address }) => {
        seen.push(address);
        return Promise.resolve();
      });
      await context.sync();
      Object.assign(window, {
        seen,
        stop: () =>
          Excel.run(handler.context, (same) => {
            handler.remove();
            return same.sync();
          }),
      });
    }),
  );
  excel.edit('预算', 'B2', 1);
  expect(await seen(excel)).toEqual(['B2']);
  await excel.frame.evaluate(() => (window as unknown as { stop: () => Promise<void> }).stop());
  excel.edit('预算', 'B3', 1);
  expect(await seen(excel)).toEqual([]);
});

it('runs a command of the ribbon and hears that it is done', async () => {
  const excel = await open();
  await excel.frame.evaluate(() => {
    Office.actions.associate('score', (event: Office.AddinCommands.Event) => {
      void Excel.run(async (context) => {
        context.workbook.worksheets.getItem('预算').getRange('C1').values = [['得分']];
        await context.sync();
      }).then(() => {
        event.completed();
      });
    });
  });
  await excel.invokeCommand('score');
  expect(excel.cell('预算', 'C1').value).toBe('得分');
});

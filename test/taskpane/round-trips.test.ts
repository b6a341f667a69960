import { closeBrowser } from '../office-host/browser.ts';
import type { RunningExcel } from '../office-host/excel/start-excel.ts';
import { LARGE_SCORES, largeWorkbook } from '../support/large-workbook.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';
import { excelWithPane, showTab, statusOf, total, trips, upToDate } from './support/excel-pane.ts';

/* How often the built pane asks Excel, and how much travels. */

const KIB = 1024;

afterAll(closeBrowser);

/** Computes anew and waits until that is over. */
async function recalculated(excel: RunningExcel): Promise<void> {
  await excel.frame.getByRole('button', { name: '重新计算', exact: true }).click();
  await upToDate(excel);
}

async function written(excel: RunningExcel): Promise<void> {
  await excel.frame.getByRole('dialog').getByRole('button', { name: '写入', exact: true }).click();
  await excel.frame.getByText(/已写入\d+个单元格/).waitFor();
  await upToDate(excel);
}

test('the sample: two round trips to begin with, one for an edit, one for a write', async () => {
  const excel = await excelWithPane({ workbook: await withScoreSheet(scoreSheetRows()) });
  await upToDate(excel);
  expect(excel.log.roundTrips).toHaveLength(2);
  await showTab(excel, '评分');

  const followed = await trips(excel, async () => {
    excel.edit('自评打分', 'D18', 4);
    await total(excel, '98.3');
    await upToDate(excel);
  });
  expect(followed.map(({ writes }) => writes)).toEqual([false]);
  expect(followed[0]?.requestBytes).toBeLessThan(4 * KIB);
  expect(followed[0]?.responseBytes).toBeLessThan(4 * KIB);
  // Nothing else is asked while nothing changes.
  expect(await trips(excel, () => new Promise((resolve) => setTimeout(resolve, 800)))).toEqual([]);

  const looked = await trips(excel, async () => {
    await excel.frame.getByRole('button', { name: '写回', exact: true }).click();
    await excel.frame.getByRole('dialog').waitFor();
  });
  expect(looked.map(({ writes }) => writes)).toEqual([false]);
  const write = await trips(excel, () => written(excel));
  expect(write.filter(({ writes }) => writes)).toHaveLength(1);
  // Our own edits are not told, and do not make it compute again.
  expect(await trips(excel, () => new Promise((resolve) => setTimeout(resolve, 1_500)))).toEqual([]);
  expect(excel.errors).toEqual([]);
  await excel.close();
});

test('20 sheets with 200,000 cells and 300 scores', async () => {
  const excel = await excelWithPane({ workbook: await largeWorkbook() });
  await statusOf(excel.frame).filter({ hasText: '已是最新' }).waitFor({ timeout: 60_000 });
  expect(excel.log.roundTrips).toHaveLength(2);
  await showTab(excel, '评分');

  const bytesOf = async (address: string, value: number): Promise<number> => {
    const followed = await trips(excel, async () => {
      excel.edit('明细7', address, value);
      await statusOf(excel.frame)
        .filter({ hasText: /已过时|计算中/ })
        .waitFor();
      await upToDate(excel);
    });
    expect(followed.map(({ writes }) => writes)).toEqual([false]);
    return (followed[0]?.requestBytes ?? 0) + (followed[0]?.responseBytes ?? 0);
  };
  const one = await bytesOf('C3', 12.5);
  expect(one).toBeLessThan(8 * KIB);
  const thousand = await bytesOf('C3:F252', 7);
  // Bytes grow with the edit: a thousand cells, not 200,000.
  expect(thousand).toBeGreaterThan(one);
  expect(thousand).toBeLessThan(one + 1000 * 16);

  const looked = await trips(excel, async () => {
    await excel.frame.getByRole('button', { name: '写回', exact: true }).click();
    await excel.frame.getByRole('dialog').waitFor();
  });
  expect(looked.map(({ writes }) => writes)).toEqual([false]);
  const write = await trips(excel, () => written(excel));
  const [sent, ...more] = write.filter(({ writes }) => writes);
  expect(more).toEqual([]);
  expect(sent?.requestBytes).toBeLessThan(64 * KIB);
  const scores = excel.book.sheetAt('评分表').rows.filter((row) => row[2]?.formula !== undefined);
  expect(scores).toHaveLength(LARGE_SCORES);
  expect(scores[0]?.[2]?.value).toBe(1);
  await recalculated(excel);
  expect(excel.errors).toEqual([]);
  await excel.close();
}, 120_000);

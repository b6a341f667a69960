import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../../src/hosts/files/xlsx/read-xlsx.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import { openExcel } from './support/opened-excel.ts';

afterAll(closeBrowser);

const SAMPLE = readFileSync(join(__dirname, '../../../assets/sample.xlsx'));

test('the sample is read in two round trips, as from the file', async () => {
  const opened = await openExcel(SAMPLE);
  let workbook: Workbook | undefined;
  const trips = await opened.trips(async () => (workbook = await opened.read()));
  expect(workbook).toEqual(await readXlsx(SAMPLE));
  expect(trips).toHaveLength(2);
  expect(opened.excel.errors).toEqual([]);
  await opened.close();
});

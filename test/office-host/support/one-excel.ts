import { closeBrowser } from '../browser.ts';
import { startExcel, type ExcelOptions, type RunningExcel } from '../excel/start-excel.ts';
import { made } from '../../hosts/files/xlsx/support/workbooks.ts';
import { ADDIN } from './addin.ts';

/** Two sheets with a few numbers. */
export function smallWorkbook(): Promise<Uint8Array> {
  return made(
    {
      name: '预算',
      rows: [
        ['项目', '金额'],
        ['办公费', 12.5],
        ['差旅费', 30],
      ],
    },
    { name: '执行', rows: [[1], [2]] },
  );
}

/** Opens Excel for a test, closes it after the test, and the browser after the file. */
export function excelForEachTest(): (options?: Partial<ExcelOptions>) => Promise<RunningExcel> {
  const open: RunningExcel[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((excel) => excel.close()));
  });
  afterAll(closeBrowser);
  return async (options = {}) => {
    const excel = await startExcel({ workbook: await smallWorkbook(), addin: ADDIN, ...options });
    open.push(excel);
    return excel;
  };
}

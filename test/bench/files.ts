import { read, write } from '@e965/xlsx';
import { readXlsx as readWithHucre, writeXlsx as writeWithHucre } from 'hucre/xlsx';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import type { CellWrite } from '../../src/core/workbook/write-plan.ts';
import { paymentWorkbook } from './payment-workbook.ts';
import { fastest, printRatios, requireSame } from './ratios.ts';

const SIZES = [2500, 5000, 10_000];
const SHEET = '支付明细';
/** The cells of amounts, which all programs must read alike. */
const AMOUNTS = 3;

/**
 * Reading a list of payments, and writing results beside each into the same file, beside two libraries: SheetJS (as @e965/xlsx) and
 * hucre. Ours reads and checks the whole file and, writing, keeps every part of it that it does not touch; the libraries write the
 * file anew from what they understood of it.
 */
export async function benchFiles(): Promise<void> {
  const reading = [];
  const writing = [];
  for (const size of SIZES) {
    const { bytes } = await paymentWorkbook(size);
    const ours = (await readXlsx(bytes)).sheets.find(({ name }) => name === SHEET)?.rows ?? [];
    const sheetJs = read(bytes, { type: 'array', dense: true }).Sheets[SHEET]?.['!data'] ?? [];
    const hucre = (await readWithHucre(bytes)).sheets.find(({ name }) => name === SHEET)?.rows ?? [];
    const amounts = ours.slice(2).map((cells) => cells[AMOUNTS]);
    requireSame(
      `${String(size)} payments, SheetJS`,
      amounts,
      sheetJs.slice(2).map((cells) => cells[AMOUNTS]?.v),
    );
    requireSame(
      `${String(size)} payments, hucre`,
      amounts,
      hucre.slice(2).map((cells) => cells[AMOUNTS]),
    );
    reading.push({
      what: `${String(size)} payments read`,
      own: await fastest(() => readXlsx(bytes)),
      others: {
        SheetJS: await fastest(() => read(bytes, { type: 'array', dense: true })),
        hucre: await fastest(() => readWithHucre(bytes)),
      },
    });
    const results = Array.from({ length: size }, (_, index) => index);
    const cells = results.map((value): CellWrite => ({
      row: value + 2,
      column: 20,
      content: { kind: 'number', value },
    }));
    const written = await readXlsx(await patchXlsx(bytes, { changes: [{ sheet: SHEET, cells }], newSheets: [] }));
    const back = written.sheets.find(({ name }) => name === SHEET)?.rows ?? [];
    requireSame(
      `${String(size)} results`,
      results,
      back.slice(2, size + 2).map((row) => row[20]),
    );
    writing.push({
      what: `${String(size)} results written into the file`,
      own: await fastest(() => patchXlsx(bytes, { changes: [{ sheet: SHEET, cells }], newSheets: [] })),
      others: {
        'SheetJS reading and writing': await fastest(() => rewrittenBySheetJs(bytes, results)),
        'hucre reading and writing': await fastest(() => rewrittenByHucre(bytes, results)),
      },
    });
  }
  printRatios(reading);
  printRatios(writing);
}

function rewrittenBySheetJs(bytes: Uint8Array, results: readonly number[]): unknown {
  const book = read(bytes, { type: 'array', dense: true });
  const rows = book.Sheets[SHEET]?.['!data'] ?? [];
  for (const value of results) (rows[value + 2] ??= [])[20] = { t: 'n', v: value };
  return write(book, { type: 'array', bookType: 'xlsx', compression: true }) as unknown;
}

async function rewrittenByHucre(bytes: Uint8Array, results: readonly number[]): Promise<unknown> {
  const { sheets } = await readWithHucre(bytes);
  const rows = sheets.find(({ name }) => name === SHEET)?.rows ?? [];
  for (const value of results) (rows[value + 2] ??= [])[20] = value;
  return writeWithHucre({ sheets: sheets.map(({ name, rows: cells }) => ({ name, rows: cells })) });
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import type { CellWrite, NewSheet } from '../../src/core/workbook/write-plan.ts';
import { createXlsx } from '../../src/hosts/files/xlsx/create-xlsx.ts';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { convert } from './libreoffice.ts';
import { withoutCachedValues } from './without-cached-values.ts';

/** Sheets of cells as LibreOffice computes them: written by the product without any stored result, opened, saved and read again. */
export async function recompute(sheets: Readonly<Record<string, readonly CellWrite[]>>): Promise<Workbook> {
  const folder = await mkdtemp(join(tmpdir(), 'jixiao-recompute-'));
  try {
    const newSheets = Object.entries(sheets).map(([name, cells]): NewSheet => ({
      name,
      cells,
      merges: [],
      columnWidths: [],
      headerRow: 0,
    }));
    const bytes = await patchXlsx(await emptyWorkbook(), { changes: [], newSheets });
    const file = join(folder, 'cells.xlsx');
    await writeFile(file, await withoutCachedValues(bytes));
    await convert([file], 'xlsx', join(folder, 'out'));
    return await readXlsx(new Uint8Array(await readFile(join(folder, 'out', 'cells.xlsx'))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function emptyWorkbook(): ReturnType<typeof createXlsx> {
  return createXlsx([
    {
      name: '空',
      cells: [],
      merges: [],
      columnWidths: [],
      rowHeights: new Map(),
      validations: [],
      frozen: { rows: 0, columns: 0 },
      landscape: false,
    },
  ]);
}

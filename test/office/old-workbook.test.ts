import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/files/read-workbook.ts';
import { rangeOf } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { convert, requirePrograms } from './libreoffice.ts';

beforeAll(requirePrograms);

test('an .xls saved by LibreOffice: values, formulas with their results, merged ranges, hidden sheets', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jixiao-xls-'));
  try {
    const source = join(folder, 'table.xlsx');
    await writeFile(
      source,
      await xlsxOf({
        支出: {
          rows: [
            '\'0206 | 0.1 | 2.5 | =B1*C1 → 0.25 | =IF(A1="x","是","否") → 否',
            '1 | =1/0 → #DIV/0! | =SUM(A2:A2,内部!A1) → 4 | 1234567.89',
          ],
          merges: ['A4:C4'],
        },
        内部: { rows: ['3'], hidden: true },
      }),
    );
    await convert([source], 'xls', folder);
    const { sheets } = await readWorkbook(new Uint8Array(await readFile(join(folder, 'table.xls'))));
    expect(sheets).toEqual([
      {
        name: '支出',
        hidden: false,
        rows: [
          ['0206', 0.1, 2.5, 0.25, '否'],
          [1, { error: '#DIV/0!' }, 4, 1234567.89],
        ],
        formulas: new Map([
          ['0,3', 'B1*C1'],
          ['0,4', 'IF(A1="x","是","否")'],
          ['1,1', '1/0'],
          ['1,2', 'SUM(A2:A2,内部!A1)'],
        ]),
        merges: [rangeOf('A4:C4')],
      },
      { name: '内部', hidden: true, rows: [[3]], formulas: new Map(), merges: [] },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);

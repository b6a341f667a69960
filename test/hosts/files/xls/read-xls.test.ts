import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../../../src/hosts/files/read-workbook.ts';
import { UnusableFile } from '../../../../src/hosts/ports/unusable-file.ts';
import { fileOf, filesIn, jixiao } from '../../../support/command-line.ts';
import { dirname } from 'node:path';
import { xlsOf, type XlsSheet } from './support.ts';

const BUDGET: XlsSheet = {
  name: '部门支出',
  ref: 'A1:D4',
  merges: [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }],
  cells: {
    A1: { t: 's', v: '部门支出预算表' },
    A2: { t: 's', v: '0206' },
    B2: { t: 'n', v: 0.1 + 0.2 },
    C2: { t: 'n', v: 1234567.89 },
    D2: { t: 'n', v: -12345678901.23 },
    A3: { t: 'b', v: true },
    B3: { t: 'e', v: 0x2a },
    C3: { t: 'n', v: 100 },
    D3: { t: 'n', v: 43830 },
    D4: { t: 's', v: ' 合计 ' },
  },
};
const HIDDEN: XlsSheet = { name: '隐藏', ref: 'A1', cells: { A1: { t: 'n', v: 1 } }, hidden: true };

test('values are exact, texts stay texts, errors, merged ranges and hidden sheets are kept', async () => {
  const { sheets, date1904, written } = await readWorkbook(xlsOf([BUDGET, HIDDEN]));
  expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
    { name: '部门支出', hidden: false },
    { name: '隐藏', hidden: true },
  ]);
  expect(sheets[0]?.rows).toEqual([
    ['部门支出预算表'],
    ['0206', 0.1 + 0.2, 1234567.89, -12345678901.23],
    [true, { error: '#N/A' }, 100, 43830],
    [null, null, null, ' 合计 '],
  ]);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
  expect({ date1904, written }).toEqual({ date1904: false, written: [] });
});

test('the 1904 date system is told', async () => {
  expect((await readWorkbook(xlsOf([BUDGET], { date1904: true }))).date1904).toBe(true);
});

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['a web page', 'html-table', () => text('\ufeff<html xmlns:x="a"><table><tr><td>金额</td></tr></table></html>')],
  [
    'the XML of Excel 2003',
    'xml-table',
    () => text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  ['text with tabs', 'plain-text', () => text('项目\t金额\n甲\t1\n')],
  ['Excel 95', 'legacy-xls', () => xlsOf([BUDGET], { bookType: 'biff5' })],
  [
    'an encrypted .xlsx',
    'encrypted',
    () => writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption: { password: 'p', spinCount: 10 } }),
  ],
  [
    'a compound file of another program',
    'not-a-workbook',
    () => {
      const bytes = xlsOf([BUDGET]);
      const name = Buffer.from('Workbook', 'utf16le');
      bytes.set(Buffer.from('Document', 'utf16le'), Buffer.from(bytes).indexOf(name));
      return bytes;
    },
  ],
])('%s called .xls: %s', async (_name, reason, make) => {
  await expect(readWorkbook(await make())).rejects.toMatchObject({ name: 'UnusableFile', reason });
});

/** Reads what may be damaged. */
async function outcome(bytes: Uint8Array): Promise<unknown> {
  return readWorkbook(bytes).catch((error: unknown) => {
    if (!(error instanceof UnusableFile)) throw error;
    return error;
  });
}

test('a file that was cut off is never read as a shorter one', async () => {
  const whole = xlsOf([BUDGET, HIDDEN]);
  const expected = await readWorkbook(whole);
  for (let length = 1; length < whole.length; length += 97) {
    const read = await outcome(whole.slice(0, length));
    if (!(read instanceof UnusableFile)) expect(read).toEqual(expected);
  }
});

test('changed bytes give a workbook or a typed error, and never hang', async () => {
  const whole = xlsOf([BUDGET, HIDDEN]);
  let state = 20231215;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let refused = 0;
  for (let round = 0; round < 3000; round += 1) {
    const bytes = whole.slice();
    for (let change = random(6); change >= 0; change -= 1) bytes[random(bytes.length)] = random(256);
    if ((await outcome(bytes)) instanceof UnusableFile) refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
}, 60_000);

test('scores are not written into an .xls, and nothing is written at all', async () => {
  const cells = (rows: readonly (readonly (string | number)[])[]): XlsSheet['cells'] =>
    Object.fromEntries(
      rows.flatMap((row, r) =>
        row.map((v, c) => [`${'AB'[c] ?? ''}${String(r + 1)}`, { t: typeof v === 'number' ? 'n' : 's', v } as const]),
      ),
    );
  const input = await fileOf(
    xlsOf([
      {
        name: '预算',
        ref: 'A1:B3',
        cells: cells([
          ['预算表', '单位：元'],
          ['项目', '年初预算数'],
          ['基本支出', 100],
        ]),
      },
      {
        name: '执行',
        ref: 'A1:B3',
        cells: cells([
          ['执行表', '单位：元'],
          ['项目', '决算数'],
          ['基本支出', 90],
        ]),
      },
    ]),
    'old.xls',
  );
  const ran = await jixiao('evaluate', input, '--out', `${input}.xlsx`);
  expect(ran.err).toEqual([
    `${input}：旧版.xls只能读取，不能写入得分。请在Excel或WPS中另存为.xlsx，再对该文件使用--out。没有写出任何文件。`,
  ]);
  expect(ran.code).toBe(2);
  expect(await filesIn(dirname(input))).toEqual(['old.xls']);
  const { code, out } = await jixiao('evaluate', input, '--json');
  expect(code).not.toBe(2);
  expect(JSON.parse(out)).toMatchObject({ facts: { '基本支出.决算数': { value: '90.00', unit: '元' } } });
});

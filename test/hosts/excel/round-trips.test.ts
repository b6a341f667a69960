import type { CellWrite, WritePlan } from '../../../src/core/workbook/write-plan.ts';
import { readXlsx } from '../../../src/hosts/files/xlsx/read-xlsx.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import { xlsxOf } from '../../support/plain-xlsx.ts';
import { sample } from '../../support/project.ts';
import { scoreSheetRows, withScoreSheet } from '../../support/score-sheets.ts';
import { openExcel, type OpenedExcel } from './support/opened-excel.ts';

/* How often Excel is asked, and how much travels. */

const KIB = 1024;

let opened: OpenedExcel;

afterEach(() => opened.close());
afterAll(closeBrowser);

/** The row of an indicator in the score sheet: after every five there is the heading of the next group. */
const rowOf = (indicator: number): number => Math.floor(indicator / 5) * 6 + 1 + (indicator % 5);

/** 20 sheets of 10,000 cells, and a score sheet with 300 indicators in 60 groups. */
async function large(): Promise<Uint8Array> {
  const rows = (sheet: number): readonly string[] =>
    Array.from({ length: 1000 }, (_row, r) =>
      Array.from({ length: 10 }, (_cell, c) => String((sheet * 7919 + r * 31 + c * 17) / 100)).join('|'),
    );
  const sheets = Array.from(
    { length: 20 },
    (_sheet, index) => [`明细${String(index + 1)}`, { rows: rows(index) }] as const,
  );
  const scores = Array.from({ length: 360 }, (_row, r) =>
    r % 6 === 0 ? `第${String(r / 6 + 1)}组` : `指标${String(r)} | 5 | | `,
  );
  return xlsxOf({ ...Object.fromEntries(sheets), 评分表: { rows: scores } });
}

function scores(content: (row: number) => CellWrite['content']): WritePlan {
  const cells = Array.from({ length: 300 }, (_score, index) => ({
    row: rowOf(index),
    column: 3,
    content: content(rowOf(index)),
    look: 'score' as const,
  }));
  return { changes: [{ sheet: '评分表', cells }], newSheets: [] };
}

const LIVE = scores((row) => {
  const at = String(row + 1);
  const formula = `IF(COUNT(明细${String((row % 20) + 1)}!B${at},B${at})<2,"缺数据",ROUND(B${at}*MAX(0,MIN(1,明细${String((row % 20) + 1)}!C${at}/明细${String((row % 20) + 1)}!D${at})),1))`;
  return { kind: 'formula', formula, result: 0 };
});

const VALUES = scores((row) => ({ kind: 'number', value: ((row * 37) % 50) / 10 }));

test('20 sheets with 200,000 cells: two round trips, then one for an edit and one for 300 scores', async () => {
  const bytes = await large();
  opened = await openExcel(bytes);
  const { excel } = opened;
  let read;
  const first = await opened.trips(async () => (read = await opened.read()));
  expect(first).toHaveLength(2);
  expect(read).toEqual(await readXlsx(bytes));

  excel.edit('明细7', 'C3', 12.5);
  await excel.settled();
  expect(await opened.dirty()).toBe(1);
  const again = await opened.trips(() => opened.read());
  expect(again).toHaveLength(1);
  // The list of sheets, and one cell.
  expect(again[0]?.requestBytes).toBeLessThan(4 * KIB);
  expect(again[0]?.responseBytes).toBeLessThan(4 * KIB);

  const looked = await opened.trips(() => opened.preview(VALUES));
  expect(looked).toHaveLength(1);
  const values = await opened.trips(() => opened.write(VALUES));
  expect(values.map(({ requestBytes }) => requestBytes <= 16 * KIB)).toEqual([true]);
  expect(excel.cell('评分表', 'D4')).toEqual({ value: 1.1, formula: undefined, numberFormat: '0.0' });

  await opened.read();
  const live = await opened.trips(() => opened.write(LIVE));
  expect(live.map(({ requestBytes }) => requestBytes <= 64 * KIB)).toEqual([true]);
  expect(excel.cell('评分表', 'D4').formula).toContain('=IF(COUNT(');
  expect(excel.errors).toEqual([]);
});

test.each([
  ['onto a new sheet', () => Promise.resolve(sample())],
  ['into the score sheet of the workbook', () => withScoreSheet(scoreSheetRows())],
])('scores follow an edit with one read and one write: %s', async (_where, workbook) => {
  opened = await openExcel(await workbook());
  const { excel } = opened;
  expect(await opened.trips(() => opened.evaluate(false))).toHaveLength(2);
  await opened.evaluate(true);
  await excel.settled();
  await opened.evaluate(false);

  const before = await opened.dirty();
  excel.edit('执行', 'D5', 1);
  await excel.settled();
  expect(await opened.dirty()).toBeGreaterThan(before);
  const trips = await opened.trips(() => opened.evaluate(true));
  expect(trips.map(({ writes }) => writes)).toEqual(trips.length === 1 ? [false] : [false, true]);
  // What we wrote ourselves is not told, and once it is read nothing is new.
  await excel.settled();
  const told = await opened.dirty();
  await opened.read();
  expect(await opened.readsTheSame()).toBe(true);
  await excel.settled();
  expect(await opened.dirty()).toBe(told);
  const again = await opened.trips(() => opened.evaluate(true));
  expect(again.filter(({ writes }) => writes)).toEqual([]);
});

test('a workbook that is too large for one answer is read in as few as it needs', async () => {
  const row = Array.from({ length: 20 }, () => '预算单位办公设备购置费用明细').join('|');
  const rows = Array.from({ length: 3000 }, () => row);
  const bytes = await xlsxOf({ 甲: { rows }, 乙: { rows: rows.slice(0, 400) }, 空: { rows: [] } });
  opened = await openExcel(bytes);
  let read;
  const trips = await opened.trips(async () => (read = await opened.read()));
  expect(read).toEqual(await readXlsx(bytes));
  const chunks = trips.filter(({ outcome, responseBytes }) => outcome === 'ok' && responseBytes > 100 * KIB);
  expect(chunks).toHaveLength(2);
});

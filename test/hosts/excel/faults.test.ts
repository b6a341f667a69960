import type { CellWrite, WritePlan } from '../../../src/core/workbook/write-plan.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import type { Fault } from '../../office-host/faults.ts';
import { xlsxOf } from '../../support/plain-xlsx.ts';
import { openExcel, PaneError, type OpenedExcel } from './support/opened-excel.ts';
import { swapWorkbook } from './support/swap-workbook.ts';

/* Whatever goes wrong with whichever request: the workbook holds the old results or the new ones, and no cell of a person changes. */

const SHEETS = {
  数据: { rows: ['项目 | 金额', '办公费 | 12', '差旅费 | 30'] },
  评分: { rows: ['指标 | 值 | 得分', '预算完成率 | | ', '人工项 | | 4', '支出率 | | '] },
};

const cells: readonly CellWrite[] = [
  { row: 1, column: 1, content: { kind: 'formula', formula: '数据!B2/数据!B3', result: 0.4 }, look: 'rate' },
  { row: 1, column: 2, content: { kind: 'formula', formula: 'ROUND(10*B2,1)', result: 4 }, look: 'score' },
  { row: 3, column: 1, content: { kind: 'number', value: 0.5 }, look: 'rate' },
  { row: 3, column: 2, content: { kind: 'text', value: '缺数据' }, look: 'score' },
];
const PLAN: WritePlan = {
  changes: [{ sheet: '评分', cells }],
  newSheets: [
    {
      name: '自评表',
      cells: [
        { row: 0, column: 0, content: { kind: 'text', value: '2023年自评' }, look: 'title' },
        { row: 1, column: 0, content: { kind: 'text', value: '得分' }, look: 'header' },
        { row: 1, column: 1, content: { kind: 'formula', formula: '评分!C2', result: 4 }, look: 'score' },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      columnWidths: [20, 10],
      headerRow: 1,
    },
  ],
};

const THEIRS = ['A1', 'A2', 'A3', 'C3', 'A4'] as const;
const OURS = ['B2', 'C2', 'B4', 'C4'] as const;

let opened: OpenedExcel;
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await xlsxOf(SHEETS);
  opened = await openExcel(bytes, {}, { answerWithin: 1_000, retryAfter: [10, 20] });
});

afterAll(async () => {
  await opened.close();
  await closeBrowser();
});

function state(): { readonly results: 'old' | 'new' | 'mixed'; readonly theirs: readonly unknown[] } {
  const { excel } = opened;
  const written = OURS.map((address) => {
    const { value, formula } = excel.cell('评分', address);
    return value !== null || formula !== undefined;
  });
  const added = excel.sheetNames().includes('自评表');
  const all = [...written, added];
  return {
    results: all.every(Boolean) ? 'new' : all.some(Boolean) ? 'mixed' : 'old',
    theirs: THEIRS.map((address) => excel.cell('评分', address).value),
  };
}

const FAULTS: readonly (readonly [string, Fault])[] = [
  ...(
    ['AccessDenied', 'InvalidOperationInCellEditMode', 'GeneralException', 'RequestPayloadSizeLimitExceeded'] as const
  ).flatMap((code): (readonly [string, Fault])[] => [
    [`${code}, refused`, { kind: 'refuse', code }],
    ...[0, 8, 16, 30, 60, 90].map((afterActions): readonly [string, Fault] => [
      `${code} after ${String(afterActions)} actions`,
      { kind: 'fail', code, afterActions },
    ]),
    [`done, but answered with ${code}`, { kind: 'lost', reply: code }],
  ]),
  ['an answer that comes too late', { kind: 'hang', ms: 1_300 }],
  ['a request that is never done', { kind: 'hang' }],
  ['an answer that is lost', { kind: 'lost', reply: 'never' }],
];

test.each(FAULTS)('%s', async (_name, fault) => {
  for (let request = 1; ; request += 1) {
    const { excel } = opened;
    await opened.reopen(bytes);
    const { theirs } = state();
    await opened.read();
    const before = excel.log.roundTrips.length;
    excel.faults.inject(request, fault);
    let failure: unknown;
    try {
      await opened.write(PLAN);
    } catch (error) {
      failure = error;
    }
    excel.faults.clear();
    const reached = excel.log.roundTrips.length - before >= request;
    const after = state();
    expect(after.theirs).toEqual(theirs);
    if (failure === undefined) expect(after.results).toBe('new');
    else {
      expect(failure).toBeInstanceOf(PaneError);
      expect((failure as PaneError).plain).toMatchObject({ name: 'HostFailure' });
      if (after.results !== 'old') expect((failure as PaneError).plain.reason).toMatch(/half-written|unconfirmed/);
    }
    // It recovers without being opened again: the next write is whole.
    await opened.read();
    if (state().results === 'old') await opened.write(PLAN);
    expect(state()).toEqual({ results: 'new', theirs });
    expect(excel.cell('自评表', 'A1').value).toBe('2023年自评');
    if (!reached) break;
  }
});

test('a cell that a person changed after the read is left and told', async () => {
  await swapWorkbook(opened.excel, bytes);
  await opened.reopen(bytes);
  await opened.read();
  opened.excel.edit('评分', 'C4', 9);
  expect(await opened.write({ ...PLAN, newSheets: [] })).toEqual({
    written: 3,
    kept: [{ sheet: '评分', row: 3, column: 2 }],
  });
  expect(opened.excel.cell('评分', 'C4').value).toBe(9);
});

test('what was written is taken back, but for what a person changed since', async () => {
  await opened.reopen(bytes);
  await opened.read();
  await opened.write(PLAN);
  expect(await opened.canUndo()).toBe(true);
  opened.excel.edit('评分', 'C4', 9);
  const { kept } = await opened.undo();
  expect(kept).toEqual([{ sheet: '评分', row: 3, column: 2 }]);
  expect(opened.excel.cell('评分', 'C4').value).toBe(9);
  expect(['B2', 'C2', 'B4'].map((address) => opened.excel.cell('评分', address))).toEqual(
    Array.from({ length: 3 }, () => ({ value: null, formula: undefined, numberFormat: 'General' })),
  );
  expect(opened.excel.sheetNames()).toEqual(['数据', '评分']);
});

test('a protected sheet is refused, with its place', async () => {
  await opened.reopen(bytes);
  await opened.read();
  opened.excel.protect('评分');
  const failure = await opened.write({ ...PLAN, newSheets: [] }).catch((error: unknown) => error);
  expect((failure as PaneError).plain).toMatchObject({ name: 'WriteRefused', reason: 'protected' });
  expect(state().results).toBe('old');
});

test('rows that moved since the read are not written to', async () => {
  await opened.reopen(bytes);
  await opened.read();
  opened.excel.insertRows('评分', 2);
  const failure = await opened.write({ ...PLAN, newSheets: [] }).catch((error: unknown) => error);
  expect((failure as PaneError).plain).toMatchObject({ name: 'HostFailure', reason: 'sheet-changed' });
});

test('it waits while a cell is edited', async () => {
  await opened.reopen(bytes);
  opened.excel.beginCellEdit();
  const read = opened.read();
  setTimeout(() => {
    opened.excel.endCellEdit();
  }, 200);
  expect((await read).sheets).toHaveLength(2);
});

test('settings stay in the workbook; a cell is brought to the front', async () => {
  await opened.reopen(bytes);
  expect(await opened.settings()).toEqual({});
  await opened.saveSettings({ scheme: 'yueyang-style' });
  await opened.saveSettings({ scheme: 'shenzhen-style' });
  expect(await opened.settings()).toEqual({ scheme: 'shenzhen-style' });
  await opened.reveal('评分', 'C3');
  expect(opened.excel.book.activeSheet.name).toBe('评分');
});

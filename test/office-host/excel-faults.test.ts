import { THEMES } from './app-context.ts';
import type { Fault } from './faults.ts';
import type { RunningExcel } from './excel/start-excel.ts';
import { excelForEachTest } from './support/one-excel.ts';
import { made } from '../hosts/files/xlsx/support/workbooks.ts';

const open = excelForEachTest();

/** Writes two cells in two actions; gives back the code of the error, or `ok`. */
function writeTwo(excel: RunningExcel, delayForCellEdit = false): Promise<string> {
  return excel.frame.evaluate(async (delay) => {
    try {
      await Excel.run({ delayForCellEdit: delay }, async (context) => {
        const sheet = context.workbook.worksheets.getItem('预算');
        sheet.getRange('C1').values = [['甲']];
        sheet.getRange('C2').values = [['乙']];
        await context.sync();
      });
      return 'ok';
    } catch (error) {
      return error instanceof OfficeExtension.Error ? error.code : String(error);
    }
  }, delayForCellEdit);
}

function written(excel: RunningExcel): unknown[] {
  return ['C1', 'C2'].map((address) => excel.cell('预算', address).value);
}

const FAULTS: readonly (readonly [string, Fault, string, readonly unknown[]])[] = [
  ['access is denied', { kind: 'refuse', code: 'AccessDenied' }, 'AccessDenied', [null, null]],
  [
    'a cell is edited',
    { kind: 'refuse', code: 'InvalidOperationInCellEditMode' },
    'InvalidOperationInCellEditMode',
    [null, null],
  ],
  ['something general', { kind: 'refuse', code: 'GeneralException' }, 'GeneralException', [null, null]],
  [
    'the request is too large',
    { kind: 'refuse', code: 'RequestPayloadSizeLimitExceeded' },
    'RequestPayloadSizeLimitExceeded',
    [null, null],
  ],
  [
    'the session is over',
    { kind: 'refuse', code: 'InvalidOrTimedOutSession' },
    'InvalidOrTimedOutSession',
    [null, null],
  ],
  ['it is busy', { kind: 'refuse', code: 'ActivityLimitReached' }, 'ActivityLimitReached', [null, null]],
  ['an error in the body', { kind: 'fail', code: 'GeneralException' }, 'GeneralException', [null, null]],
  ['the answer is lost', { kind: 'lost', reply: 'GeneralException' }, 'GeneralException', ['甲', '乙']],
  ['the answer is late', { kind: 'hang', ms: 300 }, 'ok', ['甲', '乙']],
];

it('fails as it is told to: nothing, a part, or everything is done', async () => {
  const excel = await open();
  for (const [, fault, code, cells] of FAULTS) {
    excel.faults.inject(1, fault);
    expect([fault, await writeTwo(excel), written(excel)]).toEqual([fault, code, cells]);
    excel.clear('预算', 'C1:C2');
    expect(await writeTwo(excel)).toBe('ok');
    excel.clear('预算', 'C1:C2');
  }
});

it('stops in the middle of a batch without taking back what was done', async () => {
  const excel = await open();
  await writeTwo(excel);
  const actions = excel.log.roundTrips[0]?.actions ?? [];
  expect(actions.filter((action) => action === 'set Range.Values')).toHaveLength(2);
  const outcomes = new Set<string>();
  for (let after = 0; after < 30; after += 1) {
    excel.clear('预算', 'C1:C2');
    excel.faults.inject(1, { kind: 'fail', code: 'GeneralException', afterActions: after });
    const code = await writeTwo(excel);
    if (code === 'ok') break;
    outcomes.add(`${code} ${JSON.stringify(written(excel))}`);
  }
  expect([...outcomes]).toEqual(['GeneralException [null,null]', 'GeneralException ["甲",null]']);
});

it('can leave a request without an answer, done or not', async () => {
  const excel = await open();
  for (const [fault, cells] of [
    [{ kind: 'hang' }, [null, null]],
    [{ kind: 'lost', reply: 'never' }, ['甲', '乙']],
  ] as const) {
    excel.log.restart();
    excel.faults.inject(1, fault);
    const outcome = await Promise.race([
      writeTwo(excel),
      new Promise((resolve) => setTimeout(resolve, 700, 'nothing')),
    ]);
    expect([outcome, written(excel)]).toEqual(['nothing', cells]);
    expect(excel.log.roundTrips.map((trip) => trip.outcome)).toEqual(['none']);
  }
  excel.clear('预算', 'C1:C2');
  expect(await writeTwo(excel)).toBe('ok');
});

it('lets a batch wait while a cell is edited, or fails it at once', async () => {
  const excel = await open();
  excel.beginCellEdit();
  expect(await writeTwo(excel)).toBe('InvalidOperationInCellEditMode');
  const waiting = writeTwo(excel, true);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(written(excel)).toEqual([null, null]);
  excel.endCellEdit();
  expect(await waiting).toBe('ok');
  expect(written(excel)).toEqual(['甲', '乙']);
});

it('does not write to locked cells of a protected sheet, nor to a workbook that is read-only', async () => {
  const excel = await open();
  excel.protect('预算');
  expect(await writeTwo(excel)).toBe('AccessDenied');
  excel.unprotect('预算');
  expect(await writeTwo(excel)).toBe('ok');
  const other = await open({ readOnly: true });
  expect(await writeTwo(other)).toBe('AccessDenied');
  expect(await other.frame.evaluate(() => Office.context.document.mode)).toBe('readOnly');
});

it('takes and gives at most 5 MB, and gives null for more than 5,000,000 cells', async () => {
  const rows = Array.from({ length: 4000 }, (_row, index) => [
    `很长的一段文字，第 ${String(index)} 行，用来填满一份回答`.repeat(24),
  ]);
  const excel = await open({ workbook: await made({ name: '长', rows }) });
  const codes = await excel.frame.evaluate(async () => {
    const attempt = (work: (context: Excel.RequestContext) => Promise<unknown>) =>
      Excel.run(work).catch((error: unknown) => (error as OfficeExtension.Error).code);
    return [
      await attempt(async (context) => {
        context.workbook.worksheets.getItem('长').getUsedRange().load('values');
        await context.sync();
      }),
      await attempt(async (context) => {
        const text = '写'.repeat(1_800_000);
        context.workbook.worksheets.getItem('长').getRange('B1').values = [[text]];
        await context.sync();
      }),
      await attempt(async (context) => {
        const all = context.workbook.worksheets.getItem('长').getRange('A:F').load('values,cellCount');
        await context.sync();
        return [all.cellCount, all.values];
      }),
    ];
  });
  expect(codes).toEqual(['ResponsePayloadSizeLimitExceeded', 'RequestPayloadSizeLimitExceeded', [6_291_456, null]]);
});

it('names what it does not know, and where a batch failed', async () => {
  const excel = await open();
  const errors = await excel.frame.evaluate(async () => {
    const attempt = (work: (context: Excel.RequestContext) => void) =>
      Excel.run(async (context) => {
        work(context);
        await context.sync();
        return undefined;
      }).catch((error: unknown) => {
        const { name, code, message, debugInfo } = error as OfficeExtension.Error;
        return { name, code, message, where: debugInfo.errorLocation };
      });
    return [
      await attempt((context) =>
        context.workbook.worksheets.getItem('预算').getRange('A1').removeDuplicates([0], true),
      ),
      await attempt((context) => context.workbook.worksheets.getItem('无')),
      await attempt((context) => {
        context.workbook.worksheets.getItem('预算').getRange('A1:B2').values = [[1]];
      }),
    ];
  });
  expect(errors).toEqual([
    expect.objectContaining({
      name: 'RichApi.Error',
      code: 'ApiNotFound',
      message: expect.stringContaining('Range.RemoveDuplicates') as string,
    }),
    expect.objectContaining({ code: 'ItemNotFound' }),
    expect.objectContaining({ code: 'InvalidArgument', where: 'Range.Values' }),
  ]);
});

it('refuses every request that would leave the machine, and tells of it', async () => {
  const excel = await open();
  const failed = await excel.frame.evaluate(() =>
    fetch('https://example.org/a').then(
      () => false,
      () => true,
    ),
  );
  expect(failed).toBe(true);
  expect(excel.strayRequests).toEqual([{ url: 'https://example.org/a', method: 'GET' }]);
});

it('opens a pane whose Office.js cannot be had', async () => {
  const excel = await open({ withoutOfficeJs: true, withoutWaiting: true, theme: 'contrast' });
  await excel.frame.waitForLoadState();
  expect(await excel.frame.evaluate(() => typeof (window as unknown as { Office?: unknown }).Office)).toBe('undefined');
  expect(await excel.frame.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  expect(THEMES.contrast.bodyBackgroundColor).toBe('#000000');
});

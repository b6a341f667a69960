import type { Locator } from 'playwright-core';
import { closeBrowser } from '../office-host/browser.ts';
import type { RunningExcel } from '../office-host/excel/start-excel.ts';
import type { Fault } from '../office-host/faults.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';
import { contentsOf, excelWithPane, openEntry, showTab } from './support/excel-pane.ts';
import { sample } from './support/sample.ts';
import { atRest, withSwiftClock, type AtRest, type Hang } from './support/swift-clock.ts';

/*
 * Whatever goes wrong with whichever request of whichever command of the built pane: the workbook holds the old results or the
 * new ones, no cell of a person changes, the pane says so, and the same pane does it when it is asked again.
 */

/** Something a person does in the pane. */
interface Command {
  readonly workbook: () => Promise<Uint8Array>;
  /** Once, before the first time. */
  readonly arrange?: (excel: RunningExcel) => Promise<unknown>;
  /** Before each time, while nothing goes wrong. */
  readonly before?: (excel: RunningExcel) => unknown;
  /** @param rest lets the pane come to rest between two steps */
  readonly run: (excel: RunningExcel, rest: () => Promise<AtRest>) => Promise<unknown>;
  /** Each part of it that the workbook shows: done or not. */
  readonly done: (excel: RunningExcel) => readonly boolean[];
  /** True when the pane shows what it should once it is done. */
  readonly shows?: (excel: RunningExcel) => Promise<boolean>;
  /** Takes it back, so that it can be done again. */
  readonly back: (excel: RunningExcel) => Promise<unknown>;
  /** Places that it may change: `评分表 3,3`. Every other cell is a person's. */
  readonly ours?: RegExp;
}

const CODES = [
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'GeneralException',
  'RequestPayloadSizeLimitExceeded',
] as const;

/** Real milliseconds that a late answer takes; the pane's clock is moved on meanwhile. The pane waits for 30 s. */
const LATE = 60;

interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  readonly hang?: Omit<Hang, 'request'>;
}

const FAULTS: readonly FaultCase[] = [
  ...CODES.map((code) => ({ name: code, fault: { kind: 'refuse', code } as const })),
  { name: 'GeneralException half-way', fault: { kind: 'fail', code: 'GeneralException', afterActions: 12 } },
  { name: 'an answer after 10 s', fault: { kind: 'hang', ms: LATE }, hang: { for: 10_000, ends: true } },
  { name: 'an answer after 40 s', fault: { kind: 'hang', ms: LATE }, hang: { for: 40_000, ends: true } },
  { name: 'a request that is lost', fault: { kind: 'hang' }, hang: { for: 40_000, ends: false } },
  { name: 'an answer that is lost', fault: { kind: 'lost', reply: 'never' }, hang: { for: 40_000, ends: false } },
  { name: 'done, but answered with an error', fault: { kind: 'lost', reply: 'GeneralException' } },
];

const button = ({ frame }: RunningExcel, name: string | RegExp): Locator => frame.getByRole('button', { name }).first();
/** Without waiting for movements to end; a button that is told to do nothing does nothing. */
const press = (locator: Locator): Promise<void> => locator.dispatchEvent('click');
const settingOf = ({ book }: RunningExcel, namespace: string): string =>
  book.customXml
    .inNamespace(namespace)
    .map(({ xml }) => xml)
    .join();
const holds = (excel: RunningExcel, sheet: string, addresses: readonly string[]): readonly boolean[] =>
  addresses.map((address) => {
    const { value, formula } = excel.cell(sheet, address);
    return value !== null || formula !== undefined;
  });

async function writeScores(excel: RunningExcel, rest: () => Promise<AtRest>): Promise<void> {
  await press(button(excel, /^写回$/));
  if (!(await rest()).hasDialog) return;
  await press(button(excel, /^写入$/));
  await rest();
}

const undo = (excel: RunningExcel): Promise<unknown> => press(button(excel, '撤销写回'));
const own = (): Promise<Uint8Array> => withScoreSheet(scoreSheetRows());
const OWN_CELLS = ['C7', 'D7', 'F7', 'D9', 'E14'];

let edits = 0;

const COMMANDS: Readonly<Record<string, Command>> = {
  'scores follow an edit': {
    workbook: () => sample(),
    arrange: (excel) => showTab(excel, '评分'),
    before: (excel) => {
      edits += 1;
      excel.edit('自评打分', 'D18', edits % 2 === 0 ? 4.7 : 4);
    },
    run: async (_excel, rest) => rest(),
    done: () => [],
    shows: async ({ frame }) => {
      const shown = await frame.getByRole('region', { name: '总得分' }).textContent();
      return shown?.includes(edits % 2 === 0 ? '99.0' : '98.3') ?? false;
    },
    back: () => Promise.resolve(),
  },
  'recalculation that is asked for': {
    workbook: () => sample(),
    run: (excel) => press(button(excel, /^重新计算$/)),
    done: () => [],
    back: () => Promise.resolve(),
  },
  'writing back into the score sheet of the workbook': {
    workbook: own,
    run: writeScores,
    done: (excel) => holds(excel, '评分表', OWN_CELLS),
    back: undo,
    ours: /^评分表 ([2-9]|1[0-5]),[2-5]$/,
  },
  'writing back onto a new sheet': {
    workbook: () => sample(),
    run: writeScores,
    done: (excel) => [excel.sheetNames().includes('绩效自评表')],
    back: undo,
    ours: /^绩效自评表 /,
  },
  'taking a write-back back': {
    workbook: own,
    arrange: (excel) => writeScores(excel, () => atRest(excel)),
    run: undo,
    done: (excel) => holds(excel, '评分表', OWN_CELLS).map((isHeld) => !isHeld),
    back: (excel) => writeScores(excel, () => atRest(excel)),
    ours: /^评分表 ([2-9]|1[0-5]),[2-5]$/,
  },
  'a score that a person enters': {
    workbook: () => sample(),
    arrange: (excel) => showTab(excel, '评分'),
    run: async (excel, rest) => {
      await openEntry(excel, '绩效目标合理性');
      await excel.frame.getByLabel('得分', { exact: true }).fill('4.5');
      await excel.frame.getByLabel('扣分原因').fill('目标分解不够细');
      await press(button(excel, '填入工作簿'));
      await rest();
    },
    done: (excel) => [
      excel.cell('自评打分', 'D18').value === 4.5,
      excel.cell('自评打分', 'E18').value === '目标分解不够细',
    ],
    back: undo,
    ours: /^自评打分 17,[34]$/,
  },
  'an answer about a heading': {
    workbook: () => sample({ '预算!C3': '某项安排' }),
    arrange: (excel) => choose(excel, 1),
    run: (excel) => choose(excel, 0),
    done: (excel) => [settingOf(excel, 'urn:jixiao:mapping:1').includes(`means="${alternatives[0] ?? '?'}"`)],
    back: (excel) => choose(excel, 1),
  },
  'the choice of a scheme': {
    workbook: () => sample(),
    arrange: (excel) => showTab(excel, '评分'),
    run: (excel) => excel.frame.getByLabel('指标体系').selectOption('shenzhen-style'),
    done: (excel) => [settingOf(excel, 'urn:jixiao:settings:1').includes('shenzhen-style')],
    back: (excel) => excel.frame.getByLabel('指标体系').selectOption(''),
  },
  'notes for the report': {
    workbook: () => sample(),
    arrange: async (excel) => {
      await showTab(excel, '报告');
      await button(excel, '“部门职能”的补充内容').click();
    },
    run: (excel) => excel.frame.getByRole('textbox').fill('另有两个下属单位。'),
    done: (excel) => [settingOf(excel, 'urn:jixiao:settings:1').includes('另有两个下属单位。')],
    back: (excel) => excel.frame.getByRole('textbox').fill(''),
  },
};

let alternatives: readonly string[] = [];

/** Answers the first open question, or the first that was answered, with one of its alternatives. */
async function choose(excel: RunningExcel, index: number): Promise<void> {
  const answered = excel.frame.getByRole('button', { name: /^已确认的/, expanded: false });
  if ((await answered.count()) > 0) await answered.click();
  const list = excel.frame.getByRole('combobox').first();
  const options = await list.locator('option:not([value=""])').allTextContents();
  if (alternatives.length === 0) alternatives = options;
  await list.selectOption(alternatives[index] ?? '');
}

/** What is told when some of the results may be new and others old. */
const MIXED = /已是新结果|可能是新结果/;

afterAll(closeBrowser);

test.each(Object.entries(COMMANDS))(
  '%s',
  async (_name, command) => {
    const excel = await excelWithPane({ workbook: await command.workbook() });
    await excel.page.emulateMedia({ reducedMotion: 'reduce' });
    await withSwiftClock(excel);
    const rest = (): Promise<AtRest> => atRest(excel);
    await rest();
    await command.arrange?.(excel);
    await rest();
    const isDone = (): boolean => command.done(excel).every(Boolean);
    const theirs = (): Readonly<Record<string, unknown>> =>
      Object.fromEntries(Object.entries(contentsOf(excel)).filter(([place]) => command.ours?.test(place) !== true));

    const once = async (
      name: string,
      fault: Fault | undefined,
      request: number,
      hang?: FaultCase['hang'],
    ): Promise<number> => {
      const told = `${name}, request ${String(request)}`;
      command.before?.(excel);
      const before = theirs();
      const from = excel.log.roundTrips.length;
      const hung: Hang | undefined = hang && { ...hang, request: from + request - 1 };
      if (fault !== undefined) excel.faults.inject(request, fault);
      await command.run(excel, () => atRest(excel, hung));
      const after = await atRest(excel, hung);
      excel.faults.clear();
      const requests = excel.log.roundTrips.length - from;

      expect([told, theirs()]).toEqual([told, before]);
      const parts = command.done(excel);
      const isMixed = parts.some(Boolean) && !parts.every(Boolean);
      if (isMixed) expect([told, after.notice]).toEqual([told, expect.stringMatching(MIXED)]);
      // What is not done, or not known to be up to date, is told.
      if (!isDone() || !after.status.includes('已是最新')) expect([told, after.notice]).not.toEqual([told, '']);

      // The same pane does it when it is asked again.
      if (!isDone() || !after.status.includes('已是最新')) await press(button(excel, /^重新计算$/));
      await rest();
      if (!isDone()) await command.run(excel, rest);
      expect([told, (await rest()).status, isDone(), theirs()]).toEqual([told, '已是最新', true, before]);
      expect([told, (await command.shows?.(excel)) ?? true]).toEqual([told, true]);
      await command.back(excel);
      const back = await rest();
      const undone = command.done(excel);
      expect([told, back.status, undone.some(Boolean), theirs()]).toEqual([told, '已是最新', false, before]);
      return requests;
    };

    const requests = await once('nothing', undefined, 0);
    expect(requests).toBeGreaterThan(0);
    for (const { name, fault, hang } of FAULTS) {
      for (let request = 1; request <= requests; request += 1) await once(name, fault, request, hang);
    }
    expect(excel.strayRequests).toEqual([]);
    await excel.close();
  },
  120_000,
);

test('the first look', async () => {
  const excel = await excelWithPane();
  await withSwiftClock(excel);
  for (const { name, fault, hang } of FAULTS) {
    for (const request of [1, 2]) {
      const told = `${name}, request ${String(request)}`;
      await atRest(excel);
      const from = excel.log.roundTrips.length;
      excel.faults.inject(request, fault);
      await excel.reopen();
      const after = await atRest(excel, hang && { ...hang, request: from + request - 1 });
      excel.faults.clear();
      if (!after.status.includes('已是最新')) {
        expect([told, after.notice]).not.toEqual([told, '']);
        await press(button(excel, /^重新计算$/));
      }
      expect([told, (await atRest(excel)).status]).toEqual([told, '已是最新']);
      expect(await excel.frame.getByText('广州市越秀区科学技术协会').count()).toBeGreaterThan(0);
      // It follows the workbook from then on.
      excel.edit('自评打分', 'D18', request === 1 ? 4 : 5);
      const requests = excel.log.roundTrips.length;
      await atRest(excel);
      expect([told, excel.log.roundTrips.length]).toEqual([told, requests + 1]);
    }
  }
  await excel.close();
}, 120_000);

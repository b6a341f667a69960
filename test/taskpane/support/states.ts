import type { Page } from 'playwright-core';
import type { PageUnderTest } from '../page/page.ts';
import { p, templateDocx } from '../../hosts/files/docx/template-docx.ts';
import { upToDate } from './open-pane.ts';
import { sample } from './sample.ts';

/** One state of the pane and how it comes about; drawn for people and checked by tests. */
export interface PaneCase {
  /** `page.html` is the pane without Office, `taskpane.html` the one that ships. */
  readonly address: string;
  /** Absent where no workbook is opened. */
  readonly workbook?: () => Promise<Uint8Array>;
  readonly before?: (page: Page) => Promise<unknown>;
  readonly arrange: (page: Page) => Promise<unknown>;
}

type Arranging = (page: Page) => Promise<unknown>;

function state(wish: string, cells: Parameters<typeof sample>[0], ...steps: Arranging[]): PaneCase {
  return {
    address: `page.html?do=${wish}`,
    workbook: () => sample(cells),
    arrange: async (page) => {
      await upToDate(page);
      for (const step of steps) await step(page);
    },
  };
}

const press =
  (name: string | RegExp): Arranging =>
  (page) =>
    page.getByRole('button', { name }).first().click();
const opened =
  (name: string | RegExp): Arranging =>
  (page) =>
    page.getByRole('button', { name, expanded: false }).first().click();
/** The dialog is closed, and the rest of the pane is there again for those who do not see it. */
const dialogGone: Arranging = async (page) => {
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('#pane[aria-hidden]').waitFor({ state: 'detached' });
};
const set = (fields: Partial<PageUnderTest>): Arranging => {
  return (page) =>
    page.evaluate((changes) => {
      Object.assign((globalThis as unknown as { underTest: PageUnderTest }).underTest, changes);
    }, fields);
};
const shows =
  (text: string): Arranging =>
  (page) =>
    page.getByText(text).first().waitFor();
const tab =
  (name: string): Arranging =>
  (page) =>
    page.getByRole('tab', { name }).click();

/** Chooses a template from disk. */
export const chosenTemplate =
  (name: string, bytes: Uint8Array): Arranging =>
  (page) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });

const CONTRADICTING = { '执行!D8': 1, '自评打分!D18': 9 };
const UNCLEAR = { '预算!C3': '某项安排', '预算!I2': null };
const UNFINISHED = { '自评打分!D18': null, '自评打分!E18': null, '基本信息!B9': null };

/** Every state of the pane by name. */
export const STATES: Readonly<Record<string, PaneCase>> = {
  timeout: { address: 'taskpane.html', arrange: shows('没有连接上Office') },
  loading: {
    address: 'page.html',
    workbook: () => sample(),
    before: set({ hangs: true }),
    arrange: shows('正在读取工作簿'),
  },
  empty: {
    address: 'page.html',
    workbook: () => sample(),
    before: set({ fails: 'busy' }),
    arrange: shows('还没有结果'),
  },
  data: state('open', {}),
  'data-sheet-open': state('open', {}, opened(/^预算/), opened(/^各列的含义/)),
  'data-filter': state('open', {}, (page) => page.getByLabel('查找数据').fill('决算数'), shows('财政拨款.决算数')),
  'data-filter-none': state('open', {}, (page) => page.getByLabel('查找数据').fill('公用经费'), shows('没有名称相符')),
  'data-questions': state('open', UNCLEAR),
  score: state('open', {}, tab('评分')),
  'score-open': state('open', {}, tab('评分'), opened(/^预算完成率/), opened('计算过程'), shows('得分由')),
  'score-entry': state('open', {}, tab('评分'), opened(/^绩效目标合理性/), opened(/^填写评分/)),
  'score-entry-unsaved': state(
    'open',
    {},
    tab('评分'),
    opened(/^绩效目标合理性/),
    opened(/^填写评分/),
    (page) => page.getByLabel('扣分原因').fill('目标分解不够细，年度目标与中长期规划的衔接说明不足'),
    (page) => page.getByLabel('得分', { exact: true }).fill('五分'),
    press('填入工作簿'),
    shows('这里应填数字'),
  ),
  'score-months': state('open', {}, tab('评分'), press('显示为表格')),
  'score-unfinished': state('open', UNFINISHED, tab('评分')),
  'score-unusable': state('open', CONTRADICTING, tab('评分')),
  stale: state('open', {}, tab('评分'), set({ hangs: true }), press('重新计算'), shows('下面是上次的结果')),
  'write-back': state('write-back', {}, (page) => page.getByRole('dialog').waitFor()),
  'nothing-to-write': state(
    'write-back',
    {},
    press(/^写入$/),
    shows('已写入'),
    dialogGone,
    press(/^写回$/),
    shows('已经是最新结果'),
  ),
  written: state('write-back', {}, press(/^写入$/), shows('已写入'), dialogGone),
  'write-failed': state(
    'write-back',
    {},
    set({ fails: 'access-denied' }),
    press(/^写入$/),
    shows('工作簿是只读的'),
    dialogGone,
  ),
  report: state('report', UNFINISHED, shows('提纲')),
  'report-made': state('report', {}, shows('提纲'), press('生成Word报告'), shows('已生成')),
  'report-notes': state('report', {}, shows('提纲'), press('“部门职能”的补充内容')),
  'report-preview': state('report', UNFINISHED, press('显示预览'), shows('附件')),
  'report-template-refused': state(
    'report',
    {},
    shows('用单位模板'),
    async (page) => chosenTemplate('模板.docx', await templateDocx(p('{决算树}') + p('{#扣分指标}')))(page),
    shows('2处需要改正'),
  ),
  check: state('check', CONTRADICTING),
  'check-none-of-kind': state('check', {}, press(/^提醒/)),
};

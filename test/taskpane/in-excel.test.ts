import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser } from '../office-host/browser.ts';
import type { RunningExcel } from '../office-host/excel/start-excel.ts';
import type { ProfileName } from '../office-host/profiles.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';
import { eventually } from './support/eventually.ts';
import { DIST, excelWithPane, openEntry, showTab, total, upToDate, writeBack } from './support/excel-pane.ts';
import { sample } from './support/sample.ts';

/* The built pane, as it ships, on the production script tag, in the host that plays Excel on the web. */

let open: RunningExcel | undefined;

/** Opens the pane, and notes what its policy refuses. */
async function excel(options: Parameters<typeof excelWithPane>[0] = {}): Promise<RunningExcel> {
  open = await excelWithPane(options);
  return open;
}

afterEach(async () => {
  const opened = open;
  open = undefined;
  await opened?.close();
});
afterAll(closeBrowser);

/** Nothing was asked of another machine, no policy was broken, nothing was written to the console. */
function expectClean({ strayRequests, errors }: RunningExcel): void {
  expect(strayRequests).toEqual([]);
  expect(errors).toEqual([]);
}

test.each<[ProfileName]>([['ltsc2021'], ['ltsc2024'], ['microsoft365']])(
  '%s: read, follow an edit, enter a score, write back, undo, draft and check; nothing beyond its requirement sets',
  async (profile) => {
    const opened = await excel({ profile });
    const { frame } = opened;
    await upToDate(opened);
    await frame.getByText('广州市越秀区科学技术协会').waitFor();
    await showTab(opened, '评分');
    await total(opened, '99.0');

    opened.edit('自评打分', 'D18', 4);
    await total(opened, '98.3');
    await openEntry(opened, '绩效目标合理性');
    await frame.getByRole('button', { name: '自评打分!D18' }).first().click();
    await eventually(() => opened.book.activeSheet.name === '自评打分');
    await frame.getByLabel('得分', { exact: true }).fill('4.5');
    await frame.getByLabel('扣分原因').fill('目标分解不够细');
    await frame.getByLabel('佐证材料', { exact: true }).fill('绩效目标表');
    await frame.getByRole('button', { name: '填入工作簿' }).click();
    await total(opened, '98.8');
    expect(['D18', 'E18', 'F18'].map((address) => opened.cell('自评打分', address).value)).toEqual([
      4.5,
      '目标分解不够细',
      '绩效目标表',
    ]);

    await upToDate(opened);
    await writeBack(opened);
    await frame.getByText('已写入').waitFor();
    expect(opened.cell('绩效自评表', 'F8').value).toBe(4.9);
    await frame.getByRole('button', { name: '撤销写回' }).click();
    await frame.getByText('已恢复').waitFor();
    expect(opened.sheetNames()).not.toContain('绩效自评表');
    expect(opened.cell('自评打分', 'D18').value).toBe(4.5);

    await showTab(opened, '报告');
    await frame.getByRole('checkbox').first().waitFor();
    const [download] = await Promise.all([
      opened.page.waitForEvent('download'),
      frame.getByRole('button', { name: '生成Word报告' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/自评报告\.docx$/);
    await showTab(opened, '核对');
    await frame.getByRole('group', { name: '按严重程度筛选' }).waitFor();
    expectClean(opened);
  },
);

/** Each button of the ribbon by the address that the manifest gives it, and what it opens. */
const MANIFEST = readFileSync(join(DIST, '..', 'manifest.xml'), 'utf8');
const addressOf = (url: string): string => {
  const [, path = ''] = new RegExp(`id="${url}" DefaultValue="https://localhost:3000([^"]+)"`).exec(MANIFEST) ?? [];
  return path;
};

test.each([
  ['打开', 'Open.Url', '数据'],
  ['计算并写回', 'WriteBack.Url', '评分'],
  ['生成报告', 'Report.Url', '报告'],
  ['核对', 'Check.Url', '核对'],
])('the button %s of the ribbon opens the pane at what it names', async (name, url, tab) => {
  const opened = await excel({ page: addressOf(url) });
  const { frame } = opened;
  await upToDate(opened);
  const selected = frame.locator('[role=tab][aria-selected=true]');
  expect(await selected.textContent()).toContain(tab);
  if (name === '计算并写回') {
    await frame.getByRole('dialog').getByRole('button', { name: '写入', exact: true }).click();
    await frame.getByText('已写入').waitFor();
    expect(opened.sheetNames()).toContain('绩效自评表');
    // Pressed once more, there is nothing left to write, and the pane says so.
    await opened.reopen();
    await upToDate(opened);
    await opened.frame.getByText('工作簿中已经是最新结果').waitFor();
  }
  if (name === '生成报告') await frame.getByRole('button', { name: '生成Word报告' }).waitFor();
  expectClean(opened);
});

test('the policy of the page lets nothing in from elsewhere, and the pane needs no more', async () => {
  const opened = await excel();
  await upToDate(opened);
  const refused = await opened.frame.evaluate(async () => {
    const told: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told.push(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://elsewhere.test/pixel.png';
    const elsewhere = await fetch('https://elsewhere.test/data').catch(() => 'refused');
    // In a turn of its own: what a test itself evaluates is let through.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(eval('1'));
        } catch {
          resolve('refused');
        }
      });
    });
    document.body.setAttribute('style', 'color: red');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { told: told.sort(), elsewhere, evaluated, wasRun: 'wasRun' in window };
  });
  expect(refused).toMatchObject({ elsewhere: 'refused', evaluated: 'refused', wasRun: false });
  expect(refused.told).toEqual(['connect-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-attr']);
  expect(opened.strayRequests).toEqual([]);
});

test.each(['light', 'dark', 'contrast'] as const)('the theme of Office is taken over: %s', async (theme) => {
  const opened = await excel({ theme });
  await upToDate(opened);
  const ground = await opened.frame.evaluate(() => {
    const provider = document.querySelector('.fui-FluentProvider');
    if (provider === null) throw new Error('no provider');
    return getComputedStyle(provider).backgroundColor;
  });
  const [red = 0] = /\d+/.exec(ground)?.map(Number) ?? [];
  if (theme === 'light') expect(red).toBeGreaterThan(200);
  else expect(red).toBeLessThan(60);
});

test('where Office.js cannot be had, a page says so and offers to try again', async () => {
  const opened = await excel({ withoutOfficeJs: true, withoutWaiting: true });
  await opened.frame.getByRole('heading', { name: '没有连接上Office' }).waitFor();
  await opened.frame.getByRole('button', { name: '重试' }).waitFor();
});

test('what is loaded before anything is seen is at most 250 KiB, without Office.js', async () => {
  const opened = await excel({ workbook: await withScoreSheet(scoreSheetRows(), await sample()) });
  await upToDate(opened);
  const loaded = await opened.frame.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
  );
  const size = (name: string): number => gzipSync(readFileSync(join(DIST, name)), { level: 9 }).length / 1024;
  // 213 KiB, of which React and Fluent UI are the most.
  expect(size('taskpane.js')).toBeLessThanOrEqual(250);
  // The work is done in a worker of its own; charts, the preview and what makes Word files wait until they are wanted.
  expect(loaded).not.toContain('pane-charts.js');
  expect(loaded).not.toContain('pane-preview.js');
  expect(loaded).not.toContain('pane-docx.js');
  expect(opened.page.workers().length + opened.frame.page().workers().length).toBeGreaterThan(0);
});

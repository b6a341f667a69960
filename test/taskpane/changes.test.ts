import { closeBrowser } from '../office-host/browser.ts';
import type { RunningExcel } from '../office-host/excel/start-excel.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';
import {
  contentsOf,
  excelWithPane,
  openEntry,
  showTab,
  total,
  trips,
  upToDate,
  writeBack,
} from './support/excel-pane.ts';

/* What happens in the workbook beside the built pane, while it is open. */

let open: RunningExcel | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});
afterAll(closeBrowser);

async function excel(options: Parameters<typeof excelWithPane>[0] = {}): Promise<RunningExcel> {
  open = await excelWithPane(options);
  await upToDate(open);
  return open;
}

const own = (): Promise<Uint8Array> => withScoreSheet(scoreSheetRows());
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('scores follow edits, formulas that show something else, and sheets that come, go and change their names', async () => {
  const opened = await excel();
  const { frame } = opened;
  await showTab(opened, '评分');

  // A formula is typed; then a cell that it speaks of changes, on a sheet that is read only for it.
  opened.addSheet('底稿');
  opened.edit('底稿', 'A1', 4.7);
  opened.edit('自评打分', 'D18', '=底稿!A1');
  await total(opened, '99.0');
  await upToDate(opened);
  opened.edit('底稿', 'A1', 4);
  await total(opened, '98.3');

  await showTab(opened, '数据');
  await frame.getByRole('button', { name: /^底稿 / }).waitFor();
  opened.renameSheet('底稿', '计算底稿');
  // Excel tells of a new name only from 1.17 on: the next reading finds out.
  await frame.getByRole('button', { name: '重新计算', exact: true }).click();
  await frame.getByRole('button', { name: /^计算底稿 / }).waitFor();
  opened.renameSheet('执行', '支出执行');
  await frame.getByRole('button', { name: '重新计算', exact: true }).click();
  await frame.getByRole('button', { name: /^支出执行 / }).waitFor();
  await showTab(opened, '评分');
  await total(opened, '98.3');

  opened.edit('自评打分', 'D18', 4.7);
  opened.deleteSheet('计算底稿');
  await total(opened, '99.0');
  await showTab(opened, '数据');
  await frame.getByRole('button', { name: /^计算底稿 / }).waitFor({ state: 'detached' });
  expect(opened.errors).toEqual([]);
});

test('many edits in a row are computed once; without 自动重算 the result is only marked', async () => {
  const opened = await excel();
  const { frame } = opened;
  await showTab(opened, '评分');
  const reads = await trips(opened, async () => {
    for (const value of [1, 2, 3, 4]) opened.edit('自评打分', 'D18', value);
    await total(opened, '98.3');
    await upToDate(opened);
  });
  expect(reads).toHaveLength(1);

  await frame.getByRole('switch', { name: '自动重算' }).click();
  const quiet = await trips(opened, async () => {
    opened.edit('自评打分', 'D18', 4.7);
    await frame.getByText('已过时', { exact: true }).waitFor();
    await wait(900);
  });
  expect(quiet).toEqual([]);
  // The last result stays to be seen.
  await total(opened, '98.3');
  await frame.getByRole('switch', { name: '自动重算' }).click();
  await total(opened, '99.0');
});

test('what was typed into a form outlives other people’s edits and other tabs', async () => {
  const opened = await excel();
  const { frame } = opened;
  await showTab(opened, '评分');
  await openEntry(opened, '绩效目标合理性');
  await frame.getByLabel('扣分原因').fill('目标分解不够细');
  opened.edit('自评打分', 'F18', '绩效目标表', 'co-author');
  opened.insertRows('自评打分', 18);
  await expect(frame.getByLabel('佐证材料').inputValue()).resolves.toBeDefined();
  await frame.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === '绩效目标表'),
  );
  await upToDate(opened);
  await showTab(opened, '数据');
  await showTab(opened, '评分');
  expect(await frame.getByLabel('扣分原因').inputValue()).toBe('目标分解不够细');
  await frame.getByText('未填入', { exact: true }).waitFor();
  await frame.getByRole('button', { name: '填入工作簿' }).click();
  await frame.getByText('未填入', { exact: true }).waitFor({ state: 'detached' });
  expect(opened.cell('自评打分', 'E19').value).toBe('目标分解不够细');
});

test('another person’s edit between the look and the write is left, and told; a score that was changed by hand is listed and kept', async () => {
  const opened = await excel({ workbook: await own() });
  const { frame } = opened;
  await frame.getByRole('button', { name: '写回', exact: true }).click();
  const dialog = frame.getByRole('dialog');
  await dialog.getByRole('region', { name: '评分表' }).waitFor();
  opened.edit('评分表', 'D9', 4, 'co-author');
  await opened.settled();
  await dialog.getByRole('button', { name: '写入', exact: true }).click();
  await frame.getByText('保持原样').waitFor();
  await frame.getByRole('button', { name: '评分表!D9' }).first().waitFor();
  expect(opened.cell('评分表', 'D9')).toMatchObject({ value: 4, formula: undefined });
  expect(opened.cell('评分表', 'D10').formula).toBeDefined();

  await showTab(opened, '核对');
  await frame
    .getByText(/资金使用合规性.*4/)
    .first()
    .waitFor();
  await showTab(opened, '评分');
  await frame.getByText('人工改定').first().waitFor();
  const before = contentsOf(opened);
  await frame.getByRole('button', { name: '写回', exact: true }).click();
  await frame.getByText('工作簿中已经是最新结果').waitFor();
  expect(contentsOf(opened)['评分表 8,3']).toBe(before['评分表 8,3']);
});

test('while the look before a write is open nothing is computed anew, so that what was seen is what is written', async () => {
  const opened = await excel();
  const { frame } = opened;
  await frame.getByRole('button', { name: '写回', exact: true }).click();
  const dialog = frame.getByRole('dialog');
  await dialog.waitFor();
  const asked = await trips(opened, async () => {
    opened.edit('自评打分', 'D18', 4, 'co-author');
    await opened.settled();
    await wait(900);
  });
  expect(asked).toEqual([]);
  await dialog.getByRole('button', { name: '不写入' }).click();
  await showTab(opened, '评分');
  await total(opened, '98.3');
});

test('a protected sheet is named and nothing is written; unprotected, it is', async () => {
  const opened = await excel({ workbook: await own() });
  const before = contentsOf(opened);
  opened.protect('评分表');
  await opened.frame.getByRole('button', { name: '写回', exact: true }).click();
  await opened.frame.getByText(/评分表.*受保护.*没有写入任何单元格/).waitFor();
  expect(contentsOf(opened)).toEqual(before);
  opened.unprotect('评分表');
  await writeBack(opened);
  await opened.frame.getByText('已写入').waitFor();
});

test('a workbook that may only be read is scored; a write is refused with the way out', async () => {
  const opened = await excel({ readOnly: true });
  const before = contentsOf(opened);
  await showTab(opened, '评分');
  await total(opened, '99.0');
  await writeBack(opened);
  await opened.frame.getByText(/只读.*另存为/).waitFor();
  expect(contentsOf(opened)).toEqual(before);
  expect(opened.sheetNames()).not.toContain('绩效自评表');
});

test('notes and switches of the report and the scheme are there again when the pane is', async () => {
  const opened = await excel();
  await showTab(opened, '报告');
  await opened.frame.getByRole('button', { name: '“部门职能”的补充内容' }).click();
  await opened.frame.getByRole('textbox').fill('另有两个下属单位。\n一个在区外。');
  await opened.frame.getByRole('checkbox').nth(2).uncheck();
  await showTab(opened, '评分');
  await opened.frame.getByLabel('指标体系').selectOption('shenzhen-style');
  await upToDate(opened);
  const saved = (): string =>
    opened.book.customXml
      .inNamespace('urn:jixiao:settings:1')
      .map(({ xml }) => xml)
      .join();
  while (!saved().includes('shenzhen-style') || !saved().includes('另有')) await wait(50);
  await opened.reopen();
  await upToDate(opened);
  await showTab(opened, '报告');
  expect(await opened.frame.getByRole('checkbox').nth(2).isChecked()).toBe(false);
  await opened.frame.getByRole('button', { name: '“部门职能”的补充内容' }).click();
  expect(await opened.frame.getByRole('textbox').inputValue()).toBe('另有两个下属单位。\n一个在区外。');
  await showTab(opened, '评分');
  expect(await opened.frame.getByLabel('指标体系').inputValue()).toBe('shenzhen-style');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { startExcel, type ExcelOptions, type RunningExcel } from '../../office-host/excel/start-excel.ts';
import type { RoundTrip } from '../../office-host/request-log.ts';
import type { AddinFiles } from '../../office-host/routes.ts';
import { sample } from './sample.ts';

/* The built pane, as it ships, in the host that plays Excel on the web. `npm run build` comes first. */

export const DIST = join(__dirname, '..', '..', '..', 'dist');

/** What the add-in's server has: the page, its scripts, and nothing else. */
export function paneFiles(): AddinFiles {
  const names = readdirSync(DIST).filter((name) => /^(taskpane|pane-).*\.(html|js)$/.test(name));
  return new Map(names.map((name) => [`/${name}`, readFileSync(join(DIST, name))]));
}

/** Opens Excel with the sample workbook, unless another is given, and the pane beside it. */
export async function excelWithPane(options: Partial<ExcelOptions> = {}): Promise<RunningExcel> {
  return startExcel({ workbook: await sample(), addin: paneFiles(), page: '/taskpane.html', ...options });
}

/** The line that says how current the result is; behind an open dialog no role is found, so it is found by its attribute. */
export function statusOf(frame: Frame): Locator {
  return frame.locator('[role=status]');
}

/** Waits until the pane shows a result that holds. */
export async function upToDate({ frame }: RunningExcel): Promise<void> {
  await statusOf(frame).filter({ hasText: '已是最新' }).waitFor();
}

/** Waits until the total is this. */
export async function total({ frame }: RunningExcel, score: string): Promise<void> {
  await frame.getByRole('region', { name: '总得分' }).getByText(score, { exact: true }).waitFor();
}

/** Goes to a tab of the pane. */
export async function showTab({ frame }: RunningExcel, name: '数据' | '评分' | '报告' | '核对'): Promise<void> {
  await frame.getByRole('tab', { name }).click();
}

/** Opens an indicator and the form in which a person scores it, unless they are open. */
export async function openEntry({ frame }: RunningExcel, indicator: string): Promise<void> {
  for (const name of [new RegExp(`^${indicator}`), /^填写评分/]) {
    const button = frame.getByRole('button', { name, expanded: false });
    if ((await button.count()) > 0) await button.first().click();
  }
}

/** Writes the scores back: looks at what would change, and says yes. */
export async function writeBack({ frame }: RunningExcel): Promise<void> {
  await frame.getByRole('button', { name: '写回', exact: true }).click();
  await frame.getByRole('dialog').getByRole('button', { name: '写入', exact: true }).click();
}

/** Runs work and gives the round trips it took. */
export async function trips({ log }: RunningExcel, work: () => Promise<unknown>): Promise<readonly RoundTrip[]> {
  const before = log.roundTrips.length;
  await work();
  return log.roundTrips.slice(before);
}

/** Everything that stands in some sheets, by place; a copy. */
export function contentsOf({ book }: RunningExcel, sheets?: readonly string[]): Readonly<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  for (const sheet of book.sheets.filter(({ name }) => sheets === undefined || sheets.includes(name))) {
    const everything = { top: 0, left: 0, bottom: sheet.rows.length, right: 16_384 };
    sheet.each(everything, ({ value, formula }, row, column) => {
      if (value !== null || formula !== undefined)
        contents[`${sheet.name} ${String(row)},${String(column)}`] = formula ?? value;
    });
  }
  return contents;
}

import type { Page } from 'playwright-core';
import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { p, templateDocx } from '../hosts/files/docx/template-docx.ts';
import { browser, closeBrowser } from '../office-host/browser.ts';
import type { PageUnderTest } from './page/page.ts';
import { buildPage } from './support/build-page.ts';
import { openState } from './support/open-pane.ts';
import { chosenTemplate, STATES } from './support/states.ts';

/* A bureau's own template in the pane: chosen, filled in the worker, offered; or refused with all that is wrong. */

beforeAll(buildPage, 300_000);
afterAll(closeBrowser);

async function offered(page: Page): Promise<PageUnderTest['offered']> {
  return page.evaluate(() => (globalThis as unknown as { underTest: PageUnderTest }).underTest.offered);
}

test('a template is filled and offered under the title of the report; a refused one lists its faults until the next is chosen', async () => {
  const state = STATES['report-template-refused'];
  if (state === undefined) throw new Error('no such state');
  const { page, errors } = await openState(await browser(), state);
  const faults = page.getByRole('alert');
  expect(await faults.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^正文“\{决算树\}”：\{决算树\}不是可用的名称。相近的有：\{决算数\}[^。]*。$/),
    expect.stringContaining('{#扣分指标}没有结束'),
  ]);
  expect(await offered(page)).toEqual([]);

  await chosenTemplate('好.docx', await templateDocx(p('{部门名称}决算{决算数}')))(page);
  await page.waitForFunction(
    () => (globalThis as unknown as { underTest: PageUnderTest }).underTest.offered.length > 0,
  );
  expect(await faults.count()).toBe(0);
  const [{ name, bytes } = { name: '', bytes: [] }] = await offered(page);
  expect(name).toBe('2023年度广州市越秀区科学技术协会整体支出绩效自评报告.docx');
  const report = Uint8Array.from(bytes);
  expect((await readDocument(report)).paragraphs).toEqual(['广州市越秀区科学技术协会决算240.35万元']);
  expect((await readCarriedData(report))?.phrases.map(({ tag }) => tag)).toEqual(['部门名称', '决算数']);

  await chosenTemplate('坏.docx', new TextEncoder().encode('text'))(page);
  await faults.waitFor();
  expect(await faults.innerText()).toContain('坏.docx：不是可用的Word文档，或者已损坏');
  expect(errors).toEqual([]);
  await page.context().close();
}, 120_000);

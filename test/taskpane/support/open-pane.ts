import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PageUnderTest } from '../page/page.ts';
import type { PaneCase } from './states.ts';

/** Never looked up: every request to it is answered here. */
export const ORIGIN = 'https://pane.test';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

/** A page with files of ours, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the page: uncaught ones, those written to the console, and what the policy refused. */
  readonly errors: readonly string[];
  /** Requests to anywhere else: refused. */
  readonly strayRequests: readonly string[];
}

/** Opens a page whose files stand in a folder. */
export async function openPage(
  browser: Browser,
  folder: string,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 350, height: 760 }, locale: 'zh-CN', ...options });
  const errors: string[] = [];
  const strayRequests: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      strayRequests.push(url.href);
      await route.abort();
      return;
    }
    try {
      const body = await readFile(join(folder, url.pathname));
      await route.fulfill({ body, contentType: TYPES[extname(url.pathname)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${ORIGIN}/${address}`);
  return { page, errors, strayRequests };
}

/** Gives the page a workbook; the pane begins to work on it. */
export async function openWorkbook(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    (file) => {
      (globalThis as unknown as { underTest: PageUnderTest }).underTest.open(file);
    },
    [...bytes],
  );
}

/** Waits until the pane shows a result that holds. */
export async function upToDate(page: Page): Promise<void> {
  // Also behind an open dialog, where no role is found.
  await page.locator('[role=status]', { hasText: '已是最新' }).waitFor();
}

/** Opens the pane in one of its states. */
export async function openState(
  browser: Browser,
  { address, workbook, before, arrange }: PaneCase,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = address.startsWith('taskpane') ? 'dist' : 'out/pane-page';
  const opened = await openPage(browser, folder, address, options);
  await before?.(opened.page);
  if (workbook !== undefined) await openWorkbook(opened.page, await workbook());
  await arrange(opened.page);
  return opened;
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { browser, closeBrowser } from '../../office-host/browser.ts';
import { openState } from '../support/open-pane.ts';
import { STATES } from '../support/states.ts';

/* Writes a picture of every state of the pane, for people to look at: `npm run screens`, or of those that a word names. */

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
};

async function main(): Promise<void> {
  const [, , folder = 'out/screens', only = ''] = process.argv;
  if (only === '') await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, state] of Object.entries(STATES).filter(([one]) => one.includes(only))) {
    for (const [look, options] of Object.entries(LOOKS)) {
      const { page, errors } = await openState(await browser(), state, { deviceScaleFactor: 2, ...options });
      // Movements come to rest.
      await page.waitForTimeout(350);
      await picture(page, join(folder, `${name}-${look}.png`));
      for (const error of errors) console.warn(`${name}: ${error}`);
      await page.context().close();
    }
    console.log(name);
  }
  await closeBrowser();
}

/** The whole page, however long: the window grows to it, because what sticks to the top would stand in the middle of a long picture. */
async function picture(page: Page, path: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 350, height: Math.max(760, height) });
  await page.waitForTimeout(50);
  await page.screenshot({ path });
}

void main();

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { browser, closeBrowser } from '../office-host/browser.ts';
import { buildPage } from './support/build-page.ts';
import { openState } from './support/open-pane.ts';
import { STATES } from './support/states.ts';

/* What holds in every state of the pane. `npm run build` comes first, for the page that ships. */

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Told on purpose: what the program of the workbook refused, and a script that could not be had. */
const EXPECTED = /HostFailure: (busy|access-denied)|net::ERR_/;

const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

beforeAll(buildPage, 300_000);
afterAll(closeBrowser);

/**
 * What axe finds, each with the elements that it is about. Left out are the invisible stops by which Fluent's keyboard library
 * moves the focus on: they hand it over at once.
 */
async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const found = await axe.run({ exclude: ['[data-tabster-dummy]'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
    );
  });
}

/** Waits until colours and places have come to where they go; what moves without end is left to. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The pane hears of another look, draws itself, and only then colours begin to change.
    for (let still = 0; still < 4;) {
      await new Promise(requestAnimationFrame);
      const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
      const ended = Promise.allSettled(passing.map(({ finished }) => finished));
      // Some are held and never end.
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))]);
      if (passing.every(({ playState }) => playState !== 'running')) still += 1;
    }
  });
}

/** How far the content is wider than the window, in pixels. */
async function sticksOut(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 760 });
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

test.each(Object.keys(STATES))(
  '%s: nothing for axe to find, light, dark and in high contrast; no scrolling sideways; no request elsewhere; no error',
  async (name) => {
    const state = STATES[name];
    if (state === undefined) throw new Error(name);
    const { page, errors, strayRequests } = await openState(await browser(), state);
    expect(await sticksOut(page, 350)).toBe(0);
    expect(await sticksOut(page, 320)).toBe(0);
    await page.setViewportSize({ width: 350, height: 760 });
    // By the developer protocol: the page's policy does not let it in otherwise.
    await page.evaluate(AXE);
    for (const look of LOOKS) {
      await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
      await atRest(page);
      expect([look, await violations(page)]).toEqual([look, []]);
    }
    const office = state.address.startsWith('taskpane') ? [/^https:\/\/appsforoffice\.microsoft\.com\//] : [];
    expect(strayRequests.filter((url) => !office.some((known) => known.test(url)))).toEqual([]);
    expect(errors.filter((error) => !EXPECTED.test(error))).toEqual([]);
    await page.context().close();
  },
  120_000,
);

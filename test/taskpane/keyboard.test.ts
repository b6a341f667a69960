import type { Frame } from 'playwright-core';
import { closeBrowser } from '../office-host/browser.ts';
import { eventually } from './support/eventually.ts';
import { excelWithPane, statusOf, total, upToDate } from './support/excel-pane.ts';

/* Everything by keyboard: no mouse is moved and nothing is clicked. */

afterAll(closeBrowser);

/** The words of what has the focus. */
function focused(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    return element?.getAttribute('aria-label') ?? label?.[0]?.textContent ?? element?.textContent ?? '';
  });
}

test('scores are read, entered, written back and taken back', async () => {
  const excel = await excelWithPane();
  const { frame, page } = excel;
  await upToDate(excel);
  // Into the pane; the first stop is its first button.
  await page.keyboard.press('Tab');
  expect(await focused(frame)).toBe('写回');
  await page.keyboard.press('F9');
  await upToDate(excel);

  /** Goes on until something with these words has the focus. */
  const tabTo = async (words: RegExp): Promise<void> => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      if (words.test(await focused(frame))) return;
    }
    throw new Error(`no way to ${String(words)}; at ${await focused(frame)}`);
  };
  /** Every stop shows where it is. */
  const expectRing = async (): Promise<void> => {
    const shown = await frame.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return false;
      const looks = [getComputedStyle(element), getComputedStyle(element, '::after')];
      return looks.some(
        ({ outlineStyle, boxShadow, textDecorationStyle }) =>
          outlineStyle !== 'none' || boxShadow !== 'none' || textDecorationStyle === 'double',
      );
    });
    expect([await focused(frame), shown]).toEqual([expect.any(String), true]);
  };

  // The tabs: by their keys, and by arrows.
  await page.keyboard.press('Alt+2');
  expect(await focused(frame)).toMatch(/^评分/);
  await page.keyboard.press('ArrowRight');
  expect(await focused(frame)).toMatch(/^报告/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await total(excel, '99.0');

  // An indicator, its trace, its cell.
  await tabTo(/^预算完成率 ?−/);
  await expectRing();
  await page.keyboard.press('Enter');
  await tabTo(/^计算过程/);
  await page.keyboard.press('Space');
  await tabTo(/^执行!D8/);
  await expectRing();
  await page.keyboard.press('Enter');
  await eventually(() => excel.book.activeSheet.name === '执行');

  // A score with its reason.
  await tabTo(/^绩效目标合理性/);
  await page.keyboard.press('Enter');
  await tabTo(/^填写评分/);
  await page.keyboard.press('Enter');
  await tabTo(/^得分/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4.5');
  await page.keyboard.press('Enter');
  await total(excel, '98.8');
  expect(excel.cell('自评打分', 'D18').value).toBe(4.5);
  await upToDate(excel);

  // The write-back: the dialog holds the focus, Escape says no, and gives it back.
  await page.keyboard.press('Alt+W');
  const dialog = frame.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(excel.sheetNames()).not.toContain('绩效自评表');
  await page.keyboard.press('Alt+W');
  await dialog.waitFor();
  for (let steps = 0; steps < 12; steps += 1) {
    await page.keyboard.press('Tab');
    expect(await frame.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    if ((await focused(frame)) === '写入') break;
  }
  await page.keyboard.press('Enter');
  await frame.getByText('已写入').waitFor();
  await statusOf(frame).filter({ hasText: '已是最新' }).waitFor();
  expect(excel.sheetNames()).toContain('绩效自评表');
  await page.keyboard.press('Alt+Z');
  await frame.getByText('已恢复').waitFor();
  expect(excel.sheetNames()).not.toContain('绩效自评表');
  await excel.close();
});

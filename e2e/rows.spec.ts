/** The rows of the library tell what is: whatever changes a briefing, its counts, its age and its place in the list follow. */
import type { Page } from '@playwright/test';
import type { Bridge } from '../src-main/domain/api.js';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

const saved = (page: Page) => page.getByText('Saved', { exact: true });
const row = (page: Page, title: RegExp) => rows(page).filter({ hasText: title });
/** Of the row, as a number. */
const annotations = (page: Page, title: RegExp) =>
  row(page, title)
    .locator('.count', { hasText: 'annotation' })
    .evaluateAll(([count]) => Number.parseInt(count?.textContent?.trim() ?? '0', 10));

/** Marks a sentence of the source by keys alone. */
async function annotate(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('article', { name: 'Text of the source' }).focus();
  await page.keyboard.press('s');
  await page.keyboard.press('4');
}

test(
  'a briefing that was annotated and left shows its new counts, age and place at once',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await expect(rows(page)).toHaveCount(2);
    const second = rows(page).nth(1);
    const title = (await second.locator('.title').innerText()).trim();
    const named = new RegExp(title.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    await second.click();
    await expect(openTitle(page)).toHaveValue(title);
    const time = row(page, named).locator('time');
    const before = {
      count: await annotations(page, named),
      at: await time.getAttribute('datetime')
    };
    await annotate(page);
    await expect(saved(page)).toBeVisible();
    // The row of what is being written in stays where it is.
    await expect(rows(page).nth(1)).toHaveText(named);
    await expect.poll(() => annotations(page, named)).toBe(before.count + 1);
    await expect(time).not.toHaveAttribute('datetime', before.at ?? '');

    await rows(page).first().click();
    await expect(openTitle(page)).not.toHaveValue(title);
    await expect(rows(page).first()).toHaveText(named);
    expect(await annotations(page, named)).toBe(before.count + 1);
    await expect(row(page, named).locator('time')).toHaveText('just now');
  }
);

test(
  'what is done to other briefings shows in their rows, and ages grow by themselves',
  { tag: '@rest' },
  async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenOpen(page);
    await expect(rows(page)).toHaveCount(2);
    const last = rows(page).last().locator('.title');
    const title = (await last.innerText()).trim();
    // As another act of the window does, without listing the library.
    const list = await page.evaluate(async () => {
      const listed = await window.standpoint.call('library.list');
      if (!listed.ok) throw new Error(listed.error.message);
      return listed.value.map(({ id }) => id);
    });
    await page.evaluate(
      (id) => window.standpoint.call('library.changeTags', [{ id, add: ['afar'], remove: [] }]),
      list.at(-1)!
    );
    await expect(rows(page).first().locator('.title')).toHaveText(title);
    const age = rows(page).first().locator('time');
    await expect(age).toHaveText('just now');
    await page.clock.fastForward('03:00');
    await expect(age).toHaveText('3 min. ago');
    await page.clock.fastForward('02:00:00');
    await expect(age).toHaveText('2 hr. ago');
  }
);

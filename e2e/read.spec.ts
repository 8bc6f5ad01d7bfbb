/** The place Read: the text stands at once beside the list of its sources, and its paragraphs have numbers. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newSource } from '../src-main/domain/briefing/source.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const text = (page: Page) => page.getByRole('article', { name: 'Text of the source' });
const rows = (page: Page) =>
  page.getByRole('region', { name: 'List of sources' }).locator('[data-source]');

function bundleOf(count: number): string {
  const texts = Array.from(
    { length: count },
    (_, i) => `Report number ${i + 1} begins.\n\nIts second paragraph follows.\n`
  );
  const hashes = texts.map((each) => createHash('sha256').update(each).digest('hex'));
  const sources = hashes.map((hash, i) =>
    newSource({ title: `Report ${i + 1}`, text: hash, importedAt: '2025-08-17T09:00:00Z' })
  );
  return JSON.stringify({
    schema: bundleSchema,
    briefing: { ...emptyBriefing('Many reports'), sources },
    texts: Object.fromEntries(hashes.map((hash, i) => [hash, texts[i]]))
  });
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [{ name: 'many.json', text: bundleOf(11) }]);
  await expect(openTitle(page)).toHaveValue('Many reports');
  await page.keyboard.press('ControlOrMeta+1');
});

for (const [width, height] of [
  [1440, 900],
  [900, 650]
] as const) {
  test(
    `the first line of the text is near the top with 11 sources, at ${width} × ${height}`,
    { tag: '@rest' },
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      const first = text(page).locator('p').first();
      await expect(first).toHaveText('Report number 1 begins.');
      const top = (await page.getByRole('tablist').first().boundingBox())!.y;
      expect((await first.boundingBox())!.y - top).toBeLessThanOrEqual(220);
      await expect(rows(page)).toHaveCount(11);
    }
  );
}

test(
  'arrows go through the sources and the text follows; Enter goes to it',
  { tag: '@rest' },
  async ({ page }) => {
    await rows(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1)).toBeFocused();
    await expect(text(page)).toContainText('Report number 2 begins.');
    await page.keyboard.press('End');
    await expect(text(page)).toContainText('Report number 11 begins.');
    await page.keyboard.press('Enter');
    await expect(text(page)).toBeFocused();
  }
);

test(
  'numbers of paragraphs stand beside the text and are no part of it',
  { tag: '@rest' },
  async ({ page }) => {
    const second = text(page).locator('p').nth(1);
    const shown = () => second.evaluate((each) => getComputedStyle(each, '::before').content);
    await expect.poll(shown).toBe('"2" / ""');
    await second.selectText();
    expect(await page.evaluate(() => String(getSelection()))).toBe('Its second paragraph follows.');
    expect(await text(page).textContent()).not.toMatch(/\d\s*Its second/);
  }
);

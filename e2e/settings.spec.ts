/** What a person settles holds at once and after the next start. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

const textSize = (page: Page) =>
  page
    .locator('[data-card] .text p')
    .first()
    .evaluate((text) => getComputedStyle(text).fontSize);

test('the size of texts, the length of lines and the paper are settled once', async ({
  page,
  electronApp,
  launch
}) => {
  await whenOpen(page);
  expect(await textSize(page)).toBe('17px');
  const narrow = await page.locator('.bottom-line').boundingBox();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Large 20 px' }).check();
  await settings.getByRole('radio', { name: /^Long/ }).check();
  await settings.getByRole('radio', { name: /^Letter/ }).check();
  await page.keyboard.press('Escape');
  expect(await textSize(page)).toBe('20px');
  const wide = await page.locator('.bottom-line').boundingBox();
  expect(wide!.width).toBeGreaterThan(narrow!.width);
  await electronApp.close();

  const again = await (await launch()).firstWindow();
  await whenOpen(again);
  expect(await textSize(again)).toBe('20px');
  await again.keyboard.press('ControlOrMeta+p');
  const preview = again.getByRole('dialog', { name: 'Print or export' });
  await preview.getByText('More: Word, web page, paper').click();
  await expect(preview.getByRole('radio', { name: /^Letter/ })).toBeChecked();
});

test(
  'the list at the left leads to every section, by mouse and by keys, and follows the page',
  { tag: '@rest' },
  async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 650 });
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    const list = settings.getByRole('navigation', { name: 'Settings: sections' });
    await expect(settings.getByLabel('Your name')).toBeFocused();
    await expect(list.getByRole('button', { name: 'You' })).toHaveAttribute('aria-current', 'true');
    await list.getByRole('button', { name: 'Print' }).click();
    await expect(settings.getByRole('radio', { name: /^A4/ })).toBeInViewport();
    await expect(list.getByRole('button', { name: 'Print' })).toHaveAttribute(
      'aria-current',
      'true'
    );
    await page.keyboard.press('End');
    await expect(list.getByRole('button', { name: 'About' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(settings.getByText(/^Standpoint \d/)).toBeInViewport();
    const texts = settings.getByRole('group', { name: 'Settings', exact: true });
    await texts.focus();
    await page.keyboard.press('Home');
    await expect(list.getByRole('button', { name: 'You' })).toHaveAttribute('aria-current', 'true');
  }
);

test(
  'the settings fit a window of 900 × 650 and one at 200 %',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+,');
    for (const viewport of [
      { width: 900, height: 650 },
      { width: 720, height: 450 },
      { width: 480, height: 450 }
    ]) {
      await page.setViewportSize(viewport);
      const sizes = await page.getByRole('dialog', { name: 'Settings' }).evaluate((dialog) => {
        const box = dialog.getBoundingClientRect();
        const texts = dialog.querySelector('[role=group][tabindex]')!;
        return {
          right: box.right,
          bottom: box.bottom,
          over: texts.scrollWidth - texts.clientWidth
        };
      });
      expect(sizes.right).toBeLessThanOrEqual(viewport.width);
      expect(sizes.bottom).toBeLessThanOrEqual(viewport.height);
      expect(sizes.over).toBe(0);
    }
  }
);

/** What a person settles holds at once and after the next start. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

const textSize = (page: Page) =>
  page.locator('.bottom-line p').evaluate((text) => getComputedStyle(text).fontSize);

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
  const preview = again.getByRole('dialog', { name: 'Print preview' });
  await expect(preview.getByRole('radio', { name: /^Letter/ })).toBeChecked();
});

/** Ways through the window that more than one part of the walk takes. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { rows, whenOpen } from '../window.js';
import { usualSize } from './look.js';

export const dialog = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('dialog', { name });
export const panel = (page: Page, name: string): Locator => page.getByRole('tabpanel', { name });
export const grid = (page: Page): Locator => page.getByRole('grid');
export const cards = (page: Page): Locator =>
  page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
export const suggestions = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Suggestions' });

/** The window of a first start, on the briefing of the sample, in the size and look that all states begin with. */
export async function begin(page: Page): Promise<void> {
  // Later than the sample, and before all that is written now: “just now” stays what it is.
  await page.clock.setFixedTime('2025-09-01T12:00:00Z');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(usualSize);
  await whenOpen(page);
  await expect(cards(page)).toHaveCount(12);
  await expect(page.getByRole('list', { name: /^Findings in the card/ })).toBeVisible();
  await expect(rows(page).last()).toContainText('just now');
}

/** By the palette, which is where commands without a key are. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(title);
  await expect(palette.getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** Closes what lies over the window, with a list that is open in it, and throws away what was written there. */
export async function close(page: Page): Promise<void> {
  const over = page.locator('dialog:modal, [popover]:popover-open');
  await expect(async () => {
    if ((await over.count()) > 0) await page.keyboard.press('Escape');
    expect(await over.count()).toBe(0);
  }).toPass();
}

/** Floating messages would lie in the states that follow. */
export async function dismissMessages(page: Page): Promise<void> {
  const dismiss = page
    .getByRole('region', { name: 'Messages' })
    .getByRole('button', { name: 'Dismiss', exact: true });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** A person gives commands other keys: by mouse and by keys, at once everywhere, and after the next start. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

const control = process.platform === 'darwin' ? '⌘' : 'Ctrl+';

function settings(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Settings' });
}

/** From the list of keys, which Help has. */
async function openKeys(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+/');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByRole('button', { name: 'Change keys…' }).click();
  const field = settings(page).getByRole('searchbox', { name: 'Find a command or a key' });
  await expect(field).toBeFocused();
  return field;
}

const row = (page: Page, title: string) =>
  settings(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) });

test(
  'a command gets another key by keys alone: it works at once, in menu, palette and titles, and after a restart',
  { tag: '@rest' },
  async ({ page, electronApp, launch }) => {
    await whenOpen(page);
    const field = await openKeys(page);
    await field.fill('go to briefing');
    await expect(settings(page).getByRole('button', { name: /^Change the keys/ })).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(settings(page).getByRole('button', { name: 'Reset all' })).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(row(page, 'Go to briefing…')).toContainText('Press the new keys');
    await page.keyboard.press('F9');
    await expect(row(page, 'Go to briefing…')).toContainText(`was ${control}J`);
    await expect(settings(page).getByRole('status').filter({ hasText: 'has F9' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(settings(page)).toHaveCount(0);

    await page.keyboard.press('ControlOrMeta+J');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('F9');
    await expect(page.getByRole('dialog', { name: /briefing/i })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('go to briefing');
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('F9');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+/');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(list.getByText('F9', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');

    await electronApp.close();
    const again = await (await launch()).firstWindow();
    await again.waitForURL(/^(app|https?):/);
    await whenOpen(again);
    await again.keyboard.press('F9');
    await expect(again.getByRole('dialog', { name: /briefing/i })).toBeVisible();
  }
);

test(
  'a key that somebody has is refused with a sentence; one is taken back alone, all at once, and that undone',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const field = await openKeys(page);
    await field.fill('settings');
    const change = settings(page).getByRole('button', { name: 'Change the keys of Settings…' });
    await change.click();
    await page.keyboard.press('ControlOrMeta+N');
    await expect(row(page, 'Settings…')).toContainText(`${control}N is “New briefing” already.`);
    await page.keyboard.press('ControlOrMeta+C');
    await expect(row(page, 'Settings…')).toContainText(`${control}C is taken: it copies.`);
    await page.keyboard.press('e');
    await expect(row(page, 'Settings…')).toContainText('E is taken');
    await page.keyboard.press('Escape');
    await expect(settings(page)).toBeVisible();
    await expect(change).toBeFocused();
    await expect(row(page, 'Settings…')).toContainText(`${control},`);

    await change.click();
    await page.keyboard.press('Delete');
    await expect(row(page, 'Settings…')).toContainText(`was ${control},`);
    await settings(page).getByRole('button', { name: 'Reset the keys of Settings…' }).click();
    await expect(row(page, 'Settings…')).not.toContainText('was');
    await expect(change).toBeFocused();

    await change.click();
    await page.keyboard.press('F9');
    await settings(page).getByRole('button', { name: 'Reset all' }).click();
    await expect(row(page, 'Settings…')).not.toContainText('was');
    await settings(page).getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'Settings…')).toContainText('F9');

    // Buttons say the key that they have now.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Settings' })).toHaveAttribute(
      'title',
      'Settings (F9)'
    );
  }
);

test('keys that are fixed are shown and not changed', { tag: '@rest' }, async ({ page }) => {
  await whenOpen(page);
  const field = await openKeys(page);
  await field.fill('undo');
  await expect(row(page, 'Undo')).toContainText('Fixed: text fields undo and redo with it too.');
  await expect(settings(page).getByRole('button', { name: /^Change the keys/ })).toHaveCount(0);
  await field.fill('dismiss');
  await expect(row(page, 'Dismiss')).toContainText('D');
  await expect(settings(page).getByText('cannot be changed').first()).toBeVisible();
  await field.fill('zzzz');
  await expect(settings(page).getByText('No command or key matches “zzzz”.')).toBeVisible();
});

test(
  'keys in the settings that nobody can use are told and left aside',
  { tag: '@rest' },
  async ({ launch, home }) => {
    const file = join(home, 'settings.json');
    const keys = { 'library.switch': 'F9', 'card.add': 'CmdOrCtrl+C' };
    writeFileSync(file, JSON.stringify({ keys }));
    const page = await (await launch()).firstWindow();
    await page.waitForURL(/^(app|https?):/);
    await whenOpen(page);
    await expect(page.getByText(/Your key for “Add card” is ignored/)).toBeVisible();
    await page.keyboard.press('F9');
    await expect(page.getByRole('dialog', { name: /briefing/i })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+,');
    await settings(page)
      .getByRole('radio', { name: /^Letter/ })
      .check();
    await expect
      .poll(() => (JSON.parse(readFileSync(file, 'utf8')) as { keys: unknown }).keys)
      .toEqual({ 'library.switch': 'F9' });
  }
);

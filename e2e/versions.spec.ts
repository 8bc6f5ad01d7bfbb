/** The ways back: a version is named, looked at, restored and left again; the bin gives back and is emptied. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { library, openTitle, rows, whenOpen } from './window.js';

async function command(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(letters);
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a named version shows what has changed since, and is restored with a way back', async ({
  page
}) => {
  await whenOpen(page);
  const title = await openTitle(page).inputValue();
  await command(page, 'Versions');
  const dialog = page.getByRole('dialog', { name: 'Versions of this briefing' });
  await dialog.getByRole('textbox').fill('Before the edit');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option', { name: 'Before the edit' })).toBeVisible();
  await page.keyboard.press('Escape');

  await openTitle(page).fill('Quite another title');
  await command(page, 'Versions');
  await dialog.getByRole('option', { name: 'Before the edit' }).click();
  const changes = dialog.getByRole('region', { name: 'Changes since this version' });
  await expect(changes.locator('ins').first()).toContainText('Quite');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(openTitle(page)).toHaveValue(title);

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(openTitle(page)).toHaveValue('Quite another title');

  await command(page, 'Versions');
  await dialog.getByRole('option', { name: 'Before the edit' }).click();
  await dialog.getByRole('button', { name: 'Restore as a copy' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(openTitle(page)).not.toHaveValue('Quite another title');
});

test('the bin gives a briefing back, and is emptied only when asked twice', async ({ page }) => {
  await whenOpen(page);
  await expect(rows(page)).toHaveCount(2);
  for (const left of [1, 0]) {
    await library(page).getByRole('listbox').focus();
    await page.keyboard.press('Delete');
    await expect(rows(page)).toHaveCount(left);
  }
  await command(page, 'Deleted briefings');
  const dialog = page.getByRole('dialog', { name: 'Deleted briefings' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Put back .*Alaska/ }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Empty the bin…' }).click();
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove for good' }).click();
  await expect(dialog.getByText('The bin is empty.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveText([/Alaska/]);
});

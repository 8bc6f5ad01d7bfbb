/** A library is backed up in one window, and comes back in an empty one as it was. */
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { library, openTitle, rows, whenOpen } from './window.js';

async function command(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(letters);
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Every dialog that asks for a file or folder is answered with this one, and a question with yes. */
async function answerWith(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  }, path);
}

test('a restored library holds what was backed up, also of the sample, and goes on being saved', async ({
  electronApp,
  page,
  home
}) => {
  await whenOpen(page);
  await openTitle(page).fill('The sample as I left it');
  await page.keyboard.press('ControlOrMeta+N');
  await expect(rows(page)).toHaveCount(3);
  await openTitle(page).fill('Mine');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await answerWith(electronApp, join(home, 'all.zip'));
  await command(page, 'Back up library');
  await expect(page.getByText(/^Backed up 3 briefings into/)).toBeVisible();
  const titles = await rows(page).locator('.title').allInnerTexts();

  await answerWith(electronApp, join(home, 'second library'));
  await command(page, 'Libraries');
  await page
    .getByRole('dialog', { name: 'Libraries' })
    .getByRole('button', { name: 'Open or make a library…' })
    .click();
  await expect(page.getByRole('heading', { name: 'Start from an article' })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);

  await answerWith(electronApp, join(home, 'all.zip'));
  await command(page, 'Restore a backup');
  await expect(page.getByText(/Brought back 3 briefings\./)).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  expect((await rows(page).locator('.title').allInnerTexts()).toSorted()).toEqual(
    titles.toSorted()
  );
  await rows(page).filter({ hasText: 'The sample as I left it' }).click();
  await expect(openTitle(page)).toHaveValue('The sample as I left it');
  await openTitle(page).fill('Written after');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(library(page).getByText('Written after')).toBeVisible();
});

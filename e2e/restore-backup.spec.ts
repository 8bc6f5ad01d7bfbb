/** A library is backed up in one window, and comes back in a new one as it was: nothing of the samples stands between. */
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

test('a restored library holds what was backed up, also of the sample that is open', async ({
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
  await expect(rows(page)).toHaveCount(2);
  await expect(openTitle(page)).toHaveValue(/Alaska/);

  await answerWith(electronApp, join(home, 'all.zip'));
  await command(page, 'Restore a backup');
  await expect(
    page.getByText(/Brought back 3 briefings\. The sample, which nobody had touched, made way\./)
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  expect((await rows(page).locator('.title').allInnerTexts()).toSorted()).toEqual(
    titles.toSorted()
  );
  await expect(openTitle(page)).toHaveValue('The sample as I left it');
  // What is open is what came back: it goes on being saved.
  await openTitle(page).fill('Written after');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(library(page).getByText('Written after')).toBeVisible();
});

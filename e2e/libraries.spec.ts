/** Several libraries: another is made, shown in place of the first, remembered, and left again. */
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { librariesDialog, library, openLibraries, openTitle, rows, whenOpen } from './window.js';

test('another library is made and left again, and each keeps its own', async ({
  electronApp,
  page,
  home
}) => {
  await whenOpen(page);
  const folder = join(home, 'second library');
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  }, folder);
  await library(page).getByRole('listbox').focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);

  const dialog = librariesDialog(page);
  await openLibraries(page);
  await dialog.getByRole('button', { name: 'Open or make a library…' }).click();
  // A new library begins with the samples.
  await expect(rows(page)).toHaveCount(2);
  await expect(openTitle(page)).toHaveValue(/Alaska/);
  await openTitle(page).fill('Only in the second');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/Saved/);
  await library(page).getByRole('searchbox').fill('“only in the second”');
  await expect(library(page).getByRole('group')).toHaveCount(1);

  await openLibraries(page);
  await dialog.getByRole('listitem').nth(1).getByRole('button').click();
  await expect(library(page).getByText('Nothing in the library matches')).toBeVisible();
  await library(page).getByRole('searchbox').fill('');
  await expect(rows(page)).toHaveCount(1);
});

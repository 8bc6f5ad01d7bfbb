/** Several libraries: another is made, shown in place of the first, remembered, and left again. */
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { librariesDialog, library, openLibraries, openTitle, rows, whenOpen } from './window.js';

// Which libraries were opened before is asked here.
test.use({ ownStart: true });

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
  // It is empty, and says how to begin.
  await expect(page.getByRole('heading', { name: 'Start from an article' })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+N');
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

test(
  'an unshared library says that nothing is sent, and offers to share it or to join one',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const dialog = (name: string) => page.getByRole('dialog', { name });
    await expect(page.getByRole('button', { name: /shared/ })).toHaveCount(0);
    await page.keyboard.press('Alt+Shift+P');
    const people = dialog('People of the library');
    await expect(people).toContainText('nothing of it is sent anywhere');
    await people.getByRole('button', { name: 'Share library…' }).press('Enter');

    const share = dialog('Share library');
    await expect(share).toContainText('Nothing goes anywhere else.');
    await share.getByLabel('A server').press('Space');
    // A password that was pasted along is never in sight.
    await share.getByLabel('Address').fill('postgres://ada:hidden@relay.example.org/standpoint');
    await page.keyboard.press('Tab');
    await expect(share.getByLabel('Address')).toHaveValue(
      'postgres://ada@relay.example.org/standpoint'
    );
    await expect(share.getByLabel('Password')).toHaveValue('hidden');
    await expect(share.getByLabel('Password')).toHaveAttribute('type', 'password');
    await expect(share).toContainText('sent to relay.example.org');
    await share.getByRole('button', { name: 'Share library' }).press('Enter');
    await expect(share.getByLabel('Name of the library')).toBeFocused();
    await share.getByRole('button', { name: 'Cancel' }).press('Enter');

    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('join a library');
    await page.keyboard.press('Enter');
    const join = dialog('Join a library');
    await join.getByRole('button', { name: /and join/ }).press('Enter');
    await expect(join.getByLabel('Invitation')).toBeFocused();
    await expect(join).toContainText('Paste the line, type the nine lines, or open a file.');
  }
);

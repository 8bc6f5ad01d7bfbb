/** The library's folder goes while the window is open, as of a stick that is pulled out: each act says so, and no word is lost. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

test('what is written stays in the window, other briefings do not open, and a copy can be saved', async ({
  page,
  electronApp,
  home
}) => {
  await whenOpen(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const title = await openTitle(page).inputValue();
  const library = join(home, 'library');
  const gone = /The library's folder .+ is not there any more/;
  renameSync(library, `${library}-away`);

  // Nothing is unsaved yet: what was asked for says why it cannot be shown.
  await rows(page).last().click();
  await expect(page.getByText(gone).first()).toBeVisible();
  await expect(openTitle(page)).toHaveValue(title);

  await openTitle(page).fill('Written without a library');
  const state = page.getByRole('status', { name: 'Save state' });
  await expect(state).toHaveText(/^\s*Not saved: The library's folder/);
  await rows(page).last().click();
  await expect(page.getByText(/stays open, since its latest changes are not saved/)).toBeVisible();
  await expect(openTitle(page)).toHaveValue('Written without a library');

  const path = join(home, 'copy.json');
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(page.getByText('Saved a copy as copy.json.')).toBeVisible();
  const copy = JSON.parse(readFileSync(path, 'utf8')) as { briefing: { title: string } };
  expect(copy.briefing.title).toBe('Written without a library');
  // No library is made in its place behind anybody's back.
  expect(existsSync(library)).toBe(false);

  renameSync(`${library}-away`, library);
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await expect(state).toHaveText(/Saved/);
  await rows(page).last().click();
  await expect(openTitle(page)).not.toHaveValue('Written without a library');
  await expect(rows(page).first()).toHaveText(/Written without a library/);
});

/** Libraries opened and made by the dialog that the Chromium host draws in the page. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { clickInDialog, readDialog, typePath } from './host-dialog.js';
import { librariesDialog, openLibraries, openTitle, rows, whenOpen } from './window.js';

// Headless, the page asks even where zenity is installed.
test.use({ env: { STANDPOINT_HOST_HEADLESS: '1' } });

async function choose(page: Page): Promise<void> {
  await openLibraries(page);
  await librariesDialog(page).getByRole('button', { name: 'Open or make a library…' }).click();
  await expect.poll(() => readDialog(page)).toContain('dialog Open or make a library');
}

test(
  'an empty folder becomes a library after one question, and a library opens without',
  { tag: '@rest' },
  async ({ page, home }) => {
    await whenOpen(page);
    const folder = join(home, 'analysis');
    mkdirSync(folder);
    const read = () => readDialog(page);
    await choose(page);
    await typePath(page, folder);
    await expect.poll(read).toContain('StaticText An empty folder.');
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain('heading Make a library in analysis?');
    await page.keyboard.press('Escape');
    await expect.poll(read).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);

    await choose(page);
    await typePath(page, folder);
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain('button Make library');
    await clickInDialog(page, 'button Make library');
    await expect(page.getByText(`Opened the library in ${folder}.`)).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+N');
    await openTitle(page).fill('Written in the second');
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/Saved/);

    // Back to the first, and again to the second by the dialog, which knows it now.
    await openLibraries(page);
    await librariesDialog(page).getByRole('listitem').nth(1).getByRole('button').click();
    await expect(openTitle(page)).not.toHaveValue('Written in the second');
    await choose(page);
    await typePath(page, `${home}/`);
    await expect.poll(read).toContain('option analysis Standpoint library');
    await clickInDialog(page, 'option analysis Standpoint library', 2);
    await expect(openTitle(page)).toHaveValue('Written in the second');
  }
);

test(
  'a folder of other things is told of, and left alone unless the person wants it',
  { tag: '@rest' },
  async ({ page, home }) => {
    await whenOpen(page);
    const folder = join(home, 'letters');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'Dear');
    const read = () => readDialog(page);
    await choose(page);
    await typePath(page, folder);
    await page.keyboard.press('Enter');
    await expect
      .poll(read)
      .toContain('heading letters holds other things. Make a library among them?');
    // The default is another folder, asked for again at the same place.
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain(`combobox Folder ${folder}/`);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain('button Make library here');
    await clickInDialog(page, 'button Make library here');
    await expect(page.getByText(`Opened the library in ${folder}.`)).toBeVisible();
    expect(existsSync(join(folder, 'letter.txt'))).toBe(true);
  }
);

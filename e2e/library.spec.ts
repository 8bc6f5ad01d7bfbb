/** The library as a person uses it: finding, opening, deleting, and every way in that is no dialog. */
import { expect, test } from './fixtures.js';
import {
  addDialog,
  articleNamed,
  dropFiles,
  library,
  openTitle,
  rows,
  whenOpen
} from './window.js';

test('a title is found without its accents, and opened without the mouse', async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [articleNamed('Économie: la réforme des retraites')]);
  await expect(openTitle(page)).toHaveValue(/réforme/);

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('ALASKA');
  await expect(rows(page).first()).toHaveText(/Alaska/);
  await page.keyboard.press('Enter');
  await expect(openTitle(page)).toHaveValue(/Alaska/);

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('reforme');
  await expect(rows(page).first()).toHaveText(/Économie/);
  await expect(library(page).getByRole('group')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(3);
});

test(
  'the list is walked by arrows, Home and End, and Enter opens',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await expect(rows(page)).toHaveCount(2);
    const list = library(page).getByRole('listbox');
    const last = rows(page).last();
    await list.focus();
    await page.keyboard.press('End');
    await expect(list).toHaveAttribute(
      'aria-activedescendant',
      (await last.getAttribute('id')) ?? 'none'
    );
    await page.keyboard.press('Enter');
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  }
);

test('a deleted briefing comes back by Undo, with what was written last', async ({ page }) => {
  await whenOpen(page);
  await openTitle(page).fill('Written just before');
  await library(page).getByRole('listbox').focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'No briefing is open' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(openTitle(page)).toHaveValue('Written just before');
});

test(
  'an empty library says how to begin, and opens the sample',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await expect(rows(page)).toHaveCount(2);
    for (const left of [1, 0]) {
      await library(page).getByRole('listbox').focus();
      await page.keyboard.press('Delete');
      await expect(rows(page)).toHaveCount(left);
    }
    await expect(page.getByRole('heading', { name: 'Start from an article' })).toBeVisible();
    await page.getByRole('button', { name: /^Look at a finished example/ }).click();
    await expect(openTitle(page)).toHaveValue(/Alaska/);
  }
);

test(
  'several files are dropped at once; one that is no article is refused by name',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [
      articleNamed('First of two'),
      { name: 'picture.png', text: 'PNG' },
      articleNamed('Second of two')
    ]);
    await expect(page.getByText('picture.png is not supported')).toBeVisible();
    await expect(openTitle(page)).toHaveValue('Second of two');
    await expect(rows(page)).toHaveCount(4);

    await page
      .getByRole('region', { name: 'Messages' })
      .locator('div', { hasText: 'Imported 2 articles' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(rows(page)).toHaveCount(2);
  }
);

test('a file beyond the limit is refused before it is read', { tag: '@rest' }, async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [{ name: 'huge.txt', text: 'word '.repeat(1_200_000) }], null);
  await expect(page.getByText('huge.txt is larger than 5 MB')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
});

test(
  'text pasted beside the fields becomes a briefing once it was looked at',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await expect(rows(page)).toHaveCount(2);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Pasted headline\n\nThe minister said yes on Monday.');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    const dialog = addDialog(page);
    await expect(dialog.getByRole('textbox')).toHaveValue(/Pasted headline/);
    await dialog.getByRole('button', { name: 'New briefing' }).click();
    await expect(openTitle(page)).toHaveValue('Pasted headline');
  }
);

test(
  'one key opens the dialog with what was copied; unchanged, it goes by Escape without a question',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const dialog = addDialog(page);
    // Other windows on this display copy, too.
    await expect(async () => {
      await openTitle(page).fill('Copied headline');
      await openTitle(page).press('ControlOrMeta+A');
      await page.keyboard.press('ControlOrMeta+C');
      await page.keyboard.press('ControlOrMeta+Shift+V');
      const pasted = await dialog.getByRole('textbox').inputValue();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      expect(pasted).toBe('Copied headline');
    }).toPass();
    // The field that had the focus is as it was.
    await expect(openTitle(page)).toHaveValue('Copied headline');
  }
);

test('an article is typed or pasted into a dialog that needs no clipboard rights', async ({
  page
}) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+Shift+V');
  const dialog = addDialog(page);
  // What another program has copied stands there already.
  await dialog.getByRole('textbox').fill('');
  await expect(dialog.getByRole('button', { name: 'New briefing from files' })).toBeVisible();
  await page.keyboard.type('By hand');
  await dialog.getByRole('button', { name: 'New briefing' }).click();
  await expect(openTitle(page)).toHaveValue('By hand');
});

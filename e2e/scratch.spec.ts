import { expect, test } from './fixtures.js';
import { library, rows, whenOpen } from './window.js';
test('shots', async ({ page }) => {
  await whenOpen(page);
  await library(page).getByRole('listbox').focus();
  await page.keyboard.press('Control+a');
  await library(page).getByRole('button', { name: 'Export the selected briefings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 2 briefings' });
  await expect(dialog).toBeVisible();
  await page.screenshot({ path: '/tmp/book/d-each.png' });
  await dialog.getByRole('radio', { name: 'One book' }).check();
  await page.screenshot({ path: '/tmp/book/d-book.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: '/tmp/book/d-dark.png' });
  await dialog.getByRole('button', { name: 'Export…' }).isVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rows(page)).toHaveCount(2);
});

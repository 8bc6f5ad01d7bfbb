/** The menu bar that the page draws where the host has none. */
import { menus } from '../src-main/domain/commands.js';
import { expect, test } from './fixtures.js';
import { library, openTitle, whenOpen } from './window.js';

test(
  'F10 leads into the menus; arrows, letters and Enter work them',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('F10');
    const bar = page.getByRole('menubar');
    await expect(bar.getByRole('menuitem', { name: 'File' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('menu', { name: 'File' }).getByRole('menuitem').first();
    await expect(first).toBeFocused();
    await expect(first).toContainText('Ctrl+N');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const view = page.getByRole('menu', { name: 'View' });
    await expect(view.getByRole('menuitem', { name: /^Read Ctrl/ })).toBeFocused();
    await page.keyboard.type('ss');
    await expect(view.getByRole('menuitem', { name: /Show or hide library/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(library(page)).toBeHidden();
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
);

test(
  'Alt alone opens and Escape leads back to where the focus was',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await openTitle(page).focus();
    await page.keyboard.press('Alt');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menu', { name: 'Edit' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(openTitle(page)).toBeFocused();
  }
);

test('what cannot be done now is dimmed and does nothing', { tag: '@rest' }, async ({ page }) => {
  await whenOpen(page);
  await page.getByRole('menubar').getByRole('menuitem', { name: 'Edit' }).click();
  const undo = page.getByRole('menu', { name: 'Edit' }).getByRole('menuitem', { name: /^Undo/ });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  await openTitle(page).fill('Another title');
  await page.getByRole('menubar').getByRole('menuitem', { name: 'Edit' }).click();
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
  await undo.click();
  await expect(openTitle(page)).not.toHaveValue('Another title');
});

test(
  'no menu is longer than a window of 900 × 700, and none is cut at 650',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const names = await page.getByRole('menubar').getByRole('menuitem').allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual(menus.map(({ name }) => name));
    for (const height of [700, 650]) {
      await page.setViewportSize({ width: 900, height });
      for (const { name, parts } of menus) {
        await page.getByRole('menubar').getByRole('menuitem', { name }).click();
        const menu = page.getByRole('menu', { name, exact: true });
        await expect(menu.getByRole('menuitem')).toHaveCount(parts.flat().length);
        const [hidden, bottom] = await menu.evaluate((list) => [
          list.scrollHeight - list.clientHeight,
          list.getBoundingClientRect().bottom
        ]);
        expect([name, hidden]).toEqual([name, 0]);
        expect(bottom).toBeLessThanOrEqual(height);
        await page.keyboard.press('Escape');
      }
    }
  }
);

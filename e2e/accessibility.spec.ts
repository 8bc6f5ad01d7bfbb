/** axe finds nothing to object to, in light and in dark, on every view and dialog. */
import { expect, test } from './fixtures.js';
import { expectNoViolationsInLightAndDark } from './no-violations.js';
import { library, whenOpen } from './window.js';

test('library, briefing, source and positions, in light and dark', async ({ page }) => {
  await whenOpen(page);
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await expectNoViolationsInLightAndDark(page, 'briefing');
  for (const [key, view] of [
    ['2', 'Source'],
    ['3', 'Positions']
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await expect(page.getByRole('tabpanel', { name: view })).toBeVisible();
    await expectNoViolationsInLightAndDark(page, view);
  }
  await page.getByRole('grid').getByRole('gridcell').first().getByRole('button').click();
  await expectNoViolationsInLightAndDark(page, 'history of a cell');
});

test('editing a card, in light and dark', async ({ page }) => {
  await whenOpen(page);
  await page.getByRole('main').getByRole('button', { name: 'Edit card' }).first().click();
  await expect(page.getByRole('main').locator('.cm-content')).toBeFocused();
  await expectNoViolationsInLightAndDark(page, 'card editor');
});

test('dialogs, menus and messages, in light and dark', async ({ page }) => {
  await whenOpen(page);
  for (const [keys, name] of [
    ['ControlOrMeta+K', /Find a command/],
    ['ControlOrMeta+/', 'Keyboard shortcuts'],
    ['ControlOrMeta+Shift+V', 'Paste an article'],
    ['ControlOrMeta+E', 'Export PDF'],
    ['ControlOrMeta+Shift+P', /position/i]
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectNoViolationsInLightAndDark(page, String(name));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  const list = library(page).getByRole('listbox');
  await list.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Briefing' })).toBeVisible();
  await expectNoViolationsInLightAndDark(page, 'menu of a briefing');
  await page.keyboard.press('Escape');

  await list.focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText(/^Deleted/)).toBeVisible();
  await expectNoViolationsInLightAndDark(page, 'welcome and message');
});

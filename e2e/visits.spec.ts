/** What was saved and left can be had again: by undo as long as the window is open, and from the versions ever after. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, whenOpen } from './window.js';

const card = (page: Page) =>
  page.getByRole('list', { name: 'Cards' }).locator(':scope > li').first();
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** Puts `words` in the place of what the first card says. */
async function replaceCard(page: Page, words: string): Promise<void> {
  await card(page).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await expect(saved(page)).toBeVisible();
}

/** To the other briefing and back, as with Ctrl+J. */
async function awayAndBack(page: Page): Promise<void> {
  const here = await openTitle(page).inputValue();
  for (let i = 0; i < 2; i += 1) {
    const title = await openTitle(page).inputValue();
    await page.keyboard.press('ControlOrMeta+J');
    const others = page.getByRole('dialog').getByRole('option');
    await others.filter({ hasNotText: title }).first().click();
    await expect(openTitle(page)).not.toHaveValue(title);
  }
  await expect(openTitle(page)).toHaveValue(here);
}

async function openVersions(page: Page) {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Versions');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Versions');
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: 'Versions of this briefing' });
}

test('undo goes on where it was after another briefing was open, also after the title was changed', async ({
  page
}) => {
  await whenOpen(page);
  await replaceCard(page, 'MYOWN analysis');
  await openTitle(page).fill('A title of mine');
  await awayAndBack(page);
  await replaceCard(page, 'typed over by mistake');
  await awayAndBack(page);
  await expect(card(page)).toContainText('typed over by mistake');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(card(page)).toContainText('MYOWN analysis');
  await expect(openTitle(page)).toHaveValue('A title of mine');
  await awayAndBack(page);
  await expect(card(page)).toContainText('MYOWN analysis');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(card(page)).toContainText('typed over by mistake');
  await awayAndBack(page);
  await expect(card(page)).toContainText('typed over by mistake');
});

test(
  'what was saved and left is a version once a later visit changes it, also after a restart',
  { tag: '@rest' },
  async ({ launch }) => {
    const first = await launch();
    const page = await first.firstWindow();
    await whenOpen(page);
    await replaceCard(page, 'MYOWN analysis');
    await awayAndBack(page);
    await replaceCard(page, 'typed over by mistake');
    const gone = first.waitForEvent('close');
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;

    const again = await (await launch()).firstWindow();
    await whenOpen(again);
    await replaceCard(again, 'and once more');
    const dialog = await openVersions(again);
    const left = dialog.getByRole('option', { name: 'As it was left' });
    await expect(left).toHaveCount(2);
    await left.last().click();
    const changes = dialog.getByRole('region', { name: 'Changes since this version' });
    await expect(changes.locator('del').first()).toContainText('MYOWN');
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(card(again)).toContainText('MYOWN analysis');
  }
);

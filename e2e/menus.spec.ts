/** Menus of things, by right click and by key, and what is dragged: the same commands as elsewhere. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { articleNamed, dropFiles } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const menu = (page: Page, name: string) => page.getByRole('menu', { name, exact: true });
const item = (page: Page, name: string | RegExp) =>
  page.getByRole('menu').getByRole('menuitem', { name });
const headings = (page: Page) =>
  cards(page)
    .getByRole('textbox', { name: 'Heading' })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const titles = (page: Page) =>
  page.getByRole('region', { name: 'List of sources' }).locator('[data-source]');

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
});

test(
  'a card is moved, merged and given another kind by its menu',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await headings(page);
    await cards(page).nth(1).locator('.text').click({ button: 'right' });
    await expect(menu(page, 'Card')).toBeVisible();
    await item(page, /^Move card up/).click();
    await expect.poll(() => headings(page)).toEqual([before[1], before[0], ...before.slice(2)]);
    await expect(cards(page).first()).toBeFocused();

    await page.keyboard.press('Shift+F10');
    await expect(item(page, /^Edit/)).toBeFocused();
    await expect(item(page, /^Move card up/)).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect(
      menu(page, 'Kind of card').getByRole('menuitemradio', { checked: true })
    ).toBeFocused();
    await menu(page, 'Kind of card').getByRole('menuitemradio', { name: 'Question' }).click();
    await expect(cards(page).first().getByRole('combobox', { name: 'Kind of card' })).toHaveValue(
      'question'
    );
    await expect(cards(page).first()).toBeFocused();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ContextMenu');
    await item(page, 'Merge with the card before').click();
    await expect(cards(page)).toHaveCount(11);
    await expect(cards(page).first()).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cards(page)).toHaveCount(12);
  }
);

test(
  'what moves, splits and merges a card is in sight in its tools',
  { tag: '@rest' },
  async ({ page }) => {
    await cards(page).nth(2).focus();
    const open = cards(page).nth(2).getByRole('button', { name: 'Move, split, merge' });
    await open.click();
    await expect(menu(page, 'Card')).toBeVisible();
    await open.click();
    await expect(menu(page, 'Card')).toHaveCount(0);
    await open.click();
    await item(page, /^Split/).click();
    await expect(page.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowRight');
    await cards(page).nth(2).getByRole('button', { name: 'Split here' }).click();
    await expect(cards(page)).toHaveCount(13);
  }
);

test('selected words keep the menu of the system', { tag: '@rest' }, async ({ page }) => {
  const text = cards(page).first().locator('.text p').first();
  await text.click();
  await text.evaluate((words) => {
    const range = new Range();
    range.selectNodeContents(words);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  const box = (await text.boundingBox())!;
  await page.mouse.click(box.x + 20, box.y + box.height / 2, { button: 'right' });
  await expect(menu(page, 'Card')).toHaveCount(0);
});

test('an annotation and a position have menus, too', { tag: '@rest' }, async ({ page }) => {
  const note = page.locator('#view-brief [data-annotation]').first();
  await note.click({ button: 'right' });
  await expect(menu(page, 'Annotation')).toBeVisible();
  await item(page, /^Kind/).click();
  await menu(page, 'Kind of annotation').getByRole('menuitemradio', { name: 'Doubt' }).click();
  await expect(note).toHaveClass(/doubt/);
  await expect(note).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await item(page, /^Delete/).click();
  await expect(page.getByText(/^Deleted|annotation/i).first()).toBeVisible();

  await page.keyboard.press('ControlOrMeta+3');
  const cell = page.getByRole('grid').locator('[data-row="0"][data-column="0"]');
  await cell.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu(page, 'Position')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await cell.click({ button: 'right' });
  await item(page, 'Record a position here…').click();
  await expect(page.getByRole('dialog', { name: /position/i })).toBeVisible();
});

test(
  'sources are moved by key, by menu and by drag, which Escape cancels',
  { tag: '@rest' },
  async ({ page }) => {
    await dropFiles(page, [articleNamed('Harvest')], 'source');
    // It is shown under New once it is there.
    await expect(page.getByRole('tab', { name: /^New/ })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Harvest');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(titles(page).filter({ hasText: 'Harvest' })).toHaveCount(1);
    const before = await titles(page).allTextContents();
    const last = before.length - 1;

    await titles(page).nth(last).focus();
    await page.keyboard.press('Alt+ArrowUp');
    const moved = [...before.slice(0, last - 1), before[last], before[last - 1]];
    await expect(titles(page)).toHaveText(moved as string[]);
    await expect(titles(page).nth(last - 1)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await item(page, /^Move down/).click();
    await expect(titles(page)).toHaveText(before);

    const grip = page.getByRole('button', { name: /^Drag Harvest/ });
    const first = (await titles(page).first().boundingBox())!;
    const drag = async () => {
      await titles(page).nth(last).hover();
      const box = (await grip.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(first.x, first.y, { steps: 5 });
      await expect(page.locator('li.dropBefore')).toHaveCount(1);
    };
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(titles(page)).toHaveText(before);
    await drag();
    await page.mouse.up();
    await expect(titles(page).first()).toHaveText(before[last]!);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(titles(page)).toHaveText(before);
  }
);

test('a menu at the lower edge stays in the window', { tag: '@rest' }, async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 650 });
  const card = cards(page).nth(1);
  await card.scrollIntoViewIfNeeded();
  await card.evaluate((element) => {
    const event = {
      bubbles: true,
      cancelable: true,
      clientX: innerWidth - 2,
      clientY: innerHeight - 2
    };
    element.querySelector('.card')!.dispatchEvent(new MouseEvent('contextmenu', event));
  });
  const box = (await menu(page, 'Card').boundingBox())!;
  expect(box.x + box.width).toBeLessThanOrEqual(900);
  expect(box.y + box.height).toBeLessThanOrEqual(650);
});

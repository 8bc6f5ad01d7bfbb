/** Finding in the library as a person does: words, slips, filters, results that lead to the words, other briefings. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { articleNamed, dropFiles, library, openTitle, rows, whenOpen } from './window.js';

const field = (page: Page) => library(page).getByRole('searchbox');
const results = (page: Page) => library(page).getByRole('listbox', { name: 'Search results' });
const active = (page: Page) => results(page).getByRole('option', { selected: true });

/** What is marked as found in the open briefing. */
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));

test('by keys alone: a word of a source is found, led to, marked, and let go of', async ({
  page
}) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('kind:source “directly to a”');
  await expect(active(page)).toHaveText(/Alaska|Trump/);
  await expect(results(page).locator('mark').first()).toHaveText('directly to a');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText(/^Source/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Read' })).toBeVisible();
  await expect.poll(() => marked(page)).toEqual(['directly to a']);
  await expect(page.getByRole('article', { name: 'Text of the source' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page)).toEqual([]);
});

test('a word of a card leads to the card; what was just imported is found at once', async ({
  page
}) => {
  await whenOpen(page);
  await dropFiles(page, [articleNamed('Zebra crossing')]);
  await expect(openTitle(page)).toHaveValue('Zebra crossing');
  await field(page).fill('kind:card zebra');
  await expect(library(page).getByText('Nothing in the library matches')).toBeVisible();
  await field(page).fill('refused kind:card');
  await results(page)
    .getByRole('group', { name: 'Zebra crossing' })
    .getByRole('option')
    .nth(1)
    .click();
  await expect.poll(() => marked(page)).toEqual(['refused']);
});

test(
  'a position that is found opens in the history of its cell, a bottom line there, an actor in all that is known of it',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await field(page).fill('kind:position “directly to a peace”');
    await results(page)
      .getByRole('option', { name: /^Position United States/ })
      .click();
    const history = page.getByRole('region', { name: /^United States on Should a ceasefire/ });
    await expect(history).toContainText('directly to a peace agreement');
    await page.keyboard.press('ControlOrMeta+2');
    await page.keyboard.press('ControlOrMeta+3');
    await expect(page.getByRole('grid')).toBeVisible();
    // As it was left.
    await expect(history).toBeVisible();

    await field(page).fill('security guarantees are where');
    await results(page).getByRole('option').filter({ hasText: 'Bottom line' }).click();
    await expect(page.getByRole('region', { name: 'Bottom line' })).toBeFocused();

    await field(page).fill('kind:actor witkoff');
    await results(page)
      .getByRole('option', { name: /^Actor/ })
      .click();
    await expect(page.getByRole('dialog', { name: /Witkoff/ })).toBeVisible();
  }
);

test(
  'a slip is corrected and told; filters narrow down, by field and by word',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await field(page).fill('ceesefire ');
    await expect(library(page).getByText('Showing “ceasefire”')).toBeVisible();
    await expect(results(page).getByRole('group')).toHaveCount(2);

    await page.getByRole('button', { name: 'Filters' }).click();
    const filters = page.getByRole('group', { name: 'Filters' });
    await filters.getByLabel('Stance').selectOption('opposes');
    await expect(results(page).getByRole('group')).toHaveCount(1);
    await expect(field(page)).toHaveValue('ceesefire stance:opposes ');

    // Without words the list itself is narrowed down.
    await field(page).fill('tag:negotiations');
    await expect(library(page).getByRole('listbox', { name: 'Briefings' })).toBeVisible();
    await expect(rows(page)).toHaveText([/After Alaska/]);
    await field(page).fill('date:someday');
    await expect(library(page).getByText('date: is a year')).toBeVisible();
  }
);

test(
  'several are selected by keys, tagged, deleted, and both taken back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [articleNamed('Third')]);
    // What came in opens, and takes the focus along.
    await expect(openTitle(page)).toHaveValue('Third');
    await expect(rows(page)).toHaveCount(3);
    const list = library(page).getByRole('listbox', { name: 'Briefings' });
    const toolbar = library(page).getByRole('toolbar', { name: 'Selected briefings' });
    const toasts = page.getByRole('region', { name: 'Messages' });
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(toolbar).toContainText('2 selected');

    await toolbar.getByRole('button', { name: 'Tag the selected' }).click();
    await page.keyboard.type('harvest');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add tags' }).click();
    const tagged = toasts.locator('[data-toast]').filter({ hasText: 'Tagged 2 briefings.' });
    await expect(tagged).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    // Under the pointer messages stay.
    await tagged.hover();
    await expect(page.getByRole('main').getByText('· harvest')).toBeVisible();
    await field(page).fill('tag:harvest');
    await expect(rows(page)).toHaveCount(2);
    await toasts.getByRole('button', { name: 'Undo' }).last().click();
    await expect(library(page).getByText('Nothing in the library matches')).toBeVisible();
    await field(page).fill('');

    await list.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await expect(toolbar).toContainText('3 selected');
    await page.keyboard.press('Delete');
    await expect(rows(page)).toHaveCount(0);
    await expect(toasts.getByText('Deleted 3 briefings.')).toBeVisible();
    await toasts.getByRole('button', { name: 'Undo' }).last().click();
    await expect(rows(page)).toHaveCount(3);
  }
);

test(
  'another briefing is gone to by letters of its title, or by an actor in it',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [articleNamed('Third')]);
    await expect(openTitle(page)).toHaveValue('Third');
    await page.keyboard.press('ControlOrMeta+J');
    const switcher = page.getByRole('dialog', { name: 'Go to a briefing' });
    await page.keyboard.type('zelenskyy');
    await expect(switcher.getByRole('option').first()).toHaveText(/Alaska|Trump/);
    await page.keyboard.press('Enter');
    await expect(openTitle(page)).toHaveValue(/Alaska|Trump/);
  }
);

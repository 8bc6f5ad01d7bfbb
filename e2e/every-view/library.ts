/** The walk through the library: searched, collected, several selected, deleted, emptied. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { library, rows } from '../window.js';
import { look } from './look.js';
import { close, command, dialog, dismissMessages } from './ways.js';

const field = (page: Page) => library(page).getByRole('searchbox');
const results = (page: Page) => library(page).getByRole('listbox', { name: 'Search results' });
const shelf = (page: Page) => page.getByRole('combobox', { name: 'Collection or saved search' });
const menuOfShelf = (page: Page) => page.getByRole('button', { name: 'Collections and searches' });

export async function walkSearch(page: Page): Promise<void> {
  const { keyboard } = page;
  await field(page).fill('ceesefire ');
  await expect(library(page).getByText('Showing “ceasefire”')).toBeVisible();
  await expect(results(page).getByRole('group')).toHaveCount(2);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('group', { name: 'Filters' }).getByLabel('Stance').selectOption('opposes');
  await expect(results(page).getByRole('group')).toHaveCount(1);
  await look(page, 'results with filters', library(page));

  await field(page).fill('stance:opposes issue:ceasefire');
  await expect(page.getByRole('button', { name: /^Show who holds it/ })).toBeVisible();
  await expect(library(page).getByText('Showing “ceasefire”')).toHaveCount(0);
  await look(page, 'search that asks who holds what', library(page));

  await field(page).fill('stance:opposes actor:');
  await field(page).press('End');
  await keyboard.type('unit');
  const names = page.getByRole('listbox', { name: 'Names in the library' });
  await expect(names.getByRole('option', { name: 'United States', exact: true })).toBeVisible();
  await look(page, 'names for a search');
  await field(page).press('Escape');
  await expect(names).toBeHidden();
  await field(page).fill('');
  await page.getByRole('button', { name: 'Filters' }).click();

  await keyboard.press('ControlOrMeta+J');
  await keyboard.type('zelenskyy');
  const switcher = dialog(page, 'Go to a briefing');
  await expect(switcher.getByRole('option').first()).toHaveText(/Alaska|Trump/);
  await look(page, 'switcher');
  await close(page);
}

/** A library for which there is no room goes, and takes its dialogs and what was selected along. */
async function nameCollection(page: Page): Promise<void> {
  await selectAll(page);
  await page.getByRole('button', { name: 'Put the selected briefings' }).click();
  await expect(page.getByRole('combobox', { name: 'Collection', exact: true })).toBeFocused();
  await page.keyboard.type('Talks');
}

async function selectAll(page: Page): Promise<void> {
  await library(page).getByRole('listbox', { name: 'Briefings' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(library(page).getByRole('toolbar', { name: 'Selected briefings' })).toContainText(
    '2 selected'
  );
}

export async function walkCollections(page: Page): Promise<void> {
  const { keyboard } = page;
  await selectAll(page);
  await look(page, 'selected briefings', library(page));

  await selectAll(page);
  await library(page).getByRole('button', { name: 'Export the selected briefings' }).click();
  const book = dialog(page, 'Print or export 2 briefings');
  await book.getByRole('radio', { name: 'One book' }).check();
  await book.getByRole('textbox', { name: 'Title of the book' }).fill('Two weeks');
  await book.getByRole('radio', { name: /^One page/ }).check();
  await book.getByRole('radio', { name: /^Somebody else/ }).check();
  await book.getByText('More: Word, web page, paper').click();
  await book.getByRole('radio', { name: /^A4/ }).check();
  await expect(book.getByText('3 pages.', { exact: true })).toBeVisible();
  await expect(book.getByRole('img')).not.toHaveCount(0);
  await look(page, 'export of a book');
  await close(page);
  await selectAll(page);
  await library(page).getByRole('button', { name: 'Tag the selected' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'tags of the selected briefings');
  await close(page);

  await nameCollection(page);
  await look(page, 'collection that is named');
  await nameCollection(page);
  await keyboard.press('Enter');
  await shelf(page).selectOption({ label: 'Talks (2)' });
  await expect(rows(page)).toHaveCount(2);
  await dismissMessages(page);
  await look(page, 'collection', library(page));

  await menuOfShelf(page).click();
  await page.getByRole('menuitem', { name: 'Matrix of these briefings…' }).click();
  const matrix = dialog(page, 'Matrix: Talks');
  await expect(
    matrix.getByRole('button', { name: /^United States on Should a ceasefire/ })
  ).toContainText('Opposes');
  await look(page, 'matrix of a collection');
  await close(page);

  await field(page).fill('stance:opposes');
  await menuOfShelf(page).click();
  await page.getByRole('menuitem', { name: 'Save this search…' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('Against');
  await look(page, 'search that is saved');
  await close(page);
  await shelf(page).selectOption({ label: 'All briefings' });
  await field(page).fill('');
}

export async function walkDeleting(page: Page): Promise<void> {
  const { keyboard } = page;
  const list = library(page).getByRole('listbox');
  await list.focus();
  await keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Briefing' })).toBeVisible();
  await look(page, 'menu of a briefing');
  await close(page);

  await list.focus();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText(/^Deleted/)).toBeVisible();
  await look(page, 'empty library');
  await dismissMessages(page);

  await command(page, 'Deleted briefings');
  await expect(dialog(page, 'Deleted briefings').getByRole('listitem')).toHaveCount(2);
  await look(page, 'deleted briefings');
  await close(page);
}

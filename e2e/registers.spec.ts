/** Actors and issues over the whole library: their pages, which names are one, and what is put together. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

async function firstPage(program: ElectronApplication): Promise<Page> {
  const page = await program.firstWindow();
  await page.waitForURL(/^(app|https?):/);
  return page;
}

const answerOf = (page: Page) => page.getByRole('region', { name: 'Who supports or opposes' });
const sentence = (page: Page) => answerOf(page).getByRole('status');
const askFor = async (page: Page, actor: string) => {
  await page.keyboard.press('ControlOrMeta+Shift+W');
  await answerOf(page).getByRole('combobox', { name: 'Actor' }).fill(actor);
  await page.keyboard.press('Enter');
};

test(
  'two names are made one by keys, parted by mouse, and stay one over a restart',
  { tag: '@rest' },
  async ({ launch }) => {
    const first = await launch();
    let page = await firstPage(first);
    await whenOpen(page);
    await askFor(page, 'zelens');
    await expect(sentence(page)).toHaveText(/^Volodymyr Zelenskyy: 1 issue opposed/);
    const names = () => answerOf(page).getByRole('region', { name: 'Names' });

    await answerOf(page).getByText('Its names').press('Enter');
    await answerOf(page).getByRole('combobox', { name: 'The same as' }).focus();
    await page.keyboard.type('ukrain');
    await expect(
      answerOf(page).getByRole('option', { name: 'Ukraine', exact: true })
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await answerOf(page).getByRole('combobox', { name: 'The same as' }).fill('Ukraine');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(names().getByRole('listitem')).toHaveCount(2);
    await expect(sentence(page)).toHaveText(/^Volodymyr Zelenskyy: \d issue.*, 1 /);
    const together = (await sentence(page).innerText()).split(': ')[1] ?? '';

    await first.close();
    page = await firstPage(await launch());
    await whenOpen(page);
    await askFor(page, 'Ukraine');
    await expect(sentence(page)).toHaveText(`Ukraine: ${together}`);
    await answerOf(page).getByText('Its names').click();
    await names().getByRole('button', { name: 'Not the same', exact: true }).click();
    await expect(names().getByRole('listitem')).toHaveCount(1);
  }
);

test(
  'an actor of an answer leads to all its positions, and one to its place, as of a day',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+W');
    await answerOf(page).getByRole('combobox', { name: 'Issue' }).fill('ceasefire');
    await page.keyboard.press('Enter');
    await answerOf(page).getByRole('button', { name: 'United States', exact: true }).click();
    const issue = answerOf(page).getByRole('region', { name: /^Should a ceasefire/ });
    await expect(issue).toContainText('Opposes');
    await expect(issue).toContainText(', 1 earlier');
    await answerOf(page).getByRole('textbox', { name: 'As of' }).fill('14 Aug 2025');
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toHaveText(/as of 14 Aug 2025\.$/);
    await expect(issue).not.toContainText('Opposes');
    await issue.getByRole('button', { name: /^Show the position: / }).click();
    await expect(openTitle(page)).toHaveValue(/Alaska/);
    await expect(page.getByRole('region', { name: /United States/ })).toContainText('Supports');
  }
);

test(
  'briefings are put into a collection, whose matrix leads to a pair; a search is saved; both stay',
  { tag: '@rest' },
  async ({ launch }) => {
    const first = await launch();
    let page = await firstPage(first);
    await whenOpen(page);
    const shelf = page.getByRole('combobox', { name: 'Collection or saved search' });

    await test.step('a collection by keys, undone and done again', async () => {
      await rows(page).first().focus();
      await page.getByRole('listbox', { name: 'Briefings' }).press('ControlOrMeta+a');
      await page.getByRole('button', { name: 'Put the selected briefings' }).press('Enter');
      await expect(page.getByRole('combobox', { name: 'Collection', exact: true })).toBeFocused();
      await page.keyboard.type('Talks');
      await page.keyboard.press('Enter');
      await expect(shelf.getByRole('option', { name: 'Talks (2)' })).toBeAttached();
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
      await expect(shelf.getByRole('option', { name: /Talks/ })).toHaveCount(0);
      await rows(page).first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^Put .*into a collection/ }).click();
      await expect(page.getByRole('combobox', { name: 'Collection', exact: true })).toBeFocused();
      await page.keyboard.type('Talks');
      await page.keyboard.press('Enter');
      await shelf.selectOption({ label: 'Talks (2)' });
      await expect(rows(page)).toHaveCount(2);
    });

    await test.step('one is taken out, and the collection gets another name', async () => {
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await rows(page)
        .filter({ hasNotText: /Alaska/ })
        .click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Take out of the collection' }).click();
      await expect(rows(page)).toHaveCount(1);
      await page.getByRole('button', { name: 'Collections and searches' }).click();
      await page.getByRole('menuitem', { name: 'Rename the collection…' }).click();
      await page.getByRole('combobox', { name: 'Name' }).fill('Peace talks');
      await page.keyboard.press('Enter');
      await expect(shelf).toContainText('Peace talks (1)');
    });

    await test.step('its matrix, as of a day, leads to the answer about a pair', async () => {
      await page.getByRole('button', { name: 'Collections and searches' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Matrix of these briefings…' }).press('Enter');
      const matrix = page.getByRole('dialog', { name: 'Matrix: Peace talks' });
      const cell = matrix.getByRole('button', { name: /^United States on Should a ceasefire/ });
      await expect(cell).toContainText('Opposes');
      await matrix.getByRole('textbox', { name: 'As of' }).fill('14 Aug 2025');
      await page.keyboard.press('Enter');
      await expect(cell).toContainText('Supports');
      await cell.press('Enter');
      await expect(sentence(page)).toHaveText(/^United States: 1 issue opposed/);
      await page.keyboard.press('Escape');
    });

    await test.step('a search is saved', async () => {
      await shelf.selectOption({ label: 'All briefings' });
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('stance:opposes');
      await page.getByRole('button', { name: 'Collections and searches' }).click();
      await page.getByRole('menuitem', { name: 'Save this search…' }).click();
      await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
      await page.keyboard.type('Against');
      await page.keyboard.press('Enter');
      await expect(shelf.getByRole('option', { name: 'Against' })).toBeAttached();
    });

    await test.step('a name is completed in the search field', async () => {
      const search = page.getByRole('searchbox', { name: 'Search the library' });
      await search.fill('stance:opposes actor:');
      await search.press('End');
      await page.keyboard.type('unit');
      const names = page.getByRole('listbox', { name: 'Names in the library' });
      await expect(names.getByRole('option', { name: 'United States', exact: true })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(names).toBeHidden();
      await page.keyboard.press('Backspace');
      await expect(names).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(names.getByRole('option', { selected: true })).toHaveText(/^United/);
      await names.getByRole('option', { name: 'United States', exact: true }).click();
      await expect(search).toHaveValue('stance:opposes actor:"United States" ');
      await expect(search).toBeFocused();
      await expect(rows(page)).toHaveCount(1);
      await search.fill('issue:');
      await expect(names).toBeVisible();
      await page.keyboard.press('ArrowDown');
      const first = await names.getByRole('option', { selected: true }).innerText();
      await page.keyboard.press('Enter');
      await expect(search).toHaveValue(`issue:"${first}" `);
      await search.fill('');
    });

    await test.step('a search keeps to the collection, and remembers it', async () => {
      const search = page.getByRole('searchbox', { name: 'Search the library' });
      await search.fill('stance:opposes');
      await rows(page)
        .filter({ hasNotText: /Alaska/ })
        .first()
        .waitFor({ state: 'detached' });
      await search.fill('');
      await rows(page)
        .filter({ hasNotText: /Alaska/ })
        .first()
        .click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^Put .*into a collection/ }).click();
      await page.keyboard.type('Other matters');
      await page.keyboard.press('Enter');
      await shelf.selectOption({ label: 'Other matters (1)' });
      await search.fill('stance:opposes');
      await search.press('Enter');
      await expect(sentence(page)).toHaveText('Nobody is on record.');
      await page.keyboard.press('Escape');
      await expect(search).toBeFocused();
      await page.getByRole('button', { name: 'Collections and searches' }).click();
      await page.getByRole('menuitem', { name: 'Save this search…' }).click();
      await page.keyboard.type('Opponents elsewhere');
      await page.keyboard.press('Enter');
      await expect(shelf.locator('option:checked')).toHaveText(
        'Opponents elsewhere (in Other matters)'
      );
      await page.getByRole('button', { name: 'Collections and searches' }).click();
      await page.getByRole('menuitem', { name: /^Change the saved search/ }).click();
      await page.getByRole('combobox', { name: 'Looks in' }).selectOption({ label: 'Peace talks' });
      await page.getByRole('textbox', { name: 'Name' }).fill('Opponents');
      await page.keyboard.press('Enter');
      await expect(shelf.locator('option:checked')).toHaveText('Opponents (in Peace talks)');
      await search.press('Enter');
      await expect(answerOf(page).getByRole('region', { name: 'United States' })).toBeVisible();
    });

    await first.close();
    page = await firstPage(await launch());
    await whenOpen(page);
    const again = page.getByRole('combobox', { name: 'Collection or saved search' });
    await again.selectOption({ label: 'Opponents (in Peace talks)' });
    await expect(rows(page)).toHaveCount(1);
    await again.selectOption({ label: 'Against' });
    await page.getByRole('button', { name: /^Show who holds it/ }).click();
    await expect(answerOf(page).getByRole('region', { name: 'United States' })).toBeVisible();
    await again.selectOption({ label: 'Peace talks (1)' });
    await expect(rows(page)).toHaveCount(1);
  }
);

test(
  'a new briefing stands in the collection that is shown',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const shelf = page.getByRole('combobox', { name: 'Collection or saved search' });
    await rows(page).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Put .*into a collection/ }).click();
    await page.getByRole('combobox', { name: 'Collection', exact: true }).fill('Talks');
    await page.keyboard.press('Enter');
    await shelf.selectOption({ label: 'Talks (1)' });
    await page.keyboard.press('ControlOrMeta+n');
    await expect(openTitle(page)).toBeFocused();
    await expect(shelf).toContainText('Talks (2)');
    await expect(rows(page)).toHaveCount(2);
  }
);

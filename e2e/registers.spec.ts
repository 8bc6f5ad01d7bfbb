/** Actors and issues over the whole library: their pages, which names are one, and what is put together. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

async function firstPage(program: ElectronApplication): Promise<Page> {
  const page = await program.firstWindow();
  await page.waitForURL(/^(app|https?):/);
  return page;
}

const pageOf = (page: Page) => page.getByRole('dialog', { name: 'In the whole library' });

test(
  'two names are made one by keys, undone by mouse, and stay one over a restart',
  { tag: '@rest' },
  async ({ launch }) => {
    const first = await launch();
    let page = await firstPage(first);
    await whenOpen(page);
    await rows(page).last().click();
    await expect(openTitle(page)).not.toHaveValue(/Alaska/);
    const dialog = pageOf(page);
    await page.keyboard.press('Alt+Shift+W');
    await dialog.getByRole('combobox', { name: 'Name' }).fill('zelens');
    await dialog.getByRole('option', { name: 'Volodymyr Zelenskyy' }).click();
    await page.keyboard.press('Enter');
    const status = dialog.getByRole('status').last();
    await expect(status).toHaveText(/^\d+ positions?/);
    const alone = Number((await status.innerText()).split(' ')[0]);

    await dialog.getByRole('combobox', { name: 'The same as' }).focus();
    await page.keyboard.type('ukrain');
    await expect(dialog.getByRole('option', { name: 'Ukraine', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await dialog.getByRole('combobox', { name: 'The same as' }).fill('Ukraine');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const names = dialog.getByRole('region', { name: 'Names' });
    await expect(names.getByRole('listitem')).toHaveCount(2);
    const together = Number((await status.innerText()).split(' ')[0]);
    expect(together).toBeGreaterThan(alone);
    await page.keyboard.press('Escape');

    await first.close();
    page = await firstPage(await launch());
    await whenOpen(page);
    await page.keyboard.press('Alt+Shift+W');
    const again = pageOf(page);
    await again.getByRole('combobox', { name: 'Name' }).fill('Ukraine');
    await page.keyboard.press('Enter');
    await expect(again.getByRole('status').last()).toHaveText(new RegExp(`^${together} positions`));
    await again.getByRole('button', { name: 'These two are two' }).click();
    await expect(again.getByRole('region', { name: 'Names' }).getByRole('listitem')).toHaveCount(1);
  }
);

test(
  'a profile leads to its page, the page to a position of another briefing',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+W');
    const across = page.getByRole('dialog', { name: 'Who supports or opposes' });
    await across.getByRole('combobox', { name: 'Actor' }).fill('washington');
    await page.keyboard.press('Enter');
    await across.getByTitle('All that the library says of this actor').click();
    const dialog = pageOf(page);
    const issue = dialog.getByRole('region', { name: /^Should a ceasefire/ });
    await expect(issue).toContainText('Opposes');
    await issue.getByText('1 earlier').click();
    await expect(issue.getByText('Supports')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'As of' }).fill('14 Aug 2025');
    await page.keyboard.press('Enter');
    await expect(issue).not.toContainText('Opposes');
    await issue.getByRole('button', { name: /^Show the position/ }).click();
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
      await page.getByRole('button', { name: 'Select nothing' }).click();
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

    await test.step('its matrix, as of a day, leads to the page of a pair', async () => {
      await page.getByRole('button', { name: 'Collections and searches' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Matrix of these briefings…' }).press('Enter');
      const matrix = page.getByRole('dialog', { name: 'Matrix: Peace talks' });
      const cell = matrix.getByRole('button', { name: /^United States on Should a ceasefire/ });
      await expect(cell).toContainText('Opposes');
      await matrix.getByRole('textbox', { name: 'As of' }).fill('14 Aug 2025');
      await page.keyboard.press('Enter');
      await expect(cell).toContainText('Supports');
      await cell.press('Enter');
      await expect(pageOf(page).getByRole('status').last()).toHaveText(/^1 position/);
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
      await expect(page.getByRole('region', { name: 'Who holds it' })).toContainText(
        'United States'
      );
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
      const people = page.getByRole('region', { name: 'Who holds it' });
      await search.fill('stance:opposes');
      await expect(people).toContainText('United States');
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
      await expect(people).not.toContainText('United States');
      await expect(people).toContainText('Nobody');
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
      await expect(people).toContainText('United States');
    });

    await first.close();
    page = await firstPage(await launch());
    await whenOpen(page);
    const again = page.getByRole('combobox', { name: 'Collection or saved search' });
    await again.selectOption({ label: 'Opponents (in Peace talks)' });
    await expect(page.getByRole('region', { name: 'Who holds it' })).toContainText('United States');
    await expect(rows(page)).toHaveCount(1);
    await again.selectOption({ label: 'Against' });
    await expect(page.getByRole('region', { name: 'Who holds it' })).toContainText('United States');
    await again.selectOption({ label: 'Peace talks (1)' });
    await expect(rows(page)).toHaveCount(1);
  }
);

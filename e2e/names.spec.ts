/** Names that are the same: nobody gets two rows of one name unasked, and two that are one are made one from where the person is. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

const grid = (page: Page) => page.getByRole('grid');
const drawer = (page: Page) => page.getByRole('region', { name: 'Actors and issues' });
const rows = (page: Page, name: string) => grid(page).getByRole('rowheader', { name });

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+3');
  await expect(grid(page)).toBeVisible();
});

async function rename(page: Page, from: string, to: string): Promise<void> {
  const { keyboard } = page;
  await rows(page, from).getByRole('button').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Rename/ }).click();
  await drawer(page)
    .getByRole('textbox', { name: `Name of ${from}` })
    .fill(to);
  await keyboard.press('Enter');
}

test(
  'an actor that is given the name of another is merged with it on the spot, or stays',
  { tag: '@rest' },
  async ({ page }) => {
    const question = page.getByRole('dialog', { name: 'Are both the same actor?' });
    await rename(page, 'Donald Trump', 'united  states');
    await expect(question).toContainText('There is another actor “United States” in this briefing');
    await question.getByRole('button', { name: 'Keep both' }).click();
    await expect(rows(page, 'united states')).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows(page, 'Donald Trump')).toHaveCount(1);

    await rename(page, 'Donald Trump', 'Washington');
    await expect(question).toContainText('“Washington” is also a name of “United States”');
    await question.getByRole('button', { name: 'Merge them' }).click();
    await expect(question).toHaveCount(0);
    await expect(rows(page, 'United States')).toHaveCount(1);
    await expect(rows(page, 'Washington')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows(page, 'Washington')).toHaveCount(1);
  }
);

test(
  '“join” finds the command that merges two, and what is open at the side goes with them',
  { tag: '@rest' },
  async ({ page }) => {
    await rows(page, 'Donald Trump')
      .locator('xpath=..')
      .getByRole('gridcell')
      .getByRole('button')
      .first()
      .click();
    const history = page.locator('[data-cell-history]');
    await expect(history).toHaveAccessibleName(/^Donald Trump on /);

    for (const word of ['join', 'merge']) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type(word);
      await expect(page.getByRole('option', { name: /^Merge two actors or issues/ })).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('merge two actors');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Merge two actors or issues' });
    await expect(dialog.getByRole('combobox', { name: 'Keep' })).toBeFocused();
    await dialog.getByRole('combobox', { name: 'Keep' }).selectOption('United States');
    await dialog.getByRole('combobox', { name: 'The same as' }).selectOption('Donald Trump');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(history).toHaveAccessibleName(/^United States on /);
    await expect(history).not.toContainText('No position is recorded here yet.');
    await expect(page.getByRole('log')).toContainText(
      'Merged “Donald Trump” into “United States”.'
    );
  }
);

test(
  'why a name cannot be removed stands beside the button',
  { tag: '@rest' },
  async ({ page }) => {
    await rows(page, 'Ukraine').getByRole('button').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Rename/ }).click();
    await expect(drawer(page)).toContainText(/It cannot be removed: it is named by \d+ position/);
    await expect(drawer(page).getByRole('button', { name: 'Remove Ukraine' })).toBeDisabled();
  }
);

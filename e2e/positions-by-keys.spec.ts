/** The work on positions without a pointer. */
import type { Page } from '@playwright/test';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newActor, newIssue } from '../src-main/domain/briefing/entries.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen, registers } from './window.js';

const issue = 'Should elections be held in wartime?';
const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });

test.beforeEach(({ page }) => whenOpen(page));

/** Goes on with Tab, or back, until the focus is inside of what `selector` names. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((to) => document.activeElement?.closest(to) !== null, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test('a position is recorded, seen as of two days, read in its source, compared, and its finding dismissed, by keys alone', async ({
  page
}) => {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+Shift+P');
  const form = page.getByRole('dialog', { name: 'Record a position' });
  await expect(form.getByLabel('Actor', { exact: true })).toBeFocused();
  await keyboard.type('Ukr');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(form.getByLabel('Actor', { exact: true })).toHaveValue('Ukraine');
  await keyboard.press('i');
  await keyboard.type(issue);
  await keyboard.press('Enter');
  await keyboard.press('o');
  await expect(form.getByRole('radio', { name: 'Opposes' })).toBeChecked();
  await keyboard.press('d');
  await keyboard.type('2025-08-17');
  await keyboard.press('Tab');
  await keyboard.type('Holds no elections while the war goes on.');
  await tabTo(page, 'input[type=search]');
  await keyboard.type('Putin had used Trump');
  await tabTo(page, 'input[type=checkbox]');
  await keyboard.press('Space');
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await tabTo(page, 'button[type=submit]');
  await keyboard.press('Enter');
  await expect(form).toBeHidden();

  await keyboard.press('ControlOrMeta+3');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('columnheader', { name: issue })).toBeVisible();
  const cell = grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Ukraine', exact: true }) })
    .getByRole('gridcell')
    // Behind the six issues of the sample, before the column of what was said without a stance.
    .and(page.locator('[aria-colindex="8"]'));
  await expect(cell).toContainText('Opposes');
  await tabTo(page, 'input[type=range]', 'Shift+Tab');
  await keyboard.press('Home');
  await expect(cell.getByRole('button', { name: 'No position known' })).toBeVisible();
  await keyboard.press('End');
  await expect(cell).toContainText('Opposes');

  await tabTo(page, '[role=gridcell]');
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  for (let row = 0; row < 3; row += 1) await keyboard.press('ArrowDown');
  await expect(cell.getByRole('button')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Ukraine on ${issue}` })).toBeFocused();
  await tabTo(page, 'button.evidence');
  await keyboard.press('Enter');
  await expect(panel(page, 'Read')).toContainText('Putin had used Trump to pass');

  await keyboard.press('ControlOrMeta+Shift+D');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await expect(compare.getByRole('radio', { name: 'An earlier state' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(compare.getByRole('radio', { name: 'Another day' })).toBeChecked();
  await tabTo(page, 'dialog input:not([type=radio])');
  await expect(compare.getByRole('textbox', { name: 'From' })).toBeFocused();
  await keyboard.type('2025-08-16');
  await keyboard.press('Enter');
  await expect(compare).toContainText(`New Ukraine, on “${issue}”`);
  await keyboard.press('Escape');
  await expect(compare).toBeHidden();

  await keyboard.press('ControlOrMeta+5');
  const vague = registers(page).getByText('A vague word for a likelihood');
  await expect(vague).toBeVisible();
  await tabTo(page, '[aria-label=Findings] summary');
  await keyboard.press('Enter');
  const dismiss = registers(page).getByRole('button', {
    name: 'Dismiss',
    exact: true
  });
  await tabTo(page, '[aria-label=Findings] .acts button:last-child');
  await expect(dismiss).toBeFocused();
  await keyboard.press('Enter');
  await expect(vague).toBeHidden();
});

test(
  'the matrix is reached by its key and by F6, and keeps the focus when a row of it goes',
  { tag: '@rest' },
  async ({ page }) => {
    const [mayor, clerk] = [newActor('The mayor', 'person'), newActor('The clerk', 'person')];
    const [toll, ferry] = [newIssue('A toll?'), newIssue('A ferry?')];
    const briefing = {
      ...emptyBriefing('The crossing'),
      actors: [mayor, clerk],
      issues: [toll, ferry],
      positions: [
        entry(1, { actor: mayor.id, issue: ferry.id }),
        entry(2, { actor: clerk.id, issue: toll.id })
      ]
    };
    const text = JSON.stringify({ schema: bundleSchema, briefing, texts: {} });
    await dropFiles(page, [{ name: 'crossing.json', text }]);
    await expect(openTitle(page)).toHaveValue('The crossing');
    const { keyboard } = page;
    const cell = (row: number, column: number) =>
      page.locator(`[data-row="${row}"][data-column="${column}"]`);
    const inMatrix = page.getByRole('grid').locator(':focus');

    await page.getByRole('searchbox').first().focus();
    await keyboard.press('ControlOrMeta+3');
    // The first that shows anything.
    await expect(cell(0, 1)).toBeFocused();
    await keyboard.press('F6');
    await expect(inMatrix).toHaveCount(0);
    const seen: (string | null)[] = [];
    while ((await inMatrix.count()) === 0) {
      seen.push(await page.evaluate(() => document.activeElement?.outerHTML ?? null));
      expect(seen.length).toBeLessThan(6);
      await keyboard.press('F6');
    }
    expect(new Set(seen).size).toBe(seen.length);
    await expect(cell(0, 1)).toBeFocused();

    await cell(1, 0).focus();
    await keyboard.press('Delete');
    await expect(page.getByRole('rowheader', { name: 'The clerk' })).toHaveCount(0);
    await expect(inMatrix).toHaveCount(1);
    await keyboard.press('ControlOrMeta+2');
    await keyboard.press('ControlOrMeta+3');
    await expect(inMatrix).toHaveCount(1);
  }
);

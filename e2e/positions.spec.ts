/** The ledger in the real window, on the finished sample: who holds what, since when, on which words. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { registers, whenOpen, wordIssue } from './window.js';

const ceasefire = 'Should a ceasefire come before a peace agreement?';
const cell = (page: Page) => page.locator('[data-row="0"][data-column="0"]');
const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });

/** Goes on with Tab until the focus is inside of what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await page.evaluate((to) => document.activeElement?.closest(to) !== null, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function arrange(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await page.getByRole('menuitemradio', { name: choice }).click();
}

test.beforeEach(({ page }) => whenOpen(page));

test('Washington’s shift is found by keys alone: both stances, both quotes, both dates, and the words in the source', async ({
  page
}) => {
  await page.keyboard.press('ControlOrMeta+3');
  await expect(cell(page)).toContainText('Opposes');
  await page.getByRole('slider', { name: 'Day of change' }).focus();
  await page.keyboard.press('Home');
  await expect(cell(page)).toContainText('Supports');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page)).toContainText('Opposes');
  await page.keyboard.press('End');

  await tabTo(page, '[role=gridcell]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(cell(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const history = page.getByRole('region', { name: `United States on ${ceasefire}` });
  await expect(history).toBeFocused();
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('from 15 Aug 2025');
  await expect(history.getByRole('listitem').first()).toContainText(
    'directly to a Peace Agreement'
  );
  await expect(history.getByRole('listitem').last()).toContainText('said 14 Aug 2025');
  await expect(history.getByRole('listitem').last()).toContainText('the guns must fall silent');

  await tabTo(page, 'button.evidence');
  await page.keyboard.press('Enter');
  await expect(panel(page, 'Read')).toBeVisible();
  await expect(panel(page, 'Read')).toContainText('Ukraine should negotiate a peace agreement');
});

test(
  'a position is removed by key, menu, button and command, and undo brings it back',
  { tag: '@rest' },
  async ({ page }) => {
    const history = page.getByRole('region', { name: `United States on ${ceasefire}` });
    const undo = async () => {
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
      await expect(cell(page)).toContainText('Opposes');
    };
    await page.keyboard.press('ControlOrMeta+3');

    await cell(page).focus();
    await page.keyboard.press('Delete');
    // What it superseded stands again.
    await expect(cell(page)).toContainText('Supports');
    await expect(page.getByText('Removed a position of United States.')).toBeVisible();
    await undo();

    await cell(page).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove this position' }).click();
    await expect(cell(page)).toContainText('Supports');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(cell(page)).toContainText('Opposes');

    await cell(page).click();
    await history.getByRole('button', { name: 'Remove' }).last().click();
    await expect(history.getByRole('listitem')).toHaveCount(1);
    await expect(cell(page)).toContainText('Opposes');
    await undo();
    await expect(history.getByRole('listitem')).toHaveCount(2);

    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('remove the open position');
    await page.keyboard.press('Enter');
    await expect(cell(page)).toContainText('Supports');
    await undo();
  }
);

test(
  'the matrix is filtered and grouped, and its history plays to the end',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    const grid = page.getByRole('grid');
    await page.getByRole('searchbox', { name: 'Filter actors and issues' }).fill('washington');
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Show all' }).click();
    await arrange(page, 'Actors by whom they speak for');
    await expect(grid.getByRole('rowgroup', { name: 'Ukraine' })).toContainText('Zelenskyy');
    await arrange(page, 'Issues by tag');
    await expect(grid.getByRole('columnheader', { name: 'security', exact: true })).toBeVisible();

    const slider = page.getByRole('slider', { name: 'Day of change' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(cell(page)).toContainText('Supports');
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await expect(cell(page)).toContainText('Opposes');
    await expect(slider).toHaveValue('3');
    await expect(page.getByRole('button', { name: 'Play the history' })).toBeVisible();
  }
);

test(
  'at the latest the slider stands at its end, also after a day of change was added out of its sight',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    const slider = page.getByRole('slider', { name: 'Day of change' });
    await expect(slider).toHaveValue('3');
    await page.keyboard.press('ControlOrMeta+1');
    await page.keyboard.press('ControlOrMeta+Shift+P');
    const form = page.getByRole('dialog', { name: 'Record a position' });
    await form.getByLabel('Actor', { exact: true }).fill('Ukraine');
    await wordIssue(form, 'Should there be elections?');
    await form.locator('label', { hasText: 'Opposes' }).click();
    await form.getByRole('textbox', { name: 'Said on' }).fill('2025-08-29');
    await form.getByRole('button', { name: 'Record position' }).click();
    await expect(form).toBeHidden();
    await page.keyboard.press('ControlOrMeta+3');
    await expect(slider).toHaveAttribute('max', '4');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Latest');
    await expect(slider).toHaveValue('4');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(slider).toHaveAttribute('max', '3');
    await expect(slider).toHaveValue('3');
  }
);

test(
  'outcomes are judged by one yardstick, and a finding is dismissed and taken back',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+5');
    const judgement = registers(page);
    const likelihood = judgement.getByRole('combobox', { name: 'Likelihood', exact: true }).nth(2);
    await expect(likelihood.locator('option:checked')).toHaveText('very unlikely (5–20 %)');
    await judgement.getByRole('combobox', { name: 'Words of likelihood' }).selectOption('uk');
    await expect(likelihood.locator('option:checked')).toHaveText('highly unlikely (≈10–20 %)');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(likelihood.locator('option:checked')).toHaveText('very unlikely (5–20 %)');

    const findings = judgement.getByRole('list', { name: 'Findings' });
    const vague = findings.getByText('A vague word for a likelihood');
    await expect(vague).toBeVisible();
    await vague.click();
    await expect(findings).toContainText('“could” does not say how likely');
    await findings.getByRole('button', { name: 'Dismiss' }).click();
    await expect(vague).toHaveCount(0);
    await judgement.getByRole('button', { name: 'Show 1 dismissed' }).click();
    await expect(vague).toBeVisible();
  }
);

test(
  'the timeline is a picture to zoom by keys, and a table that says the same',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+6');
    const timeline = registers(page);
    const table = timeline.getByRole('table', { name: 'Events and positions by date' });
    await expect(table).toContainText('Trump and Putin meet in Alaska');
    const picture = timeline.getByRole('img', { name: /^Timeline of events/ });
    await expect(picture).toContainText('Trump and Putin meet in Alaska');
    await tabTo(page, '.picture');
    for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowLeft');
    await expect(picture).not.toContainText('Trump and Putin meet in Alaska');
    await page.keyboard.press('0');
    await expect(picture).toContainText('Trump and Putin meet in Alaska');

    const claim = timeline.getByRole('textbox', { name: 'Title in print' });
    await claim.fill('Only one position moved that weekend');
    await claim.blur();
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(claim).toHaveValue('');

    await timeline.getByText('Add an event').click();
    await timeline.getByRole('textbox', { name: 'Event' }).fill('Zelenskyy comes to Washington');
    await timeline.getByRole('textbox', { name: 'On', exact: true }).fill('2025-08-18');
    await timeline.getByRole('combobox', { name: 'Actors' }).selectOption('United States');
    await timeline.getByRole('button', { name: 'Add event' }).click();
    const added = table.getByRole('row', { name: 'Zelenskyy comes to Washington' });
    await expect(added).toContainText('United States');
  }
);

test(
  'two actors become one, with everything that either held, and are taken apart again',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('rowheader', { name: 'Donald Trump' })).toBeVisible();
    await grid.getByRole('rowheader', { name: 'United States' }).getByRole('button').click();
    const profile = page.getByRole('dialog', { name: 'United States' });
    await profile.getByRole('combobox', { name: 'The same as' }).selectOption('Donald Trump');
    await profile.getByRole('button', { name: 'Merge into this one' }).click();
    await expect(profile).toContainText('Also US, Washington, Donald Trump');
    await page.keyboard.press('Escape');
    await expect(grid.getByRole('rowheader', { name: 'Donald Trump' })).toHaveCount(0);
    await expect(cell(page).locator('xpath=../..')).toContainText('Unclear');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(grid.getByRole('rowheader', { name: 'Donald Trump' })).toBeVisible();
  }
);

test(
  'a name written without its accents, or with more space, is the one that is there, in every form',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    await page.keyboard.press('Alt+Shift+N');
    const drawer = page.getByRole('region', { name: 'Actors and issues' });
    const names = drawer.getByRole('listitem');
    const added = page.getByRole('textbox', { name: 'New actor' });
    await added.fill('Recep Tayyip Erdoğan');
    await added.press('Enter');
    await expect(names.last()).toContainText('Recep Tayyip Erdoğan');
    const count = await names.count();
    await added.fill('united  states');
    await added.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name of United States' })).toBeFocused();

    const form = page.getByRole('dialog', { name: 'Record a position' });
    const news = form.getByText(/^New: /);
    const offered = form.getByRole('listbox', { name: 'Suggestions for Actor' });
    for (const { typed, known } of [
      { typed: 'Recep Tayyip ERDOGAN', known: 'Recep Tayyip Erdoğan' },
      { typed: 'United  States', known: 'United States' }
    ]) {
      await page.keyboard.press('ControlOrMeta+Shift+P');
      const actor = form.getByRole('combobox', { name: 'Actor' });
      await actor.fill('Nobody yet');
      await expect(news).toBeVisible();
      await actor.fill(typed);
      await expect(offered.getByRole('option')).toHaveText([known]);
      await expect(news).toHaveCount(0);
      await wordIssue(form, `  ${ceasefire.toUpperCase()} `);
      await expect(news).toHaveCount(0);
      await form.getByRole('textbox', { name: 'Said on' }).fill('16 August 2025');
      await form.getByText('Neutral').click();
      await page.keyboard.press('Enter');
      await expect(form).toHaveCount(0);
    }
    await page.keyboard.press('ControlOrMeta+Shift+X');
    const figure = page.getByRole('dialog', { name: 'Record a figure' });
    await figure.getByLabel('As written').fill('two');
    await figure.getByLabel('Value').fill('2');
    await figure.getByRole('combobox', { name: 'Given by' }).fill('Recep  Tayyip Erdogan');
    await expect(figure.getByText(/^New: /)).toHaveCount(0);
    await figure.getByLabel('Unit').focus();
    await page.keyboard.press('Enter');
    await expect(figure).toHaveCount(0);

    await expect(names).toHaveCount(count);
    await names.last().getByRole('button').click();
    await drawer.getByRole('button', { name: 'Profile of Recep Tayyip Erdoğan' }).click();
    const profile = page.getByRole('dialog', { name: 'Recep Tayyip Erdoğan' });
    await profile.getByRole('button', { name: 'All its positions' }).click();
    await expect(page.getByRole('region', { name: 'Who supports or opposes' })).toContainText(
      'Neutral'
    );
  }
);

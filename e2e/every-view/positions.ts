/** The walk through the sample's positions and evidence: matrix, histories, names, outcomes, figures, timeline. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { registers } from '../window.js';
import { look } from './look.js';
import { close, command, dialog, grid, panel } from './ways.js';

const drawer = (page: Page) => page.getByRole('region', { name: 'Actors and issues' });

export async function walkMatrix(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+3');
  await expect(grid(page)).toBeVisible();
  await look(page, 'positions');

  await grid(page).getByRole('gridcell').first().getByRole('button').click();
  const history = page.locator('[data-cell-history]');
  await expect(history).toBeVisible();
  await look(page, 'history of a cell', history);
  await page.getByRole('button', { name: 'Close history' }).click();

  await keyboard.press('Alt+Shift+N');
  await expect(drawer(page)).toBeVisible();
  await look(page, 'actors and issues', drawer(page));
  await keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);

  const name = grid(page).getByRole('rowheader', { name: 'United States' }).getByRole('button');
  await name.focus();
  await keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'United States' });
  await expect(menu).toBeVisible();
  await look(page, 'menu of a name');
  await menu.getByRole('menuitem', { name: /^Rename/ }).click();
  await expect(drawer(page).getByRole('textbox', { name: 'Name of United States' })).toBeFocused();
  await look(page, 'actor that is edited', drawer(page));
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);

  for (const choice of ['Actors by whom they speak for', 'Issues by tag']) {
    await page.getByRole('button', { name: 'Arrange', exact: true }).click();
    await page.getByRole('menuitemradio', { name: choice }).click();
  }
  await expect(
    grid(page).getByRole('columnheader', { name: 'security', exact: true })
  ).toBeVisible();
  await look(page, 'grouped matrix', grid(page));

  await page.getByRole('searchbox', { name: 'Filter actors and issues' }).fill('ukraine');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
  await look(page, 'filtered matrix', panel(page, 'Positions'));
  await page.getByRole('button', { name: 'Show all' }).click();

  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await look(page, 'positions from right to left', grid(page));
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
}

export async function walkNames(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+3');
  await grid(page).getByRole('rowheader', { name: 'Donald Trump' }).getByRole('button').click();
  const profile = dialog(page, 'Donald Trump');
  await expect(profile.getByRole('region', { name: /^Named in the sources/ })).toContainText(
    'Trump'
  );
  await look(page, 'profile of an actor');
  await close(page);

  await grid(page)
    .getByRole('rowheader', { name: 'Donald Trump' })
    .getByRole('button')
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Rename/ }).click();
  await drawer(page).getByRole('textbox', { name: 'Name of Donald Trump' }).fill('united  states');
  await keyboard.press('Enter');
  const question = dialog(page, 'Are both the same actor?');
  await expect(question).toBeVisible();
  await look(page, 'two of one name');
  await question.getByRole('button', { name: 'Keep both' }).click();
  await keyboard.press('ControlOrMeta+Z');
  await expect(grid(page).getByRole('rowheader', { name: 'Donald Trump' })).toHaveCount(1);

  await command(page, 'Merge two actors or issues');
  const merging = dialog(page, 'Merge two actors or issues');
  await merging.getByRole('combobox', { name: 'Keep' }).selectOption('United States');
  await merging.getByRole('combobox', { name: 'The same as' }).selectOption('Donald Trump');
  await look(page, 'merging two names');
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merging).toHaveCount(0);
  await grid(page).getByRole('rowheader', { name: 'United States' }).getByRole('button').click();
  await expect(dialog(page, 'United States')).toContainText('Also US, Washington, Donald Trump');
  await look(page, 'profile of a merged actor');
  await close(page);
}

export async function walkEvidence(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+5');
  const evidence = registers(page);
  await expect(evidence.getByRole('list', { name: 'Findings' })).toContainText('A vague word');
  await evidence.getByRole('combobox', { name: 'Words of likelihood' }).selectOption('uk');
  await expect(evidence.locator('summary').filter({ hasText: 'To check' })).toContainText('3');
  await look(page, 'registers');

  await evidence.getByRole('button', { name: 'Add outcome' }).click();
  await keyboard.type('A ceasefire is very likely maybe');
  const findings = evidence.getByRole('list', { name: 'Findings' });
  for (const title of [
    'A likelihood with a hedge',
    'An outcome without a likelihood',
    'A judgement without evidence'
  ]) {
    const finding = findings.getByRole('listitem').filter({ hasText: title });
    await finding.getByText(title).click();
    await expect(finding).toContainText('ICD 203');
  }
  await look(page, 'findings of an outcome', findings);

  await command(page, 'Figures');
  const figures = page.getByRole('region', { name: 'Figures' });
  await expect(figures).toBeFocused();
  await figures.getByRole('button', { name: 'Figure', exact: true }).click();
  await look(page, 'figures', figures);

  await keyboard.press('ControlOrMeta+6');
  const timeline = evidence.locator('[data-timeline]');
  await evidence.getByText('Add an event').click();
  await evidence.getByRole('textbox', { name: 'Event' }).fill('Zelenskyy comes to Washington');
  await look(page, 'event form', timeline);
  await evidence.getByRole('textbox', { name: 'Event' }).fill('');
  await evidence.getByText('Add an event').click();
  await evidence.getByRole('button', { name: 'Edit event Trump and Putin meet in Alaska' }).click();
  await expect(
    evidence.getByRole('textbox', { name: 'Event' }).and(page.locator(':focus'))
  ).toHaveValue('Trump and Putin meet in Alaska');
  await look(page, 'event that is edited', timeline);
  await keyboard.press('Escape');
}

export async function walkForms(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+2');
  await keyboard.press('ControlOrMeta+Shift+P');
  await expect(dialog(page, 'Record a position')).toBeVisible();
  await look(page, 'form of a position');
  await close(page);
  await keyboard.press('ControlOrMeta+Shift+X');
  const form = dialog(page, 'Record a figure');
  await form.getByLabel('As written').fill('24 oblasts');
  await form.getByLabel('Value').fill('24');
  await form.getByLabel('Date of the figure').fill('lately');
  await keyboard.press('Enter');
  await expect(form).toContainText('Write a day, a month or a year');
  await look(page, 'form of a figure');
  await close(page);
}

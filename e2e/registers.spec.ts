/** Actors and issues over the whole library: their pages, which names are one, and what is put together. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { expectNoViolations } from './no-violations.js';
import { openTitle, rows, whenOpen } from './window.js';

async function firstPage(program: ElectronApplication): Promise<Page> {
  const page = await program.firstWindow();
  await page.waitForURL(/^(app|https?):/);
  return page;
}

const pageOf = (page: Page) => page.getByRole('dialog', { name: 'In the whole library' });

test('two names are made one by keys, undone by mouse, and stay one over a restart', async ({
  launch
}) => {
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
  await expectNoViolations(page, 'the page of an actor');

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
});

test('a profile leads to its page, the page to a position of another briefing', async ({
  page
}) => {
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
});

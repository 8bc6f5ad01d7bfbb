/** The walk through what contradicts, what was said without a stance, and copies of one report. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { dropFiles, openTitle } from '../window.js';
import { look } from './look.js';
import { bridge, crossing } from './made-briefings.js';
import { dialog, dismissMessages, grid } from './ways.js';

export async function walkContradictions(page: Page): Promise<void> {
  const { keyboard } = page;
  await dropFiles(page, [crossing()]);
  await expect(openTitle(page)).toHaveValue('The crossing');
  await dismissMessages(page);
  await keyboard.press('ControlOrMeta+4');
  const section = page.getByRole('region', { name: 'To decide' });
  await expect(section.getByRole('article')).toHaveCount(4);
  await look(page, 'open points', section);

  const figures = section.getByRole('article', { name: /^Two figures for one measure/ });
  await figures.getByRole('button', { name: /^No contradiction/ }).click();
  const reason = dialog(page, 'Leave both as they are');
  await reason.getByRole('button', { name: 'Leave them' }).click();
  await expect(reason).toContainText('Say why it is no contradiction.');
  await look(page, 'reason for a dismissal');
  await reason.getByLabel('Reason').fill('One was counted in the holidays.');
  await reason.getByRole('button', { name: 'Leave them' }).click();
  await expect(section.getByRole('article')).toHaveCount(3);
  await section.getByText(/^Decided/).click();
  await expect(section.getByRole('list', { name: 'Decided points' })).toBeVisible();
  await look(page, 'settled points', section);

  await keyboard.press('ControlOrMeta+3');
  await grid(page).getByRole('button', { name: '1 statement, no stance' }).click();
  const said = page.getByRole('region', { name: 'What The clerk said without a stance' });
  await expect(said).toBeFocused();
  await look(page, 'said without a stance', said);
}

export async function walkCopies(page: Page): Promise<void> {
  await dropFiles(page, [bridge()]);
  await expect(openTitle(page)).toHaveValue('The bridge');
  await dismissMessages(page);
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('button', { name: /^3 sources/ }).click();
  const origins = page.getByRole('region', { name: /^3 sources/ });
  await expect(origins.getByRole('article')).toHaveCount(1);
  await origins.getByRole('article').getByRole('button', { name: 'Show the passages' }).click();
  await expect(origins.getByRole('row').nth(1)).toContainText('will stay shut until March');
  await look(page, 'proposed origin', origins);
}

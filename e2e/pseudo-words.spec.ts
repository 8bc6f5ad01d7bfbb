/**
 * The window in a language that nobody speaks: other letters, words two fifths longer (scripts/words/pseudo.mjs).
 * Nothing of it is cut in a usual and in a small window, and nothing is written elsewhere than in the catalogue.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toLetters, toPseudo } from '../scripts/words/pseudo.mjs';
import { findLayoutFaults } from './every-view/layout-faults.js';
import { findLayer, whenStill } from './every-view/look.js';
import { close } from './every-view/ways.js';
import {
  findCutTexts,
  findWrittenElsewhere,
  readTexts,
  wordsOf
} from './every-view/word-faults.js';
import { expect, root, test } from './fixtures.js';

test.use({ program: join(root, '.tsbuild/pseudo'), newLibrary: true, env: { TZ: 'UTC' } });

const sizes = [
  { width: 1280, height: 720 },
  { width: 900, height: 650 }
];
const softly = expect.configure({ soft: true });

/** All that people wrote in what the window shows. */
const content = wordsOf(
  ['alaska-summit.json', 'alaska-summit.txt']
    .map((name) => readFileSync(join(root, 'resources/samples', name), 'utf8'))
    .join(' ')
    .replaceAll(/\\n|[*_]/g, ' ')
    // The folder of the library, and issues as the drafter words them.
    .concat(' library. never. Freezing the present front lines.')
    .concat(' Negotiating a peace agreement with Russia. Additional sanctions on Russia.')
);

test.beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/words/build-pseudo.mjs')], { cwd: root });
});

test('nothing is cut, and all texts are in the catalogue', { tag: '@rest' }, async ({ page }) => {
  const { keyboard } = page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(sizes[0]!);
  await expect(page.locator('[data-card]').first()).toBeVisible();

  for (const place of ['Read', 'Brief', 'Positions', 'New']) {
    await command(page, place);
    await look(page, place);
  }
  await command(page, 'Registers');
  for (const name of ['Outcomes', 'Figures', 'Events', 'To check']) {
    await command(page, name);
    await look(page, name);
  }
  await command(page, 'Registers');
  await command(page, 'Positions');
  for (const name of [
    'Actors and issues',
    'Who supports or opposes…',
    'Annotations',
    'Find in briefing…'
  ]) {
    await command(page, name);
    await look(page, name);
    await keyboard.press('Escape');
  }
  for (const name of dialogs) {
    await command(page, name);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, name);
    await close(page);
  }
  await keyboard.press('ControlOrMeta+K');
  await look(page, 'palette');
  await close(page);

  await command(page, 'Brief');
  const card = page.locator('[data-card]').nth(1);
  await card.focus();
  await keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await look(page, 'menu of a card');
  await close(page);
  await command(page, 'Edit card');
  await expect(page.locator('.cm-content')).toBeFocused();
  await look(page, 'card editor');
  await keyboard.press('Escape');
  await command(page, 'Side by side');
  await look(page, 'side by side');
  await command(page, 'Side by side');

  await command(page, 'Positions');
  await page.getByRole('gridcell').first().getByRole('button').click();
  await look(page, 'history');
  await keyboard.press('Escape');

  await command(page, 'New briefing');
  await look(page, 'empty briefing');
  for (const place of ['Read', 'Positions', 'New']) {
    await command(page, place);
    await look(page, `${place}, empty`);
  }
  await command(page, 'Search the library');
  const list = page.locator('.library').getByRole('listbox');
  await list.focus();
  await keyboard.press('ControlOrMeta+A');
  await look(page, 'selected briefings');
  await list.focus();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.press('Delete');
  await expect(list.getByRole('option')).toHaveCount(0);
  await page
    .getByRole('region', { name: toPseudo('Messages') })
    .getByRole('button', { name: toPseudo('Dismiss'), exact: true })
    .first()
    .click();
  await look(page, 'empty library');
});

/** What opens over the window. */
const dialogs = [
  'One page…',
  'Settings…',
  'Keyboard shortcuts',
  'Add article…',
  'Record position…',
  'Record figure…',
  'Compare…',
  'Versions…',
  'Go to briefing…',
  'Rename and merge tags…',
  'Merge two actors or issues…',
  'Export annotations…',
  'Libraries…',
  'Deleted briefings…',
  'Library report…',
  'Share library…',
  'Join a library…',
  'People of the library…',
  'Check for updates…',
  'Log'
];

/** By the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByRole('combobox', { name: toPseudo('Find a command or a briefing') });
  await field.fill(toLetters(title));
  const found = page.getByRole('dialog').getByRole('option');
  await found
    .filter({ hasText: toPseudo(title) })
    .first()
    .click();
  await expect(field).toHaveCount(0);
}

async function look(page: Page, name: string): Promise<void> {
  // A menu is placed as it opens, and does not follow the window.
  const isMenu = (await findLayer(page)) === '[popover]:popover-open';
  for (const size of isMenu ? sizes.slice(0, 1) : sizes) {
    await page.setViewportSize(size);
    await whenStill(page);
    const where = `${name} at ${size.width}`;
    softly(await page.evaluate(findLayoutFaults, await findLayer(page)), where).toEqual([]);
    softly(await page.evaluate(findCutTexts), where).toEqual([]);
    softly(findWrittenElsewhere(await page.evaluate(readTexts), content), where).toEqual([]);
  }
  await page.setViewportSize(sizes[0]!);
}

/** The walk through the dialogs of the program, and those by which a briefing is handed over and compared. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { addDialog, dropFiles, library, openTitle } from '../window.js';
import { look } from './look.js';
import { close, command, dialog, dismissMessages, grid } from './ways.js';

export async function walkSettings(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+K');
  await expect(dialog(page, /Find a command/)).toBeVisible();
  await look(page, 'palette');
  await close(page);

  await keyboard.press('ControlOrMeta+/');
  await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
  await look(page, 'keyboard shortcuts');
  await dialog(page, 'Keyboard shortcuts').getByRole('button', { name: 'Change keys…' }).click();
  const settings = dialog(page, 'Settings');
  await settings.getByRole('searchbox', { name: 'Find a command or a key' }).fill('card');
  await settings.getByRole('button', { name: 'Change the keys of Add card' }).click();
  await keyboard.press('ControlOrMeta+N');
  await expect(settings.getByText('already').last()).toBeVisible();
  await look(page, 'key that is taken');
  await close(page);

  await keyboard.press('ControlOrMeta+,');
  await settings.getByLabel('Your name').fill('N. Analyst');
  await settings.getByRole('radio', { name: /^Dark/ }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await look(page, 'settings');
  await settings.getByRole('radio', { name: /^As the system/ }).check();
  await close(page);
}

/** What the program tells about itself and its library. */
export async function walkInformation(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  const guide = dialog(page, 'Guide');
  await guide.getByRole('searchbox').fill('likelihood');
  await expect(guide.getByRole('navigation').getByRole('status')).toHaveText(/^1 of/);
  await look(page, 'guide');
  await close(page);
  for (const [title, name, shows] of [
    ['What’s new', 'what is new', 'Version'],
    ['Check for updates', 'check for updates', 'names no page of releases'],
    ['Libraries', 'libraries', 'Open now'],
    ['Library report', 'library report', 'Nothing is wrong.'],
    ['People of the library', 'people of a library that is not shared', 'sent anywhere']
  ] as const) {
    await command(page, title);
    await expect(dialog(page, title)).toContainText(shows);
    // Of the libraries the one that is open: the others are those of other tests.
    const isList = name === 'libraries';
    await look(page, name, isList ? dialog(page, title).getByRole('listitem').first() : null);
    await close(page);
  }

  await command(page, 'Licences');
  const licences = dialog(page, 'Licences');
  await licences.getByText('dompurify', { exact: true }).click();
  await expect(licences.getByRole('group', { name: 'Licence of dompurify' })).toBeVisible();
  await look(page, 'licences');
  await close(page);
}

export async function walkTeam(page: Page): Promise<void> {
  await command(page, 'Share library');
  const share = dialog(page, 'Share library');
  await share.getByLabel('A server').press('Space');
  await share.getByLabel('Address').fill('postgres://ada@relay.example.org/standpoint');
  await share.getByRole('button', { name: 'Share library' }).click();
  await expect(share.getByLabel('Name of the library')).toBeFocused();
  await look(page, 'share library');
  await share.getByRole('button', { name: 'Cancel' }).click();
  await command(page, 'Join a library');
  const join = dialog(page, 'Join a library');
  await join.getByRole('button', { name: /and join/ }).click();
  await expect(join.getByLabel('Invitation')).toBeFocused();
  await look(page, 'join a library');
  await close(page);
}

export async function walkHandOver(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+E');
  const exporting = dialog(page, 'Print or export');
  await exporting.getByText('More: Word, web page, paper').click();
  // Until somebody chooses, the paper is that of the country.
  await exporting.getByRole('radio', { name: /^A4/ }).check();
  await expect(exporting.getByRole('img')).toHaveCount(1);
  await look(page, 'export of a PDF');
  await exporting.getByRole('radio', { name: /^Only me/ }).check();
  await expect(exporting).toContainText('Whoever gets the PDF can read them.');
  await expect(exporting.getByText('One page.', { exact: true })).toBeVisible();
  await expect(exporting.getByRole('img')).toHaveCount(1);
  await look(page, 'brief that keeps nothing back');
  await close(page);

  await command(page, 'Versions');
  const versions = dialog(page, 'Versions of this briefing');
  await versions.getByRole('textbox').fill('First issue');
  await keyboard.press('Enter');
  await expect(versions.getByRole('option', { name: 'First issue' })).toBeVisible();
  await close(page);
  const title = await openTitle(page).inputValue();
  await openTitle(page).fill(`${title}, and after`);
  await command(page, 'Versions');
  await versions.getByRole('option', { name: 'First issue' }).click();
  const changes = versions.getByRole('region', { name: 'Changes since this version' });
  await expect(changes.locator('ins').first()).toContainText('and after');
  await look(page, 'versions');
  await close(page);

  await keyboard.press('ControlOrMeta+Shift+D');
  const compare = dialog(page, 'Compare');
  const choice = compare.getByRole('combobox', { name: 'Version' });
  await choice.selectOption(
    await choice.getByRole('option', { name: /First issue/ }).getAttribute('value')
  );
  await compare.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compare.locator('ins')).toHaveText(/and after$/);
  await look(page, 'changes since a version');
  await compare.getByRole('radio', { name: 'Another day' }).check();
  await compare.getByRole('textbox', { name: 'From' }).fill('2025-08-14');
  await keyboard.press('Enter');
  await compare.getByRole('button', { name: /^Positions 18$/ }).click();
  await expect(compare.getByRole('list', { name: 'Changes' }).getByRole('button')).toHaveCount(18);
  await look(page, 'changes since a day');
  await close(page);
}

/** What the header has no room for, the library over the briefing, a question, and messages. */
export async function walkNarrowWindow(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.setViewportSize({ width: 560, height: 600 });
  const more = page.getByRole('button', { name: 'More of this briefing' });
  await more.click();
  await expect(page.getByRole('menu', { name: 'This briefing' })).toBeVisible();
  await look(page, 'menu of the header');
  await close(page);

  await page.setViewportSize({ width: 640, height: 480 });
  await keyboard.press('ControlOrMeta+Shift+F');
  await expect(library(page).getByRole('searchbox')).toBeFocused();
  await look(page, 'library', library(page));

  await dropFiles(page, [{ name: 'one.txt', text: 'One\n\nIt is said.\n' }], null);
  await expect(addDialog(page)).toBeVisible();
  await look(page, 'what a dropped file becomes');
  await close(page);
  await keyboard.press('ControlOrMeta+Shift+V');
  await expect(addDialog(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('Pasted headline\n\nThe minister said yes on Monday.');
  await look(page, 'paste an article');
  await close(page);

  for (const name of ['one.png', 'two.png']) {
    await dropFiles(page, [{ name, text: 'x' }]);
    await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toContainText(
      name
    );
  }
  await page.getByRole('button', { name: '1 message to read' }).click();
  const list = page.getByRole('dialog', { name: 'Messages to read' });
  await expect(list).toBeVisible();
  await look(page, 'messages to read', page.getByRole('region', { name: 'Messages' }));
  await keyboard.press('Escape');
  await dismissMessages(page);
}

/** Keeps the program on the matrix of the sample: who supports or opposes, over all briefings. */
export async function walkAcross(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+Shift+W');
  const answer = page.getByRole('region', { name: 'Who supports or opposes' });
  await answer.getByRole('combobox', { name: 'Who' }).selectOption('opposes');
  await answer.getByRole('combobox', { name: 'Issue' }).fill('ceasefire');
  await keyboard.press('Enter');
  await expect(answer.getByRole('region', { name: 'United States' })).toBeVisible();
  await look(page, 'who opposes', answer);

  await answer.getByRole('combobox', { name: 'Who' }).selectOption('');
  await answer.getByRole('combobox', { name: 'Issue' }).fill('');
  await answer.getByRole('combobox', { name: 'Actor' }).fill('zelens');
  await keyboard.press('Enter');
  await expect(answer.getByRole('status')).toHaveText(/^Volodymyr Zelenskyy: /);
  await answer.getByText('Its names').click();
  await look(page, 'page of an actor', answer);
  await keyboard.press('Escape');
  await expect(answer).toHaveCount(0);
  await expect(grid(page)).toHaveCount(0);
}

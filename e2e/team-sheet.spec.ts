/** A library is shared and joined in the window: errors come into view, and the recovery sheet prints and lets in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxLengths } from '../src-main/domain/base/limits.js';
import { commandLine } from './command-line.js';
import { pagesOf, printIntoViewer } from './export-pdf.js';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

test(
  'who types the nine lines of the recovery sheet has the library again; the people of it are read first',
  { tag: '@rest' },
  async ({ home, host, launch }) => {
    const [shared, again] = [join(home, 'shared'), join(home, 'again')];
    mkdirSync(shared);
    mkdirSync(again);
    const article = join(home, 'Harbour.txt');
    writeFileSync(article, 'Harbour\n\nThe port opens on Monday.\n');
    const standpoint = commandLine(home, host);
    const anna = ['--library', join(home, 'library')];
    standpoint('import', article, '--as', 'cards', ...anna);
    standpoint('team', 'init', shared, '--name', 'Desk', '--person', 'Anna', ...anna);
    const lines = standpoint('team', 'sheet', ...anna).match(/^\d {2}.+$/gm) ?? [];
    expect(lines).toHaveLength(9);

    const app = await launch();
    const page = await app.firstWindow();
    await page.waitForURL(/^(app|https?):/);
    await whenOpen(page);
    await app.evaluate(
      ({ dialog }, paths) => {
        const left = [...paths];
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: [left.shift() ?? ''] });
      },
      [shared, again]
    );
    await page.keyboard.press('ControlOrMeta+k');
    await page
      .getByRole('combobox', { name: 'Find a command or a briefing' })
      .fill('Join a library');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Join a library' });
    const given = form.getByLabel('Invitation, or the lines of a recovery sheet');
    await given.fill('I would like to join');
    await expect(form.locator('.wrong')).toHaveCount(0);
    await given.blur();
    await expect(form.locator('.wrong')).toContainText('no invitation');
    await given.fill(lines.join('\n'));
    await expect(form.locator('.wrong')).toHaveCount(0);
    await expect(form).toContainText('All nine lines are right.');
    await form.getByRole('button', { name: 'Choose…', exact: true }).click();
    await form.getByLabel('Your name').fill('Dora');
    await form.getByRole('button', { name: 'Choose a folder and join…' }).click();
    const people = page.getByRole('dialog', { name: 'People of “Desk”' });
    // A stray Enter must remove nobody.
    await expect(people.getByRole('heading', { name: 'People of “Desk”' })).toBeFocused();
    await expect(people.getByRole('row', { name: /Dora/ })).toContainText(
      'joined by the recovery sheet'
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Briefings' })).toContainText('Harbour');
    await expect(page.getByRole('heading', { name: 'Desk', exact: true })).toBeVisible();
  }
);

/** In each language of printed words, a name as long as can be given; the last has no place for a break. */
const longestNames = [
  'The harbour and the road ',
  'Der Hafen und die Straße ',
  'Le port et la route ',
  'Порт и дорога ',
  'Порт і дорога ',
  'الميناء والطريق ',
  'Ω'
].map((words) => `${words.repeat(maxLengths.author).slice(0, maxLengths.author - 1)}Z`);

test(
  'why a library cannot be shared comes into view in a low window; the recovery sheet takes one page, whatever the name',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const folders = ['library', ...longestNames.map((_name, index) => `${index}`.repeat(200))];
    for (const folder of folders) mkdirSync(join(home, folder), { recursive: true });
    await whenOpen(page);
    await electronApp.evaluate(
      ({ dialog }, paths) => {
        const left = [...paths];
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: [left.shift() ?? ''] });
      },
      folders.map((folder) => join(home, folder))
    );
    const opened = await printIntoViewer(electronApp);

    await page.setViewportSize({ width: 640, height: 430 });
    await page.keyboard.press('ControlOrMeta+k');
    await page
      .getByRole('combobox', { name: 'Find a command or a briefing' })
      .fill('Share library');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Share library' });
    await form.getByRole('button', { name: 'Choose…' }).click();
    await form.getByLabel('Name of the library').fill('Desk');
    await form.getByLabel('Your name').fill('Anna');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toContainText('lies inside the library itself');
    await expect(form.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');

    for (const [index, name] of longestNames.entries()) {
      // Letter is the lower of the two.
      const failure = await page.evaluate(
        async ([given, paper]) => {
          const { standpoint } = window;
          const told = (result: Awaited<ReturnType<typeof standpoint.call>>) =>
            result.ok ? '' : result.error.message;
          const chosen = await standpoint.call('team.chooseFolder');
          const folder = chosen.ok && chosen.value ? chosen.value.token : '';
          return [
            told(
              await standpoint.call('team.share', { place: { folder }, name: given, person: given })
            ),
            told(await standpoint.call('team.printRecoverySheet', paper)),
            told(await standpoint.call('team.leave', null))
          ].join('');
        },
        [name, index % 2 === 0 ? 'Letter' : 'A4'] as const
      );
      expect(failure).toBe('');
      const [only = '', ...more] = pagesOf(await opened());
      expect(more, name).toEqual([]);
      expect(only.match(/^ *[1-9] +([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/gm), name).toHaveLength(9);
      expect(only).toContain('Letting a role in');
      // A word without end goes on in the next line.
      if (name.startsWith('Ω')) expect(only.match(/Ω{20,}/g)?.length).toBeGreaterThan(1);
    }
  }
);

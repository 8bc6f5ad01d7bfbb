/**
 * Two real windows on two homes share a library by a folder: what either writes, and what both wrote apart.
 * Over 300 lines because all of them begin with the same two windows.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { electronBinary } from '../src-host/facts/choose-host.js';
import { commandLine } from './command-line.js';
import { expect, type Fixtures, hostBinary, root, test, type WorkerOptions } from './fixtures.js';
import { openTitle, rows, whenOpen, wordIssue } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).getByRole('listitem');
const status = (page: Page, words: RegExp) => page.getByRole('button', { name: words });

/** The text of a card is written anew, as whoever rewrites a sentence does. */
async function rewrite(page: Page, words: string): Promise<void> {
  await cards(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
}

/** A position in force in the cell, as the form records it: it supersedes the one that is there. */
async function recordTerms(page: Page, condition: string, actor = 'The port'): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.keyboard.press('ControlOrMeta+Shift+P');
  const form = page.getByRole('dialog', { name: 'Record a position' });
  await form.getByLabel('Actor', { exact: true }).fill(actor);
  await wordIssue(form, 'Shall it open?');
  await form.locator('label.conditional').click();
  await form.getByRole('textbox', { name: 'Condition' }).fill(condition);
  await form.getByRole('button', { name: 'Record position' }).click();
  await expect(form).toBeHidden();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
}

async function expectInMatrix(page: Page, actor: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('grid').getByRole('rowheader', { name: actor })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+2');
}

const pointsIn = (page: Page) =>
  page.getByRole('list', { name: 'Open points', exact: true }).getByRole('article');

/** Anna's and Ben's libraries, shared by a folder, with one briefing in them; both windows are open. */
async function twoWindows({
  home,
  host,
  launch
}: Pick<Fixtures & WorkerOptions, 'home' | 'host' | 'launch'>): Promise<{
  readonly one: Page;
  readonly two: Page;
  readonly shared: string;
  /** Somebody comes in by the recovery sheet, with a library of her own. */
  readonly joinBySheet: (person: string) => void;
  readonly close: () => Promise<void>;
}> {
  const other = mkdtempSync(join(tmpdir(), 'standpoint-e2e-'));
  const shared = join(other, 'shared');
  mkdirSync(shared);
  const article = join(other, 'Harbour.txt');
  writeFileSync(article, 'Harbour\n\nThe port opens on Monday.\n');
  const standpoint = commandLine(home, host);
  const anna = ['--library', join(home, 'library')];
  standpoint('import', article, '--as', 'cards', ...anna);
  standpoint('team', 'init', shared, '--name', 'Desk', '--person', 'Anna', ...anna);
  const line = standpoint('team', 'invite', 'Ben', ...anna);
  standpoint('team', 'join', line, '--person', 'Ben', '--library', join(other, 'library'));
  const sheet = join(other, 'sheet.md');
  writeFileSync(sheet, standpoint('team', 'sheet', ...anna));
  const joinBySheet = (person: string) => {
    const own = ['--at', shared, '--library', join(other, person)];
    standpoint('team', 'join', sheet, '--person', person, ...own);
  };

  const second = await _electron.launch({
    executablePath: host === 'electron' ? electronBinary()! : hostBinary,
    args: [root],
    cwd: root,
    env: { ...process.env, STANDPOINT_HOME: other }
  });
  const close = async () => {
    await second.close();
    rmSync(other, { recursive: true, force: true });
  };
  try {
    const one = await (await launch()).firstWindow();
    const two = await second.firstWindow();
    for (const page of [one, two]) {
      await page.waitForURL(/^(app|https?):/);
      await whenOpen(page);
      await expect(status(page, /^All shared/)).toBeVisible();
    }
    return { one, two, shared, joinBySheet, close };
  } catch (error) {
    await close();
    throw error;
  }
}

test('what is written in one window comes into the other; what both wrote apart stands on both, and is settled for both', async ({
  home,
  host,
  launch
}) => {
  const { one, two, shared, close } = await twoWindows({ home, host, launch });
  try {
    await openTitle(one).fill('Harbour and road');
    await expect(openTitle(two)).toHaveValue('Harbour and road');
    await rewrite(two, 'The port opens on Tuesday.');
    await expect(cards(one).first()).toContainText('The port opens on Tuesday.');
    await expect(cards(one).first()).toContainText(/Last changed by Ben, \d/);
    await expect(cards(two).first()).not.toContainText('Last changed by');

    await recordTerms(one, 'the dredging');
    await expectInMatrix(two, 'The port');

    renameSync(shared, `${shared}-away`);
    await rewrite(one, 'The port opens in March.');
    await recordTerms(one, 'the pilots');
    await rewrite(two, 'The port stays shut.');
    await recordTerms(two, 'the weather');
    for (const page of [one, two]) await expect(status(page, /^Not reachable/)).toBeVisible();
    renameSync(`${shared}-away`, shared);
    for (const page of [one, two]) {
      await expect(status(page, /^All shared/)).toBeVisible();
      await expect(cards(page)).toHaveCount(2);
      await page.keyboard.press('ControlOrMeta+3');
      await expect(page.getByRole('gridcell', { name: /contested/i })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+4');
      const [clash, fork] = [pointsIn(page).first(), pointsIn(page).last()];
      await expect(pointsIn(page)).toHaveCount(2);
      for (const words of ['in March.', 'shut.', 'Anna,', 'Ben,']) {
        await expect(clash).toContainText(words);
      }
      await expect(fork).toContainText('Both supersede the same entry');
    }

    for (const page of [one, two]) {
      await page.keyboard.press('ControlOrMeta+2');
      const clash = cards(page).last();
      await expect(clash).toContainText('Two people changed the text of the card');
      await expect(clash).toContainText(
        /What stands there is by (Ben, this by Anna|Anna, this by Ben)/
      );
    }
    await one.getByRole('button', { name: 'Decide…' }).click();
    await expect(pointsIn(one).first()).toBeFocused();
    await one.keyboard.press('b');
    await two.keyboard.press('ControlOrMeta+4');
    await pointsIn(two).last().focus();
    await two.keyboard.press('a');
    for (const page of [one, two]) {
      await expect(page.getByRole('tabpanel', { name: 'New' })).toContainText(
        /No contradiction was found|Everything is decided/
      );
      await page.keyboard.press('ControlOrMeta+2');
      await expect(cards(page)).toHaveCount(1);
    }
    const left = /The port (opens in March|stays shut)\./;
    const [words = ''] = left.exec(await cards(one).first().innerText()) ?? [];
    await expect(cards(two).first()).toContainText(words);
  } finally {
    await close();
  }
});

test(
  'what two settle in different ways while they are apart is asked again on both, with both texts',
  { tag: '@rest' },
  async ({ home, host, launch }) => {
    const { one, two, shared, close } = await twoWindows({ home, host, launch });
    const apart = async (work: () => Promise<void>) => {
      renameSync(shared, `${shared}-away`);
      await work();
      for (const page of [one, two]) await expect(status(page, /^Not reachable/)).toBeVisible();
      renameSync(`${shared}-away`, shared);
      for (const page of [one, two]) await expect(status(page, /^All shared/)).toBeVisible();
    };
    try {
      await apart(async () => {
        await rewrite(one, 'The port opens in March.');
        await rewrite(two, 'The port stays shut.');
      });
      for (const page of [one, two]) {
        await page.keyboard.press('ControlOrMeta+4');
        await expect(pointsIn(page)).toHaveCount(1);
      }
      await apart(async () => {
        for (const [page, key] of [
          [one, 'b'],
          [two, 'k']
        ] as const) {
          await pointsIn(page).first().focus();
          await page.keyboard.press(key);
          await expect(pointsIn(page)).toHaveCount(0);
        }
      });
      for (const page of [one, two]) {
        await expect(pointsIn(page)).toHaveCount(1);
        for (const words of ['in March.', 'shut.']) {
          await expect(pointsIn(page).first()).toContainText(words);
        }
      }
      await pointsIn(one).first().focus();
      await one.keyboard.press('a');
      for (const page of [one, two]) {
        await expect(pointsIn(page)).toHaveCount(0);
        await page.keyboard.press('ControlOrMeta+2');
        await expect(cards(page)).toHaveCount(1);
      }
      const left = (await cards(one).first().locator('.body').innerText()).trim();
      await expect(cards(two).first().locator('.body')).toHaveText(left, { useInnerText: true });
    } finally {
      await close();
    }
  }
);

test(
  '“New” counts and lists what others brought, says who brought what, and tells at once who joined by the recovery sheet',
  { tag: '@rest' },
  async ({ home, host, launch }) => {
    const { one, two, joinBySheet, close } = await twoWindows({ home, host, launch });
    try {
      await two.reload();
      await whenOpen(two);
      await expect(status(two, /^All shared/)).toBeVisible();
      const tab = two.getByRole('tab', { name: /^New/ });
      await recordTerms(two, 'the pilots', 'The harbour');
      await expect(tab).toHaveText('New');
      await recordTerms(one, 'the dredging');
      // The position, and the actor that it is of.
      await expect(tab).toHaveText('New 2');
      await tab.click();
      const positions = two.getByRole('region', { name: 'Positions', exact: true });
      await expect(positions.getByRole('listitem').filter({ hasText: 'The port' })).toContainText(
        'by Anna'
      );
      // What one did oneself is no news.
      await expect(positions.getByRole('listitem').filter({ hasText: 'The harbour' })).toHaveCount(
        0
      );

      joinBySheet('Dora');
      const others = two.getByRole('region', { name: 'Others since your last visit' });
      await expect(others).toContainText('Dora has joined');
    } finally {
      await close();
    }
  }
);

test(
  'a briefing that one deletes while another changes it comes back, and is told to have',
  { tag: '@rest' },
  async ({ home, host, launch }) => {
    const { one, two, shared, close } = await twoWindows({ home, host, launch });
    try {
      renameSync(shared, `${shared}-away`);
      await rewrite(one, 'The port opens in March.');
      await rows(two).first().focus();
      await two.keyboard.press('Delete');
      await expect(rows(two)).toHaveCount(0);
      for (const page of [one, two]) await expect(status(page, /^Not reachable/)).toBeVisible();
      renameSync(`${shared}-away`, shared);
      await expect(rows(two)).toHaveCount(1);
      const told = two.getByText('“Harbour” is back from the bin: Anna had changed it');
      await expect(told).toBeVisible();
      await expect(two.getByText(/fault of its own|^Deleted/)).toHaveCount(0);
      await two.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(cards(two).first()).toContainText('The port opens in March.');
    } finally {
      await close();
    }
  }
);

test(
  'a collection and a joined name of one window come into the other, whose own stay',
  { tag: '@rest' },
  async ({ home, host, launch }) => {
    const { one, two, close } = await twoWindows({ home, host, launch });
    const shelf = (page: Page) =>
      page.getByRole('combobox', { name: 'Collection or saved search' });
    const answer = (page: Page) => page.getByRole('region', { name: 'Who supports or opposes' });
    const collect = async (page: Page, name: string) => {
      await rows(page).first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^Put .*into a collection/ }).click();
      await page.getByRole('combobox', { name: 'Collection', exact: true }).fill(name);
      await page.keyboard.press('Enter');
    };
    try {
      await recordTerms(one, 'the dredging');
      await recordTerms(one, 'the pilots', 'The harbour');
      await expectInMatrix(two, 'The harbour');
      await collect(one, 'Talks');
      await shelf(two).selectOption({ label: 'Talks (1)' });
      await one.getByRole('button', { name: 'Undo', exact: true }).last().click();
      await expect(shelf(two).getByRole('option', { name: /Talks/ })).toHaveCount(0);
      await collect(two, 'Ports');
      await expect(shelf(one).getByRole('option', { name: 'Ports (1)' })).toBeAttached();

      for (const page of [one, two]) {
        await page.keyboard.press('ControlOrMeta+Shift+W');
        await answer(page).getByRole('combobox', { name: 'Actor' }).fill('The port');
        await page.keyboard.press('Enter');
        await expect(answer(page).getByRole('status')).toHaveText(/^The port: 1 issue/);
        await answer(page).getByText('Its names').click();
      }
      const names = (page: Page) =>
        answer(page).getByRole('region', { name: 'Names' }).getByRole('listitem');
      await answer(one).getByRole('combobox', { name: 'The same as' }).fill('The harbour');
      await one.keyboard.press('Tab');
      await one.keyboard.press('Enter');
      for (const page of [one, two]) await expect(names(page)).toHaveCount(2);
      await answer(two).getByRole('button', { name: 'Not the same', exact: true }).click();
      for (const page of [one, two]) await expect(names(page)).toHaveCount(1);
    } finally {
      await close();
    }
  }
);

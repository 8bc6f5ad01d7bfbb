/** The Chromium host under real keys on a screen of its own: shortcuts, file dialogs, closing. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import { startDisplay } from '../scripts/testing/display.mjs';
import { expect, test as base } from './fixtures.js';
import { hostApp, readSeen } from './host-app.js';

interface Fixtures {
  /** An X server that no other test's window or key can meet. */
  display: string;
  /** Runs xdotool there. */
  xdo: (...args: string[]) => Promise<string>;
}

const test = base.extend<Fixtures>({
  program: hostApp,
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  display: async ({}, use) => {
    const { name, stop } = await startDisplay();
    await use(name);
    stop();
  },
  env: async ({ display }, use) => use({ DISPLAY: display }),
  xdo: async ({ display }, use) =>
    use(async (...args) => {
      const env = { ...process.env, DISPLAY: display };
      return (await promisify(execFile)('xdotool', args, { env })).stdout.trim();
    })
});

function showSave(electronApp: ElectronApplication, path: string): Promise<string | undefined> {
  return electronApp.evaluate(async ({ dialog, BrowserWindow }, defaultPath) => {
    const { filePath } = await dialog.showSaveDialog(BrowserWindow.getAllWindows()[0]!, {
      title: 'Export',
      defaultPath,
      filters: [{ name: 'PDF', extensions: ['pdf'] }]
    });
    return filePath;
  }, path);
}

test(
  'Chromium’s shortcuts do nothing, and the page sees them unprevented',
  { tag: '@rest' },
  async ({ page, electronApp, xdo }) => {
    await page.getByRole('heading').waitFor();
    await xdo('mousemove', '400', '400', 'click', '1');
    const keys = [
      ...['n', 't', 'w', 'j', 'h', 'u', 'd', 's', 'p', 'f', 'g', 'o', 'e', 'l', 'r'].map(
        (key) => `ctrl+${key}`
      ),
      ...['n', 't', 'w', 'i', 'q'].map((key) => `ctrl+shift+${key}`),
      ...['F1', 'F3', 'F5', 'F12'],
      'alt+f'
    ];
    // The last one shows that all before it have been dealt with.
    for (const key of [...keys, 'z']) await xdo('key', key);
    const pressed = page.getByRole('listitem').filter({ hasNotText: /Control|Shift|Alt/ });
    await expect(pressed.last()).toHaveText('z');
    const seen = await pressed.allTextContents();
    expect(seen).toHaveLength(keys.length + 1);
    expect(seen.filter((text) => text.includes('prevented'))).toEqual([]);

    const session = await page.context().newCDPSession(page);
    const { targetInfos } = await session.send('Target.getTargets');
    const pages = targetInfos.filter(({ type }) => ['page', 'webview', 'other'].includes(type));
    expect(pages).toHaveLength(1);
    expect(await readSeen(electronApp)).not.toContain('close');
    await expect(page.getByRole('heading')).toBeVisible();
  }
);

test('editing keys still edit', { tag: '@rest' }, async ({ page, xdo }) => {
  const field = page.getByRole('textbox', { name: 'Text' });
  await field.click();
  for (const key of ['ctrl+a', 'ctrl+x', 'a', 'b', 'space', 'ctrl+v', 'ctrl+z'])
    await xdo('key', key);
  await expect(field).toHaveValue('ab ');
});

test(
  'closing asks the program, which may refuse',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    const process = electronApp.process();
    const exit = new Promise((resolve) => process.once('exit', resolve));
    await page.getByRole('heading').waitFor();
    const session = await page.context().newCDPSession(page);
    await electronApp.evaluate(() => (globalThis.hostApp.refuseClose = true));
    await session.send('Page.close');
    await expect.poll(() => readSeen(electronApp)).toContain('close');
    await expect(page.getByRole('heading')).toBeVisible();

    await electronApp.evaluate(() => (globalThis.hostApp.refuseClose = false));
    // The page goes before it can answer.
    session.send('Page.close').catch(() => undefined);
    expect(await exit).toBe(0);
  }
);

test(
  'the open dialog is the system’s own and tells real paths',
  { tag: '@rest' },
  async ({ page, electronApp, home, xdo }) => {
    await page.getByRole('heading').waitFor();
    const file = join(home, 'pick me.txt');
    writeFileSync(file, 'x');
    const chosen = electronApp.evaluate(async ({ dialog, BrowserWindow }) => {
      const { filePaths } = await dialog.showOpenDialog(BrowserWindow.getAllWindows()[0]!, {
        filters: [{ name: 'Articles', extensions: ['txt', 'md'] }],
        properties: ['openFile', 'multiSelections']
      });
      return filePaths;
    });
    const picker = await xdo('search', '--sync', '--onlyvisible', '--name', 'Open File');
    await xdo('windowfocus', '--sync', picker);
    await xdo('type', file);
    // Its Open button: Enter in GTK's path field dismisses the dialog, in plain Chromium too.
    await xdo('key', 'alt+o');
    expect(await chosen).toEqual([file]);
  }
);

/** One that writes what it was asked into `asked`, and answers with `chosen`. */
async function installZenity(
  electronApp: ElectronApplication,
  home: string,
  chosen: string
): Promise<void> {
  const folder = join(home, 'bin');
  mkdirSync(folder);
  const zenity = join(folder, 'zenity');
  writeFileSync(zenity, `#!/bin/sh\nprintf '%s\\n' "$@" > ${home}/asked\necho '${chosen}'\n`);
  chmodSync(zenity, 0o755);
  await electronApp.evaluate((_electron, path) => {
    process.env.PATH = `${path}:${process.env.PATH}`;
  }, folder);
}

test(
  'zenity is asked where it is installed',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    await page.getByRole('heading').waitFor();
    await installZenity(electronApp, home, `${home}/chosen`);
    expect(await showSave(electronApp, join(home, 'draft.pdf'))).toBe(join(home, 'chosen.pdf'));
    expect(readFileSync(join(home, 'asked'), 'utf8').split('\n')).toEqual([
      '--file-selection',
      '--save',
      '--confirm-overwrite',
      '--title=Export',
      `--filename=${home}/draft.pdf`,
      '--file-filter=PDF | *.pdf',
      ''
    ]);
  }
);

test(
  'zenity is asked for a folder, with the folder that is there to begin in',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    await page.getByRole('heading').waitFor();
    await installZenity(electronApp, home, `${home}/a folder `);
    const chosen = await electronApp.evaluate(
      async ({ dialog, BrowserWindow }, start) => {
        const { filePaths } = await dialog.showOpenDialog(BrowserWindow.getAllWindows()[0]!, {
          title: 'Folder of the library',
          defaultPath: start,
          properties: ['openDirectory', 'createDirectory', 'promptToCreate']
        });
        return filePaths;
      },
      join(home, 'not there', 'library')
    );
    // Spaces belong to a name; the line break is zenity's.
    expect(chosen).toEqual([`${home}/a folder `]);
    expect(readFileSync(join(home, 'asked'), 'utf8').split('\n')).toEqual([
      '--file-selection',
      '--directory',
      '--title=Folder of the library',
      `--filename=${home}/`,
      ''
    ]);
  }
);

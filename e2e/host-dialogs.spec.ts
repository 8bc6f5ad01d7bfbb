/** The Chromium host's own dialogs, drawn in the page: to save, and to ask. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { hostApp } from './host-app.js';
import { readDialog, typePath } from './host-dialog.js';

// Headless, the page asks even where zenity is installed.
test.use({ program: hostApp, env: { STANDPOINT_HOST_HEADLESS: '1' } });

// What is asked before the page is loaded fails.
test.beforeEach(({ page }) =>
  expect.poll(() => page.evaluate(() => 'hostApp' in window)).toBe(true)
);

function ask(electronApp: ElectronApplication, options: MessageBoxOptions): Promise<number> {
  return electronApp.evaluate(async ({ dialog, BrowserWindow }, asked) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await dialog.showMessageBox(window!, asked)).response;
  }, options);
}

function save(electronApp: ElectronApplication, defaultPath: string): Promise<string | null> {
  return electronApp.evaluate(async ({ dialog, BrowserWindow }, path) => {
    const [window] = BrowserWindow.getAllWindows();
    const { canceled, filePath } = await dialog.showSaveDialog(window!, {
      title: 'Export the briefing',
      defaultPath: path,
      filters: [{ name: 'PDF', extensions: ['pdf'] }]
    });
    return canceled ? null : filePath;
  }, defaultPath);
}

const question: MessageBoxOptions = {
  type: 'warning',
  title: 'Not saved',
  message: 'Your latest changes are not saved.',
  detail: 'If you close now, they are lost.',
  buttons: ['Close', 'Stay', 'Copy'],
  defaultId: 1,
  cancelId: 2
};

test(
  'a message box shows its words and answers by button, default and Escape',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    for (const { keys, response } of [
      { keys: ['Enter'], response: 1 },
      { keys: ['Escape'], response: 2 },
      { keys: ['Shift+Tab', 'Space'], response: 0 }
    ]) {
      const answer = ask(electronApp, question);
      await expect.poll(() => readDialog(page)).toContain('button Copy');
      expect(await readDialog(page)).toEqual(
        expect.arrayContaining([
          'dialog Not saved',
          'heading Your latest changes are not saved.',
          'StaticText If you close now, they are lost.'
        ])
      );
      for (const key of keys) await page.keyboard.press(key);
      expect(await answer).toBe(response);
      expect(await readDialog(page)).toEqual([]);
    }
  }
);

test(
  'the page’s shortcuts rest while a dialog is open',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    const answer = ask(electronApp, question);
    await expect.poll(() => readDialog(page)).toContain('button Stay');
    await page.keyboard.press('ControlOrMeta+n');
    await page.keyboard.press('Escape');
    await answer;
    await page.keyboard.press('z');
    await expect(page.getByRole('listitem')).toHaveText(['z']);
  }
);

test(
  'a file is saved where it was typed, its ending completed',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const chosen = save(electronApp, join(home, 'draft.pdf'));
    await expect
      .poll(() => readDialog(page))
      .toContain(`combobox Folder and file name ${home}/draft.pdf`);
    // The name is selected, its folder and ending are kept.
    await page.keyboard.type('final.v2');
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(join(home, 'final.v2.pdf'));
  }
);

test(
  'folders are offered as the path is typed',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    // The third is offered until the path is typed whole.
    for (const name of ['reports', 'reviews', 'rubrics']) mkdirSync(join(home, name));
    const chosen = save(electronApp, join(home, 'draft.pdf'));
    await expect.poll(() => readDialog(page)).toContain('button Save');
    await typePath(page, join(home, 're'));
    const offered = async () =>
      (await readDialog(page)).filter((line) => line.startsWith('option'));
    await expect.poll(offered).toEqual([`option ${home}/reports/`, `option ${home}/reviews/`]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(join(home, 'reviews', 'x.pdf'));
  }
);

test(
  'a folder that is not there, and an empty name, are said in a sentence',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const chosen = save(electronApp, join(home, 'draft.pdf'));
    await expect.poll(() => readDialog(page)).toContain('button Save');
    await typePath(page, join(home, 'nowhere', 'x'));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readDialog(page))
      .toContain(`StaticText There is no folder ${home}/nowhere.`);
    await typePath(page, `${home}/`);
    await page.keyboard.press('Enter');
    await expect.poll(() => readDialog(page)).toContain('StaticText Add a name for the file.');
    await page.keyboard.press('Escape');
    expect(await chosen).toBeNull();
  }
);

test(
  'an existing file is replaced only after a question',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const file = join(home, 'there.pdf');
    writeFileSync(file, 'x');
    const chosen = save(electronApp, file);
    await expect.poll(() => readDialog(page)).toContain('button Save');
    await page.keyboard.press('Enter');
    await expect.poll(() => readDialog(page)).toContain('button Replace');
    expect(await readDialog(page)).toContain(`StaticText ${file} exists already. Replace it?`);
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(file);
  }
);

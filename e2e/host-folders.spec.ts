/** The Chromium host's own dialog to choose a folder, by keys and by mouse. */
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenDialogOptions } from 'electron';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { hostApp } from './host-app.js';
import { clickInDialog, readDialog, typePath } from './host-dialog.js';

// Headless, the page asks even where zenity is installed.
test.use({ program: hostApp, env: { STANDPOINT_HOST_HEADLESS: '1' } });

const folderKind = { name: 'Photo library', holds: ['index'], buttonLabel: 'Open it' };

function choose(electronApp: ElectronApplication, defaultPath: string): Promise<string | null> {
  const options = {
    title: 'A place for photos',
    buttonLabel: 'Use this folder',
    defaultPath,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    folderKind
  } satisfies OpenDialogOptions & { folderKind: object };
  return electronApp.evaluate(async ({ dialog, BrowserWindow }, asked) => {
    const [window] = BrowserWindow.getAllWindows();
    const { canceled, filePaths } = await dialog.showOpenDialog(window!, asked);
    return canceled ? null : filePaths[0]!;
  }, options);
}

/** A folder with an empty folder, a library and one of other things in it. */
test.beforeEach(({ home }) => {
  for (const path of ['place/empty', 'place/albums/index', 'place/other/below'])
    mkdirSync(join(home, path), { recursive: true });
  writeFileSync(join(home, 'place/letter.txt'), 'x');
});

test(
  'a folder is found by keys: in, up, completed, and one of the kind opened at once',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const place = join(home, 'place');
    const chosen = choose(electronApp, place);
    const read = () => readDialog(page);
    await expect.poll(read).toContain('StaticText Holds 3 folders and 1 file.');
    expect(await read()).toEqual(
      expect.arrayContaining([
        'dialog A place for photos',
        `combobox Folder ${place}/`,
        'option albums Photo library',
        'option empty',
        'option other',
        'button Use this folder'
      ])
    );
    // What is marked stands in the field, and is told of.
    await page.keyboard.press('ArrowDown');
    await expect.poll(read).toContain('StaticText A Photo library.');
    expect(await read()).toEqual(
      expect.arrayContaining([`combobox Folder ${place}/albums`, 'button Open it'])
    );
    // Beyond the last option the typed path comes back.
    await page.keyboard.press('ArrowUp');
    await expect.poll(read).toContain(`combobox Folder ${place}/`);
    await page.keyboard.press('ArrowUp');
    await expect.poll(read).toContain('StaticText Holds 1 folder.');
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain('option below');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(read).toContain('option albums Photo library');
    await page.keyboard.type('al');
    await expect.poll(read).not.toContain('option empty');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(join(place, 'albums'));
  }
);

test(
  'a folder is found by mouse: marked, entered, left and used',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const place = join(home, 'place');
    const chosen = choose(electronApp, place);
    const read = () => readDialog(page);
    await expect.poll(read).toContain('option empty');
    await clickInDialog(page, 'option other', 2);
    await expect.poll(read).toContain('option below');
    await clickInDialog(page, 'button Up one folder');
    await expect.poll(read).toContain('option empty');
    await clickInDialog(page, 'option empty');
    await expect.poll(read).toContain('StaticText An empty folder.');
    await clickInDialog(page, 'button Use this folder');
    expect(await chosen).toBe(join(place, 'empty'));
  }
);

test(
  'a folder is made and used, and a name that is taken is said',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const place = join(home, 'place');
    const chosen = choose(electronApp, place);
    const read = () => readDialog(page);
    await expect.poll(read).toContain('option empty');
    await clickInDialog(page, 'button New folder…');
    await page.keyboard.type('empty');
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain('StaticText There is already a “empty” here.');
    // Escape leaves the name, not the dialog.
    await page.keyboard.press('Escape');
    await clickInDialog(page, 'button New folder…');
    await page.keyboard.type('fresh');
    await page.keyboard.press('Enter');
    await expect.poll(read).toContain(`combobox Folder ${place}/fresh/`);
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(join(place, 'fresh'));
    expect(existsSync(join(place, 'fresh'))).toBe(true);
  }
);

test(
  'a folder that is not there can be named, and what cannot be used is said',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const place = join(home, 'place');
    const chosen = choose(electronApp, join(home, 'gone', 'deep'));
    const read = () => readDialog(page);
    // It begins at what is there of the way.
    await expect.poll(read).toContain('option place');
    expect(await read()).toContain(`combobox Folder ${realpathSync(home)}/`);
    await typePath(page, join(place, 'letter.txt'));
    await page.keyboard.press('Enter');
    await expect
      .poll(read)
      .toContain(`StaticText ${join(place, 'letter.txt')} is a file, not a folder.`);
    await typePath(page, join(place, 'later'));
    await expect.poll(read).toContain('StaticText This folder is not there yet. It will be made.');
    await page.keyboard.press('Enter');
    expect(await chosen).toBe(join(place, 'later'));
    // Whoever asked makes it, so that a change of mind leaves nothing behind.
    expect(existsSync(join(place, 'later'))).toBe(false);
  }
);

test('Escape and Cancel choose nothing', { tag: '@rest' }, async ({ page, electronApp, home }) => {
  for (const dismiss of [
    () => page.keyboard.press('Escape'),
    () => clickInDialog(page, 'button Cancel')
  ]) {
    const chosen = choose(electronApp, home);
    await expect.poll(() => readDialog(page)).toContain('option place');
    await dismiss();
    expect(await chosen).toBeNull();
  }
});

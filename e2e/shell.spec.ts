/** What surrounds the briefing: commands, keys, light and dark, the save state, links. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { dropFiles, library, openTitle, rows, whenOpen } from './window.js';

test('the palette finds a command by a few letters, and a briefing by its title', async ({
  page
}) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('positions');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute(
    'aria-selected',
    'true'
  );

  const other = rows(page).and(page.locator('[aria-selected=false]'));
  const title = (await other.locator('.title').textContent())!.trim();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(title);
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText([
    /Open/,
    /^Search the library/
  ]);
  await page.keyboard.press('Enter');
  await expect(openTitle(page)).toHaveValue(title);
});

test('the title takes the room that its row has', async ({ page }) => {
  await whenOpen(page);
  for (const width of [1280, 900]) {
    await page.setViewportSize({ width, height: 720 });
    const title = page.getByRole('region', { name: 'Open briefing' }).locator('strong');
    expect((await title.boundingBox())!.width).toBeGreaterThan(200);
  }
});

test(
  'the palette looks in the library for what it does not find, and Escape gives the focus back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await openTitle(page).focus();
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(openTitle(page)).toBeFocused();

    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('oblasts');
    await expect(page.getByRole('option', { name: /“oblasts”/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const field = page.getByRole('searchbox', { name: 'Search the library' });
    await expect(field).toHaveValue('oblasts');
    await expect(field).toBeFocused();
    await expect(
      page.getByRole('listbox', { name: 'Search results' }).locator('mark')
    ).not.toHaveCount(0);
  }
);

test(
  'every key is listed, and the list closes without the mouse',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+/');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(
      dialog.getByText(process.platform === 'darwin' ? '⇧⌘F' : 'Ctrl+Shift+F')
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
);

test(
  'Help names whose work is in the program, fonts included, with the words of the licence',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Licences');
    await page.keyboard.press('Enter');
    const packages = page.getByRole('dialog', { name: 'Licences' }).getByRole('list');
    for (const name of ['lowdb', 'wink-nlp', 'svelte', 'nspell', '@fontsource/source-serif-4'])
      await expect(packages.getByText(name, { exact: true })).toBeVisible();
    await packages.getByText('dompurify', { exact: true }).click();
    await expect(packages.getByRole('group', { name: 'Licence of dompurify' })).toContainText(
      'Apache License'
    );
  }
);

test(
  'dark is chosen once and is dark again at the next start',
  { tag: '@rest' },
  async ({ page, launch }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Switch light and dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', /^(light|dark)$/);
    const theme = await page.locator('html').getAttribute('data-theme');
    expect(theme).toMatch(/^(light|dark)$/);
    await expect(page.locator('html')).toHaveCSS('color-scheme', theme!);

    const closed = page.waitForEvent('close');
    // The window may be gone before the key comes up again.
    await page.keyboard.press('ControlOrMeta+Q').catch(() => undefined);
    await closed;
    const again = await (await launch()).firstWindow();
    await again.waitForURL(/^(app|https?):/);
    await expect(again.locator('html')).toHaveAttribute('data-theme', theme!);
  }
);

test(
  'the library folds away, and lies over the briefing where there is no room',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(library(page)).toBeHidden();
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(library(page)).toBeVisible();
    // The second is a window of 1280 pixels at 200 %.
    for (const size of [
      { width: 1090, height: 700 },
      { width: 640, height: 400 }
    ]) {
      await page.setViewportSize(size);
      await expect(library(page)).toBeHidden();
      await openTitle(page).focus();
      const { width } = (await page.getByRole('main').boundingBox())!;
      await page.keyboard.press('ControlOrMeta+Shift+L');
      await expect(library(page).getByRole('searchbox')).toBeFocused();
      expect((await page.getByRole('main').boundingBox())!.width).toBe(width);
      await page.keyboard.press('Escape');
      await expect(library(page)).toBeHidden();
      await expect(openTitle(page)).toBeFocused();
    }
    await page.keyboard.press('ControlOrMeta+Shift+F');
    await expect(library(page).getByRole('searchbox')).toBeFocused();
    await rows(page).last().click();
    await expect(library(page)).toBeHidden();
    await expect(openTitle(page)).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(library(page)).toBeVisible();
    // Who had folded it has it folded when there is room again.
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await page.setViewportSize({ width: 900, height: 650 });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.getByRole('button', { name: 'Show library' })).toBeVisible();
    await expect(library(page)).toBeHidden();
  }
);

test('what is typed is saved by itself, and one undo takes it back from inside the field', async ({
  page
}) => {
  await whenOpen(page);
  const title = openTitle(page);
  const before = await title.inputValue();
  await title.press('End');
  await page.keyboard.type(' changed');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(title).toHaveValue(before);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'Everything is saved already, as you write.'
  );
});

test('a save that fails stays on screen with its reason; a copy can be saved elsewhere, and Retry saves', async ({
  page,
  electronApp,
  home
}) => {
  await whenOpen(page);
  const library = join(home, 'library');
  expect(existsSync(library)).toBe(true);
  renameSync(library, `${library}-away`);

  await openTitle(page).fill('Kept in memory');
  const state = page.getByRole('status', { name: 'Save state' });
  await expect(state).toHaveText(/Not saved: .+/);
  await expect(openTitle(page)).toHaveValue('Kept in memory');

  const path = join(home, 'copy.json');
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(page.getByText('Saved a copy as copy.json.')).toBeVisible();
  const copy = JSON.parse(readFileSync(path, 'utf8')) as { briefing: { title: string } };
  expect(copy.briefing.title).toBe('Kept in memory');
  await expect(state).toHaveText(/Not saved: .+/);

  renameSync(`${library}-away`, library);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(state).toHaveText('Saved');
});

test(
  'a link opens outside, and only after a question that shows its host',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    const asked = await electronApp.evaluateHandle(({ dialog }) => {
      const messages: string[] = [];
      dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
        messages.push(message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      return messages;
    });
    await dropFiles(page, [
      {
        name: 'linked.md',
        text: '# Linked\n\n## Part\n\nSee [the paper](https://example.org/paper).\n'
      }
    ]);
    await page.getByRole('main').getByRole('link', { name: 'the paper' }).first().click();
    await expect
      .poll(() => asked.evaluate((all) => all))
      .toEqual([expect.stringContaining('example.org')]);
  }
);

test(
  'an actor is picked by key, or named anew, and Escape closes only the list',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+P');
    const form = page.getByRole('dialog');
    const actor = form.getByRole('combobox', { name: 'Actor' });
    await expect(actor).toBeFocused();
    await page.keyboard.type('volod');
    await expect(
      form.getByRole('listbox', { name: 'Suggestions for Actor' }).getByRole('option')
    ).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(actor).toHaveValue(/^Volodymyr/);
    await expect(form.getByRole('listbox')).toHaveCount(0);

    await actor.fill('Someone new');
    await expect(form.getByText('New: “Someone new”')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form.getByText('New: “Someone new”')).toBeHidden();
    await expect(actor).toHaveValue('Someone new');
    await page.keyboard.press('Escape');
    await expect(form.getByRole('button', { name: 'Discard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
  }
);

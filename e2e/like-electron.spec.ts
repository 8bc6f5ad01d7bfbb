/** What Electron does and the Chromium host does not, on either Electron or a host that imitates it. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { chooseCommand, chooseRole, noteDrags, notePopups, noteTaskbar } from './native-menu.js';
import { openTitle, rows, whenOpen } from './window.js';

test('the menu is the system’s, and keeps out of a dialog that is to be answered; Quit does not', async ({
  page,
  electronApp
}) => {
  await whenOpen(page);
  await expect(page.getByRole('menubar')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(2);
  await chooseCommand(electronApp, 'help.keys');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  // Neither makes a briefing behind the dialog nor opens another over it.
  await chooseCommand(electronApp, 'briefing.new');
  await chooseCommand(electronApp, 'app.settings');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(2);
  await chooseCommand(electronApp, 'briefing.new');
  await expect(rows(page)).toHaveCount(3);

  await chooseCommand(electronApp, 'help.keys');
  await expect(dialog).toBeVisible();
  const ended = new Promise((resolve) => electronApp.process().once('exit', resolve));
  // The program may be gone before it can answer.
  await chooseCommand(electronApp, 'app.quit').catch(() => undefined);
  expect(await ended).toBe(0);
});

test(
  'undo of the menu undoes in the briefing, and its role in the field',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    const before = await openTitle(page).inputValue();
    // One stretch of typing: after a pause the rest would be a step of its own.
    await openTitle(page).press('End');
    await chooseRole(electronApp, 'selectAll');
    const selected = () => page.evaluate(() => String(getSelection()));
    await expect.poll(selected).toBe(before);
    await page.keyboard.type('All new');
    await expect(openTitle(page)).toHaveValue('All new');
    await page.keyboard.press('Tab');
    await chooseCommand(electronApp, 'edit.undo');
    await expect(openTitle(page)).toHaveValue(before);
  }
);

test(
  'the page is zoomed and fills the screen by the menu',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    const width = () => page.evaluate(() => window.innerWidth);
    const usual = await width();
    await chooseRole(electronApp, 'zoomIn');
    await chooseRole(electronApp, 'zoomIn');
    await expect.poll(width).toBeLessThan(usual * 0.9);
    await chooseRole(electronApp, 'zoomOut');
    await chooseRole(electronApp, 'resetZoom');
    await expect.poll(width).toBe(usual);
    const isFull = () =>
      electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((window) => window.isFullScreen())
      );
    await chooseRole(electronApp, 'togglefullscreen');
    await expect.poll(isFull).toBe(true);
    await chooseRole(electronApp, 'togglefullscreen');
    await expect.poll(isFull).toBe(false);
  }
);

test(
  'a right click offers editing in a field, copying on selected words, and ours on a card',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    const popup = await notePopups(electronApp);
    await openTitle(page).click({ button: 'right' });
    await expect.poll(popup).toEqual(['cut', 'copy', 'paste', 'pasteandmatchstyle', 'selectall']);
    const text = page.getByRole('list', { name: 'Cards' }).locator('.text p').first();
    await text.evaluate((words) => {
      getSelection()?.selectAllChildren(words);
    });
    await text.click({ button: 'right', position: { x: 20, y: 10 } });
    await expect.poll(popup).toEqual(['copy', 'selectall']);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await text.click({ button: 'right', position: { x: 20, y: 10 } });
    await expect(page.getByRole('menu', { name: 'Card' })).toBeVisible();
    expect(await popup()).toBeNull();
  }
);

test('an exported PDF is dragged out of the window; a quit amid the next export, which closes all windows at once, lets it be finished', async ({
  page,
  electronApp,
  home
}) => {
  await whenOpen(page);
  const pdf = join(home, 'briefing.pdf');
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  const parts = await noteTaskbar(electronApp);
  const beginExport = async () => {
    await page.keyboard.press('ControlOrMeta+e');
    await page.keyboard.press('Enter');
  };
  await beginExport();
  expect(existsSync(pdf)).toBe(false);
  const handle = page.getByText('Drag out');
  await expect(handle).toBeVisible();
  const dragged = await noteDrags(electronApp);
  await handle.dispatchEvent('dragstart');
  await expect.poll(dragged).toEqual([pdf]);
  const shown = await parts();
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.at(-1)).toBe(-1);
  rmSync(pdf);

  await page.getByRole('button', { name: 'Dismiss' }).click();
  const ended = new Promise((resolve) => electronApp.process().once('exit', resolve));
  await electronApp.evaluate(({ app, dialog }, filePath) => {
    dialog.showSaveDialog = () => {
      app.quit();
      return Promise.resolve({ canceled: false, filePath });
    };
  }, pdf);
  await beginExport().catch(() => undefined);
  expect(await ended).toBe(0);
  expect(existsSync(pdf)).toBe(true);
});

test(
  'a proxy does not cross into the program, nor does what it stands for',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const refusal = await page.evaluate(async () => {
      const { standpoint } = window;
      try {
        const proxied = new Proxy({ name: 'a' }, {});
        await standpoint.call('app.reportFault', 'here', [proxied] as never);
        return 'crossed';
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toContain('could not be cloned');
  }
);

test(
  'what the browser keeps lies apart from the person’s own',
  { tag: '@rest' },
  async ({ launch, home }) => {
    await whenOpen(await (await launch()).firstWindow());
    const own = ['chromium', 'electron', 'library', 'running', 'settings.json', 'standpoint.log'];
    // Electron's lock of one program at a time, and what it keeps of crashes.
    const ofElectron = /^(Singleton.*|lockfile|Crashpad)$/;
    const found = readdirSync(home).filter((name) => !ofElectron.test(name));
    expect(found.filter((name) => !own.includes(name))).toEqual([]);
    expect(readdirSync(join(home, 'electron'))).toContain('Preferences');
  }
);

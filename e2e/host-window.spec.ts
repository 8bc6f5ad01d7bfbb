/** Windows of the Chromium host: their place, their state, and a second one. */
import { expect, test } from './fixtures.js';
import { hostApp, readSeen } from './host-app.js';

test.use({ program: hostApp });

test(
  'a window knows its place and whether it fills the screen',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await page.getByRole('heading').waitFor();
    const read = () =>
      electronApp.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        const { width, height } = window!.getNormalBounds();
        return { width, height, maximized: window!.isMaximized() };
      });
    expect(await read()).toEqual({ width: 900, height: 600, maximized: false });
    await page.evaluate(() => window.resizeTo(700, 500));
    await expect.poll(read).toEqual({ width: 700, height: 500, maximized: false });
    await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.maximize());
    await expect.poll(read).toEqual({ width: 700, height: 500, maximized: true });
  }
);

test(
  'a second window opens beside the first; the program ends with the last',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await page.getByRole('heading').waitFor();
    const exit = new Promise((resolve) => electronApp.process().once('exit', resolve));
    const opened = electronApp.waitForEvent('window');
    await electronApp.evaluate(() => globalThis.hostApp.open());
    const second = await opened;
    await expect(second.getByRole('heading', { name: 'Host app' })).toBeVisible();
    expect(
      await second.evaluate(() => window.matchMedia('(display-mode: standalone)').matches)
    ).toBe(await page.evaluate(() => window.matchMedia('(display-mode: standalone)').matches));
    await page.close();
    await expect.poll(() => readSeen(electronApp)).toContain('closed');
    await expect(second.getByRole('heading')).toBeVisible();
    // The program goes before it can answer.
    second.close().catch(() => undefined);
    expect(await exit).toBe(0);
  }
);

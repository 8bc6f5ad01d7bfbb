/** What was written is there after a kill, a crash of the page and a close in the middle of typing. */
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

/** Writes `words` at the start of the first card, and leaves the editor open. */
async function type(page: Page, words: string): Promise<void> {
  const card = page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first();
  await card.focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(words);
}

test('a kill -9 after typing stopped loses no word', async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await type(page, 'Written before the kill. ');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const gone = first.waitForEvent('close');
  first.process().kill('SIGKILL');
  await gone;

  const again = await (await launch()).firstWindow();
  await expect(again.getByText('Written before the kill.')).toBeVisible();
});

test('closing in the middle of typing saves first', { tag: '@rest' }, async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await type(page, 'Half a sen');
  const gone = first.waitForEvent('close');
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;

  const again = await (await launch()).firstWindow();
  await expect(again.getByText('Half a sen')).toBeVisible();
});

test('a window that cannot save stays open until its person says otherwise', async ({
  launch,
  home
}) => {
  const app = await launch();
  const page = await app.firstWindow();
  await page.getByText('Saved', { exact: true }).waitFor();
  // A folder that has gone, as of a stick that was pulled out.
  const library = join(home, 'library');
  renameSync(library, `${library}-away`);
  await app.evaluate(({ dialog }) => {
    const state = globalThis as unknown as { asked: string[]; answer: number };
    Object.assign(state, { asked: [], answer: 0 });
    dialog.showMessageBox = ((_parent: unknown, options: { message: string }) => {
      state.asked.push(options.message);
      return Promise.resolve({ response: state.answer, checkboxChecked: false });
    }) as never;
  });
  const asked = () =>
    app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length);
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  await type(page, 'Kept in the window. ');
  await close();
  await expect.poll(asked).toBe(1);
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/Not saved: .+/);

  renameSync(`${library}-away`, library);
  const gone = app.waitForEvent('close');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await close();
  await gone;
  const again = await (await launch()).firstWindow();
  await expect(again.getByText('Kept in the window.')).toBeVisible();
});

test('told to end, it saves what was just typed, asks nobody, and is gone', async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await type(page, 'Typed before the signal. ');
  const ended = new Promise((resolve) => first.process().once('exit', resolve));
  first.process().kill('SIGTERM');
  expect(await ended).toBe(0);
  const again = await (await launch()).firstWindow();
  await expect(again.getByText('Typed before the signal.')).toBeVisible();
});

test(
  'told to end while nothing can be saved, it keeps what was written for the next start',
  { tag: '@rest' },
  async ({ launch, home }) => {
    const first = await launch();
    const page = await first.firstWindow();
    await page.getByText('Saved', { exact: true }).waitFor();
    const library = join(home, 'library');
    renameSync(library, `${library}-away`);
    await type(page, 'Written without a library. ');
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/Not saved: .+/);
    const ended = new Promise((resolve) => first.process().once('exit', resolve));
    first.process().kill('SIGTERM');
    expect(await ended).toBe(0);

    renameSync(`${library}-away`, library);
    const again = await (await launch()).firstWindow();
    await expect(again.getByText(/could not be saved. They are brought back now/)).toBeVisible();
    await expect(again.getByText('Written without a library.').first()).toBeVisible();
    expect(readdirSync(join(home, 'Not saved', 'Brought back'))).toHaveLength(1);
  }
);

test('a crash of the page brings it back with what was written', async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await type(page, 'Written before the crash. ');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await first.evaluate(({ BrowserWindow }) => {
    const state = globalThis as unknown as { loads: number };
    state.loads = 0;
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-finish-load', () => (state.loads += 1));
  });
  const session = await page.context().newCDPSession(page);
  // The page goes before it can answer.
  session.send('Page.crash').catch(() => undefined);
  await expect
    .poll(() => first.evaluate(() => (globalThis as unknown as { loads: number }).loads))
    .toBe(1);

  // Playwright's own page has died with the crash; that the new one answers is seen by a clean close.
  const gone = first.waitForEvent('close');
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
  const again = await (await launch()).firstWindow();
  await expect(again.getByText('Written before the crash.')).toBeVisible();
});

/**
 * What others save behind the open window. Nobody else is there in a test: the library is changed by the
 * window’s own bridge, past the page, and main’s word of it is sent as main sends it.
 */
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge } from '../src-main/domain/api.js';
import type { Briefing } from '../src-main/domain/briefing/briefing.js';
import { expect, test } from './fixtures.js';
import { openTitle, whenOpen } from './window.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

const editor = (page: Page) => page.locator('.cm-content');
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const saveState = (page: Page) => page.getByRole('status', { name: 'Save state' });
const first = 'The port opens on Monday.';
const last = 'The bridge is shut.';

interface Saved {
  readonly id: string;
  readonly revision: number;
  readonly change: unknown;
}

/** As it is on disk. */
async function onDisk(page: Page): Promise<Briefing> {
  return page.evaluate(async () => {
    const listed = await window.standpoint.call('library.list');
    const [latest] = listed.ok ? listed.value : [];
    const read = latest && (await window.standpoint.call('briefing.read', latest.id));
    if (!read?.ok) throw new Error('It cannot be read');
    return read.value.briefing;
  });
}

/** Saves the latest briefing with other words in one of its cards, and perhaps another title. */
async function saveElsewhere(
  page: Page,
  [words, others]: readonly [string, string],
  title?: string
): Promise<Saved> {
  const args = { words, others, title };
  return page.evaluate(async ({ words, others, title }) => {
    const bridge = window.standpoint;
    const listed = await bridge.call('library.list');
    const [latest] = listed.ok ? listed.value : [];
    const read = latest && (await bridge.call('briefing.read', latest.id));
    if (!read?.ok) throw new Error('It cannot be read');
    const { briefing, revision } = read.value;
    const put = briefing.cards
      .filter(({ body }) => body.includes(words))
      .map((card) => ({ ...card, body: card.body.replace(words, others) }));
    const cards = { put, removed: [], order: null };
    const change = { fields: title === undefined ? {} : { title }, cards };
    const saved = await bridge.call('briefing.save', briefing.id, revision, change);
    if (!saved.ok) throw new Error(saved.error.message);
    return { id: briefing.id, revision: saved.value, change };
  }, args);
}

async function tell(electronApp: ElectronApplication, saved: Saved): Promise<void> {
  await electronApp.evaluate(
    ({ BrowserWindow }, changed) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('briefingChanged', changed),
    { ...saved, authors: ['Maria'] }
  );
}

/** A card with two lines is written and saved; the cursor stands at its end. */
async function begin(page: Page): Promise<void> {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+N');
  await page.getByRole('button', { name: 'Write the first card' }).click();
  await openTitle(page).fill('Harbour');
  await page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first().focus();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.insertText(`${first}\n\n${last}`);
  // What is typed next is another step for undo.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await expect(saveState(page)).toHaveText('Saved');
}

test('while she types in a card, another’s words come into it: the cursor stays, undo takes back hers alone', async ({
  page,
  electronApp
}) => {
  await begin(page);
  await page.keyboard.type(' It rains');
  await expect.poll(async () => (await onDisk(page)).cards[0]?.body).toContain('rains');
  const caret = () =>
    page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? null);
  const before = await caret();
  const saved = await saveElsewhere(page, ['on Monday', 'on Tuesday, 3 June'], 'Harbour and road');
  // It is told before a save of hers can meet it, which would not know whose it is.
  await tell(electronApp, saved);
  await page.keyboard.type(' today');
  await expect(editor(page)).toContainText('on Tuesday, 3 June');
  await expect(openTitle(page)).toHaveValue('Harbour and road');
  expect(await caret()).toBe(before);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(', hard.');
  await expect(messages(page)).toContainText('Maria changed the title and 1 card.');
  const text = `The port opens on Tuesday, 3 June.\n\n${last} It rains today, hard.`;
  await expect.poll(async () => (await onDisk(page)).cards[0]?.body).toBe(text);
  await expect(saveState(page)).toHaveText('Saved');

  await page.keyboard.press('ControlOrMeta+Z');
  await expect(editor(page)).not.toContainText('rains');
  await expect(editor(page)).toContainText('on Tuesday, 3 June');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(saveState(page)).toHaveText('Saved');
  expect((await onDisk(page)).title).toBe('Harbour and road');
});

test(
  'a save that meets what nobody has told of goes through by itself',
  { tag: '@rest' },
  async ({ page }) => {
    await begin(page);
    await saveElsewhere(page, ['on Monday', 'on Tuesday']);
    await page.keyboard.type(' It rains.');
    await expect(editor(page)).toContainText('on Tuesday');
    const text = `The port opens on Tuesday.\n\n${last} It rains.`;
    await expect.poll(async () => (await onDisk(page)).cards[0]?.body).toBe(text);
    await expect(saveState(page)).toHaveText('Saved');
    await expect(messages(page)).toContainText('Somebody changed 1 card.');
  }
);

test(
  'a composition and the selection of a field outlast it',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await begin(page);
    const input = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length
      });
    const isComposing = await page.evaluateHandle(() => {
      const now = { is: false };
      addEventListener('compositionstart', () => (now.is = true), true);
      addEventListener('compositionend', () => (now.is = false), true);
      return now;
    });
    // On a slow machine the browser may end by itself what no input method composes: then it is begun anew.
    await expect(async () => {
      if (((await editor(page).textContent()) ?? '').includes('に')) {
        await page.keyboard.press('Backspace');
      }
      await compose('に');
      await expect.poll(async () => (await onDisk(page)).cards[0]?.body).toContain('に');
      expect(await isComposing.evaluate(({ is }) => is)).toBe(true);
    }).toPass();
    await tell(electronApp, await saveElsewhere(page, ['on Monday', 'on Tuesday']));
    await expect(editor(page)).toContainText('on Tuesday');
    await compose('にほ');
    await input.send('Input.insertText', { text: '日本' });
    await expect(editor(page)).toContainText(`${last}日本`);
    await expect(editor(page)).not.toContainText('に');

    await openTitle(page).evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(3, 3);
    });
    await expect(saveState(page)).toHaveText('Saved');
    await tell(electronApp, await saveElsewhere(page, ['shut', 'open'], 'The Harbour'));
    await expect(openTitle(page)).toHaveValue('The Harbour');
    await page.keyboard.type('!');
    await expect(openTitle(page)).toHaveValue('The Har!bour');
  }
);

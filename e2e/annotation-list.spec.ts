/** The list of all annotations, replies, links, tags, mending and exchange, in the real window and by keys alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, root, test } from './fixtures.js';
import { whenOpen } from './window.js';

const sample = JSON.parse(
  readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8')
) as { briefing: { cards: { body: string }[] } };
const thirdCard = sample.briefing.cards[2]?.body ?? '';

const list = (page: Page) => page.getByRole('listbox', { name: 'Annotations of the briefing' });
const rows = (page: Page) => list(page).getByRole('option');
const notes = (page: Page) => page.locator('[data-annotation]:visible');
const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');

/** Runs a command that has no key, as its person does. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await expect(page.locator('.body .text:empty')).toHaveCount(0);
});

test(
  'by keys alone: the list leads to the words and back, narrows, and closes',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(list(page)).toBeFocused();
    const all = await rows(page).count();
    expect(all).toBeGreaterThan(5);

    await page.keyboard.press('End');
    const chosen = list(page).getByRole('option', { selected: true });
    const total = (await chosen.getAttribute('aria-setsize')) ?? '';
    await expect(chosen).toHaveAttribute('aria-posinset', total);
    const last = (await chosen.textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: 'Text of the source' })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(list(page)).toBeFocused();
    await expect(chosen).toHaveText(last);

    await page.keyboard.press('Shift+Tab');
    await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('Doubt');
    await expect(rows(page).first()).toContainText('Doubt');
    const doubts = await rows(page).count();
    expect(doubts).toBeLessThan(all);
    await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('All kinds');
    await page.getByRole('searchbox', { name: 'Search annotations' }).fill('a SECOND source');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(list(page)).toHaveCount(0);
  }
);

test(
  'a reply, a link and a tag over the whole briefing, each undone by one key',
  { tag: '@rest' },
  async ({ page }) => {
    const note = notes(page).first();
    await note.focus();
    await page.keyboard.press('r');
    await page.keyboard.type('Who *says* so?');
    await page.keyboard.press('Escape');
    await expect(note).toBeFocused();
    await expect(note.getByRole('list', { name: 'Replies' })).toHaveText(/Who says so\?/);
    await note.getByRole('combobox', { name: /^Link to/ }).selectOption('Ukraine');
    await expect(note.getByRole('group', { name: 'What the words are about' })).toContainText(
      'Ukraine'
    );
    await note.getByLabel('Add to Tags of the annotation').fill('sea');
    await page.keyboard.press('Enter');

    await command(page, 'Rename and merge tags');
    const dialog = page.getByRole('dialog', { name: 'Tags of annotations' });
    await dialog.getByRole('textbox', { name: 'Name of the tag sea' }).fill('ocean');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Name of the tag ocean' })).toBeVisible();
    await page.keyboard.press('Escape');
    await note.focus();
    await expect(note).toContainText('ocean');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(note).toContainText('sea');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(note.getByRole('group', { name: 'What the words are about' })).not.toContainText(
      'Remove link'
    );
    await expect(note).not.toContainText('sea');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(note.getByRole('list', { name: 'Replies' })).toHaveCount(0);
  }
);

test(
  'words that were replaced are offered with what changed, and others can be chosen',
  { tag: '@rest' },
  async ({ page }) => {
    const doubt = notes(page).filter({ hasText: 'Ask for a second source' });
    await cards(page).nth(2).focus();
    await page.keyboard.press('Enter');
    const editor = cards(page).nth(2).locator('.cm-content');
    await expect(editor).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      thirdCard.replace('*one* set of unnamed sources', 'three ministers')
    );
    await page.keyboard.press('Escape');
    await expect(doubt).toContainText('These words are no longer in the text.');
    await expect(doubt.locator('del')).toContainText(['one', 'set of unnamed sources']);
    await expect(doubt.locator('ins')).toContainText(['three', 'ministers']);
    await doubt.getByRole('button', { name: 'Take these words' }).click();
    await expect(doubt).not.toContainText('no longer in the text');
    await expect.poll(() => painted(page, 'doubt')).toContain('three ministers');

    await cards(page).nth(3).focus();
    await page.keyboard.press('s');
    const sentence = await page.evaluate(() => String(getSelection()));
    await page.keyboard.press('ControlOrMeta+Shift+U');
    await expect.poll(() => painted(page, 'doubt')).toContain(sentence);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => painted(page, 'doubt')).toContain('three ministers');
  }
);

test(
  'all annotations go to a file and come back from it',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const file = join(home, 'out.jsonld');
    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await command(page, 'Export annotations');
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText('Exported out.jsonld.')).toBeVisible();
    const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: unknown[] };

    const before = await notes(page).count();
    await notes(page).first().focus();
    await page.keyboard.press('Delete');
    await expect(notes(page)).toHaveCount(before - 1);
    await command(page, 'Import annotations');
    await expect(
      page.getByText(`1 annotation placed; ${items.length - 1} were here already.`)
    ).toBeVisible();
    await expect(notes(page)).toHaveCount(before);
  }
);

test('words are copied with where they come from', { tag: '@rest' }, async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+1');
  const text = page.getByRole('article', { name: 'Text of the source' });
  await text.focus();
  await page.keyboard.press('p');
  await page.keyboard.press('w');
  const word = await page.evaluate(() => String(getSelection()));
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      document.body.dataset['copied'] = event.clipboardData?.getData('text/plain') ?? '';
    });
  });
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(page.locator('body')).toHaveAttribute(
    'data-copied',
    new RegExp(`^“${word}” — “Trump Drops Ceasefire`)
  );
});

/** The words that are painted as a kind of annotation. */
function painted(page: Page, kind: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    kind
  );
}

/** Imports: what the library holds already is said, long ones tell how far they are and can be cancelled, one message sums up. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, root, test } from './fixtures.js';
import { addDialog, articleNamed, dropFiles, openTitle, rows, whenOpen } from './window.js';

const interview = join(root, 'e2e/texts/interview.txt');
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const inLibrary = (page: Page, name: string) =>
  messages(page).locator('.toast', { hasText: `${name} is in the library already, in “` });
const again = (message: Locator) => message.getByRole('button', { name: 'Import again' });

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await expect(rows(page)).toHaveCount(2);
});

test('an article that came in already leads to its briefing, and comes in again on request', async ({
  page
}) => {
  const harvest = articleNamed('Harvest');
  await dropFiles(page, [harvest]);
  await expect(openTitle(page)).toHaveValue('Harvest');
  await dropFiles(page, [articleNamed('Another')]);
  await expect(openTitle(page)).toHaveValue('Another');

  // The text counts, not the name.
  await dropFiles(page, [{ ...harvest, name: 'copy.txt' }]);
  const message = inLibrary(page, 'copy.txt');
  await expect(message).toContainText(`in “Harvest”, where it came in on`);
  await expect(message).toContainText(String(new Date().getFullYear()));
  await expect(openTitle(page)).toHaveValue('Harvest');
  await expect(rows(page)).toHaveCount(4);

  await again(message).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(messages(page)).toContainText('Imported “Harvest”.');
  await expect(message).toHaveCount(0);
});

test(
  'so does one that is pasted, chosen, or opened from the desktop',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    const open = () =>
      electronApp.evaluate(({ app }, path) => {
        app.emit('open-file', { preventDefault: () => undefined }, path);
      }, interview);
    await open();
    await expect(rows(page)).toHaveCount(3);
    await open();
    await expect(inLibrary(page, 'interview.txt')).toBeVisible();

    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, interview);
    await page.keyboard.press('ControlOrMeta+o');
    await expect(inLibrary(page, 'interview.txt')).toHaveCount(1);
    await again(inLibrary(page, 'interview.txt')).click();
    await expect(rows(page)).toHaveCount(4);

    const paste = async () => {
      await page.keyboard.press('ControlOrMeta+Shift+V');
      const dialog = addDialog(page);
      const field = dialog.getByRole('textbox');
      await field.fill('Pasted headline\n\nThe minister said yes on Monday.');
      await dialog.getByRole('button', { name: 'New briefing' }).click();
    };
    await paste();
    await expect(rows(page)).toHaveCount(5);
    await paste();
    await expect(inLibrary(page, 'What was pasted')).toContainText('in “Pasted headline”');
    await again(inLibrary(page, 'What was pasted')).click();
    await expect(rows(page)).toHaveCount(6);
  }
);

test('several files get one message: what came in, what was there, what could not be read', async ({
  page
}) => {
  const [old, older] = [articleNamed('Old'), articleNamed('Older')];
  await dropFiles(page, [old, older]);
  await expect(rows(page)).toHaveCount(4);
  await dropFiles(page, [
    old,
    { name: 'broken.pdf', text: '%PDF-1.7\n1 0 obj' },
    articleNamed('New'),
    older,
    { name: 'empty.md', text: '' },
    // Of two that are the same the second is there already.
    { ...articleNamed('New'), name: 'new again.txt' }
  ]);
  const message = messages(page).getByRole('alert').locator('.toast');
  await expect(message).toContainText('Imported “New”.');
  await expect(openTitle(page)).toHaveValue('New');
  await expect(rows(page)).toHaveCount(5);
  await expect(messages(page).locator('.toast')).toHaveCount(1 + 1);
  await message.getByRole('button', { name: 'Read all' }).click();
  const list = page.getByRole('dialog', { name: 'Messages to read' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  for (const words of [
    '3 were in the library already:',
    'Old.txt, in “Old”, where it came in on',
    'Older.txt, in “Older”, where',
    'new again.txt, in “New”, where',
    '2 could not be read:',
    'broken.pdf is damaged, or was cut short, and cannot be read. Get it anew and try again.',
    'empty.md is empty.'
  ]) {
    await expect(list).toContainText(words);
  }
  await again(list).click();
  await expect(rows(page)).toHaveCount(8);
});

/** From now on a file whose name tells so gives its bytes only when the window is asked for them. */
async function holdBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const read = (file: Blob) => new Response(file).arrayBuffer();
    Blob.prototype.arrayBuffer = async function held(this: Blob) {
      if (this instanceof File && this.name.startsWith('slow')) {
        await new Promise((go) => window.addEventListener('go', go, { once: true }));
      }
      return read(this);
    };
  });
}

const busy = (page: Page) => messages(page).locator('.toast', { hasText: 'Importing' });
const three = [
  articleNamed('First of three'),
  { ...articleNamed('Second of three'), name: 'slow.txt' },
  articleNamed('Third of three')
];

test('a long import says how far it is, and goes on', { tag: '@rest' }, async ({ page }) => {
  await holdBack(page);
  await dropFiles(page, three);
  await expect(busy(page)).toContainText('Importing 2 of 3: slow.txt…');
  await expect(rows(page)).toHaveCount(3);
  await page.evaluate(() => window.dispatchEvent(new Event('go')));
  await expect(messages(page)).toContainText('Imported 3 articles.');
  await expect(busy(page)).toHaveCount(0);
});

const ways: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  [
    'the button, reached by key',
    async (page) => {
      await page.keyboard.press('F8');
      await expect(busy(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
      await page.keyboard.press('Enter');
    }
  ],
  [
    'Escape on the message',
    async (page) => {
      await page.keyboard.press('F8');
      await page.keyboard.press('Escape');
    }
  ],
  ['a click', (page) => busy(page).getByRole('button', { name: 'Cancel' }).click()]
];

for (const [name, cancel] of ways) {
  test(
    `an import that is cancelled keeps what came in before, and gives the focus back: ${name}`,
    { tag: '@rest' },
    async ({ page }) => {
      await holdBack(page);
      const list = page.getByRole('listbox', { name: 'Briefings' });
      await list.focus();
      await dropFiles(page, three);
      // The first one is in by then, however slow that is.
      await expect(busy(page)).toContainText('Importing 2 of 3');
      await list.focus();
      await cancel(page);
      await expect(messages(page)).toContainText(
        'The import was cancelled. Imported “First of three”. Of 3 files the other 2 were not taken in.'
      );
      await expect(busy(page)).toHaveCount(0);
      await expect(list).toBeFocused();
      await expect(rows(page)).toHaveCount(3);
      await expect(openTitle(page)).toHaveValue('First of three');
      // Nothing comes in late.
      await page.evaluate(() => window.dispatchEvent(new Event('go')));
      await dropFiles(page, [articleNamed('After it')]);
      await expect(openTitle(page)).toHaveValue('After it');
      await expect(rows(page)).toHaveCount(4);
    }
  );
}

test(
  'a conversion is stopped in the middle, and leaves nothing behind',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const path = join(home, 'long.html');
    const paragraph = '<p>The <b>mayor</b> said on <i>Monday</i> that the ferry will sail.</p>\n';
    writeFileSync(path, `<html><body><article>${paragraph.repeat(45_000)}</article></body></html>`);
    await electronApp.evaluate(({ dialog }, name) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [name] });
    }, path);
    await page.keyboard.press('ControlOrMeta+o');
    await expect(busy(page)).toContainText('Importing long.html…');
    await page.keyboard.press('Escape');
    await expect(messages(page)).toContainText('The import was cancelled. Nothing was taken in.');
    await expect(rows(page)).toHaveCount(2);
  }
);

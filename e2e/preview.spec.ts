/** The dialog that prints and exports: the pages that are shown are those of the file that is written. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { newCard } from '../src-main/domain/briefing/entries.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { flat, pagesOf, printIntoViewer, read } from './export-pdf.js';
import { expect, test } from './fixtures.js';
import { dropFiles, library, openTitle, whenOpen } from './window.js';

declare global {
  interface Window {
    /** The documents that the reader of PDFs was given, in base64; the last is what is shown. */
    readonly previewed: string[];
  }
}

function preview(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Print or export' });
}

function status(page: Page): Locator {
  return preview(page).getByRole('status');
}

/** Waits for the pages of what was chosen last; returns how many there are. */
async function pageCount(page: Page): Promise<number> {
  await expect(status(page)).toHaveText(/ pages?\.$/);
  const words = await status(page).innerText();
  return words === 'One page.' ? 1 : Number.parseInt(words, 10);
}

function words(page: Page): Locator {
  return preview(page).getByRole('region', { name: 'Pages' });
}

function picture(page: Page, number: number, count: number): Locator {
  return preview(page).getByRole('img', { name: `Page ${number} of ${count}`, exact: true });
}

/** Height by width of the paper that is in sight. */
async function shapeOf(page: Page): Promise<number> {
  const box = await preview(page).getByRole('article').first().boundingBox();
  return box ? box.height / box.width : 0;
}

/** Keeps what the window gives to its reader of PDFs. */
async function watchReader(page: Page): Promise<void> {
  await page.evaluate(() => {
    const previewed: string[] = [];
    Object.assign(window, { previewed });
    const post = Reflect.get(Worker.prototype, 'postMessage') as (...args: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const message = args[0] as { action?: string; data?: { data?: Uint8Array } };
      const bytes = message.action === 'GetDocRequest' ? message.data?.data : undefined;
      const letters = bytes && Array.from(bytes, (byte) => String.fromCharCode(byte));
      if (letters) previewed.push(btoa(letters.join('')));
      post.apply(this, args);
    };
  });
}

async function saveAs(app: ElectronApplication, target: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('shows the pages that are written', async ({ electronApp, page, home }) => {
  await whenOpen(page);
  await watchReader(page);
  await openTitle(page).focus();
  await page.keyboard.press('ControlOrMeta+p');
  await pageCount(page);
  await preview(page).getByRole('radio', { name: /^Full/ }).check();
  const first = await pageCount(page);

  await test.step('goes through them by key', async () => {
    const number = preview(page).getByRole('spinbutton');
    await expect(picture(page, 1, first)).toBeVisible();
    await page.keyboard.press('End');
    await expect(picture(page, first, first)).toBeVisible();
    await expect(number).toHaveValue(String(first));
    await page.keyboard.press('PageUp');
    await expect(number).toHaveValue(String(first - 1));
    await page.keyboard.press('Home');
    await expect(picture(page, 1, first)).toBeVisible();
    const small = await picture(page, 1, first).boundingBox();
    await page.keyboard.press('+');
    await expect
      .poll(async () => (await picture(page, 1, first).boundingBox())?.width)
      .toBeGreaterThan(small?.width ?? Infinity);
  });

  await test.step('the paper is the one that was chosen', async () => {
    await preview(page).getByText('More: Word, web page, paper').click();
    await preview(page).getByRole('radio', { name: 'Letter' }).check();
    await pageCount(page);
    await expect.poll(() => shapeOf(page)).toBeCloseTo(11 / 8.5, 2);
    await preview(page).getByRole('radio', { name: 'A4' }).check();
    await pageCount(page);
    await expect.poll(() => shapeOf(page)).toBeCloseTo(297 / 210, 2);
  });

  await test.step('parts and templates come and go', async () => {
    const matrix = preview(page).getByRole('checkbox', { name: 'Positions matrix' });
    await preview(page).getByText('More: what changed since a day').click();
    // The second is asked for while the first is made: the last one wins.
    await preview(page)
      .getByRole('radio', { name: /^Positions report/ })
      .check();
    await preview(page)
      .getByRole('radio', { name: /^One page/ })
      .check();
    expect(await pageCount(page)).toBe(1);
    await expect(words(page)).toContainText('Who stands where');
    await matrix.uncheck();
    await pageCount(page);
    await expect(words(page)).toContainText(/Bottom line.*Key points/);
    await expect(words(page)).not.toContainText('Who stands where');
  });

  await test.step('the file has the very bytes', async () => {
    const pdf = join(home, 'shown.pdf');
    await saveAs(electronApp, pdf);
    await preview(page).getByRole('radio', { name: /^Full/ }).check();
    const count = await pageCount(page);
    await preview(page).getByRole('radio', { name: /^Full/ }).press('Enter');
    await expect(page.getByText('Exported shown.pdf.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
    const shown = await page.evaluate(() => window.previewed.at(-1) ?? '');
    expect(hashOf(Buffer.from(shown, 'base64'))).toBe(hashOf(readFileSync(pdf)));
    const info = read('pdfinfo', pdf);
    expect(info).toMatch(new RegExp(`^Pages: +${count}$`, 'm'));
    expect(info).toMatch(/^Page size: .*A4/m);
  });

  await expect(preview(page)).toHaveCount(0);
  await expect(openTitle(page)).toBeFocused();
  // Nothing of it is left that would make the window taller than what it shows.
  const tooTall = () => document.documentElement.scrollHeight - innerHeight;
  expect(await page.evaluate(tooTall)).toBe(0);

  await test.step('begins again with what was chosen', async () => {
    await page.keyboard.press('ControlOrMeta+p');
    await pageCount(page);
    await preview(page)
      .getByRole('radio', { name: /^One page/ })
      .check();
    await preview(page).getByText('More: Word, web page, paper').click();
    await expect(
      preview(page).getByRole('checkbox', { name: 'Positions matrix' })
    ).not.toBeChecked();
  });
});

test('two keys write the one page, also before it is shown', async ({
  electronApp,
  page,
  home
}) => {
  await whenOpen(page);
  const pdf = join(home, 'page.pdf');
  await saveAs(electronApp, pdf);
  // The pages are not there yet.
  await page.keyboard.press('ControlOrMeta+e');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Exported page.pdf.')).toBeVisible();
  expect(pagesOf(pdf)).toHaveLength(1);
});

test(
  'says what to cut from a brief that is too long',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const bottomLine = Array.from({ length: 90 }, (_, n) => `Sentence ${n} says much.`).join(
      '\n\n'
    );
    const cards = [newCard('fact', { heading: 'An aside' }), newCard('fact', { heading: 'Costs' })];
    const briefing = { ...emptyBriefing('Much to say'), bottomLine, cards };
    const text = JSON.stringify({ schema: bundleSchema, briefing, texts: {} });
    await dropFiles(page, [{ name: 'much.json', text }]);
    await expect(openTitle(page)).toHaveValue('Much to say');

    await page.keyboard.press('ControlOrMeta+e');
    await expect(preview(page).getByRole('alert')).toContainText(
      /does not fit on one page.*“Bottom line”/
    );
    await expect(preview(page).getByRole('button', { name: 'Save PDF' })).toBeDisabled();

    await test.step('what stands on the page can be left out of it', async () => {
      await preview(page).getByText('What stands on the page', { exact: true }).click();
      const listed = preview(page).getByRole('group', { name: 'Key points' });
      await expect(listed.getByRole('checkbox')).toHaveCount(2);
      await listed.getByRole('checkbox', { name: 'An aside' }).uncheck();
      await expect(listed.getByRole('checkbox', { name: 'An aside' })).not.toBeChecked();
      await expect(listed.getByRole('checkbox', { name: 'Costs' })).toBeChecked();
    });
    await preview(page).getByRole('radio', { name: /^Full/ }).check();
    await pageCount(page);
    await expect(preview(page).getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(preview(page)).toHaveCount(0);

    await test.step('what was exported is within reach of the keyboard', async () => {
      await saveAs(electronApp, join(home, 'much.md'));
      await page.keyboard.press('ControlOrMeta+2');
      await openTitle(page).focus();
      await page.keyboard.press('ControlOrMeta+e');
      await preview(page).getByText('More: Word, web page, paper').click();
      await page.getByRole('radio', { name: /^Markdown/ }).check();
      await expect(preview(page)).toContainText('Only a PDF has pages to be shown here.');
      await page.getByRole('radio', { name: /^Markdown/ }).press('Enter');
      await expect(page.getByText('Exported much.md.')).toBeVisible();
      await page.keyboard.press('F8');
      await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'Show in folder' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(openTitle(page)).toBeFocused();
    });
  }
);

test(
  'prints what is shown, by the system’s viewer',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+p');
    await pageCount(page);
    const pdf = join(home, 'shown.pdf');
    await saveAs(electronApp, pdf);
    await page.keyboard.press('ControlOrMeta+e');
    await expect(page.getByText('Exported shown.pdf.')).toBeVisible();

    const opened = await printIntoViewer(electronApp);
    await page.keyboard.press('ControlOrMeta+p');
    await pageCount(page);
    await page.keyboard.press('ControlOrMeta+p');
    await expect(status(page)).toContainText('Opened in the system’s PDF viewer.');
    expect(hashOf(readFileSync(await opened()))).toBe(hashOf(readFileSync(pdf)));
  }
);

test('shows a book before it is written', { tag: '@rest' }, async ({ electronApp, page, home }) => {
  await whenOpen(page);
  await library(page).getByRole('listbox').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await library(page).getByRole('button', { name: 'Export the selected briefings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print or export 2 briefings' });
  await dialog.getByRole('radio', { name: 'One book' }).check();
  await dialog.getByRole('textbox', { name: 'Title of the book' }).fill('Two weeks');
  const count = await pageCount(page);
  await expect(words(page)).toContainText('Two weeks');

  const pdf = join(home, 'book.pdf');
  await saveAs(electronApp, pdf);
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByText('Exported 2 briefings as book.pdf.')).toBeVisible();
  expect(pagesOf(pdf)).toHaveLength(count);
  expect(flat(pagesOf(pdf)[0] ?? '')).toContain('2 briefings');
});

test(
  'in a small window, or at 200 %, what is printed can still be chosen, and seen',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+p');
    await expect(picture(page, 1, await pageCount(page))).toBeVisible();
    await page.setViewportSize({ width: 640, height: 430 });
    await preview(page).getByRole('radio', { name: /^Full/ }).check();
    expect(await pageCount(page)).toBeGreaterThan(1);
    await expect(words(page)).toBeInViewport();
  }
);

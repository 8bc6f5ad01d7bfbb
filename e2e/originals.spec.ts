/** Protects the files that sources were read from: by mouse and by keys, to another library and back, and against what they hold. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { column, makePdf } from '../src-main/article/pdf/testing/make-pdf.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, rows, whenOpen } from './window.js';

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

test.beforeEach(({ page }) => whenOpen(page));

test(
  'the file of a PDF is kept: it opens, is saved as a copy, goes along to another library, and is there after a restart',
  { tag: '@rest' },
  async ({ page, electronApp, home, launch }) => {
    const pdf = join(home, 'talks.pdf');
    const lines = [
      { text: 'Talks stall', x: 72, y: 760, size: 20 },
      ...column(['The government said on Monday that it rejects any deal.'], { top: 720 })
    ];
    writeFileSync(pdf, makePdf([lines]));
    await electronApp.evaluate(({ dialog, shell }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      shell.openPath = (opened) => {
        Object.assign(globalThis, { opened });
        return Promise.resolve('');
      };
    }, pdf);
    await page.keyboard.press('ControlOrMeta+o');
    await expect(openTitle(page)).toHaveValue('Talks stall');

    // By mouse, in the facts of the source.
    await page.getByRole('tab', { name: /^Read/ }).click();
    const facts = page.locator('[data-source-facts]');
    await facts.locator('summary').click();
    await expect(facts.getByText(/^Original: talks\.pdf, [\d.]+ (bytes|kB)$/)).toBeVisible();
    await facts.getByRole('button', { name: 'Open the original' }).click();
    const opened = () =>
      electronApp.evaluate(() => (Reflect.get(globalThis, 'opened') as string | undefined) ?? '');
    await expect.poll(opened).toMatch(/talks\.pdf$/);
    expect(await opened()).not.toContain(home);
    expect(readFileSync(await opened())).toEqual(readFileSync(pdf));

    // By keys.
    const saveTo = (path: string) =>
      electronApp.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
    await saveTo(join(home, 'copy.pdf'));
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Save a copy of the original');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('Saved copy.pdf.');
    expect(readFileSync(join(home, 'copy.pdf'))).toEqual(readFileSync(pdf));

    const sent = join(home, 'sent.standpoint');
    await saveTo(sent);
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByText('More: Word, web page, paper').click();
    await dialog.getByRole('radio', { name: 'Standpoint file' }).check();
    await dialog.getByRole('radio', { name: /^Only me/ }).check();
    await dialog.getByRole('button', { name: 'Save as' }).click();
    await expect(messages(page)).toContainText('Exported sent.standpoint.');
    await electronApp.close();

    const kept = async (window: Page) => {
      await expect(openTitle(window)).toHaveValue('Talks stall');
      await window.getByRole('tab', { name: /^Read/ }).click();
      await window.locator('[data-source-facts] summary').click();
      await expect(window.getByText(/^Original: talks\.pdf, /)).toBeVisible();
    };
    mkdirSync(join(home, 'other'));
    const other = `--library=${join(home, 'other')}`;
    const colleague = await launch([other, sent]);
    await kept(await colleague.firstWindow());
    await colleague.close();

    const again = await launch([other]);
    const window = await again.firstWindow();
    await rows(window).filter({ hasText: 'Talks stall' }).click();
    await kept(window);
    await again.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      },
      join(home, 'theirs.pdf')
    );
    await window.getByRole('button', { name: 'Save a copy…' }).click();
    await expect(messages(window)).toContainText('Saved theirs.pdf.');
    expect(readFileSync(join(home, 'theirs.pdf'))).toEqual(readFileSync(pdf));
  }
);

test(
  'the file of a web page is saved and not opened: its scripts would run',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    await electronApp.evaluate(
      ({ dialog, shell }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
        shell.openPath = (path) => Promise.reject(new Error(`${path} was opened`));
      },
      join(home, 'saved.html')
    );
    const paragraphs = '<p>The council said on Monday that it backs the toll.</p>'.repeat(5);
    const text = `<title>Toll</title><article><h1>Toll</h1>${paragraphs}</article><script>alert(1)</script>`;
    await dropFiles(page, [{ name: 'toll.html', text }]);
    await expect(openTitle(page)).toHaveValue('Toll');
    await page.getByRole('tab', { name: /^Read/ }).click();
    const facts = page.locator('[data-source-facts]');
    await facts.locator('summary').click();
    await expect(facts.getByText(/^Original: toll\.html, /)).toBeVisible();
    await expect(facts.getByRole('button', { name: 'Open the original' })).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Open the original');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('Saved saved.html.');
    expect(readFileSync(join(home, 'saved.html'), 'utf8')).toBe(text);
  }
);

/** Several briefings as one document: chosen in the library, held to what a document of one is held to. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { Bundle, bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { fullEdition, type Edition } from '../src-main/domain/publication/edition.js';
import { makeBundle } from '../src-main/publish/testing/bundle.js';
import { flat, importBytes, openBriefing, pagesOf, read } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { PdfUnderTest } from './pdf-checks.js';
import { faultsWithChinese, lintPdf } from './pdf-lint.js';
import { dropFiles, library, rows, whenOpen } from './window.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);

async function answerWith(app: ElectronApplication, target: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
}

/** As the dialog asks for it, without the dialog. Returns the sentence of what failed. */
async function exportBook(
  app: ElectronApplication,
  page: Page,
  ids: readonly string[],
  target: string,
  edition: Partial<Edition> = {}
): Promise<string> {
  await answerWith(app, target);
  return page.evaluate(
    async ([all, whole]) => {
      const shape = { book: 'Two weeks' };
      const { standpoint } = window;
      const result = await standpoint.call('export.write', [...all], 'pdf', whole, shape);
      return result.ok ? '' : result.error.message;
    },
    [ids, { ...fullEdition, ...edition }] as const
  );
}

/** In the order in which the library shows them. */
function listedIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const result = await window.standpoint.call('library.list');
    return result.ok ? result.value.map(({ id }) => id) : [];
  });
}

async function bundleIn(page: Page, id: string): Promise<Bundle> {
  const { briefing, texts } = await openBriefing(page, id);
  return { schema: bundleSchema, briefing, texts };
}

test(
  'what is selected in the library becomes one book that keeps every promise',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    // The same entries under the same ids, as in a copy that was made of a version.
    const copy = { ...sample.briefing, id: newId(), title: 'The week before', marking: 'Secret' };
    await dropFiles(page, [
      { name: 'copy.json', text: JSON.stringify({ ...sample, briefing: copy }) },
      { name: 'made.json', text: JSON.stringify(makeBundle(2)) }
    ]);
    await expect(rows(page)).toHaveCount(4);

    const pdf = join(home, 'book.pdf');
    await answerWith(electronApp, pdf);
    await library(page).getByRole('listbox').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await library(page).getByRole('button', { name: 'Export the selected briefings' }).click();
    const dialog = page.getByRole('dialog', { name: 'Print or export 4 briefings' });
    await dialog.getByRole('radio', { name: 'One book' }).check();
    await dialog.getByRole('textbox', { name: 'Title of the book' }).fill('Two weeks');
    // The land's own until somebody chooses.
    await dialog.getByText('More: Word, web page, paper').click();
    await dialog.getByRole('radio', { name: 'A4' }).check();
    await dialog.getByRole('radio', { name: /^Full/ }).check();
    await dialog.getByRole('radio', { name: /^Only me/ }).check();
    await dialog.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByText('Exported 4 briefings as book.pdf.')).toBeVisible({
      timeout: 60_000
    });

    const ids = await listedIds(page);
    const bundles = await Promise.all(ids.map((id) => bundleIn(page, id)));
    const book = new PdfUnderTest(pdf, { title: 'Two weeks', bundles });
    book.isWellFormed();
    book.isSilent();
    book.embedsItsFonts();
    book.hasOutline();
    book.hasContentsNumbers();
    book.hasHighlights(3);
    book.carriesItsBriefings();
    book.splitsNothing();
    expect(await lintPdf(pdf)).toEqual(faultsWithChinese());
    const [titlePage = ''] = pagesOf(pdf);
    expect(flat(titlePage)).toMatch(
      /^Secret · Author’s copy, with private notes Book of briefings Two weeks 4 briefings/
    );

    await test.step('byte for byte the same, when nothing has changed', async () => {
      const again = join(home, 'again.pdf');
      expect(await exportBook(electronApp, page, ids, again)).toBe('');
      expect(readFileSync(again).equals(readFileSync(pdf))).toBe(true);
    });
    await test.step('as briefs of a page each, with every one in its contents', async () => {
      const briefs = join(home, 'briefs.pdf');
      const two = [sample.briefing.id, copy.id];
      expect(await exportBook(electronApp, page, two, briefs, { template: 'brief' })).toBe('');
      const [contents = '', first = '', second = '', ...more] = pagesOf(briefs).map(flat);
      expect(contents).toContain(`${sample.briefing.title} 2 ${copy.title} 3`);
      expect(first).toContain(sample.briefing.title);
      expect(second).toContain(copy.title);
      expect(more).toEqual([]);
      expect(await lintPdf(briefs)).toEqual([]);
    });
    await test.step('and is known when it comes back', async () => {
      expect(await importBytes(page, 'book.pdf', readFileSync(pdf))).toEqual(ids);
      await expect(rows(page)).toHaveCount(4);
    });
  }
);

test(
  'a book that is stopped, or has a brief of two pages, leaves what was there',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const long = makeBundle(60);
    const [imported = ''] = await importBytes(page, 'l.json', Buffer.from(JSON.stringify(long)));
    const ids = [sample.briefing.id, imported];
    const folder = join(home, 'exports');
    mkdirSync(folder);
    const target = join(folder, 'book.pdf');
    writeFileSync(target, 'old');

    await page.evaluate(() => {
      const end = window.standpoint.on('exportStage', () => {
        end();
        void window.standpoint.call('export.cancel');
      });
    });
    expect(await exportBook(electronApp, page, ids, target)).toBe(
      'The export was cancelled. Nothing was written, and what was there before is as it was.'
    );
    expect(await exportBook(electronApp, page, ids, target, { template: 'brief' })).toMatch(
      /^The brief does not fit on one page of A4\. What runs over: “Talks: what each party said, and since when: .+”.* Nothing was written\.$/
    );
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['book.pdf']);

    expect(await exportBook(electronApp, page, ids.slice(0, 1), target)).toBe('');
    expect(read('qpdf', '--check', target)).toContain('No syntax or stream encoding errors');
  }
);

/** What leaves the program on paper, read back with the tools that other people use. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { Bundle } from '../src-main/domain/bundle.js';
import { composePublication } from '../src-main/domain/publication/publication.js';
import type { Bridge } from '../src-main/api.js';
import { fullEdition, type Paper } from '../src-main/domain/publication/edition.js';
import { expect, root, test } from './fixtures.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);

function read(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** As a reader takes it in: line breaks of the page are no part of the words. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a PDF. A word that was divided at a line's end stays divided. */
function wordsOf(pdf: string): string {
  return flat(read('pdftotext', '-layout', pdf, '-')).replaceAll('­', '');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

async function exportTo(
  app: ElectronApplication,
  page: Page,
  id: string,
  target: string,
  paper: Paper
): Promise<{ ok: boolean; message: string }> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  return page.evaluate(
    async ([briefing, edition]) => {
      const result = await window.standpoint.call('briefing.export', briefing, 'pdf', edition);
      return { ok: result.ok, message: result.ok ? '' : result.error.message };
    },
    [id, { ...fullEdition, paper }] as const
  );
}

/** The outline's titles in reading order, by qpdf. */
function outlineOf(pdf: string): readonly string[] {
  interface Entry {
    readonly title: string;
    readonly kids: readonly Entry[];
  }
  const { outlines } = JSON.parse(read('qpdf', '--json', '--json-key=outlines', pdf)) as {
    outlines: readonly Entry[];
  };
  const titles = (entries: readonly Entry[]): readonly string[] =>
    entries.flatMap(({ title, kids }) => [flat(title), ...titles(kids)]);
  return titles(outlines);
}

for (const [paper, size] of [
  ['A4', '594.96 x 841.92 pts (A4)'],
  ['Letter', '612 x 792 pts (letter)']
] as const) {
  test(`the sample on ${paper} is a document that holds all of the briefing`, async ({
    electronApp,
    page,
    home
  }) => {
    const pdf = join(home, 'out.pdf');
    expect(await exportTo(electronApp, page, sample.briefing.id, pdf, paper)).toEqual({
      ok: true,
      message: ''
    });
    await test.step('tagged, titled, on the paper asked for, and silent about the browser', () => {
      const info = read('pdfinfo', pdf);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toContain(`Title:           ${sample.briefing.title}`);
      expect(info).toContain(size);
      expect(info).not.toMatch(/Mozilla|Chrom|Skia|Linux/);
      expect(read('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
    });
    await test.step('with every heading, actor, issue, quote and note', () => checkWords(pdf));
    await test.step('with an outline of its headings', () => checkOutline(pdf));
    await test.step('with a contents list that names the right pages', () => checkContents(pdf));
    await test.step('with every font embedded, none as drawings', () => checkFonts(pdf));
    await test.step('the same, byte for byte, when nothing has changed', async () => {
      const again = join(home, 'again.pdf');
      await exportTo(electronApp, page, sample.briefing.id, again, paper);
      expect(readFileSync(again).equals(readFileSync(pdf))).toBe(true);
    });
  });
}

test('hostile words print as words, and reach for nothing', async ({ electronApp, page, home }) => {
  const canary = join(home, 'canary.txt');
  writeFileSync(canary, 'the-canary-sings');
  const hostile = [
    '<script>document.body.textContent = "taken over"</script>',
    `<iframe src="file://${canary}"></iframe>`,
    '<style>body { display: none }</style>',
    '<img src="https://tracker.invalid/pixel.png" onerror="document.title = 1">',
    '![remote](https://tracker.invalid/other.png)',
    '[run](javascript:alert(1))',
    'Угода про мир και ασφάλεια'
  ].join('\n\n');
  const imported = await page.evaluate(async (text) => {
    const result = await window.standpoint.call(
      'article.importText',
      `Hostile words\n\n${text}`,
      'text'
    );
    return result.ok ? result.value.ids : [];
  }, hostile);
  const pdf = join(home, 'out.pdf');
  expect((await exportTo(electronApp, page, imported[0] ?? '', pdf, 'A4')).ok).toBe(true);
  const letters = withoutSpace(wordsOf(pdf));
  expect(letters).toContain(withoutSpace('<script>document.body.textContent = "taken over"'));
  expect(letters).toContain('<iframe');
  expect(letters).not.toContain('the-canary-sings');
  expect(letters).toContain('Угодапромирκαιασφάλεια');
  expect(readFileSync(pdf).includes('javascript:')).toBe(false);
});

test('a folder that is not there gets one sentence, and nothing is left behind', async ({
  electronApp,
  page,
  home
}) => {
  const folder = join(home, 'exports');
  mkdirSync(folder);
  const gone = join(folder, 'gone/out.pdf');
  expect(await exportTo(electronApp, page, sample.briefing.id, gone, 'A4')).toEqual({
    ok: false,
    message: `There is no folder “${join(folder, 'gone')}”. Nothing was written, and what was there before is as it was.`
  });
  expect(readdirSync(folder)).toEqual([]);
});

function checkWords(pdf: string): void {
  const letters = withoutSpace(wordsOf(pdf));
  const { cards, actors, issues, annotations, positions } = sample.briefing;
  for (const { heading } of cards) expect(letters).toContain(withoutSpace(heading));
  for (const { name } of actors.filter(({ id }) => positions.some(({ actor }) => actor === id)))
    expect(letters).toContain(withoutSpace(name));
  for (const { wording } of issues) expect(letters).toContain(withoutSpace(wording));
  for (const { note } of annotations) expect(letters).toContain(withoutSpace(note));
  expect(letters).toMatch(/Page1of\d+/);

  // A number right behind its words: so the words are marked where they stand, not only listed.
  const asDrawn = withoutSpace(read('pdftotext', '-raw', pdf, '-'));
  for (const { number, annotation } of composePublication(sample.briefing, sample.texts).notes)
    expect(asDrawn).toContain(withoutSpace(`${annotation.target.selectors.quote.exact}${number}`));
}

function checkOutline(pdf: string): void {
  const outline = outlineOf(pdf);
  const { contents } = composePublication(sample.briefing, sample.texts);
  const headings = ['Bottom line', ...contents.map(({ heading }) => flat(heading))];
  expect(outline).toEqual([sample.briefing.title, ...headings]);
}

function checkContents(pdf: string): void {
  const pages = read('pdftotext', '-layout', pdf, '-').split('\f');
  for (const { heading } of sample.briefing.cards) {
    const listed = new RegExp(`${escaped(heading)}\\s+(\\d+)(\\s|$)`, 'm').exec(pages[0] ?? '');
    const lines = (pages[Number(listed?.[1]) - 1] ?? '').split('\n').map(flat);
    expect(lines.some((line) => line.startsWith(flat(heading)))).toBe(true);
  }
}

function checkFonts(pdf: string): void {
  const fonts = read('pdffonts', pdf).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  for (const font of fonts) {
    expect(font).toMatch(/ yes yes yes /);
    expect(font).not.toContain('Type 3');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

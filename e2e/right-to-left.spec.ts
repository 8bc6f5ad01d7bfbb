/** Where words stand that run from the right, as a reader takes them in: in the PDF and in the web page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { fullEdition } from '../src-main/domain/publication/edition.js';
import { asHtml } from '../src-main/publish/html/briefing-html.js';
import { arabicWords, makeArabicBundle } from '../src-main/publish/testing/arabic.js';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { exportTo, importBytes, read } from './export-pdf.js';
import { expect, test } from './fixtures.js';
import { PdfUnderTest } from './pdf-checks.js';
import { lintPdf } from './pdf-lint.js';

const bundle = makeArabicBundle();

/** Words of one line of the page, each further left than those before it. */
const shownInOrder: readonly (readonly string[])[] = [
  ['a)', arabicWords.asks[0]],
  [arabicWords.outcome, '\u0661'],
  [arabicWords.source, arabicWords.publisher, '١٦ أغسطس']
];
/** The same of whole lines of the PDF: of a quote, a publisher and a grade. */
const printedInOrder: readonly (readonly string[])[] = [
  ['Ceasefire', 'صحيف', '١٦', 'B'],
  ['صحيف', '١٦'],
  ['B2', 'موثوق']
];

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly line: number;
}

/** Letters from the right are read out in either order. */
const has = ({ text }: Word, words: string) =>
  text.includes(words) || [...text].reverse().join('').includes(words);

const isBeside = (one: Word, other: Word) => Math.abs(one.line - other.line) < 8;

/** Whether some line has all of these, in this order from the right. `isWhole`: the first begins it. */
function stands(line: readonly string[], words: readonly Word[], isWhole = false): boolean {
  const [first = '', ...others] = line;
  const begins = (word: Word) =>
    !isWhole || !words.some((each) => isBeside(each, word) && each.left > word.right);
  const next = (before: Word, rest: readonly string[]): boolean => {
    const [wanted, ...more] = rest;
    if (wanted === undefined) return true;
    return words.some(
      (word) =>
        has(word, wanted) &&
        isBeside(word, before) &&
        word.right <= before.left + 2 &&
        next(word, more)
    );
  };
  return words.some((word) => has(word, first) && begins(word) && next(word, others));
}

function printedWords(pdf: string): readonly Word[] {
  const pages = read('pdftotext', '-bbox', pdf, '-').split('<page ').slice(1);
  return pages.flatMap((page, index) =>
    [...page.matchAll(/<word xMin="(.*?)" yMin=".*?" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/gu)]
      .filter(([, , , , text = '']) => /[\p{L}\p{N}]/u.test(text))
      .map(([, left, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        right: Number(right),
        line: index * 10_000 + Number(bottom)
      }))
  );
}

test(
  'an Arabic submission comes back equal, and its lines stand in the order of reading',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const [id = ''] = await importBytes(page, 'a.json', Buffer.from(JSON.stringify(bundle)));
    const pdf = join(home, 'arabic.pdf');
    expect(await exportTo(electronApp, page, id, pdf)).toEqual({ ok: true, message: '' });
    new PdfUnderTest(pdf, bundle).carriesItsBriefings();
    expect(await importBytes(page, 'arabic.pdf', readFileSync(pdf))).toEqual([id]);
    expect(await lintPdf(pdf)).toEqual([]);

    const printed = printedWords(pdf);
    for (const line of printedInOrder)
      expect([line, stands(line, printed, true)]).toEqual([line, true]);
    // The number of a note goes on from the words before it, and joins no number there.
    const years = printed.filter((word) => has(word, '٠٢٥'));
    const isNoteOf = (year: Word) =>
      printed.some(
        (word) => word.text === '١' && isBeside(word, year) && Math.abs(year.left - word.right) < 4
      );
    expect(years.some(isNoteOf)).toBe(true);
  }
);

test('so do those of the web page', { tag: '@rest' }, async ({ home }) => {
  const file = join(home, 'arabic.html');
  writeFileSync(file, asHtml({ title: null, parts: [bundle], edition: fullEdition }));
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox']
  });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const shown = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const words: { text: string; left: number; right: number; line: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const [text] of (node.textContent ?? '').matchAll(/[^\u2068\u2069]+/gu)) {
          const range = document.createRange();
          const start = (node.textContent ?? '').indexOf(text);
          range.setStart(node, start);
          range.setEnd(node, start + text.length);
          const { left, right, bottom } = range.getBoundingClientRect();
          words.push({ text, left, right, line: bottom });
        }
      }
      return words;
    });
    for (const line of shownInOrder) expect([line, stands(line, shown)]).toEqual([line, true]);
    const table = page.locator('table').first();
    const [first, last] = [table.locator('thead th').first(), table.locator('thead th').last()];
    expect((await first.boundingBox())!.x).toBeGreaterThan((await last.boundingBox())!.x);
  } finally {
    await browser.close();
  }
});

/** What leaves the program on paper, read back with the tools that other people use. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe } from '../src-main/domain/anchoring/locate.js';
import { type Annotation, newAnnotation } from '../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { Bundle, bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { type Card, newCard } from '../src-main/domain/briefing/entries.js';
import { renderMarkdown } from '../src-main/domain/markdown/render-markdown.js';
import { composePublication } from '../src-main/domain/publication/publication.js';
import { exportTo, flat, importBytes, read, withoutSpace } from './export-pdf.js';
import { expect, root, test as base } from './fixtures.js';
import { PdfObjects } from './pdf-objects.js';

const canaryWords = 'the-canary-sings';

interface Sink {
  readonly address: string;
  /** What came in. */
  readonly hits: string[];
}

const test = base.extend<{ sink: Sink }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  sink: async ({}, use) => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end(canaryWords);
    });
    server.on('connection', () => hits.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits });
    server.closeAllConnections();
    server.close();
  }
});

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);

test('the sample as a document holds all of the briefing', async ({ electronApp, page, home }) => {
  const pdf = join(home, 'out.pdf');
  expect(await exportTo(electronApp, page, sample.briefing.id, pdf)).toEqual({
    ok: true,
    message: ''
  });
  checkWords(pdf);
});

test(
  'hostile words print as words, and reach for nothing',
  { tag: '@rest' },
  async ({ electronApp, page, home, sink }) => {
    const canary = join(home, 'canary.txt');
    writeFileSync(canary, canaryWords);
    const hostile = [
      '<script>document.body.textContent = "taken over"</script>',
      `<iframe src="file://${canary}"></iframe>`,
      `<style>@import "${sink.address}/style.css"; body { display: none }</style>`,
      `<link rel="stylesheet" href="${sink.address}/sheet.css">`,
      `<img src="${sink.address}/pixel.png" onerror="fetch('${sink.address}/ran')">`,
      `<iframe src="${sink.address}/frame"></iframe>`,
      `![remote](${sink.address}/picture.png)`,
      `![local](file://${canary})`,
      '[run](javascript:alert(1))',
      'Угода про мир και ασφάλεια'
    ].join('\n\n');
    const card: Card = newCard('context', { heading: '<b>Hostile</b>', body: hostile });
    const selectors = describe(renderMarkdown(hostile).text, 0, 20);
    const annotation: Annotation = newAnnotation(
      { type: 'card', id: card.id, selectors },
      new Date().toISOString(),
      { kind: 'doubt', note: hostile }
    );
    const briefing = {
      ...emptyBriefing('Hostile words'),
      bottomLine: hostile,
      cards: [card],
      annotations: [annotation]
    };
    const bundle = JSON.stringify({ schema: bundleSchema, briefing, texts: {} });
    const imported = await importBytes(page, 'hostile.json', Buffer.from(bundle));
    const pdf = join(home, 'out.pdf');
    expect((await exportTo(electronApp, page, imported[0] ?? '', pdf)).ok).toBe(true);
    const letters = withoutSpace(wordsOf(pdf));
    expect(letters).toContain(withoutSpace('<script>document.body.textContent = "taken over"'));
    expect(letters).toContain('<iframe');
    expect(letters).toContain('Угодапромирκαιασφάλεια');
    expect(readFileSync(pdf).includes('javascript:')).toBe(false);
    expect(letters + new PdfObjects(pdf).everything()).not.toContain(canaryWords);
    expect(sink.hits).toEqual([]);
  }
);

test('a folder that is not there gets one sentence, and nothing is left behind', async ({
  electronApp,
  page,
  home
}) => {
  const folder = join(home, 'exports');
  mkdirSync(folder);
  const gone = join(folder, 'gone/out.pdf');
  expect(await exportTo(electronApp, page, sample.briefing.id, gone)).toEqual({
    ok: false,
    message: `There is no folder “${join(folder, 'gone')}”. Nothing was written, and what was there before is as it was.`
  });
  expect(readdirSync(folder)).toEqual([]);
});

/** The words of a PDF. A word that was divided at a line's end stays divided. */
function wordsOf(pdf: string): string {
  return flat(read('pdftotext', '-layout', pdf, '-')).replaceAll('­', '');
}

function checkWords(pdf: string): void {
  const letters = withoutSpace(wordsOf(pdf));
  const { cards, actors, issues, annotations, positions } = sample.briefing;
  for (const { heading } of cards) expect(letters).toContain(withoutSpace(heading));
  for (const { name } of actors.filter(({ id }) => positions.some(({ actor }) => actor === id)))
    expect(letters).toContain(withoutSpace(name));
  for (const { wording } of issues) expect(letters).toContain(withoutSpace(wording));
  // A note may stand beside the lines of a text.
  const inOrder = withoutSpace(flat(read('pdftotext', '-raw', pdf, '-')));
  for (const { note } of annotations) expect(inOrder).toContain(withoutSpace(note));
  expect(letters).toMatch(/Page1of\d+/);

  // A number right behind its words: so the words are marked where they stand, not only listed.
  const pages = read('pdftotext', '-raw', pdf, '-').split('\f').map(withoutSpace);
  for (const { number, annotation } of composePublication(sample.briefing, sample.texts).notes) {
    const marked = withoutSpace(`${annotation.target.selectors.quote.exact}${number}`);
    expect([marked, stands(marked, pages)]).toEqual([marked, true]);
  }
}

/** Whether the words stand on a page, or begin on one and go on at the top of the next, behind its head. */
function stands(words: string, pages: readonly string[]): boolean {
  const [head, shortest] = [200, 6];
  const cuts = Array.from({ length: words.length - shortest }, (_, index) => index + 1);
  return pages.some((page, index) => {
    const top = (pages[index + 1] ?? '').slice(0, head);
    // Notes in the margin and the foot may stand between the two.
    const isCutAt = (cut: number) =>
      page.includes(words.slice(0, cut)) && top.includes(words.slice(cut));
    return page.includes(words) || cuts.some(isCutAt);
  });
}

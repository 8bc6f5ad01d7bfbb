/** What a printed page keeps together, and how its parts are tagged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { newCard } from '../domain/briefing/entries.js';
import { fullEdition, type Edition } from '../domain/publication/edition.js';
import { forReaders } from '../publish/formats.js';
import { LookedAt } from '../publish/pdf/lint/looked-at.js';
import { Typesetter } from '../typst/typesetter.js';
import { printDocument, template } from './print-document.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = new Typesetter(template, await fontsForTests());
});

function print(
  { briefing, texts }: Pick<Bundle, 'briefing' | 'texts'>,
  edition: Partial<Edition> = {}
): Promise<Uint8Array> {
  const parts = [{ briefing, texts }];
  const job = forReaders({ title: null, parts, edition: { ...fullEdition, ...edition } });
  return printDocument(job, {}, typesetter);
}

/** The words of each page. */
async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  return (await extractText(pdf, { mergePages: false })).text;
}

async function lookAt(pdf: Uint8Array): Promise<LookedAt> {
  return new LookedAt(await PDFDocument.load(pdf, { updateMetadata: false }), pdf);
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

test('the title is the first heading, and what stands below it is told below it, in bookmarks too', async () => {
  const pdf = await print(sample);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const looked = new LookedAt(document, pdf);
  const headings = looked.elements.map(({ type }) => type).filter((type) => /^H\d$/.test(type));
  expect(headings[0]).toBe('H1');
  expect(new Set(headings.slice(1))).toEqual(new Set(['H2']));
  const opened = await getDocumentProxy(pdf.slice());
  const [title, ...others] = (await opened.getOutline()) as readonly Bookmark[];
  expect(title?.title).toBe(sample.briefing.title);
  expect(others).toEqual([]);
  const below = title?.items.map((each) => each.title);
  expect(below?.slice(0, 2)).toEqual(['Bottom line', 'What it rests on']);
  expect(below).not.toContain('Contents');
  expect(below).toContain(sample.briefing.cards[0]?.heading);
});

test('a page of changes is one page, with a colon behind what kind each change is', async () => {
  const pages = await pagesOf(await print(sample, { template: 'changes' }));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Reversed: + Supports');
});

test('no page parts what leads on from its quote, nor cuts a short table', async () => {
  const cards = Array.from({ length: 40 }, (_, index) =>
    newCard('fact', {
      heading: `Card ${index}`,
      body: `Lead${index}:\n\n> Quoted${index} words\n> in two lines\n\n| A | B |\n|---|---|\n| First${index} | 1 |\n| x | 2 |\n| x | 3 |\n| x | 4 |\n| Last${index} | 5 |\n\nEnd of ${'it. '.repeat(index % 7)}`
    })
  );
  const pages = await pagesOf(
    await print({ briefing: { ...emptyBriefing('Pages'), cards }, texts: {} })
  );
  expect(pages.length).toBeGreaterThan(5);
  const pageOf = (words: string) => pages.findIndex((page) => page.split(/\s+/u).includes(words));
  for (const index of cards.keys()) {
    expect(pageOf(`Lead${index}:`)).toBe(pageOf(`Quoted${index}`));
    expect(pageOf(`First${index}`)).toBe(pageOf(`Last${index}`));
  }
});

test('notes beside their words and at the end are tagged as notes, key points of a brief as a list', async () => {
  const full = await lookAt(await print(sample));
  expect(full.ofType('Note')).toHaveLength(47);
  // The timeline.
  expect(full.ofType('Figure')).toHaveLength(1);
  const brief = await lookAt(await print(sample, { template: 'brief' }));
  expect(brief.ofType('LI').length).toBeGreaterThanOrEqual(5);
});

test('a last page that would be nearly empty is filled by larger type', async () => {
  const ends: number[] = [];
  for (const paragraphs of [25, 26, 38, 39]) {
    const body = Array.from({ length: paragraphs }, () => 'One of some lines. '.repeat(14)).join(
      '\n\n'
    );
    const cards = [newCard('fact', { heading: 'Long', body })];
    const pages = await pagesOf(
      await print({ briefing: { ...emptyBriefing('Ends'), cards }, texts: {} })
    );
    expect(pages.length).toBeGreaterThan(2);
    ends.push((pages.at(-1) ?? '').split('One of').length);
  }
  // A page holds about 150 sentences; in the usual type there would be 14 and 28 on the last.
  expect(Math.min(...ends)).toBeGreaterThan(40);
});

test('a link of the contents is called aloud by the heading that it leads to', async () => {
  const cards = ['First', 'Second'].map((heading) => newCard('fact', { heading, body: 'Words.' }));
  const briefing = { ...emptyBriefing('Linked'), cards };
  const job = { title: 'Book', parts: [{ briefing, texts: {} }], edition: fullEdition };
  const pdf = await printDocument(job, {}, typesetter);
  const loaded = await PDFDocument.load(pdf, { updateMetadata: false });
  const links = loaded.getPage(0).node.Annots()?.asArray() ?? [];
  const told = links.map((ref) => {
    const words = loaded.context.lookup(ref, PDFDict).lookup(PDFName.of('Contents'));
    return words instanceof PDFHexString || words instanceof PDFString ? words.decodeText() : '';
  });
  expect(told).toEqual(expect.arrayContaining(['First', 'Second']));
});

import { expect, test } from 'vitest';
import { emptyBriefing } from '../../briefing/briefing.js';
import { newCard } from '../../briefing/entries.js';
import { composeBook } from '../book.js';
import { fullEdition, type Template } from '../edition.js';
import type { DocumentTree } from './document.js';
import { fitted, stillFits } from './fit.js';

const sentence = (length: number) => `${'word '.repeat(length / 5).trim()}.`;
const briefing = {
  ...emptyBriefing('Peace'),
  date: '2025-08-17',
  cards: [390, 280, 230, 180, 150, 120].map((length, index) =>
    newCard('fact', { heading: `Card ${index}`, body: sentence(length) })
  )
};

function bookOf(template: Template, title: string | null = null, copies = 1) {
  const parts = Array.from({ length: copies }, () => ({ briefing, texts: {} }));
  return composeBook({ title, parts, edition: { ...fullEdition, template } });
}

/** Lays out by counting letters, smaller ones where the type is tight. */
function layOut(room: number) {
  const seen: DocumentTree[] = [];
  return {
    seen,
    layOut: (tree: DocumentTree) => {
      seen.push(tree);
      const size = JSON.stringify(tree.chapters).length * (tree.isTight ? 0.8 : 1);
      const pages = Math.ceil(size / room) + (tree.titlePage ? 1 : 0);
      return Promise.resolve({ tree, pages, size });
    }
  };
}

test('a brief tells all where that fits, and is laid out once', async () => {
  const { seen, layOut: at } = layOut(1_000_000);
  const { tree } = await fitted(bookOf('brief'), at);
  expect(seen).toEqual([tree]);
  expect(JSON.stringify(tree)).toContain(sentence(390));
});

test('a card of many lines tells all of them where they fit, and fewer where they do not', async () => {
  const lines = Array.from({ length: 12 }, (_, n) => `Line ${n} says that much.`);
  const card = newCard('fact', {
    heading: 'Who',
    body: lines.map((each) => `- ${each}`).join('\n')
  });
  const parts = [{ briefing: { ...briefing, cards: [card] }, texts: {} }];
  const book = composeBook({ title: null, parts, edition: { ...fullEdition, template: 'brief' } });
  const { seen, layOut: at } = layOut(1_000_000);
  const { tree, size } = await fitted(book, at);
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(tree)).toContain(lines.at(-1));
  expect(JSON.stringify(tree)).not.toContain('In the full briefing');
  const less = await fitted(book, layOut(size - 1).layOut);
  expect(JSON.stringify(less.tree)).toContain('In the full briefing: Who');
});

test('a brief is the version that tells most of those that fit, the usual type before the smaller', async () => {
  const { size: whole } = await fitted(bookOf('brief'), layOut(1_000_000).layOut);
  for (let room = whole; room > whole / 3; room -= 97) {
    const { seen, layOut: at } = layOut(room);
    const { tree, pages, size } = await fitted(bookOf('brief'), at);
    if (pages === 1) expect(size).toBeLessThanOrEqual(room);
    // Of all that were tried, none that fits tells more in type of the same size.
    for (const tried of seen.filter(({ isTight }) => isTight === tree.isTight)) {
      const length = JSON.stringify(tried.chapters).length;
      const isOver = length * (tried.isTight ? 0.8 : 1) > room;
      expect(isOver || length <= JSON.stringify(tree.chapters).length).toBe(true);
    }
    expect(seen.length).toBeLessThanOrEqual(10);
  }
});

test('where no version fits, the last comes back with its pages', async () => {
  const { pages } = await fitted(bookOf('brief'), layOut(10).layOut);
  expect(pages).toBeGreaterThan(1);
});

test('the briefs of a book are fitted each by itself', async () => {
  const { layOut: at } = layOut(1_000_000);
  const { tree } = await fitted(bookOf('brief', 'Two', 2), at);
  expect(tree.titlePage?.title).toBe('Two');
  expect(tree.chapters.map(({ prefix }) => prefix)).toEqual(['b1-', 'b2-']);
});

test.each([
  [8, false],
  [9, true]
])('a briefing of %d pages has a list of contents: %s', async (pages, isListed) => {
  const { showContents } = await fitted(bookOf('full'), (tree) =>
    Promise.resolve({ pages, ...tree })
  );
  expect(showContents).toBe(isListed);
});

test('a long one is laid out with its list at once, and without only where the list could decide', async () => {
  const cards = briefing.cards.map((card) => ({ ...card, body: sentence(10_000) }));
  const book = composeBook({
    title: null,
    parts: [{ briefing: { ...briefing, cards }, texts: {} }],
    edition: fullEdition
  });
  const layOut = (pages: number) => {
    const seen: boolean[] = [];
    const done = fitted(book, ({ showContents }) => {
      seen.push(showContents);
      return Promise.resolve({ pages: pages + Number(showContents), showContents });
    });
    return done.then(({ showContents }) => ({ seen, showContents }));
  };
  expect(await layOut(30)).toEqual({ seen: [true], showContents: true });
  expect(await layOut(9)).toEqual({ seen: [true, false], showContents: true });
  expect(await layOut(8)).toEqual({ seen: [true, false], showContents: false });
});

test.each([
  ['brief', true, 1, true],
  ['brief', true, 2, false],
  ['changes', true, 1, true],
  ['changes', true, 2, false],
  ['full', false, 8, true],
  ['full', false, 9, false],
  ['full', true, 10, true],
  // Without its list it may be one page less.
  ['full', true, 9, false]
] as const)(
  'a version of the template %s, with contents %s, that has %d pages now still fits: %s',
  (template, showContents, pages, fits) => {
    expect(stillFits(bookOf(template), { detail: {}, showContents, scale: 1 }, pages)).toBe(fits);
  }
);

test.each([
  ['that is fuller then', { filled: 0.6, pages: 3 }, true],
  ['that is no fuller then', { filled: 0.05, pages: 3 }, false]
])(
  'a document whose last page is nearly empty is set larger once: one %s',
  async (_which, then, isTaken) => {
    const seen: number[] = [];
    const { scale } = await fitted(bookOf('full'), (tree) => {
      seen.push(tree.scale);
      const lastPage = tree.scale > 1 ? then : { filled: 0.1, pages: 3 };
      return Promise.resolve({ pages: 3, lastPage, scale: tree.scale });
    });
    expect(seen).toEqual([1, expect.any(Number)]);
    expect(seen[1]).toBeGreaterThan(1);
    expect(scale > 1).toBe(isTaken);
  }
);

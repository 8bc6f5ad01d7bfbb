import { expect, test } from 'vitest';
import { emptyBriefing } from '../../briefing/briefing.js';
import { newCard } from '../../briefing/entries.js';
import { composeBook } from '../book.js';
import { fullEdition, type Template } from '../edition.js';
import type { DocumentTree } from './document.js';
import { fitted } from './fit.js';

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

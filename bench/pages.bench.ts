/**
 * Pages while somebody writes: how long a document takes until its page is there again after a word has
 * changed, and by how much the program grows over 60 such changes. Typst runs in a thread of its own here
 * as in the program, so the memory is that of both.
 */
import { fontsForTests } from '../scripts/building/fonts-for-tests.mjs';
import { composeBook } from '../src-main/domain/publication/book.js';
import { fullEdition } from '../src-main/domain/publication/edition.js';
import { template, treeFiles } from '../src-main/printing/print-document.js';
import { documentOfBook } from '../src-main/domain/publication/document/document-of.js';
import { makeBundle } from '../src-main/publish/testing/bundle.js';
import { Typesetter } from '../src-main/typst/typesetter.js';
import { median } from './median.js';

export const title = 'a word changes → the page is there again';

interface Row {
  readonly pages: number;
  readonly 'first ms': number;
  /** The median of the changes. */
  readonly 'changed ms': number;
  /** Of the making of the document alone, without Typst. */
  readonly 'of it ours ms': number;
  readonly 'growth MB': number;
}

const changes = 60;

export async function measure(): Promise<Row[]> {
  const fonts = await fontsForTests();
  const rows: Row[] = [];
  for (const asked of [3, 20, 92]) rows.push(await write(asked, new Typesetter(template, fonts)));
  return rows;
}

async function write(asked: number, typesetter: Typesetter): Promise<Row> {
  const { briefing, texts } = makeBundle(asked);
  const at = async (time: number) => {
    const begun = performance.now();
    const cards = briefing.cards.map((card, index) =>
      index === 1 ? { ...card, body: `${card.body} Word ${time}.` } : card
    );
    const parts = [{ briefing: { ...briefing, cards }, texts }];
    const tree = documentOfBook(composeBook({ title: null, parts, edition: fullEdition }));
    const files = treeFiles(tree);
    const made = performance.now();
    const set = { ...files, createdAt: briefing.createdAt, make: 'look' } as const;
    const { pages } = await typesetter.typeset(set);
    return { pages, ours: made - begun, all: performance.now() - begun };
  };
  const first = await at(0);
  // What is made once, such as the memory of the second document beside the first.
  await at(1);
  const before = process.memoryUsage.rss();
  const costs = [];
  for (let time = 0; time < changes; time += 1) costs.push(await at(time + 2));
  return {
    pages: first.pages,
    'first ms': Math.round(first.all),
    'changed ms': Math.round(median(costs.map(({ all }) => all))),
    'of it ours ms': Math.round(median(costs.map(({ ours }) => ours))),
    'growth MB': Math.round((process.memoryUsage.rss() - before) / 1_000_000)
  };
}

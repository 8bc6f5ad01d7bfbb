/**
 * The print page: told to, it asks main what to print, lays it out, and says when every glyph and
 * picture stands. It is never shown to a person and holds one document at a time.
 */
import '../styles/tokens.css';
import '../styles/fonts.css';
import './styles/print.css';
import type { Args, MethodName, Value } from '../../src-main/domain/api.js';
import { composeBook, type Book } from '../../src-main/domain/publication/book.js';
import { chapterRule, marginsOfFirst, pageRule, usualMargins } from './pages/page-rule.js';
import { laidOut, PrintedPages } from './pages/printed-pages.svelte.js';

const pages = new PrintedPages(rootOf(document));

window.standpoint.on('printJob', () => void print().catch(reportFailed));
window.standpoint.on('pageNumbers', (numbers) => {
  pages.setNumbers(numbers);
  void reportReady().catch(reportFailed);
});
window.standpoint.on('contentsList', (listed) => {
  pages.setListed(listed);
  void reportReady().catch(reportFailed);
});
window.standpoint.on('pageScale', (scale) => void showScaled(scale).catch(reportFailed));
// It listens: the first document may come.
void call('print.ready');

let shown: Book | null = null;

async function print(): Promise<void> {
  await pages.clear();
  const job = await call('print.job');
  shown = composeBook(job);
  await show(shown);
  await reportReady();
}

/** What was measured at another scale is measured anew. */
async function showScaled(scale: number): Promise<void> {
  if (!shown) throw new Error('There is no document to scale');
  const { isListed } = pages;
  await pages.clear();
  pages.setScale(scale);
  await show(shown);
  pages.setListed(isListed);
  await reportReady();
}

async function show(book: Book): Promise<void> {
  const { title, titlePage, marking, edition, words, direction, chapters } = book;
  document.title = title;
  document.documentElement.lang = words.language;
  document.documentElement.dir = direction;
  document.documentElement.classList.toggle('large-print', edition.largePrint);
  const first = titlePage ? usualMargins : marginsOfFirst(edition);
  const heads = chapters.map(({ prefix, publication }) =>
    titlePage
      ? chapterRule(edition.paper, prefix, publication.title, publication.marking, direction)
      : ''
  );
  adopt(pageRule(edition.paper, title, marking, { words, direction }, first) + heads.join(''));
  await pages.show(book);
}

function adopt(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

function rootOf(page: Document): HTMLElement {
  const root = page.querySelector('main');
  if (!root) throw new Error('The print page has no place for a document');
  return root;
}

async function reportReady(): Promise<void> {
  await laidOut();
  await Promise.all([...document.images].map((image) => image.decode().catch(leaveBroken)));
  await call('print.ready');
}

async function reportFailed(fault: unknown): Promise<void> {
  await call(
    'print.failed',
    fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  );
}

/** A picture that cannot be decoded prints as its alternative text; the document goes out without it. */
function leaveBroken(): void {}

async function call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Value<M>> {
  const result = await window.standpoint.call(method, ...args);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

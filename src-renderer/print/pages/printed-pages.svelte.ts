/** What stands on the print page: one briefing, or a book of several, until the next takes its place. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import type { Book } from '../../../src-main/domain/publication/book.js';
import { inChapter } from '../../../src-main/domain/publication/marks.js';
import {
  placeholderFor,
  type Publication
} from '../../../src-main/domain/publication/publication.js';
import type { PrintedWords } from '../../../src-main/domain/terms/printed/en.js';
import { changeDetails, wholeQuotes } from '../change-detail.js';
import { wordsContext } from '../printed-words.js';
import { marginsOfFirst, usualMargins, type Margins } from './page-rule.js';
import PrintedBrief from '../PrintedBrief.svelte';
import PrintedBriefing from '../PrintedBriefing.svelte';
import PrintedBook from '../PrintedBook.svelte';
import PrintedChanges from '../PrintedChanges.svelte';
import type { PaperSize } from '../../../src-main/domain/publication/edition.js';

export class PrintedPages {
  readonly #root: HTMLElement;
  #mounted: ReturnType<typeof mount>[] = [];
  /** On which page each anchor came to stand: known only once the document has been printed. */
  #numbers = $state.raw<Readonly<Record<string, number>>>({});

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#mounted.map((each) => unmount(each)));
    this.#mounted = [];
    this.#root.replaceChildren();
    this.#numbers = {};
  }

  setNumbers(numbers: Readonly<Record<string, number>>): void {
    this.#numbers = numbers;
    flushSync();
  }

  /** While none is known the placeholder of the entry with this index, as wide as any number. */
  readonly #pageOf = (anchor: string, index: number): string =>
    String(this.#numbers[anchor] ?? placeholderFor(index));

  async show(book: Book): Promise<void> {
    if (!book.titlePage) {
      for (const { publication } of book.chapters) {
        await this.#showPublication(this.#root, publication, true);
      }
      return;
    }
    this.#mount(PrintedBook, this.#root, { book, pageOf: this.#pageOf }, book.words);
    for (const { prefix, publication } of book.chapters) {
      const chapter = document.createElement('div');
      chapter.className = 'chapter';
      chapter.id = `${prefix}chapter`;
      this.#root.append(chapter);
      await this.#showPublication(chapter, publication, false);
      setApart(chapter, prefix);
    }
  }

  async #showPublication(
    target: HTMLElement,
    publication: Publication,
    isAlone: boolean
  ): Promise<void> {
    const { edition, changes, words } = publication;
    const { template, paper } = edition;
    if (template === 'brief') {
      const tries = [400, 300, 240, 190, 160, 135, 115, 95, 80, 65, 0].map((detail) => ({
        publication,
        detail
      }));
      await this.#showFitting(target, PrintedBrief, tries, words, () => fitsOnPage(target, paper));
    } else if (template === 'changes') {
      if (!changes) throw new Error('This edition tells no changes');
      const first = isAlone ? marginsOfFirst(edition) : usualMargins;
      const fitting = changeDetails.map((detail) => ({ detail, goesOn: false }));
      const tries = [...fitting, { detail: wholeQuotes, goesOn: true }].map((look) => ({
        publication,
        changes,
        ...look
      }));
      await this.#showFitting(target, PrintedChanges, tries, words, () =>
        fitsOnPage(target.querySelector('.changes-page'), paper, first)
      );
    } else {
      const pageOf = isAlone ? this.#pageOf : null;
      this.#mount(PrintedBriefing, target, { publication, pageOf }, words);
      await laidOut();
      fitTables(target, paper);
    }
  }

  /** The first of the tries that fits on its page; where none does, the last, and main says what runs over. */
  async #showFitting<Props extends Record<string, unknown>>(
    target: HTMLElement,
    component: Component<Props>,
    tries: readonly Props[],
    words: PrintedWords,
    fits: () => boolean
  ): Promise<void> {
    for (const props of tries) {
      const page = this.#mount(component, target, props, words);
      await laidOut();
      if (props === tries.at(-1) || fits()) return;
      await this.#unmount(page);
    }
  }

  async #unmount(page: ReturnType<typeof mount>): Promise<void> {
    this.#mounted = this.#mounted.filter((each) => each !== page);
    await unmount(page);
  }

  #mount<Props extends Record<string, unknown>>(
    component: Component<Props>,
    target: HTMLElement,
    props: Props,
    words: PrintedWords
  ): ReturnType<typeof mount> {
    const mounted = mount(component, { target, props, context: wordsContext(words) });
    this.#mounted.push(mounted);
    flushSync();
    return mounted;
  }
}

/** Fonts begin to load when layout first needs them, and `ready` waits only for what has begun. */
export async function laidOut(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}

/** UTF-16 units of a word that may go on in the next line of its cell, such as an address. */
const longestUnbroken = 24;

/** Of tables in running text: long words may break, then the type gets smaller, then all words, and last numbers. */
function fitTables(target: HTMLElement, paper: PaperSize): void {
  const tables = [...target.querySelectorAll('.text table, table.figures')];
  const crowded = () =>
    tables.filter(({ scrollWidth, parentElement: around }) => scrollWidth > widthOf(around) + 1);
  const widthOf = (element: Element | null) => element?.clientWidth ?? 0;
  const isLong = ({ textContent }: Element) =>
    textContent.split(/\s/u).some(({ length }) => length > longestUnbroken);
  target.style.width = `${sizes[paper][0] - 2 * usualMargins.side}mm`;
  for (const table of tables) breakCells(table, isLong);
  for (const table of crowded()) table.classList.add('crowded');
  for (const table of crowded()) breakCells(table, ({ textContent }) => !/\d/u.test(textContent));
  for (const table of crowded()) breakCells(table, () => true);
  target.style.width = '';
}

function breakCells(table: Element, which: (cell: Element) => boolean): void {
  for (const cell of table.querySelectorAll('td, th')) {
    if (which(cell)) cell.classList.add('breakable');
  }
}

/** Puts the prefix before every anchor in a chapter and every link to one; they stay inside it. */
function setApart(chapter: HTMLElement, prefix: string): void {
  for (const element of chapter.querySelectorAll('[id]')) element.id = prefix + element.id;
  for (const link of chapter.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    const own = address.startsWith('#')
      ? `#${prefix}${address.slice(1)}`
      : inChapter(address, prefix);
    link.setAttribute('href', own);
  }
}

/** Width and height, in millimetres. */
const sizes: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4]
};
/** CSS pixels (1/96 inch). */
const perMillimetre = 96 / 25.4;

/** Lays `element` out at the width of the page, which a window has not. */
function fitsOnPage(
  element: HTMLElement | null,
  paper: PaperSize,
  { top, side, bottom }: Margins = usualMargins
): boolean {
  if (!element) return true;
  const [width, height] = sizes[paper];
  element.style.width = `${width - 2 * side}mm`;
  const tall = element.getBoundingClientRect().height;
  element.style.width = '';
  return tall <= (height - top - bottom) * perMillimetre;
}

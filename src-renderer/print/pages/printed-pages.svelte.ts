/**
 * What stands on the print page: one briefing, or a book of several, until the next takes its place.
 * Over 300 lines because its parts are measured where they stand, one after the other.
 */
import { flushSync, mount, unmount, type Component } from 'svelte';
import type { Book } from '../../../src-main/domain/publication/book.js';
import { briefDetails } from '../../../src-main/domain/publication/brief-on-page.js';
import { inChapter } from '../../../src-main/domain/publication/marks.js';
import {
  pagesWithoutContents,
  placeholderFor,
  type Publication
} from '../../../src-main/domain/publication/publication.js';
import { en, type PrintedWords } from '../../../src-main/domain/terms/printed/en.js';
import { changeDetails } from '../../../src-main/domain/publication/document/changed.js';
import { wordsContext } from '../printed-words.js';
import { fitMapNotes } from './fit-map-notes.js';
import { partsOfContents } from './break-contents.js';
import { fillEmptyCells, joinEndnotes, keepLanguages, nameHeads } from './keep-structure.js';
import { keepFittingNotes, packEndNotes } from './place-notes.js';
import { marginsOfFirst, usualMargins, type Margins } from './page-rule.js';
import { wideMargins } from '../map-sizes.js';
import PrintedBrief from '../PrintedBrief.svelte';
import PrintedBriefing from '../PrintedBriefing.svelte';
import PrintedBook from '../PrintedBook.svelte';
import PrintedSheet from '../PrintedSheet.svelte';
import PrintedChanges from '../PrintedChanges.svelte';
import type { Edition, PaperSize } from '../../../src-main/domain/publication/edition.js';

export class PrintedPages {
  readonly #root: HTMLElement;
  #mounted: ReturnType<typeof mount>[] = [];
  /** On which page each anchor came to stand: known only once the document has been printed. */
  #numbers = $state.raw<Readonly<Record<string, number>>>({});
  /** Whether one briefing by itself has a contents list: known once it is laid out. */
  #listed = $state(false);

  /** Anchors that the contents list of one briefing by itself names. */
  #entries: readonly string[] = [];

  #words: PrintedWords = en;

  #scale = 1;

  /** Parts the list as the pages hold it, once it stands there. */
  #breakContents: () => void = () => undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#mounted.map((each) => unmount(each)));
    this.#mounted = [];
    this.#root.replaceChildren();
    this.#numbers = {};
    this.#listed = false;
    this.setScale(1);
  }

  get isListed(): boolean {
    return this.#listed;
  }

  /** By how much what is shown next is larger or smaller; see large-print.css and text.css. */
  setScale(scale: number): void {
    this.#scale = scale;
    document.documentElement.style.setProperty('--scale', String(scale));
  }

  setListed(listed: boolean): void {
    this.#listed = listed;
    flushSync();
    if (listed) this.#breakContents();
    flushSync();
  }

  /** No number of an entry of the list: the document was printed without it. */
  setNumbers(numbers: Readonly<Record<string, number>>): void {
    this.#numbers = numbers;
    this.#listed = this.#entries.length > 0 && this.#entries.every((anchor) => anchor in numbers);
    flushSync();
  }

  /** While none is known the placeholder of the entry with this index, as wide as any number. */
  readonly #pageOf = (anchor: string, index: number): string =>
    this.#words.digits(String(this.#numbers[anchor] ?? placeholderFor(index)));

  async show(book: Book): Promise<void> {
    this.#words = book.words;
    await this.#showAll(book);
    nameHeads(this.#root);
    fillEmptyCells(this.#root);
    keepLanguages(this.#root);
    joinEndnotes(this.#root);
  }

  async #showAll(book: Book): Promise<void> {
    if (!book.titlePage) {
      for (const { publication } of book.chapters) {
        if (book.isSheet) {
          this.#mount(PrintedSheet, this.#addPart(publication), { publication }, book.words);
          continue;
        }
        await this.#showPublication(this.#addPart(publication), publication, true);
      }
      return;
    }
    this.#mount(PrintedBook, this.#addPart(book), { book, pageOf: this.#pageOf }, book.words);
    for (const { prefix, publication } of book.chapters) {
      const chapter = this.#addPart(publication);
      chapter.classList.add('chapter');
      chapter.id = `${prefix}chapter`;
      await this.#showPublication(chapter, publication, false);
      setApart(chapter, prefix);
    }
  }

  /** A place for what is written in one language. */
  #addPart({ words, direction }: Pick<Book, 'words' | 'direction'>): HTMLElement {
    const part = document.createElement('div');
    part.className = 'document-part';
    part.lang = words.language;
    part.dir = direction;
    this.#root.append(part);
    return part;
  }

  async #showPublication(
    target: HTMLElement,
    publication: Publication,
    isAlone: boolean
  ): Promise<void> {
    const { edition, changes, words } = publication;
    const { template, paper } = edition;
    if (template === 'brief') {
      // In large print it may take more than one page.
      const details = edition.largePrint ? briefDetails.slice(0, 1) : briefDetails;
      const tries = details.map((detail) => ({ publication, detail }));
      await this.#showFitting(target, PrintedBrief, tries, words, () =>
        fitsOnPage(target, edition, this.#scale)
      );
      if (edition.largePrint) layOnSide(target);
    } else if (template === 'changes') {
      if (!changes) throw new Error('This edition tells no changes');
      const first = isAlone ? marginsOfFirst(edition) : usualMargins;
      const tries = changeDetails.map((detail) => ({ publication, changes, detail }));
      await this.#showFitting(target, PrintedChanges, tries, words, () =>
        fitsOnPage(target.querySelector('.changes-page'), edition, this.#scale, first)
      );
    } else {
      const pageOf = isAlone ? this.#pageOf : null;
      let beside = $state.raw<ReadonlySet<number> | null>(null);
      let contentsParts = $state.raw<readonly number[]>([0]);
      const props = {
        publication,
        pageOf,
        isListed: () => this.#listed,
        get beside() {
          return beside;
        },
        get contentsParts() {
          return contentsParts;
        }
      };
      if (isAlone) this.#entries = publication.contents.map(({ anchor }) => anchor);
      this.#mount(PrintedBriefing, target, props, words);
      await laidOut();
      if (edition.largePrint) layOnSide(target);
      target.style.width = widthOf(edition, this.#scale);
      fitTables(target);
      fitMapNotes(target, ...wideRoom(edition));
      beside = keepFittingNotes(target, !edition.largePrint);
      flushSync();
      giveAnchors(target);
      packEndNotes(target);
      const page = heightOf(paper, usualMargins);
      const tall = target.getBoundingClientRect().height;
      target.style.width = '';
      this.#breakContents = () => {
        target.style.width = widthOf(edition, this.#scale);
        if (!edition.largePrint) contentsParts = partsOfContents(target, page);
        target.style.width = '';
      };
      // Chromium alone knows how many pages it will be; where this is wrong, it is printed once more.
      if (isAlone) this.setListed(tall / page > pagesWithoutContents);
      return;
    }
    target.style.width = widthOf(edition, this.#scale);
    packEndNotes(target);
    target.style.width = '';
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
function fitTables(target: HTMLElement): void {
  const tables = [...target.querySelectorAll('.text table, table.figures')];
  const crowded = () =>
    tables.filter(
      ({ scrollWidth, parentElement: around }) => scrollWidth > (around?.clientWidth ?? 0) + 1
    );
  const isLong = ({ textContent }: Element) =>
    textContent.split(/\s/u).some(({ length }) => length > longestUnbroken);
  for (const table of tables) breakCells(table, isLong);
  for (const table of crowded()) table.classList.add('crowded');
  for (const table of crowded()) breakCells(table, ({ textContent }) => !/\d/u.test(textContent));
  for (const table of crowded()) breakCells(table, () => true);
}

/** In large print only the long side of a page holds the columns of these. */
function layOnSide(target: HTMLElement): void {
  for (const part of target.querySelectorAll('.matrix, .timeline, .ledger')) {
    const section = part.closest('section');
    section?.classList.add('wide');
    // What follows it in a brief would else stand alone on an upright page.
    let next = section?.nextElementSibling;
    for (; next?.matches('.from'); next = next.nextElementSibling) next.classList.add('wide');
  }
}

/** What is told beside its words alone is where its number leads. */
function giveAnchors(target: HTMLElement): void {
  for (const note of target.querySelectorAll<HTMLElement>('.margin-note')) {
    const anchor = `note-${note.dataset['number']}`;
    if (!target.querySelector(`[id="${anchor}"]`)) note.id = anchor;
  }
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
/** By which large print is larger, as in large-print.css. */
const zoom = 1.6;

/** Of the words on an upright page, as a style that the page's zoom will change. */
function widthOf(
  { paper, largePrint }: Edition,
  scale: number,
  { side }: Margins = usualMargins
): string {
  return `${(sizes[paper][0] - 2 * side) / ((largePrint ? zoom : 1) * scale)}mm`;
}

/** CSS pixels (1/96 inch). */
const perMillimetre = 96 / 25.4;

/** Of what a page on its side holds: its width as a style, and its height in CSS pixels. */
function wideRoom({ paper, largePrint }: Edition): readonly [string, number] {
  const [short, long] = sizes[paper];
  const { top, side, bottom } = wideMargins;
  return [
    `${(long - 2 * side) / (largePrint ? zoom : 1)}mm`,
    (short - top - bottom) * perMillimetre
  ];
}

/** Lays `element` out at the width of the page, which a window has not. */
function fitsOnPage(
  element: HTMLElement | null,
  edition: Edition,
  scale: number,
  margins: Margins = usualMargins
): boolean {
  if (!element) return true;
  element.style.width = widthOf(edition, scale, margins);
  const tall = element.getBoundingClientRect().height;
  element.style.width = '';
  return tall <= heightOf(edition.paper, margins);
}

/** Of what a page holds, in CSS pixels. */
function heightOf(paper: PaperSize, { top, bottom }: Margins): number {
  return (sizes[paper][1] - top - bottom) * perMillimetre;
}

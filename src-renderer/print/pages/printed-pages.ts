/** What stands on the print page: one briefing, or a book of several, until the next takes its place. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import type { Book } from '../../../src-main/domain/publication/book.js';
import { inChapter } from '../../../src-main/domain/publication/marks.js';
import type { Publication } from '../../../src-main/domain/publication/publication.js';
import { changeDetails, wholeQuotes } from '../change-detail.js';
import { marginsOfFirst, usualMargins, type Margins } from './page-rule.js';
import type { PageNumbers } from './page-numbers.svelte.js';
import PrintedBrief from '../PrintedBrief.svelte';
import PrintedBriefing from '../PrintedBriefing.svelte';
import PrintedBook from '../PrintedBook.svelte';
import PrintedChanges from '../PrintedChanges.svelte';
import type { Paper } from '../../../src-main/domain/publication/edition.js';

export class PrintedPages {
  readonly #root: HTMLElement;
  #mounted: ReturnType<typeof mount>[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#mounted.map((each) => unmount(each)));
    this.#mounted = [];
    this.#root.replaceChildren();
  }

  async show(book: Book, pageNumbers: PageNumbers): Promise<void> {
    if (!book.titlePage) {
      for (const { publication } of book.chapters) {
        await this.#showPublication(this.#root, publication, pageNumbers);
      }
      return;
    }
    this.#mount(PrintedBook, this.#root, { book, pageNumbers });
    for (const { prefix, publication } of book.chapters) {
      const chapter = document.createElement('div');
      chapter.className = 'chapter';
      chapter.id = `${prefix}chapter`;
      this.#root.append(chapter);
      await this.#showPublication(chapter, publication, null);
      setApart(chapter, prefix);
    }
  }

  async #showPublication(
    target: HTMLElement,
    publication: Publication,
    pageNumbers: PageNumbers | null
  ): Promise<void> {
    const { edition } = publication;
    if (edition.template === 'brief') await this.#showBrief(target, publication);
    else if (edition.template === 'changes') {
      const first = pageNumbers ? marginsOfFirst(edition) : usualMargins;
      await this.#showChanges(target, publication, first);
    } else this.#mount(PrintedBriefing, target, { publication, pageNumbers });
  }

  /** With as much detail as fits on the page; where nothing does, main says what runs over. */
  async #showBrief(target: HTMLElement, publication: Publication): Promise<void> {
    for (const detail of [190, 160, 135, 115, 95, 80, 65, 0]) {
      const brief = this.#mount(PrintedBrief, target, { publication, detail });
      await laidOut();
      if (detail === 0 || fitsOnPage(target, publication.edition.paper)) return;
      await this.#unmount(brief);
    }
  }

  /** With as much detail as fits on the page; where nothing does, it goes on, and main says what runs over. */
  async #showChanges(target: HTMLElement, publication: Publication, first: Margins): Promise<void> {
    const { changes, edition } = publication;
    if (!changes) throw new Error('This edition tells no changes');
    for (const detail of changeDetails) {
      const props = { publication, changes, detail, goesOn: false };
      const page = this.#mount(PrintedChanges, target, props);
      await laidOut();
      if (fitsOnPage(target.querySelector('.changes-page'), edition.paper, first)) return;
      await this.#unmount(page);
    }
    this.#mount(PrintedChanges, target, {
      publication,
      changes,
      detail: wholeQuotes,
      goesOn: true
    });
  }

  async #unmount(page: ReturnType<typeof mount>): Promise<void> {
    this.#mounted = this.#mounted.filter((each) => each !== page);
    await unmount(page);
  }

  #mount<Props extends Record<string, unknown>>(
    component: Component<Props>,
    target: HTMLElement,
    props: Props
  ): ReturnType<typeof mount> {
    const mounted = mount(component, { target, props });
    this.#mounted.push(mounted);
    flushSync();
    return mounted;
  }
}

/** Fonts begin to load when layout first needs them. */
async function laidOut(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
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

/** Whether a document of one page would have one, before it is printed. */

/** Width and height, in millimetres. */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4]
};
/** CSS pixels (1/96 inch). */
const perMillimetre = 96 / 25.4;

/** Lays `element` out at the width of the page, which a window has not. */
function fitsOnPage(
  element: HTMLElement | null,
  paper: Paper,
  { top, side, bottom }: Margins = usualMargins
): boolean {
  if (!element) return true;
  const [width, height] = sizes[paper];
  element.style.width = `${width - 2 * side}mm`;
  const tall = element.getBoundingClientRect().height;
  element.style.width = '';
  return tall <= (height - top - bottom) * perMillimetre;
}

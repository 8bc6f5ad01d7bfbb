/** Which version of a document is printed: what is to stand on one page tells less and less until it fits. Knows no layout. */
import type { Book } from '../book.js';
import { type BriefDetail, briefDetails } from '../brief-on-page.js';
import { isBetter, scaleFor, type LastPage } from '../last-page.js';
import { hasContentsList, pagesWithoutContents } from '../publication.js';
import { changeDetails } from './changed.js';
import { documentOfBook, type Detail } from './document-of.js';
import type { DocumentTree } from './document.js';

/** A document differs between its versions by how much is told, whether it has a list of contents, and how large it is set. */
export interface DocumentVersion {
  readonly detail: Detail;
  readonly showContents: boolean;
  /** 1 is as usual. */
  readonly scale: number;
}

export function documentIn(
  book: Book,
  { detail, showContents, scale }: DocumentVersion
): DocumentTree {
  return { ...documentOfBook(book, detail), showContents, scale };
}

/** What lays a document out. */
export interface CountedPages {
  readonly pages: number;
  /** Of a document that can be set larger. */
  readonly lastPage?: LastPage | undefined;
}

/**
 * The version of the document that is to be printed, laid out. A brief is the one that tells most of those
 * that fit on one page; a page of changes the first of four. Where none fits, it is the last, whose `pages`
 * say so. A list of contents stands where one briefing has more than `pagesWithoutContents` pages without it. Where
 * the last page is nearly empty, the document is laid out once more, larger, and the better of both is taken.
 */
export async function fitted<L extends CountedPages>(
  book: Book,
  layOut: (tree: DocumentTree, version: DocumentVersion) => Promise<L>
): Promise<L> {
  const { edition, isSheet, titlePage } = book;
  const at = (detail: Detail, showContents = true, scale = 1) => {
    const version = { detail, showContents, scale };
    return layOut(documentIn(book, version), version);
  };
  if (!isSheet && edition.template === 'brief') return fittedBriefs(book, layOut);
  if (!titlePage && edition.template === 'changes') {
    for (const changes of changeDetails) {
      const laidOut = await at({ changes });
      if (laidOut.pages === 1 || changes === changeDetails.at(-1)) return laidOut;
    }
  }
  if (titlePage) return at({});
  const tree = documentOfBook(book);
  const set = (showContents: boolean, scale = 1) =>
    layOut({ ...tree, showContents, scale }, { detail: {}, showContents, scale });
  let showContents = isListed(book) && looksLong(book);
  const listed = showContents ? await set(true) : null;
  // What is so long with its list has too many pages without it, too.
  const isSure = listed !== null && listed.pages > pagesWithoutContents + mostPagesOfList(book);
  let usual = listed;
  if (usual === null || !isSure) {
    const plain = await set(false);
    showContents = isListed(book) && plain.pages > pagesWithoutContents;
    usual = showContents ? (listed ?? (await set(true))) : plain;
  }
  const scale = usual.lastPage && !isSheet && !edition.largePrint ? scaleFor(usual.lastPage) : null;
  if (scale === null) return usual;
  const larger = await set(showContents, scale);
  return larger.lastPage && isBetter(larger.lastPage, usual.lastPage!) ? larger : usual;
}

/**
 * Whether a version that `fitted` chose before still serves for a document in which words have changed, and
 * has this many pages now. A brief may have room for more by now.
 */
export function stillFits(book: Book, { showContents }: DocumentVersion, pages: number): boolean {
  const { edition, isSheet, titlePage } = book;
  if (isSheet || titlePage) return true;
  if (edition.template === 'brief') return edition.largePrint || pages === 1;
  if (edition.template === 'changes') return pages === 1;
  // The list itself can take a page.
  const isLong = isListed(book) && pages > pagesWithoutContents + (showContents ? 1 : 0);
  return isLong === showContents;
}

function isListed({ chapters }: Book): boolean {
  return chapters.some(({ publication }) => hasContentsList(publication));
}

/** Whether it may well have more pages than go without a list, by its letters: then it is laid out with one at once. */
function looksLong({ chapters }: Book): boolean {
  const letters = chapters
    .flatMap(({ publication: { cards, texts } }) => [
      ...cards.map(({ card }) => card.body.length),
      ...texts.map(({ text }) => text.length)
    ])
    .reduce((sum, each) => sum + each, 0);
  return letters > (pagesWithoutContents + 2) * lettersOfPage;
}
const lettersOfPage = 3_000;

/** The list itself, and what may move to the next page because of it. */
function mostPagesOfList({ chapters }: Book): number {
  const entries = chapters.reduce((sum, { publication }) => sum + publication.contents.length, 0);
  return 2 + Math.ceil(entries / entriesOfPage);
}
const entriesOfPage = 40;

/** Those of a book each by itself first. */
async function fittedBriefs<L extends CountedPages>(
  book: Book,
  layOut: (tree: DocumentTree, version: DocumentVersion) => Promise<L>
): Promise<L> {
  const at = (briefs: readonly BriefDetail[], of = book) => {
    const version = { detail: { briefs }, showContents: true, scale: 1 };
    return layOut(documentIn(of, version), version);
  };
  // In large print it may take more than one page.
  if (book.edition.largePrint) return at(book.chapters.map(() => briefDetails[0]!));
  if (!book.titlePage) return (await mostThatFits((detail) => at([detail]))).laidOut;
  const briefs: BriefDetail[] = [];
  for (const chapter of book.chapters) {
    const alone = { ...book, titlePage: false, chapters: [{ ...chapter, prefix: '' }] };
    const { detail } = await mostThatFits((brief) => at([brief], alone));
    briefs.push(detail);
  }
  return at(briefs);
}

interface Fitting<L> {
  readonly detail: BriefDetail;
  readonly laidOut: L;
}

/** Within the usual type as within the smaller, each version tells less than the one before it. */
const versions = [false, true].map((isTight) =>
  briefDetails.filter(({ tight }) => tight === isTight)
);

/** The last of all where none fits. */
async function mostThatFits<L extends CountedPages>(
  at: (detail: BriefDetail) => Promise<L>
): Promise<Fitting<L>> {
  let last: Fitting<L> | null = null;
  for (const details of versions) {
    last = await mostOf(details, async (detail) => ({ detail, laidOut: await at(detail) }));
    if (last.laidOut.pages === 1) break;
  }
  return last!;
}

/** By halving. The last where none fits. */
async function mostOf<L extends CountedPages>(
  details: readonly BriefDetail[],
  at: (detail: BriefDetail) => Promise<Fitting<L>>
): Promise<Fitting<L>> {
  const first = await at(details[0]!);
  if (first.laidOut.pages === 1 || details.length === 1) return first;
  let found = await at(details.at(-1)!);
  if (found.laidOut.pages > 1) return found;
  let [over, fits] = [0, details.length - 1];
  while (fits - over > 1) {
    const middle = (over + fits) >> 1;
    const tried = await at(details[middle]!);
    if (tried.laidOut.pages > 1) over = middle;
    else [fits, found] = [middle, tried];
  }
  return found;
}

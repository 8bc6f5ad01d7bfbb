/** Which version of a document is printed: what is to stand on one page tells less and less until it fits. Knows no layout. */
import type { Book } from '../book.js';
import { type BriefDetail, briefDetails } from '../brief-on-page.js';
import { hasContentsList, pagesWithoutContents } from '../publication.js';
import { changeDetails } from './changed.js';
import { documentOfBook, type Detail } from './document-of.js';
import type { DocumentTree } from './document.js';

/** What lays a document out. */
export interface CountedPages {
  readonly pages: number;
}

/**
 * The version of the document that is to be printed, laid out. A brief is the one that tells most of those
 * that fit on one page; a page of changes the first of four. Where none fits, it is the last, whose `pages`
 * say so. A list of contents stands where one briefing has more than `pagesWithoutContents` pages.
 */
export async function fitted<L extends CountedPages>(
  book: Book,
  layOut: (tree: DocumentTree) => Promise<L>
): Promise<L> {
  const { chapters, edition, isSheet, titlePage } = book;
  const at = (detail: Detail) => layOut(documentOfBook(book, detail));
  if (!isSheet && edition.template === 'brief') return fittedBriefs(book, layOut);
  if (!titlePage && edition.template === 'changes') {
    for (const changes of changeDetails) {
      const laidOut = await at({ changes });
      if (laidOut.pages === 1 || changes === changeDetails.at(-1)) return laidOut;
    }
  }
  const tree = documentOfBook(book);
  if (titlePage) return layOut(tree);
  const laidOut = await layOut({ ...tree, showContents: false });
  const isListed = chapters.some(({ publication }) => hasContentsList(publication));
  return isListed && laidOut.pages > pagesWithoutContents ? layOut(tree) : laidOut;
}

/** Those of a book each by itself first. */
async function fittedBriefs<L extends CountedPages>(
  book: Book,
  layOut: (tree: DocumentTree) => Promise<L>
): Promise<L> {
  const at = (briefs: readonly BriefDetail[]) => layOut(documentOfBook(book, { briefs }));
  // In large print it may take more than one page.
  if (book.edition.largePrint) return at(book.chapters.map(() => briefDetails[0]!));
  if (!book.titlePage) return (await mostThatFits((detail) => at([detail]))).laidOut;
  const briefs: BriefDetail[] = [];
  for (const chapter of book.chapters) {
    const alone = { ...book, titlePage: false, chapters: [{ ...chapter, prefix: '' }] };
    const { detail } = await mostThatFits((brief) =>
      layOut(documentOfBook(alone, { briefs: [brief] }))
    );
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

/**
 * What finishing must know of a document. It is composed here once more, not taken from the print page,
 * since what that page made is checked against it. That costs 10 ms of 100 pages and 50 ms of 5,000
 * annotations, less than it would cost to hand over what was composed.
 */
import {
  composeBook,
  descriptionOf,
  keywordsOf,
  momentsOf,
  type Chapter
} from '../../domain/publication/book.js';
import type { DocumentJob, DocumentPart } from '../../domain/publication/document-job.js';
import type { Edition } from '../../domain/publication/edition.js';
import {
  type ContentsEntry,
  type Publication,
  capitalised
} from '../../domain/publication/publication.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { bundleOf } from '../bundle-json.js';
import type { BundleFile } from './attached-bundle.js';
import type { Facts } from './xmp.js';
import type { Annotation, AnnotationKind } from '../../domain/briefing/annotation.js';
import type { Id } from '../../domain/base/values.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';

interface FinishedDocument extends Omit<
  Facts,
  'language' | 'program' | 'bundleHashes' | 'profile'
> {
  readonly edition: Edition;
  readonly words: PrintedWords;
  /** What its contents list names, in order; none without a list. */
  readonly listed: readonly ContentsEntry[];
  /** Every heading that a link may lead to. */
  readonly headings: readonly ContentsEntry[];
  /** Where each briefing of a book begins; none: it is one briefing. */
  readonly chapters: readonly ContentsEntry[];
  /** By the name that stands in the addresses of marked words. */
  readonly highlights: ReadonlyMap<string, PrintedHighlight>;
  readonly bundles: readonly BundleFile[];
}

/** Its dates are those of its briefings, so that the same briefings give the same bytes. */
export function documentOfJob(job: DocumentJob, book = composeBook(job)): FinishedDocument {
  return {
    title: book.title,
    description: descriptionOf(book),
    keywords: keywordsOf(book),
    ...momentsOf(job),
    edition: book.edition,
    words: book.words,
    listed: book.contents,
    headings: [...book.contents, ...book.chapters.flatMap(headingsIn)],
    chapters: book.contents.filter(({ level }) => level === 1),
    highlights: new Map(book.chapters.flatMap(highlightsIn)),
    // What stands on a sheet is for paper alone.
    bundles: book.isSheet ? [] : job.parts.map(bundleFile)
  };
}

function headingsIn({ prefix, publication }: Chapter): readonly ContentsEntry[] {
  return publication.contents.map(({ anchor, heading }) => ({ anchor: prefix + anchor, heading }));
}

function highlightsIn({ prefix, publication }: Chapter) {
  return [...highlightsOf(publication)].map(([id, each]) => [prefix + id, each] as const);
}

function bundleFile(part: DocumentPart): BundleFile {
  const bytes = new TextEncoder().encode(JSON.stringify(bundleOf(part)));
  return { bytes, modifiedAt: part.briefing.modifiedAt };
}

export interface PrintedHighlight {
  readonly id: Id;
  readonly kind: AnnotationKind;
  /** The very words that it stands on. */
  readonly quote: string;
  /** Plain text, never empty. */
  readonly note: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** All that has a certain place in a text of the publication, by id. */
function highlightsOf({
  cards,
  texts,
  briefing,
  words
}: Publication): ReadonlyMap<Id, PrintedHighlight> {
  const placed = new Set(
    [...cards, ...texts].flatMap(({ marks }) => marks.map(({ annotation }) => annotation))
  );
  return new Map(
    briefing.annotations
      .filter(({ id }) => placed.has(id))
      .map((annotation) => [annotation.id, highlightOf(annotation, words)])
  );
}

function highlightOf(
  { id, kind, note, replies, target, ...times }: Annotation,
  { annotationKinds }: PrintedWords
): PrintedHighlight {
  const told = [note, ...replies.map((reply) => reply.note)]
    .map((text) => renderMarkdown(text).text.trim())
    .filter((text) => text !== '');
  return {
    id,
    kind,
    quote: target.selectors.quote.exact,
    note: told.join('\n\n') || `${capitalised(annotationKinds[kind])}.`,
    createdAt: times.createdAt,
    modifiedAt: times.modifiedAt
  };
}

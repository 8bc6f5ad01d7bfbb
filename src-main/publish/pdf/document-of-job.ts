/** What finishing must know of a document beside its pages. */
import {
  composeBook,
  descriptionOf,
  keywordsOf,
  momentsOf,
  type Chapter
} from '../../domain/publication/book.js';
import type { DocumentJob, DocumentPart } from '../../domain/publication/document-job.js';
import type { Edition } from '../../domain/publication/edition.js';
import { type Publication, capitalised } from '../../domain/publication/publication.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { bundleOf } from '../bundle-json.js';
import type { BundleFile } from './bundle-file.js';
import type { Facts } from './xmp.js';
import type { Annotation, AnnotationKind } from '../../domain/briefing/annotation.js';
import type { Id } from '../../domain/base/values.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';

interface FinishedDocument extends Omit<
  Facts,
  'language' | 'program' | 'bundleHashes' | 'profile'
> {
  readonly edition: Edition;
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
    highlights: new Map(book.chapters.flatMap(highlightsIn)),
    // What stands on a sheet is for paper alone.
    bundles: book.isSheet ? [] : job.parts.map(bundleFile)
  };
}

function highlightsIn({ prefix, publication }: Chapter) {
  return [...highlightsOf(publication)].map(([id, each]) => [prefix + id, each] as const);
}

function bundleFile(part: DocumentPart): BundleFile {
  const bytes = new TextEncoder().encode(JSON.stringify(bundleOf(part)));
  return { bytes, modifiedAt: part.briefing.modifiedAt };
}

interface PrintedHighlight {
  readonly kind: AnnotationKind;
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
  { kind, note, replies, createdAt, modifiedAt }: Annotation,
  { annotationKinds }: PrintedWords
): PrintedHighlight {
  const told = [note, ...replies.map((reply) => reply.note)]
    .map((text) => renderMarkdown(text).text.trim())
    .filter((text) => text !== '');
  return {
    kind,
    note: told.join('\n\n') || `${capitalised(annotationKinds[kind])}.`,
    createdAt,
    modifiedAt
  };
}

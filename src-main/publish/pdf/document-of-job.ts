/** What finishing must know of a document, be it one briefing or a book of several. */
import type { BookJob, PrintJob } from '../../domain/api.js';
import { bundleSchema } from '../../domain/briefing/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import type { BriefingJob } from '../../domain/publication/print-job.js';
import { composeBook, type BookPart, type Chapter } from '../../domain/publication/book.js';
import type { Edition } from '../../domain/publication/edition.js';
import {
  composePublication,
  hasContentsList,
  type ContentsEntry
} from '../../domain/publication/publication.js';
import type { BundleFile } from './attached-bundle.js';
import { highlightsOf, type PrintedHighlight } from './printed-highlights.js';

export interface FinishedDocument {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly edition: Edition;
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

export function documentOfJob(job: PrintJob): FinishedDocument {
  return 'parts' in job ? documentOfBook(job) : documentOfBriefing(job, job.edition);
}

function documentOfBriefing(part: BriefingJob, edition: Edition): FinishedDocument {
  const { briefing, texts, written } = part;
  const publication = composePublication(briefing, texts, edition, written);
  const { title, contents } = publication;
  return {
    title,
    description: renderMarkdown(briefing.bottomLine).text.trim(),
    keywords: briefing.tags,
    createdAt: briefing.createdAt,
    modifiedAt: briefing.modifiedAt,
    edition,
    listed: hasContentsList(publication) ? contents : [],
    headings: contents,
    chapters: [],
    highlights: highlightsOf(publication),
    bundles: [bundleFile(part)]
  };
}

/** Its dates are those of its briefings, so that the same briefings give the same bytes. */
function documentOfBook({ title, parts, edition }: BookJob): FinishedDocument {
  const book = composeBook(title, parts, edition);
  const briefings = parts.map(({ briefing }) => briefing);
  return {
    title: book.title,
    description: book.chapters.map(({ publication }) => publication.title).join('; '),
    keywords: [...new Set(briefings.flatMap(({ tags }) => tags))],
    createdAt: briefings.map(({ createdAt }) => createdAt).sort()[0] ?? '',
    modifiedAt:
      briefings
        .map(({ modifiedAt }) => modifiedAt)
        .sort()
        .at(-1) ?? '',
    edition,
    listed: book.contents,
    headings: [...book.contents, ...book.chapters.flatMap(headingsIn)],
    chapters: book.contents.filter(({ level }) => level === 1),
    highlights: new Map(book.chapters.flatMap(highlightsIn)),
    bundles: parts.map(bundleFile)
  };
}

function headingsIn({ prefix, publication }: Chapter): readonly ContentsEntry[] {
  return publication.contents.map(({ anchor, heading }) => ({ anchor: prefix + anchor, heading }));
}

function highlightsIn({ prefix, publication }: Chapter) {
  return [...highlightsOf(publication)].map(([id, each]) => [prefix + id, each] as const);
}

function bundleFile({ briefing, texts }: BookPart): BundleFile {
  const json = JSON.stringify({ schema: bundleSchema, briefing, texts });
  return { bytes: new TextEncoder().encode(json), modifiedAt: briefing.modifiedAt };
}

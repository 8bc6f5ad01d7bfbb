/**
 * Briefings as one document with one contents list: each is a chapter, and is in itself as it would be
 * alone. Its notes are numbered from 1 in each; its anchors get a prefix, so that no two chapters share
 * one. A briefing by itself is a book of one, without a title page and without a prefix.
 */
import type { Briefing } from '../briefing/briefing.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { isolated } from '../text/direction.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import type { DocumentJob, DocumentPart } from './document-job.js';
import type { Edition } from './edition.js';
import { composePublication, type Publication } from './publication.js';
import { markingInWords } from './page-one.js';
import { strictestMarking } from './strictest-marking.js';

export interface Book {
  readonly title: string;
  /** `false`: one briefing by itself, which has a title of its own. */
  readonly titlePage: boolean;
  /** As in the job. */
  readonly isSheet: boolean;
  /** The strictest of its briefings; one that is its author's copy makes the book one. */
  readonly marking: string;
  /** Such as “3 briefings · 15 August 2025 to 17 August 2025”. */
  readonly facts: string;
  readonly edition: Edition;
  /** The fixed words of its title page and its record. */
  readonly words: PrintedWords;
  readonly direction: Publication['direction'];
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  /** Before every anchor of the chapter: `b2-`; empty of a briefing by itself. */
  readonly prefix: string;
  readonly publication: Publication;
}

/** The anchor of a briefing's title, behind its prefix in a book. */
export const titleAnchor = 'title';

/** Equal input gives equal output. A title of no words becomes “Briefing book”, and `null` is none. */
export function composeBook({ title, parts, edition, isSheet }: DocumentJob): Book {
  const titlePage = title !== null;
  const chapters = parts.map((part, index) => ({
    prefix: titlePage ? `b${index + 1}-` : '',
    // The title page names who prepared it and which copy it is, once.
    publication: publicationOf(
      part,
      titlePage ? { ...edition, preparedBy: '', copyNumber: '' } : edition
    )
  }));
  const words = chapters[0]?.publication.words ?? en;
  const briefings = parts.map(({ briefing }) => briefing);
  return {
    title: titlePage ? bookTitle(title, words) : (chapters[0]?.publication.title ?? ''),
    titlePage,
    isSheet: isSheet === true,
    marking: markingInWords(
      strictestMarking(briefings.map(({ marking }) => marking)),
      chapters.some(({ publication }) => publication.isAuthorsCopy),
      edition.copyNumber,
      words
    ),
    facts: [factsOf(briefings, words), preparedByInWords(edition, words)]
      .filter(Boolean)
      .join(' · '),
    edition,
    words,
    direction: chapters[0]?.publication.direction ?? 'ltr',
    chapters
  };
}

function publicationOf(
  { briefing, texts, written, ...found }: DocumentPart,
  edition: Edition
): Publication {
  return composePublication(briefing, texts, edition, written, found);
}

/** Such as “Prepared by Ada Byron”; empty where nobody is to be named. */
export function preparedByInWords(
  { preparedBy }: Pick<Edition, 'preparedBy'>,
  words: PrintedWords
): string {
  return preparedBy.trim() && words.preparedBy(isolated(preparedBy.trim()));
}

/** ISO 8601. */
interface Moments {
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** When the first of its briefings was made, and the last one changed: what a document tells as its own days. */
export function momentsOf({ parts }: DocumentJob): Moments {
  const made = parts.map(({ briefing }) => briefing.createdAt).sort();
  const changed = parts.map(({ briefing }) => briefing.modifiedAt).sort();
  return { createdAt: made[0] ?? '', modifiedAt: changed.at(-1) ?? '' };
}

/** For a document's own record: the bottom line of a briefing, or the titles in a book. */
export function descriptionOf({ titlePage, chapters }: Book): string {
  return chapters
    .map(({ publication: { title, briefing } }) =>
      titlePage ? title : renderMarkdown(briefing.bottomLine).text.trim()
    )
    .join('; ');
}

/** Each once. */
export function keywordsOf({ chapters }: Book): readonly string[] {
  return [...new Set(chapters.flatMap(({ publication }) => publication.briefing.tags))];
}

/** What a book is called, in the words of its own language or of the window's. */
export function bookTitle(title: string, { briefingBook }: PrintedWords = en): string {
  return title.trim() || briefingBook;
}

function factsOf(briefings: readonly Briefing[], words: PrintedWords): string {
  // The day on which an undated one was changed is no day that it is of.
  const days = briefings.flatMap(({ date }) => date ?? []).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && words.date(day));
  const count = words.briefings(briefings.length);
  return [count, first === last ? first : words.span(first, last)].filter(Boolean).join(' · ');
}

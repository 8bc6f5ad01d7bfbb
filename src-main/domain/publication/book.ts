/**
 * Several briefings as one document with one contents list: each is a chapter, and is in itself as it
 * would be alone. Its notes are numbered from 1 in each; its anchors get a prefix, so that no two
 * chapters share one.
 */
import type { Briefing } from '../briefing/briefing.js';
import { dateInWords } from '../terms/terms.js';
import type { WrittenPair } from '../briefing/written-state.js';
import type { Edition } from './edition.js';
import {
  composePublication,
  hasContentsList,
  type ContentsEntry,
  type Publication
} from './publication.js';
import { strictestMarking } from './strictest-marking.js';

/** A briefing with the texts of its sources by hash, as in a bundle. */
export interface BookPart {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<string, string>>;
  /** For an edition that tells changes, where versions are at hand. */
  readonly written?: WrittenPair | undefined;
}

export interface Book {
  readonly title: string;
  /** The strictest of its briefings. */
  readonly marking: string;
  /** Such as “3 briefings · 15 August 2025 to 17 August 2025”. */
  readonly facts: string;
  readonly edition: Edition;
  readonly chapters: readonly Chapter[];
  readonly contents: readonly BookEntry[];
}

export interface Chapter {
  /** Before every anchor of the chapter: `b2-`. */
  readonly prefix: string;
  readonly publication: Publication;
}

export interface BookEntry extends ContentsEntry {
  /** 1: a briefing. 2: a heading in it. */
  readonly level: 1 | 2;
}

/** The anchor of a briefing's title, behind its prefix in a book. */
export const titleAnchor = 'title';

/** Equal input gives equal output. A title of no words becomes “Briefing book”. */
export function composeBook(title: string, parts: readonly BookPart[], edition: Edition): Book {
  const chapters = parts.map(({ briefing, texts, written }, index) => ({
    prefix: `b${index + 1}-`,
    publication: composePublication(briefing, texts, edition, written)
  }));
  return {
    title: bookTitle(title),
    marking: strictestMarking(parts.map(({ briefing }) => briefing.marking)),
    facts: factsOf(parts.map(({ briefing }) => briefing)),
    edition,
    chapters,
    contents: chapters.flatMap(contentsOf)
  };
}

export function bookTitle(title: string): string {
  return title.trim() || 'Briefing book';
}

/** What is short enough to be its own contents list is listed by its title alone. */
function contentsOf({ prefix, publication }: Chapter): readonly BookEntry[] {
  const { title, contents } = publication;
  const sections = hasContentsList(publication) ? contents : [];
  return [
    { anchor: prefix + titleAnchor, heading: title, level: 1 },
    ...sections.map(({ anchor, heading }) => ({
      anchor: prefix + anchor,
      heading,
      level: 2 as const
    }))
  ];
}

function factsOf(briefings: readonly Briefing[]): string {
  const days = briefings.map(({ date, modifiedAt }) => date ?? modifiedAt.slice(0, 10)).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && dateInWords(day));
  const count = briefings.length === 1 ? '1 briefing' : `${briefings.length} briefings`;
  return [count, first === last ? first : `${first} to ${last}`].filter(Boolean).join(' · ');
}

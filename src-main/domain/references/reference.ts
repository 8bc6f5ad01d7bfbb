/** What programs for references know of a source. Pure. */
import { maxLengths } from '../base/limits.js';
import { tidied } from './bibliographic.js';
import { onOneLine } from './one-line.js';
import { PartialDate } from '../base/values.js';
import type { Source } from '../briefing/source.js';

export type Reference = Pick<
  Source,
  'title' | 'author' | 'publisher' | 'published' | 'url' | 'accessed' | 'language' | 'bibliographic'
>;

/** What is told of one that no program for references has told of. */
export const nothingMore: NonNullable<Reference['bibliographic']> = {
  kind: 'other',
  key: '',
  authors: [],
  container: '',
  volume: '',
  issue: '',
  pages: '',
  doi: ''
};

/** References of a file, with a sentence for each of its entries that could not be taken. */
export interface ReadReferences {
  readonly references: readonly Reference[];
  readonly refused: readonly string[];
}

/** Fields of an entry of a file, as far as it has them: unlimited, and dates and tags as they were written. */
export type Fields = Readonly<Record<Exclude<keyof Reference, 'bibliographic'>, string>> &
  Pick<Reference, 'bibliographic'>;

/** What of a source is told to such programs. Dates, grades and names of people who recorded it stay. */
export function referenceOf(source: Reference): Reference {
  return asReference(fieldsOf(source));
}

/** All on one line each; `''` for what is not known. */
function fieldsOf({ published, accessed, language, bibliographic, ...texts }: Reference): Fields {
  return {
    bibliographic,
    title: onOneLine(texts.title),
    author: onOneLine(texts.author),
    publisher: onOneLine(texts.publisher),
    url: onOneLine(texts.url),
    published: published ?? '',
    accessed: accessed ?? '',
    language: language === null ? '' : (languageOf(language) ?? '')
  };
}

/** Entries with something to cite. What none of our fields can hold is left out whole, since half a title misleads. */
export function readEntries(entries: Iterable<Fields>): ReadReferences {
  const references: Reference[] = [];
  const refused: string[] = [];
  let number = 0;
  for (const entry of entries) {
    number += 1;
    const reference = asReference(entry);
    const problem = problemOf(reference);
    if (problem === '') references.push(reference);
    else refused.push(`Entry ${number} was left out: ${problem}.`);
  }
  return { references, refused };
}

function asReference(fields: Fields): Reference {
  return {
    title: onOneLine(fields.title),
    author: onOneLine(fields.author),
    publisher: onOneLine(fields.publisher),
    published: dateOf(fields.published),
    url: onOneLine(fields.url),
    accessed: dateOf(fields.accessed),
    language: languageOf(fields.language),
    bibliographic: fields.bibliographic && tidied(fields.bibliographic)
  };
}

function problemOf({ title, author, publisher, url }: Reference): string {
  if (title === '' && url === '') return 'it has neither a title nor an address';
  const limits = [
    ['title', title, maxLengths.sourceTitle],
    ['author', author, maxLengths.author],
    ['publisher', publisher, maxLengths.publisher],
    ['address', url, maxLengths.address]
  ] as const;
  const long = limits.find(([, text, most]) => text.length > most);
  return long ? `its ${long[0]} has more than ${long[2].toLocaleString('en')} characters` : '';
}

/** Several authors of one field, where that says so beyond doubt; else the field as it is, as one. */
export function authorsOf(author: string): readonly string[] {
  const names = author.split('; ');
  return names.every((name) => name !== '' && name === name.trim()) ? names : [author];
}

export function joinAuthors(names: readonly string[]): string {
  return names
    .map(onOneLine)
    .filter((name) => name !== '')
    .join('; ');
}

/** A day, month or year as files have it: `2025-08-15`, `2025/8`, a moment, the first of a range. `null` for none. */
export function dateOf(text: string): PartialDate | null {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(text) ?? [];
  if (year === undefined) return null;
  return dateFromParts([year, month, day]);
}

/** As precise as the parts that make a date of the calendar. */
export function dateFromParts(parts: readonly unknown[]): PartialDate | null {
  const numbers: string[] = [];
  for (const part of parts.slice(0, 3)) {
    const digits = typeof part === 'number' ? String(part) : typeof part === 'string' ? part : '';
    if (!/^\d{1,4}$/.test(digits.trim())) break;
    numbers.push(digits.trim().padStart(numbers.length === 0 ? 4 : 2, '0'));
  }
  for (let length = numbers.length; length > 0; length -= 1) {
    const date = PartialDate.safeParse(numbers.slice(0, length).join('-'));
    if (date.success) return date.data;
  }
  return null;
}

/** Languages that BibTeX files call by name. */
const languageNames: Readonly<Record<string, string>> = {
  american: 'en',
  arabic: 'ar',
  british: 'en',
  english: 'en',
  french: 'fr',
  german: 'de',
  hebrew: 'he',
  italian: 'it',
  ngerman: 'de',
  persian: 'fa',
  russian: 'ru',
  spanish: 'es',
  ukrainian: 'uk'
};

function languageOf(text: string): string | null {
  const word = text.trim();
  if (Object.hasOwn(languageNames, word.toLowerCase())) {
    return languageNames[word.toLowerCase()] ?? null;
  }
  return word.length <= maxLengths.tag && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(word)
    ? word
    : null;
}

/** Sources as CSL-JSON, the items of the Citation Style Language (https://docs.citationstyles.org). Pure. */
import { isObject } from '../base/is-object.js';
import { ExpectedFailure } from '../base/result.js';
import { type Kind, type NameParts, namePartsOf, partsOfPerson } from './bibliographic.js';
import { citationKeys } from './citation-keys.js';
import {
  authorsOf,
  dateFromParts,
  dateOf,
  type Fields,
  joinAuthors,
  nothingMore,
  readEntries,
  type ReadReferences,
  type Reference
} from './reference.js';

const types: Readonly<Record<Kind, string>> = {
  article: 'article-journal',
  newspaper: 'article-newspaper',
  book: 'book',
  chapter: 'chapter',
  report: 'report',
  thesis: 'thesis',
  conference: 'paper-conference',
  webpage: 'webpage',
  other: 'document'
};
const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(Object.entries(types).map(([kind, type]) => [type, kind as Kind])),
  article: 'article',
  'article-magazine': 'article'
};

/** A name is literal where nobody has said, and nothing shows, which part of it is the family’s. */
export function writeCslJson(references: readonly Reference[]): string {
  const keys = citationKeys(references);
  const items = references.map((reference, index) => {
    const { title, author, publisher, published, url, accessed, language } = reference;
    const { bibliographic } = reference;
    const { kind, container, volume, issue, pages, doi } = bibliographic ?? nothingMore;
    const names =
      namePartsOf(author, bibliographic) ??
      authorsOf(author).map((name) => partsOfPerson(name) ?? { family: name, given: '' });
    return {
      id: keys[index],
      type: bibliographic ? types[kind] : url === '' ? 'document' : 'webpage',
      ...(title && { title }),
      ...(author && { author: names.map(nameAsCsl) }),
      ...(container && { 'container-title': container }),
      ...(volume && { volume }),
      ...(issue && { issue }),
      ...(pages && { page: pages }),
      ...(publisher && publisher !== container && { publisher }),
      ...(doi && { DOI: doi }),
      ...(published && { issued: dateAsCsl(published) }),
      ...(url && { URL: url }),
      ...(accessed && { accessed: dateAsCsl(accessed) }),
      ...(language && { language })
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

function nameAsCsl({ family, given }: NameParts) {
  return given === '' ? { literal: family } : { family, given };
}

function dateAsCsl(date: string) {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** Throws an `ExpectedFailure` for what holds no such items. */
export function readCslJson(text: string): ReadReferences {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ExpectedFailure('not-references', 'This is no CSL-JSON: it is not valid JSON.');
  }
  const items: unknown = Array.isArray(data) ? data : isObject(data) ? data['items'] : null;
  if (!Array.isArray(items) || !items.every(isObject)) {
    throw new ExpectedFailure('not-references', 'This is no CSL-JSON: it is no list of items.');
  }
  return readEntries(items.map(fieldsOfItem));
}

type Item = Readonly<Record<string, unknown>>;

function fieldsOfItem(item: Item): Fields {
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  const number = (name: string) =>
    typeof item[name] === 'number' ? String(item[name]) : text(name);
  const names: readonly unknown[] = Array.isArray(item['author']) ? item['author'] : [];
  return {
    title: text('title'),
    author: joinAuthors(names.map(nameOf)),
    bibliographic: {
      kind: kinds[text('type')] ?? 'other',
      key: text('id') || (typeof item['id'] === 'number' ? String(item['id']) : ''),
      authors: names.map(partsOfName),
      container: text('container-title'),
      volume: number('volume'),
      issue: number('issue'),
      pages: number('page'),
      doi: text('DOI')
    },
    // A newspaper stands as what an article is contained in.
    publisher: text('publisher') || text('container-title'),
    published: dateOfCsl(item['issued']),
    url: text('URL') || (text('DOI') && `https://doi.org/${text('DOI')}`),
    accessed: dateOfCsl(item['accessed']),
    language: text('language')
  };
}

function partsOfName(value: unknown): NameParts {
  if (!isObject(value)) return { family: '', given: '' };
  const joined = (...parts: readonly string[]) =>
    parts
      .map((part) => value[part])
      .filter((part) => typeof part === 'string' && part.trim() !== '')
      .join(' ');
  if (typeof value['family'] !== 'string') return { family: nameOf(value), given: '' };
  return {
    family: joined('dropping-particle', 'non-dropping-particle', 'family', 'suffix'),
    given: joined('given')
  };
}

function nameOf(value: unknown): string {
  if (!isObject(value)) return '';
  const parts = [
    'literal',
    'given',
    'dropping-particle',
    'non-dropping-particle',
    'family',
    'suffix'
  ].map((name) => value[name]);
  return parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');
}

function dateOfCsl(value: unknown): string {
  if (!isObject(value)) return '';
  const parts: unknown = value['date-parts'];
  const first: unknown = Array.isArray(parts) ? (parts as unknown[])[0] : null;
  if (Array.isArray(first)) return dateFromParts(first) ?? '';
  const written = [value['raw'], value['literal']].find((each) => typeof each === 'string');
  return typeof written === 'string' ? (dateOf(written) ?? '') : '';
}

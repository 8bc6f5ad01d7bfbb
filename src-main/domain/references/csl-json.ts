/** Sources as CSL-JSON, the items of the Citation Style Language (https://docs.citationstyles.org). Pure. */
import { ExpectedFailure } from '../base/result.js';
import {
  authorsOf,
  citationKeys,
  dateFromParts,
  dateOf,
  type Fields,
  joinAuthors,
  readEntries,
  type ReadReferences,
  type Reference
} from './reference.js';

/** Names are literal: which part of a name is the family’s nobody has said. */
export function writeCslJson(references: readonly Reference[]): string {
  const keys = citationKeys(references);
  const items = references.map((reference, index) => {
    const { title, author, publisher, published, url, accessed, language } = reference;
    return {
      id: keys[index],
      type: url === '' ? 'document' : 'webpage',
      ...(title && { title }),
      ...(author && { author: authorsOf(author).map((literal) => ({ literal })) }),
      ...(publisher && { publisher }),
      ...(published && { issued: dateAsCsl(published) }),
      ...(url && { URL: url }),
      ...(accessed && { accessed: dateAsCsl(accessed) }),
      ...(language && { language })
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
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

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOfItem(item: Item): Fields {
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  return {
    title: text('title'),
    author: joinAuthors(Array.isArray(item['author']) ? item['author'].map(nameOf) : []),
    // A newspaper stands as what an article is contained in.
    publisher: text('publisher') || text('container-title'),
    published: dateOfCsl(item['issued']),
    url: text('URL') || (text('DOI') && `https://doi.org/${text('DOI')}`),
    accessed: dateOfCsl(item['accessed']),
    language: text('language')
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

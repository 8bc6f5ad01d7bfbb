/** Sources as BibTeX, which biblatex reads too. Pure. */
import { ExpectedFailure } from '../base/result.js';
import { readLatex, writeLatex } from './latex.js';
import { keyField, kindField, readBibtexEntries } from './read-bibtex-entries.js';
import {
  invertedName,
  type Kind,
  type NameParts,
  naturalName,
  namePartsOf,
  partsOfPerson
} from './bibliographic.js';
import { citationKeys } from './citation-keys.js';
import { onOneLine } from './one-line.js';
import {
  authorsOf,
  dateOf,
  type Fields,
  joinAuthors,
  nothingMore,
  readEntries,
  type ReadReferences,
  type Reference
} from './reference.js';

const types: Readonly<Record<Kind, string>> = {
  article: 'article',
  newspaper: 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'techreport',
  thesis: 'phdthesis',
  conference: 'inproceedings',
  webpage: 'online',
  other: 'misc'
};
const kinds: Readonly<Record<string, Kind>> = {
  article: 'article',
  book: 'book',
  conference: 'conference',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'conference',
  mastersthesis: 'thesis',
  online: 'webpage',
  phdthesis: 'thesis',
  report: 'report',
  techreport: 'report',
  thesis: 'thesis'
};

/** In braces within braces a title keeps its capitals. A name is so where it is a body’s, or may be. */
export function writeBibtex(references: readonly Reference[]): string {
  const keys = citationKeys(references);
  return references
    .map((reference, index) => {
      const { title, author, publisher, published, url, accessed, language } = reference;
      const { bibliographic } = reference;
      const { kind, container, volume, issue, pages, doi } = bibliographic ?? nothingMore;
      const isIn = kind === 'chapter' || kind === 'conference' ? 'booktitle' : 'journal';
      const names = namePartsOf(author, bibliographic);
      const whole = (text: string) => (text === '' ? '' : `{${writeLatex(text)}}`);
      const [year = '', month = ''] = (published ?? '').split('-');
      const fields = [
        ['title', whole(title)],
        ['author', author === '' ? '' : authorsAsBibtex(names, author).join(' and ')],
        [isIn, writeLatex(container)],
        ['volume', writeLatex(volume)],
        ['number', writeLatex(issue)],
        ['pages', writeLatex(pages.replace(/-+/g, '–')).replace(/–/g, '--')],
        ['publisher', publisher === container ? '' : writeLatex(publisher)],
        // The first for biblatex, the others for BibTeX.
        ['date', published ?? ''],
        ['year', year],
        ['month', month && String(Number(month))],
        ['doi', addressAsBibtex(doi)],
        ['url', addressAsBibtex(url)],
        ['urldate', accessed ?? ''],
        ['language', language ?? '']
      ];
      const told = fields.filter(([, value]) => value !== '');
      const lines = told.map(([name, value]) => `  ${name} = {${value}}`);
      return `@${types[kind]}{${keys[index]}${lines.map((each) => `,\n${each}`).join('')}\n}\n`;
    })
    .join('\n');
}

function authorsAsBibtex(names: readonly NameParts[] | null, author: string): readonly string[] {
  const parts = names ?? authorsOf(author).map(partsOfPerson);
  return parts.map((name, index) => {
    const literal = names ? invertedName(names[index] ?? { family: '', given: '' }) : '';
    const whole = literal || (authorsOf(author)[index] ?? '');
    if (whole === 'et al.') return 'others';
    const written = name && name.given !== '' ? invertedName(name) : '';
    // A body’s name is one, whatever stands in it.
    return /^[^{},]+,[^{},]+$/.test(written) && !/ and /i.test(written)
      ? writeLatex(written)
      : `{${writeLatex(whole)}}`;
  });
}

/** As it stands, since LaTeX takes an address so; without what would end the field. */
function addressAsBibtex(url: string): string {
  return url.replace(/[{}\\ ]/g, encodeURIComponent);
}

/** Throws an `ExpectedFailure` for a text without an entry. */
export function readBibtex(text: string): ReadReferences {
  const { entries, refused } = readBibtexEntries(text);
  if (entries.length === 0 && refused.length === 0) {
    throw new ExpectedFailure('not-references', 'This is no BibTeX file: no entry begins in it.');
  }
  const read = readEntries(entries.map(fieldsOfEntry));
  return { references: read.references, refused: [...refused, ...read.refused] };
}

function fieldsOfEntry(entry: ReadonlyMap<string, string>): Fields {
  const first = (...names: string[]) =>
    names.map((name) => entry.get(name) ?? '').find((value) => value.trim() !== '') ?? '';
  const words = (...names: string[]) => readLatex(onOneLine(first(...names)));
  const doi = addressIn(first('doi'));
  const names = namesIn(first('author'));
  return {
    title: words('title'),
    author: joinAuthors(names.map(naturalName)),
    bibliographic: {
      kind: kinds[entry.get(kindField) ?? ''] ?? 'other',
      key: entry.get(keyField) ?? '',
      authors: names,
      container: words('journaltitle', 'journal', 'booktitle'),
      volume: words('volume'),
      issue: words('number', 'issue'),
      pages: words('pages').replace(/[-–—]+/g, '-'),
      doi
    },
    publisher: words('publisher', 'journaltitle', 'journal', 'organization', 'institution'),
    published: dateOf(first('date')) ?? dateOfParts(entry),
    url: addressIn(first('url')) || (doi && `https://doi.org/${doi}`),
    accessed: first('urldate'),
    language: words('language', 'langid')
  };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateOfParts(entry: ReadonlyMap<string, string>): string {
  const part = (name: string) => onOneLine(readLatex(onOneLine(entry.get(name) ?? '')));
  const [year, written, day] = [part('year'), part('month'), part('day')];
  const named = months.indexOf(written.slice(0, 3).toLowerCase());
  const month = named >= 0 ? String(named + 1) : written;
  return dateOf([year, month, day].filter((each) => each !== '').join('-')) ?? '';
}

/** Older files write it as LaTeX. */
function addressIn(field: string): string {
  const [, inside] = /^\s*\\(?:url|href)\s*\{([^{}]*)\}/.exec(field) ?? [];
  return onOneLine((inside ?? field).replace(/\\([_%&#~$])/g, '$1').replace(/[{}]/g, ''));
}

/** Names stand with “and” between; one in braces is literal, another may have its family’s name first. */
function namesIn(written: string): readonly NameParts[] {
  const field = onOneLine(written);
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const and = /[{}\\]| and(?= )/gi;
  for (let found = and.exec(field); found; found = and.exec(field)) {
    if (found[0] === '\\') and.lastIndex += 1;
    else if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth -= 1;
    else if (depth === 0) {
      names.push(field.slice(from, found.index));
      from = and.lastIndex;
    }
  }
  return [...names, field.slice(from)].map((name) => nameOf(name.trim()));
}

function nameOf(name: string): NameParts {
  const read = (...parts: readonly string[]) => onOneLine(readLatex(parts.join(' ')));
  if (name.toLowerCase() === 'others') return { family: 'et al.', given: '' };
  const isLiteral = name.startsWith('{') && name.endsWith('}');
  const parts = isLiteral ? [name] : name.split(',').map((part) => part.trim());
  const [family = '', suffix = '', given = ''] =
    parts.length === 2 ? [parts[0], '', parts[1]] : parts;
  if (isLiteral || parts.length > 3) return { family: read(name), given: '' };
  if (parts.length > 1) return { family: read(family, suffix), given: read(given) };
  return partsOfPerson(read(name)) ?? { family: read(name), given: '' };
}

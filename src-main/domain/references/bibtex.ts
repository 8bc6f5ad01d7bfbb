/** Sources as BibTeX, which biblatex reads too. Pure. */
import { ExpectedFailure } from '../base/result.js';
import { readLatex, writeLatex } from './latex.js';
import { readBibtexEntries } from './read-bibtex-entries.js';
import {
  authorsOf,
  citationKeys,
  dateOf,
  type Fields,
  joinAuthors,
  onOneLine,
  readEntries,
  type ReadReferences,
  type Reference
} from './reference.js';

/** In braces within braces: a title keeps its capitals, and a name is one name, whatever stands in it. */
export function writeBibtex(references: readonly Reference[]): string {
  const keys = citationKeys(references);
  return references
    .map(({ title, author, publisher, published, url, accessed, language }, index) => {
      const whole = (text: string) => (text === '' ? '' : `{${writeLatex(text)}}`);
      const [year = '', month = ''] = (published ?? '').split('-');
      const fields = [
        ['title', whole(title)],
        ['author', author === '' ? '' : authorsOf(author).map(whole).join(' and ')],
        ['publisher', whole(publisher)],
        // The first for biblatex, the others for BibTeX.
        ['date', published ?? ''],
        ['year', year],
        ['month', month && String(Number(month))],
        ['url', addressAsBibtex(url)],
        ['urldate', accessed ?? ''],
        ['language', language ?? '']
      ];
      const told = fields.filter(([, value]) => value !== '');
      const lines = told.map(([name, value]) => `  ${name} = {${value}}`);
      return `@misc{${keys[index]}${lines.map((each) => `,\n${each}`).join('')}\n}\n`;
    })
    .join('\n');
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
  const doi = first('doi').trim();
  return {
    title: words('title'),
    author: joinAuthors(namesIn(first('author'))),
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
function namesIn(written: string): readonly string[] {
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

function nameOf(name: string): string {
  if (name.toLowerCase() === 'others') return 'et al.';
  const isLiteral = name.startsWith('{') && name.endsWith('}');
  const parts = isLiteral ? [name] : name.split(',').map((part) => part.trim());
  const [family = '', suffix = '', given = ''] =
    parts.length === 2 ? [parts[0], '', parts[1]] : parts;
  if (parts.length === 1 || parts.length > 3) return onOneLine(readLatex(name));
  return onOneLine(readLatex([given, family, suffix].join(' ')));
}

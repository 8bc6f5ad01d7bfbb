/** Sources as RIS: a tag a line, as reference managers exchange them. Pure. */
import { ExpectedFailure } from '../base/result.js';
import { invertedName, type Kind, namePartsOf, partsOfInverted } from './bibliographic.js';
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

export function writeRis(references: readonly Reference[]): string {
  return references
    .map((reference) => {
      const { title, author, publisher, published, url, accessed, language } = reference;
      const { bibliographic } = reference;
      const { kind, key, container, volume, issue, pages, doi } = bibliographic ?? nothingMore;
      const names = namePartsOf(author, bibliographic)?.map(invertedName);
      const [from, until] = /^([^-–]+)(?:--|[-–])([^-–]+)$/.exec(pages)?.slice(1) ?? [pages, ''];
      const lines = [
        ['TY', bibliographic ? types[kind] : url === '' ? 'GEN' : 'ELEC'],
        ['ID', key],
        ['TI', title],
        ...(author === '' ? [] : (names ?? authorsOf(author)).map((name) => ['AU', name])),
        [kind === 'article' ? 'JO' : 'T2', container],
        ['VL', volume],
        ['IS', issue],
        ['SP', from ?? ''],
        ['EP', until ?? ''],
        ['PB', publisher === container ? '' : publisher],
        ['DO', doi],
        ['PY', published?.slice(0, 4) ?? ''],
        ['DA', published ? dateAsRis(published) : ''],
        ['UR', url],
        ['Y2', accessed ? dateAsRis(accessed) : ''],
        ['LA', language ?? '']
      ];
      const told = lines
        .filter(([, value]) => value !== '')
        .map(([tag, value]) => `${tag}  - ${value}`);
      // Lines end as the format has it, on whatever machine.
      return [...told, 'ER  - ', ''].join('\r\n');
    })
    .join('\r\n');
}

const types: Readonly<Record<Kind, string>> = {
  article: 'JOUR',
  newspaper: 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  conference: 'CPAPER',
  webpage: 'ELEC',
  other: 'GEN'
};
const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(Object.entries(types).map(([kind, type]) => [type, kind as Kind])),
  CONF: 'conference',
  EJOUR: 'article',
  JFULL: 'article',
  MGZN: 'article',
  WEB: 'webpage'
};

/** Year, month, day and a remark of a date, each behind a slash. */
function dateAsRis(date: string): string {
  const [year, month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

const line = /^([A-Z][A-Z\d]) {1,2}-(?: (.*))?$/;
const addresses = ['UR', 'L1', 'L2', 'DO'];

/** Names stay as they are written. Throws an `ExpectedFailure` for a text without a reference. */
export function readRis(text: string): ReadReferences {
  const entries: Fields[] = [];
  let tags: Map<string, string[]> | null = null;
  let latest: string[] | null = null;
  const end = () => {
    if (tags) entries.push(fieldsOfTags(tags));
    tags = latest = null;
  };
  for (const written of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, tag = '', value = ''] = line.exec(written) ?? [];
    if (tag === 'TY') {
      // One that nobody has ended is as good as one that was.
      end();
      tags = new Map([[tag, [value]]]);
    } else if (tag === 'ER') end();
    else if (tags && tag !== '') {
      const values: string[] = tags.get(tag) ?? [];
      values.push(value);
      tags.set(tag, values);
      latest = values;
    } else if (latest && written.trim() !== '') {
      latest.push(`${latest.pop() ?? ''} ${written}`);
    }
  }
  end();
  if (entries.length === 0) {
    throw new ExpectedFailure('not-references', 'This is no RIS file: no reference begins in it.');
  }
  return readEntries(entries);
}

function fieldsOfTags(tags: ReadonlyMap<string, readonly string[]>): Fields {
  const first = (...names: string[]) =>
    names.flatMap((name) => tags.get(name) ?? []).find((value) => value.trim() !== '') ?? '';
  const address = first(...addresses).trim();
  const names = ['AU', 'A1'].flatMap((name) => tags.get(name) ?? []).map(onOneLine);
  return {
    title: first('TI', 'T1', 'CT'),
    author: joinAuthors(names),
    publisher: first('PB', 'T2', 'JO', 'JF'),
    bibliographic: {
      kind: kinds[first('TY').trim()] ?? 'other',
      key: first('ID'),
      authors: names.some((name) => name.includes(',')) ? names.map(partsOfInverted) : [],
      container: first('JF', 'T2', 'JO', 'JA'),
      volume: first('VL'),
      issue: first('IS', 'CP'),
      pages: [first('SP'), first('EP')].filter((page) => page.trim() !== '').join('-'),
      doi: first('DO')
    },
    published: ['DA', 'PY', 'Y1'].map((name) => dateOf(first(name))).find(Boolean) ?? '',
    url: /^10\.\d{4,}\//.test(address) ? `https://doi.org/${address}` : address,
    accessed: first('Y2'),
    language: first('LA')
  };
}

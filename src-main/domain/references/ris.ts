/** Sources as RIS: a tag a line, as reference managers exchange them. Pure. */
import { ExpectedFailure } from '../base/result.js';
import {
  authorsOf,
  dateOf,
  type Fields,
  joinAuthors,
  readEntries,
  type ReadReferences,
  type Reference
} from './reference.js';

export function writeRis(references: readonly Reference[]): string {
  return references
    .map(({ title, author, publisher, published, url, accessed, language }) => {
      const lines = [
        ['TY', url === '' ? 'GEN' : 'ELEC'],
        ['TI', title],
        ...(author === '' ? [] : authorsOf(author).map((name) => ['AU', name])),
        ['PB', publisher],
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
      tags = new Map();
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
  return {
    title: first('TI', 'T1', 'CT'),
    author: joinAuthors(['AU', 'A1'].flatMap((name) => tags.get(name) ?? [])),
    publisher: first('PB', 'T2', 'JO', 'JF'),
    published: ['DA', 'PY', 'Y1'].map((name) => dateOf(first(name))).find(Boolean) ?? '',
    url: /^10\.\d{4,}\//.test(address) ? `https://doi.org/${address}` : address,
    accessed: first('Y2'),
    language: first('LA')
  };
}

/** How 6a5c022a read the changes of a log: never edited, since programs of then read what is written now. */
import type { Change } from '../change.js';
import { withStretch } from '../../text/stretch.js';
import type { CompactChange } from '../log-codec.js';

type Json = Readonly<Record<string, unknown>>;
type Edits = NonNullable<CompactChange['fields']>;

export function expandAsThen(before: Json, { fields = {}, lists = {} }: CompactChange): Change {
  const collections = Object.entries(lists).map(([name, list]) => {
    const old = byId(before[name]);
    const { put = [], removed = [], order = null } = list;
    const entries = put.map((each) => {
      if (each.length === 1) return each[0];
      const base = old.get(each[0]);
      if (!base) throw new Error(`There is no entry ${each[0]} in ${name}`);
      return { ...base, ...expandValues(base, each[1]) };
    });
    return [name, { put: entries, removed, order }] as const;
  });
  return {
    fields: expandValues(before, fields),
    ...Object.fromEntries(collections)
  };
}

function expandValues(before: Json, edits: Edits): Json {
  return Object.fromEntries(
    Object.entries(edits).map(([name, edit]) => {
      if (edit.length === 1) return [name, edit[0]];
      const text = before[name];
      const edited = typeof text === 'string' ? withStretch(text, edit) : null;
      if (edited === null) {
        throw new Error(`The text of ${name} is not the one that was edited`);
      }
      return [name, edited];
    })
  );
}

function byId(entries: unknown): ReadonlyMap<unknown, Json> {
  if (!Array.isArray(entries)) return new Map();
  return new Map((entries as Json[]).map((entry) => [entry['id'], entry]));
}

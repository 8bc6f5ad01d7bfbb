/**
 * A change as the log keeps it: an entry that was there before says only what differs, and a string
 * only the stretch that differs. Pure, and knows entries only as JSON with an id.
 */
import type { Id } from '../base/values.js';
import { type TextStretch, withStretch } from '../text/stretch.js';
import type { Change, ListChange } from './change.js';
import { editsOf, fromJson } from './field-edits.js';

type Json = Readonly<Record<string, unknown>>;

/** What differs in a text, or the value, whole. */
type ValueEdit = TextStretch | readonly [unknown];
type Edits = Readonly<Record<string, ValueEdit>>;

interface CompactCollection {
  /** A new entry whole, or the id of one that was there with what differs. */
  readonly put?: readonly (readonly [Json] | readonly [Id, Edits])[];
  readonly removed?: readonly Id[];
  readonly order?: readonly Id[];
}

export interface CompactChange {
  readonly fields?: Edits;
  readonly lists?: Readonly<Record<string, CompactCollection>>;
}

/** @param before the state, as plain JSON, that the change rests on. */
export function compactChange(before: Json, { fields, ...collections }: Change): CompactChange {
  const named = Object.entries(collections as Readonly<Record<string, ListChange<Json>>>);
  const lists = named.map(([name, { put, removed, order }]) => {
    const old = byId(before[name]);
    const compact: CompactCollection = {
      ...(put.length > 0 && {
        put: put.flatMap((entry) => compactEntry(old.get(entry['id']), entry))
      }),
      ...(removed.length > 0 && { removed }),
      ...(order && { order })
    };
    return [name, compact] as const;
  });
  const edits = compactFields(before, fields);
  return {
    ...(edits && { fields: edits }),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) })
  };
}

/** A change that leads to where the one that `compactChange` was given does. Throws when it does not fit `before`. */
export function expandChange(before: Json, { fields = {}, lists = {} }: CompactChange): Change {
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

/** Whole where a field comes or goes, which JSON has no word for. Nothing where it says the same as before. */
function compactEntry(
  old: Json | undefined,
  entry: Json
): readonly (readonly [Json] | readonly [Id, Edits])[] {
  if (!old) return [[entry]];
  const names = new Set([...Object.keys(old), ...Object.keys(entry)]);
  const isWhole = [...names].some(
    (name) => (old[name] === undefined) !== (entry[name] === undefined)
  );
  if (isWhole) return [[entry]];
  const edits = compactFields(old, entry);
  return edits ? [[entry['id'] as Id, edits]] : [];
}

function compactFields(before: Json, after: Json): Edits | null {
  // None is nested, so that each is a leaf.
  return editsOf<ValueEdit>(before, after, (op) =>
    'set' in op ? [op.set] : op.stretch
  ) as Edits | null;
}

function expandValues(before: Json, edits: Edits): Json {
  return Object.fromEntries(
    Object.entries(edits).map(([name, edit]) => {
      if (edit.length === 1) return [name, fromJson(name, edit[0])];
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

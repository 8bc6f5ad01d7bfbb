/**
 * A change as the log keeps it: an entry that was there before says only what differs, and a string
 * only the stretch that differs. Pure, and knows entries only as JSON with an id.
 */
import type { Change, ListChange } from './change.js';
import { isWrittenAlike } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import { type TextStretch, stretchBetween, withStretch } from '../text/stretch.js';

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

/** Below this many UTF-16 units a string is kept whole. */
const shortString = 40;

/** @param before the state, as plain JSON, that the change rests on. */
export function compactChange(before: Json, { fields, ...collections }: Change): CompactChange {
  const named = Object.entries(collections as Readonly<Record<string, ListChange<Json>>>);
  const lists = named.map(([name, { put, removed, order }]) => {
    const old = byId(before[name]);
    const compact: CompactCollection = {
      ...(put.length > 0 && { put: put.map((entry) => compactEntry(old.get(entry['id']), entry)) }),
      ...(removed.length > 0 && { removed }),
      ...(order && { order })
    };
    return [name, compact] as const;
  });
  return {
    ...(Object.keys(fields).length > 0 && { fields: compactValues(before, fields) }),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) })
  };
}

/** Gives back what `compactChange` was given. Throws when the change does not fit `before`. */
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

function compactEntry(old: Json | undefined, entry: Json): readonly [Json] | readonly [Id, Edits] {
  const names = Object.keys(entry);
  if (!old || Object.keys(old).length !== names.length || !names.every((name) => name in old)) {
    return [entry];
  }
  const changed = names.filter((name) => !isWrittenAlike(old[name], entry[name]));
  const parts = Object.fromEntries(changed.map((name) => [name, entry[name]]));
  return [entry['id'] as Id, compactValues(old, parts)];
}

function compactValues(before: Json, after: Json): Edits {
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, editOf(before[name], value)])
  );
}

function editOf(before: unknown, after: unknown): ValueEdit {
  if (typeof before !== 'string' || typeof after !== 'string') return [after];
  if (after.length < shortString) return [after];
  return stretchBetween(before, after);
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

/** A change's edit, read on the state that it is applied to: with whole values, and checked. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import type { EntryFields } from '../change/field-edits.js';
import { Damaged, type Ref, resolveEdits } from './field-edits.js';
import type { Move } from './places.js';
import type { ReplayedState } from './replayed-state.js';
import {
  type BriefingEdit,
  canStand,
  type Entry,
  type EntryEdit,
  type ListEdit
} from './team-change.js';
import { idsWithin } from './trace.js';

export interface ResolvedFields {
  readonly now: EntryFields;
  readonly was: EntryFields;
  /** The texts that were written, by their places. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Put {
  readonly list: CollectionName;
  readonly id: Id;
  /** `null` for one that is new. */
  readonly was: EntryFields | null;
  readonly now: EntryFields;
  readonly texts: ReadonlyMap<string, string>;
  /** What it was, of one that no change had written whole. */
  readonly before: Entry | null;
  /** What it refers to and did not before. */
  readonly refers: ReadonlySet<Id>;
}

export interface ResolvedList {
  readonly list: CollectionName;
  readonly puts: readonly Put[];
  readonly removed: readonly Id[];
  readonly moves: readonly Move[];
}

export interface ResolvedEdit {
  readonly fields: ResolvedFields | null;
  readonly lists: readonly ResolvedList[];
  readonly isOfTexts: boolean;
}

/** Finds what a change wrote in a place of an entry, or of the briefing where `list` is `null`. Throws `Damaged`. */
export type FindText = (at: WrittenPlace, writer: Ref) => string;
export interface WrittenPlace {
  readonly list: CollectionName | null;
  readonly id: Id;
  readonly path: string;
  /** The entry or briefing as it is, or was as it went. */
  readonly current: EntryFields;
}

/** Throws `Damaged` when the edit does not fit. */
export function resolveEdit(
  state: ReplayedState,
  briefing: Briefing,
  edit: BriefingEdit,
  textOf: FindText
): ResolvedEdit {
  const whole = briefing as unknown as EntryFields;
  const fields = edit.fields
    ? resolveEdits(edit.fields, whole, (path, writer) =>
        textOf({ list: null, id: briefing.id, path, current: whole }, writer)
      )
    : null;
  if (fields) check(null, fields);
  const lists = collectionNames.flatMap((list): readonly ResolvedList[] => {
    const part = edit.lists?.[list];
    if (!part) return [];
    const { put = [], removed = [], places = [] } = part;
    const there = new Map((briefing[list] as readonly Entry[]).map((entry) => [entry.id, entry]));
    const puts = put.map((each) => resolvePut({ state, list, there, textOf }, each));
    return [{ list, puts, removed, moves: places }];
  });
  return { fields, lists, isOfTexts: isOfTexts(edit) };
}

interface Resolving {
  readonly state: ReplayedState;
  readonly list: CollectionName;
  readonly there: ReadonlyMap<Id, Entry>;
  readonly textOf: FindText;
}

function resolvePut({ state, list, there, textOf }: Resolving, put: EntryEdit): Put {
  if (put.length === 1) {
    const [entry] = put;
    const home = state.traces.get(entry.id);
    if (home && home.list !== list) throw new Damaged('it gives an entry the name of another one');
    const refers = idsWithin(entry);
    refers.delete(entry.id);
    const now = entry as unknown as EntryFields;
    return { list, id: entry.id, was: null, now, texts: new Map(), before: null, refers };
  }
  const [id, edits, before = null] = put;
  const gone = state.gone.get(id);
  const current = there.get(id) ?? (gone?.list === list ? gone.entry : before);
  if (!current) throw new Damaged('it changes an entry that nobody had made');
  if (before && before.id !== id) throw new Damaged('it takes one entry for another');
  const fields = current as unknown as EntryFields;
  const resolved = resolveEdits(edits, fields, (path, writer) =>
    textOf({ list, id, path, current: fields }, writer)
  );
  check(list, resolved);
  const [refers, referred] = [idsWithin(resolved.now), idsWithin(resolved.was)];
  for (const each of referred) refers.delete(each);
  return { list, id, before, refers, ...resolved };
}

function check(list: CollectionName | null, { was, now }: ResolvedFields): void {
  if (canStand(list, now) && canStand(list, was)) return;
  throw new Damaged('it holds values that cannot stand in a briefing');
}

/** Whether it changes nothing but long texts that were there: no entry refers to another one than before. */
export function isOfTexts({ fields = {}, lists = {} }: BriefingEdit): boolean {
  const isText = (edits: object) =>
    Object.values(edits).every((edit) => Array.isArray(edit) && edit.length > 2);
  return (
    isText(fields) &&
    Object.values(lists as Readonly<Record<string, ListEdit>>).every(
      ({ put = [], removed = [], places = [] }) =>
        removed.length + places.length === 0 &&
        put.every((each) => each.length === 2 && isText(each[1]))
    )
  );
}

/** Whether an annotation stands beyond the end of a card's text, which can be rendered to twice its length. */
export function isCutShort({ annotations }: Briefing, { lists }: ResolvedEdit): boolean {
  const lengths = new Map(
    lists.flatMap(({ list, puts }) =>
      list === 'cards' ? puts.map(({ id, now }) => [id, lengthOf(now['body'])] as const) : []
    )
  );
  return annotations.some(({ target: { id, selectors } }) => {
    const length = lengths.get(id);
    return length !== undefined && (selectors.position?.end ?? 0) > 2 * length;
  });
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : Infinity;
}

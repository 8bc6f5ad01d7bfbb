/** A change that one device made to a briefing, as it travels: by entry and field, with what was there before. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/change.js';
import { same } from '../merge/merge-fields.js';

export type Fields = Readonly<Record<string, unknown>>;

export type Operation =
  /** Fields of the briefing itself. */
  | { readonly kind: 'fields'; readonly was: Fields; readonly now: Fields }
  /** Fields of an entry, all of them with `was` as `null` for one that is new. */
  | {
      readonly kind: 'put';
      readonly list: CollectionName;
      readonly id: Id;
      readonly was: Fields | null;
      readonly now: Fields;
    }
  | { readonly kind: 'remove'; readonly list: CollectionName; readonly id: Id }
  | {
      readonly kind: 'order';
      readonly list: CollectionName;
      readonly was: readonly Id[];
      readonly now: readonly Id[];
    };

/** How many changes of each device somebody knew. */
export type Known = Readonly<Record<string, number>>;

export interface TeamChange {
  readonly device: string;
  /** The number of the change among those of its device, from 1 and without gaps. */
  readonly n: number;
  readonly author: string;
  /** Greater than that of every change that its device knew. */
  readonly lamport: number;
  /** What its device knew as it was made. */
  readonly base: Known;
  readonly operations: readonly Operation[];
}

/** The order in which changes count everywhere. No two changes are equal in it. */
export function byLamport(a: TeamChange, b: TeamChange): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.n - b.n;
}

/** Whether whoever made `later` knew `earlier`. */
export function knew(later: TeamChange, earlier: Pick<TeamChange, 'device' | 'n'>): boolean {
  return (later.base[earlier.device] ?? 0) >= earlier.n;
}

type Entry = Briefing[CollectionName][number];

/** What makes `after` of `before`; nothing where only the time of change differs. */
export function operationsBetween(before: Briefing, after: Briefing): readonly Operation[] {
  const operations: Operation[] = [];
  const fields = differing(withoutLists(before), withoutLists(after));
  if (fields) operations.push({ kind: 'fields', ...fields });
  for (const list of collectionNames) {
    const was: readonly Entry[] = before[list];
    const now: readonly Entry[] = after[list];
    if (was === now) continue;
    const old = new Map(was.map((entry) => [entry.id, entry]));
    const kept = new Set(now.map(({ id }) => id));
    for (const { id } of was) if (!kept.has(id)) operations.push({ kind: 'remove', list, id });
    for (const entry of now) {
      const known = old.get(entry.id);
      const changed = known ? differing({ ...known }, { ...entry }) : { was: null, now: entry };
      if (changed) operations.push({ kind: 'put', list, id: entry.id, ...changed } as Operation);
    }
    const order = { was: was.map(({ id }) => id), now: now.map(({ id }) => id) };
    if (!same(order.was, order.now)) operations.push({ kind: 'order', list, ...order });
  }
  return operations;
}

function differing(before: Fields, after: Fields): { was: Fields; now: Fields } | null {
  const names = Object.keys(after).filter(
    (name) => name !== 'modifiedAt' && !same(before[name], after[name])
  );
  if (names.length === 0) return null;
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { was: pick(before), now: pick(after) };
}

function withoutLists(briefing: Briefing): Fields {
  return Object.fromEntries(
    Object.entries(briefing).filter(
      ([name]) => !(collectionNames as readonly string[]).includes(name)
    )
  );
}

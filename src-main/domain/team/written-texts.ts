/**
 * Finds texts as changes wrote them, which any device can do that has these changes: nothing rests on two
 * programs merging alike.
 */
import type { Id } from '../base/values.js';
import { collectionNames } from '../briefing/collections.js';
import { applied, Damaged, leafAt, type Ref, valueAt } from './field-edits.js';
import { HistoryNeeded } from './history-needed.js';
import type { ReplayedState } from './replayed-state.js';
import type { WrittenPlace } from './resolve-edit.js';
import type { Entry, EntryEdit, TeamChange } from './team-change.js';
import { isSameRef } from './trace.js';

/** UTF-16 units of texts that are kept to be found at once. */
const mostKept = 1_000_000;

/** What changes there are. */
export interface Changes {
  /** `null` where it is not there. */
  find(ref: Ref): TeamChange | null;
  /** Whether it is part of the checkpoint that all began with. */
  isFolded(ref: Ref): boolean;
  /** What all began with. */
  readonly start: ReplayedState;
}

/** Shared by the states of one briefing that follow one another. */
export class WrittenTexts {
  readonly #kept = new Map<string, string>();
  #size = 0;
  readonly #entries = new WeakMap<TeamChange, ReadonlyMap<string, EntryEdit>>();

  /** Throws `Damaged`, or `HistoryNeeded` where only what was folded into a checkpoint can tell. */
  find(
    changes: Changes,
    now: ReplayedState,
    at: WrittenPlace,
    reader: TeamChange,
    ref: Ref
  ): string {
    const stretches: Parameters<typeof applied>[0][] = [];
    let known = reader.base;
    let writer = ref;
    for (;;) {
      // What a change cites it knew: so there is no circle.
      if ((known[writer[0]] ?? 0) < writer[1]) throw new Damaged('it cites words it cannot know');
      const there = this.#kept.get(keyOf(at, writer)) ?? standing(now, at, writer, at.current);
      const found = there ?? this.#written(changes, at, writer);
      if (typeof found === 'string') {
        const text = stretches.reduceRight((text, stretch) => applied(stretch, text), found);
        this.keep(at, ref, text);
        return text;
      }
      stretches.push(found.stretch);
      known = found.known;
      writer = found.writer;
    }
  }

  keep(at: WrittenPlace, ref: Ref, text: string): void {
    const key = keyOf(at, ref);
    if (this.#kept.has(key)) return;
    this.#kept.set(key, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= mostKept || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }

  #written(changes: Changes, at: WrittenPlace, writer: Ref) {
    const change = changes.find(writer);
    if (!change) {
      if (!changes.isFolded(writer)) throw new Damaged('it cites words that nobody wrote');
      const text = standing(changes.start, at, writer, inStart(changes.start, at));
      if (text === null) throw new HistoryNeeded();
      return text;
    }
    const { what, base } = change;
    if ('create' in what && at.list === null) return textIn(what.create, at.path);
    const put = this.#entriesOf(change).get(`${at.list ?? ''} ${at.id}`);
    const edits =
      at.list === null ? 'edit' in what && what.edit.fields : put && put.length > 1 && put[1];
    const leaf = edits ? leafAt(edits, at.path) : null;
    if (!leaf) {
      const whole = put && (put.length === 1 ? put[0] : put[2]);
      return textIn(whole, at.path);
    }
    if (leaf.length === 2) return textIn({ text: leaf[1] }, 'text');
    if (leaf.length === 4) return applied(leaf, leaf[3]);
    return { stretch: leaf, known: base, writer: [leaf[3], leaf[4]] as Ref };
  }

  #entriesOf(change: TeamChange): ReadonlyMap<string, EntryEdit> {
    const known = this.#entries.get(change);
    if (known) return known;
    const { what } = change;
    const entries = new Map<string, EntryEdit>();
    for (const list of collectionNames) {
      if ('create' in what) {
        for (const entry of what.create[list] as readonly Entry[]) {
          entries.set(`${list} ${entry.id}`, [entry]);
        }
      } else if ('edit' in what) {
        for (const put of what.edit.lists?.[list]?.put ?? []) {
          const id: Id = put.length === 1 ? put[0].id : put[0];
          entries.set(`${list} ${id}`, put);
        }
      }
    }
    this.#entries.set(change, entries);
    return entries;
  }
}

function keyOf({ list, id, path }: WrittenPlace, [device, n]: Ref): string {
  return `${list ?? ''} ${id} ${path} ${device} ${n}`;
}

function textIn(fields: unknown, path: string): string {
  const text = valueAt(fields, path);
  if (typeof text !== 'string') throw new Damaged('it cites words that nobody wrote');
  return text;
}

/** The text in a place, where this very change wrote it; else `null`. */
function standing(
  state: ReplayedState,
  { id, path }: WrittenPlace,
  ref: Ref,
  fields: unknown
): string | null {
  if (!isSameRef(state.writerOf(id, path), ref)) return null;
  const text = valueAt(fields, path);
  return typeof text === 'string' ? text : null;
}

function inStart({ briefing, gone }: ReplayedState, { list, id }: WrittenPlace): unknown {
  if (list === null) return briefing;
  const entries: readonly Entry[] = briefing?.[list] ?? [];
  return entries.find((entry) => entry.id === id) ?? gone.get(id)?.entry;
}

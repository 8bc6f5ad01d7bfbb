/** What is remembered of an entry beside what it holds: who wrote it, and who worked on what of it. Pure. */
import type { Id } from '../base/values.js';
import type { Writer } from '../briefing/author.js';
import type { CollectionName } from '../briefing/collections.js';
import { isSameJson } from '../base/same-json.js';
import { isOfPlace } from '../briefing/same-work.js';
import type { Ref } from './field-edits.js';
import type { Entry, KnownChanges } from './team-change.js';

/** Who made a change, and which. */
export interface Hand extends Writer {
  readonly device: string;
  readonly n: number;
}

export interface Trace {
  /** `null`: the briefing itself. */
  readonly list: CollectionName | null;
  /** Whether some change wrote it whole: all who know that change have it, whatever is merged. */
  readonly isWritten: boolean;
  /** The change that wrote the texts that `texts` does not name. */
  readonly whole: Ref | null;
  /** By places such as `body`, the change that wrote the text there; `null`: it was merged. */
  readonly texts: Readonly<Record<string, Ref | null>>;
  /** The last change of each device that worked on it. */
  readonly touched: KnownChanges;
  /** Likewise on its text, on whether it is reviewed, and on which stance it holds. */
  readonly words: KnownChanges;
  readonly review: KnownChanges;
  readonly stance: KnownChanges;
  /** Who wrote the fields that `hands` does not name: several where they did not know of each other. */
  readonly wrote: readonly Hand[];
  /** By fields, who wrote what is there now. */
  readonly hands: Readonly<Record<string, readonly Hand[]>>;
  /** Who worked on it last; `null` where only a merge has made it. */
  readonly last: Hand | null;
}

const none: KnownChanges = {};

export function newTrace(list: CollectionName | null): Trace {
  return {
    list,
    isWritten: false,
    whole: null,
    texts: {},
    touched: none,
    words: none,
    review: none,
    stance: none,
    wrote: [],
    hands: {},
    last: null
  };
}

/** One that a change wrote, whole. `known` is that change alone. */
export function traceOfWritten(
  list: CollectionName | null,
  hand: Hand,
  known: KnownChanges
): Trace {
  return {
    ...newTrace(list),
    ...{ isWritten: true, whole: [hand.device, hand.n], touched: known, stance: known },
    ...{ wrote: [hand], last: hand }
  };
}

/** `hand` writes these fields. Whose work it knew is told no more: it stands for that as well. */
export function withHand(
  trace: Trace,
  hand: Hand,
  fields: readonly string[],
  knew: (one: Hand) => boolean
): Trace {
  const hands = fields.map((name) => {
    const apart = handsOn(trace, name).filter((one) => !knew(one));
    return [name, [...apart, hand]] as const;
  });
  const last = isOfPlace(fields) ? trace.last : hand;
  return { ...trace, hands: { ...trace.hands, ...Object.fromEntries(hands) }, last };
}

/** Who wrote what is in a field now. */
export function handsOn(trace: Trace | undefined, field: string): readonly Hand[] {
  return trace?.hands[field] ?? trace?.wrote ?? [];
}

/** What was taken out, to come back where somebody worked on it without knowing. */
export interface Gone {
  readonly list: CollectionName;
  readonly entry: Entry;
  /** What it stood behind; `null`: it was the first. */
  readonly after: Id | null;
  /** The change that took it out. */
  readonly by: Ref;
}

export function writerIn(trace: Trace | undefined, path: string): Ref | null {
  if (!trace) return null;
  return path in trace.texts ? (trace.texts[path] ?? null) : trace.whole;
}

export function isSameRef(a: Ref | null, b: Ref): boolean {
  return isSameJson(a, b);
}

/** All ids in a value, however deep: what it refers to, and itself. */
export function idsWithin(value: unknown, found = new Set<Id>()): Set<Id> {
  if (typeof value === 'string') {
    if (value.length === 26 && idForm.test(value)) found.add(value as Id);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) idsWithin(part, found);
  }
  return found;
}

const idForm = /^[0-9A-HJKMNP-TV-Z]{26}$/;

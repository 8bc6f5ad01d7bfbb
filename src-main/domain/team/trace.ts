/** What is remembered of an entry beside what it holds: who wrote it, and who worked on what of it. Pure. */
import type { Id } from '../base/values.js';
import type { CollectionName } from '../briefing/change.js';
import { isSameJson } from '../base/same-json.js';
import type { Ref } from './field-edits.js';
import type { Entry, KnownChanges } from './team-change.js';

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
    stance: none
  };
}

/** One that a change wrote, whole. `known` is that change alone. */
export function traceOfWritten(
  list: CollectionName | null,
  whole: Ref,
  known: KnownChanges
): Trace {
  return { ...newTrace(list), isWritten: true, whole, touched: known, stance: known };
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

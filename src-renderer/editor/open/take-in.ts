/** What a change that was saved elsewhere makes of the open briefing, with what is not saved here yet. Pure. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Author } from '../../../src-main/domain/briefing/author.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  type CollectionName,
  collectionNames
} from '../../../src-main/domain/briefing/collections.js';
import { mergeBriefings, sharingEntries } from '../../../src-main/domain/merge/merge-briefings.js';
import { orderOf } from '../../../src-main/domain/merge/merge-lists.js';
import type { Elsewhere } from './saving.svelte.js';

/** What came in from elsewhere. */
export interface TakenIn extends Elsewhere, Omit<TakenChange, 'briefing'> {}

interface TakenChange {
  readonly briefing: Briefing;
  /** How many note cards hold what both sides changed. */
  readonly clashes: number;
  /** Whether something that was removed there stays, since it is worked on here. */
  readonly isKept: boolean;
}

/**
 * @param held entries that somebody works on here: what was removed of them there stays
 * @param author who wrote what is not saved here yet; `null` where that is not known. It stands where both
 * changed one sentence, and theirs goes into a note card.
 */
export function takeChange(
  ours: Briefing,
  { from: base, to, authors }: Elsewhere,
  held: Iterable<Id>,
  author: Author | null = null,
  now = new Date()
): TakenChange {
  const theirs = keepHeld(base, to, new Set(held));
  const isKept = theirs !== to;
  if (ours === base) return { briefing: theirs, clashes: 0, isKept };
  // Whatever their clock says, what is being written here is the later.
  const at = new Date(Math.max(now.getTime(), Date.parse(theirs.modifiedAt) + 1)).toISOString();
  // Of several it is not known who changed these very words.
  const [name = ''] = authors.length === 1 ? authors : [];
  const writers = {
    ours: author ? [{ name: author.name, at }] : [],
    theirs: name === '' ? [] : [{ name, at: to.modifiedAt }]
  };
  const merge = mergeBriefings(base, { ...ours, modifiedAt: at }, theirs, writers);
  const briefing = sharingEntries(theirs, merge.briefing);
  return {
    briefing: { ...briefing, modifiedAt: ours.modifiedAt },
    clashes: merge.clashes.length,
    isKept
  };
}

/**
 * `theirs` with what it has removed of entries that somebody works on here, and with the annotations on
 * them; itself where it removed none.
 */
function keepHeld(base: Briefing, theirs: Briefing, held: ReadonlySet<Id>): Briefing {
  if (held.size === 0) return theirs;
  const kept: Partial<Record<CollectionName, unknown>> = {};
  for (const name of collectionNames) {
    const there = new Set<Id>(theirs[name].map(({ id }) => id));
    const back = base[name].filter(({ id }) => held.has(id) && !there.has(id));
    if (back.length === 0) continue;
    const entries = new Map([...back, ...theirs[name]].map((entry) => [entry.id, entry]));
    const ids = { base: null, later: [...there], earlier: base[name].map(({ id }) => id) };
    const order = orderOf({ ...ids, isTied: false }, (id) => entries.has(id));
    kept[name] = order.map((id) => entries.get(id));
  }
  if (Object.keys(kept).length === 0) return theirs;
  const placed = new Map(base.annotations.map((annotation) => [annotation.id, annotation]));
  const whole = { ...theirs, ...kept } as Briefing;
  const annotations = whole.annotations.map((annotation) => {
    const before = placed.get(annotation.id);
    const isOnHeld = before && held.has(before.target.id);
    return isOnHeld ? { ...annotation, target: before.target, flag: before.flag } : annotation;
  });
  return { ...whole, annotations };
}

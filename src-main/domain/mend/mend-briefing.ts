/**
 * A briefing from outside that fits its schema may still contradict itself: ids that stand twice,
 * references that lead nowhere, entries that supersede one another in a circle, places outside any
 * text. What can be mended without loss is mended here, and counted; what cannot, `beyondLimits` of
 * domain/limits.ts refuses. Pure.
 */
import type { Briefing } from '../briefing/briefing.js';
import { breakCircles } from './break-circles.js';
import { Mendings, type Mending } from './mendings.js';
import { mendLists } from './mend-lists.js';
import { mendPlaces } from './mend-places.js';
import { mendReferences } from './mend-references.js';
import { mendTimes } from './mend-times.js';
import { makeIdsUnique } from './unique-ids.js';

export interface Mended {
  /** The very briefing that was given when there was nothing to mend. */
  readonly briefing: Briefing;
  /** What was mended, each kind once; empty when nothing was. `mended-words.ts` has the sentences. */
  readonly mended: readonly Mending[];
}

/**
 * The briefing in which every id stands once, every reference leads to an entry, no entry supersedes
 * itself in the end, no list names anything twice, and every place lies within its text as far as
 * that can be told without rendering. No card, source, claim, name or annotation is dropped, but for
 * the second of two that are the same in all. Mending once more changes nothing.
 */
export function mendBriefing(briefing: Briefing): Mended {
  const mendings = new Mendings();
  const steps = [mendLists, mendReferences, makeIdsUnique, breakCircles, mendPlaces, mendTimes];
  const mended = steps.reduce((now, step) => step(now, mendings), briefing);
  return mendings.isEmpty ? { briefing, mended: [] } : { briefing: mended, mended: mendings.all() };
}

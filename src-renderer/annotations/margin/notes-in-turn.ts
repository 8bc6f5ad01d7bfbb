/** Which notes of a long margin are made now: all at once they would make a frame late. Pure. */
import type { Id } from '../../../src-main/domain/base/values.js';

/** Notes that are made in one frame at most. */
export const madeInAFrame = 12;

/**
 * Those of `listed` that are made already and the next of the others, the middle of the list first, since
 * that is what is looked at. The very set that was given when it holds all that is listed and no more.
 */
export function nextMade(made: ReadonlySet<Id>, listed: readonly Id[]): ReadonlySet<Id> {
  const middle = (listed.length - 1) / 2;
  const waiting = listed
    .map((id, index) => ({ id, distance: Math.abs(index - middle) }))
    .filter(({ id }) => !made.has(id))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, madeInAFrame);
  const kept = listed.filter((id) => made.has(id));
  if (waiting.length === 0 && kept.length === made.size) return made;
  return new Set([...kept, ...waiting.map(({ id }) => id)]);
}

/** A briefing is of the latest day of its sources, until somebody gives it another. Pure. */
import type { PartialDate } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Source } from '../briefing/source.js';

/** `null` where none of them was published on a known day. */
export function latestDay(sources: readonly Pick<Source, 'published'>[]): PartialDate | null {
  const days = sources.flatMap(({ published }) => (published?.length === 10 ? [published] : []));
  return days.sort().at(-1) ?? null;
}

/** What a draft says of an article without a day; how it goes on depends on its words. */
export const dayUnknown = 'The article does not say on which day it was published';

/** The briefing after a change of its sources. A date that a person set, or took away, stays. */
export function followSources(before: Briefing, after: Briefing): Briefing {
  const latest = latestDay(after.sources);
  const follows = after.date === before.date && before.date === latestDay(before.sources);
  return follows && latest !== null && latest !== after.date ? { ...after, date: latest } : after;
}

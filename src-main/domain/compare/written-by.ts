/** Which state of a briefing its author had written by the end of a day. */
import { dayOf, lastDayOf, type PartialDate } from '../base/partial-date.js';
import type { Moment } from '../base/moment.js';
import type { Version } from '../briefing/version.js';

/**
 * The newest version whose last change came by the end of the day; `now` where the briefing itself
 * has not changed since; `null` where no version as old as that was kept. What was undone does not
 * count. Days are those of this
 * machine's time zone. Revisions say what came first, and a clock that was wrong only which day it
 * was.
 */
export function writtenBy(
  day: PartialDate,
  versions: readonly Version[],
  modifiedAt: Moment
): Version | 'now' | null {
  const isBy = (moment: Moment) => dayOf(new Date(moment)) <= lastDayOf(day);
  if (isBy(modifiedAt)) return 'now';
  return versions
    .filter(({ kind, modifiedAt }) => kind !== 'undone' && isBy(modifiedAt))
    .reduce<Version | null>(
      (newest, each) => (newest && newest.revision >= each.revision ? newest : each),
      null
    );
}

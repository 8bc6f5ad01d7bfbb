/** Reads from a library what a briefing said by the end of a day. */
import { writtenBy } from '../domain/compare/written-by.js';
import type { Days } from '../domain/compare/sides.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { daysOfChange } from '../domain/publication/changes.js';
import type { Edition } from '../domain/publication/edition.js';
import type { PartialDate } from '../domain/base/partial-date.js';
import type { WrittenPair, WrittenState } from '../domain/briefing/written-state.js';
import type { Library } from '../store/library.js';

type Versions = Pick<Library, 'versions' | 'openVersion'>;

/** `now` is the briefing as it is; a day of `null` means just that. `null` where no version is that old. */
export async function readWritten(
  library: Versions,
  now: Briefing,
  day: PartialDate | null
): Promise<WrittenState | null> {
  if (day === null) return { briefing: now, version: null };
  const found = writtenBy(day, await library.versions(now.id), now.modifiedAt);
  if (found === 'now') return { briefing: now, version: null };
  return found && (await library.openVersion(now.id, found.key));
}

export async function readWrittenPair(
  library: Versions,
  now: Briefing,
  { from, until }: Days
): Promise<WrittenPair> {
  return {
    before: await readWritten(library, now, from),
    after: await readWritten(library, now, until)
  };
}

/** What an edition that tells changes compares; `undefined` for one that tells none. */
export async function readWrittenFor(
  library: Versions,
  now: Briefing,
  edition: Edition
): Promise<WrittenPair | undefined> {
  const days = daysOfChange(edition, now);
  return days?.from ? readWrittenPair(library, now, days) : undefined;
}

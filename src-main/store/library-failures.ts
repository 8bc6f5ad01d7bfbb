/** The sentences of a library that does not do what it was asked, and the checks that lead to them. */
import { Briefing } from '../domain/briefing/briefing.js';
import { Change } from '../domain/change/change.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { type StoredBriefing, whereWrong } from './stored-briefing.js';

export function validBriefing(briefing: Briefing): Briefing {
  const parsed = Briefing.safeParse(briefing);
  if (parsed.success) return parsed.data;
  throw invalid(briefing.title, whereWrong(parsed.error));
}

/** A valid change of a valid briefing makes a valid briefing. */
export function validChange(briefing: Briefing, change: Change): Change {
  const parsed = Change.safeParse(change);
  if (parsed.success) return parsed.data;
  throw invalid(briefing.title, whereWrong(parsed.error));
}

function invalid(title: string, where: string): ExpectedFailure {
  return new ExpectedFailure(
    'invalid-briefing',
    `“${title}” cannot be saved as it is (${where}). What was saved before is intact.`
  );
}

/** Whether it may be changed from `base`. Throws `newer-schema`, and `stale-revision` where `base` is not the latest. */
export function refuseUnlessLatest(
  { briefing: { title }, revision, schema }: StoredBriefing,
  base: number
): void {
  if (schema > currentSchema) {
    throw new ExpectedFailure(
      'newer-schema',
      `“${title}” was written by a newer Standpoint and can only be read here. Update Standpoint to edit it.`
    );
  }
  if (base !== revision) {
    throw new ExpectedFailure(
      'stale-revision',
      `“${title}” has changed elsewhere: the change rests on revision ${base}, the latest is ${revision}. Nothing was overwritten.`
    );
  }
}

export function taken(id: Id): ExpectedFailure {
  return new ExpectedFailure(
    'briefing-exists',
    `The library has a briefing ${id} already; it was left as it is.`
  );
}

export function missing(id: Id, where: string): ExpectedFailure {
  return new ExpectedFailure('no-briefing', `There is no briefing ${id} ${where}.`);
}

export function readOnlyLibrary(root: string, what: string): ExpectedFailure {
  const message = `The library in ${root} was opened for reading only, so ${what}.`;
  return new ExpectedFailure('read-only-library', message);
}

/**
 * Which versions are kept by themselves, and which give way. Pure; trusts revisions, not the clock.
 *
 * What an author saved and left can be found again, also when she takes it out by edits of her own in
 * a later visit. A visit lasts from the opening of a briefing until another one, another library or
 * another start of the program. What stood at its end is kept before a later visit changes it: as
 * `visit` within the hour, else as an hourly or daily version. Those hold what was saved before the
 * hour or the day began; the kinds `import`, `migration` and `restore` what was there before the
 * whole was rewritten; and `undone` what undo led away from, be it saved or not, whether or not redo
 * still reaches it. What an author wrote and took out again within one visit and one hour is undo's
 * to bring back.
 *
 * Nothing is kept of an undone deletion, since it held less; nor of typing where typing in the same
 * field took its place and holds the words again, or where that was a slip of a few letters
 * (`undone-states.ts`).
 *
 * Of a briefing, the newest hundred of what was undone and the newest hundred ends of visits remain.
 * Both are counted apart and tell nothing of when the hour is over, so that neither pushes out an
 * hourly or daily version, or keeps one from being made.
 */
import { type VersionKey, versionKinds, type VersionKind } from './version.js';

const hour = 3_600_000;
/** The newest of a briefing, whatever their kind but `undone` and `visit`, are never let go of. */
export const alwaysKept = 20;
/** The newest of what was undone. */
export const undoneKept = 100;
/** The newest ends of visits. */
export const visitsKept = 100;
/** Beyond so many of a briefing the daily ones give way too. */
const mostDaily = 120;

export interface LastVersion {
  /** Of the newest that holds what was saved. */
  readonly revision: number;
  /** When the newest of those was kept that `countsForHour`. */
  readonly keptAt: string;
}

/**
 * The kind of version to keep of the state `revision` before it is overwritten; `null` for none.
 * A clock that was moved, either way, leads to one version more, never to one less.
 *
 * @param isVisitEnd an earlier visit ended with that state.
 */
export function versionDue(
  last: LastVersion | null,
  revision: number,
  now: Date,
  isVisitEnd = false
): 'hourly' | 'daily' | 'visit' | null {
  if (!last) return 'daily';
  if (last.revision >= revision) return null;
  const passed = Math.abs(now.getTime() - Date.parse(last.keptAt));
  if (passed < hour) return isVisitEnd ? 'visit' : null;
  return last.keptAt.slice(0, 10) === now.toISOString().slice(0, 10) ? 'hourly' : 'daily';
}

/** Those of `keys` that give way. */
export function versionsToPrune(keys: readonly VersionKey[]): readonly VersionKey[] {
  const newestFirst = keys.toSorted().reverse();
  const undone = newestFirst.filter((key) => kindOf(key) === 'undone');
  const visits = newestFirst.filter((key) => kindOf(key) === 'visit');
  const others = newestFirst.filter(countsForHour).filter((key, place) => {
    if (place < alwaysKept) return false;
    const kind = kindOf(key);
    return kind === 'hourly' || (kind === 'daily' && place >= mostDaily);
  });
  return [...others, ...undone.slice(undoneKept), ...visits.slice(visitsKept)];
}

/** Whether it holds what was saved as its revision, and not what was undone. */
export function isSaved(key: VersionKey): boolean {
  return kindOf(key) !== 'undone';
}

/** Whether the hour begins anew with it. */
export function countsForHour(key: VersionKey): boolean {
  return isSaved(key) && kindOf(key) !== 'visit';
}

export function revisionOf(key: VersionKey): number {
  return Number(key.slice(0, 10));
}

function kindOf(key: VersionKey): VersionKind | null {
  const name = key.split('-')[1];
  return versionKinds.find((kind) => kind === name) ?? null;
}

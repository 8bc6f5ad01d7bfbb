/**
 * Which versions are kept by themselves, and which give way. Pure; trusts revisions, not the clock.
 *
 * What was in a briefing at any save can be found again, unless its author took it out by an edit of
 * her own: an hourly or daily version holds what was saved before the hour or the day began; the
 * kinds `import`, `migration` and `restore` what was there before the whole was rewritten; and
 * `undone` what undo led away from, be it saved or not, whether or not redo still reaches it.
 * Nothing is kept of an undone deletion, since it held less; nor of typing where typing in the same
 * field took its place and holds the words again, or where that was a slip of a few letters
 * (`undone-states.ts`).
 */
import { type VersionKey, versionKinds, type VersionKind } from './version.js';

const hour = 3_600_000;
/** The newest of a briefing, whatever their kind but `undone`, are never let go of. */
export const alwaysKept = 20;
/** The newest of what was undone; counted apart, so that a day of much undoing pushes no other out. */
export const undoneKept = 100;
/** Beyond so many of a briefing the daily ones give way too. */
const mostDaily = 120;

export interface LastVersion {
  readonly revision: number;
  readonly keptAt: string;
}

/**
 * The kind of version to keep of the state `revision` before it is overwritten; `null` for none.
 * A clock that was moved, either way, leads to one version more, never to one less.
 */
export function versionDue(
  last: LastVersion | null,
  revision: number,
  now: Date
): 'hourly' | 'daily' | null {
  if (!last) return 'daily';
  if (last.revision >= revision) return null;
  const passed = Math.abs(now.getTime() - Date.parse(last.keptAt));
  if (passed < hour) return null;
  return last.keptAt.slice(0, 10) === now.toISOString().slice(0, 10) ? 'hourly' : 'daily';
}

/** Those of `keys` that give way. */
export function versionsToPrune(keys: readonly VersionKey[]): readonly VersionKey[] {
  const newestFirst = keys.toSorted().reverse();
  const undone = newestFirst.filter((key) => !isSaved(key));
  const others = newestFirst.filter(isSaved).filter((key, place) => {
    if (place < alwaysKept) return false;
    const kind = kindOf(key);
    return kind === 'hourly' || (kind === 'daily' && place >= mostDaily);
  });
  return [...others, ...undone.slice(undoneKept)];
}

/** Whether it holds what was saved as its revision, and not what was undone. */
export function isSaved(key: VersionKey): boolean {
  return kindOf(key) !== 'undone';
}

export function revisionOf(key: VersionKey): number {
  return Number(key.slice(0, 10));
}

function kindOf(key: VersionKey): VersionKind | null {
  const name = key.split('-')[1];
  return versionKinds.find((kind) => kind === name) ?? null;
}

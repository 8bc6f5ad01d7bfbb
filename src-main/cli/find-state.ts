/** The briefing, and the version of it, that a person means by `ID` or `ID@VERSION`. */
import type { Briefing } from '../domain/briefing/briefing.js';
import { sameName } from '../domain/text/fold-name.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { OpenVersion, Version } from '../domain/briefing/version.js';
import type { Library } from '../store/library.js';
import { findId } from './find-id.js';

export interface FoundState {
  readonly now: Briefing;
  /** `null`: none was named. */
  readonly version: OpenVersion | null;
}

/** Throws like `findId`, `no-version` for a version that is not kept, and `ambiguous-version` for several. */
export async function findState(library: Library, given: string): Promise<FoundState> {
  const at = given.indexOf('@');
  const id = await findId(library, at < 0 ? given : given.slice(0, at));
  const { briefing: now } = await library.open(id);
  if (at < 0) return { now, version: null };
  const { key } = pick(await library.versions(id), given.slice(at + 1), given.slice(0, at));
  return { now, version: await library.openVersion(id, key) };
}

/** A name goes before the beginning of a key; of several of one name, the newest. */
function pick(versions: readonly Version[], wanted: string, id: string): Version {
  const named = versions.find(({ name }) => name && sameName(name, wanted));
  if (named) return named;
  const found = wanted === '' ? [] : versions.filter(({ key }) => key.startsWith(wanted));
  const [version] = found;
  if (!version) {
    throw new ExpectedFailure(
      'no-version',
      `“${id}” has no version “${wanted}”; “standpoint versions ${id}” lists those that were kept.`
    );
  }
  if (found.length > 1) {
    throw new ExpectedFailure(
      'ambiguous-version',
      `${found.length} versions of “${id}” have a key that begins with “${wanted}”; give more of it.`
    );
  }
  return version;
}

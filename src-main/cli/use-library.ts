/** Opens the library that a command is about, finds the briefing that an id means, and lets go of it in the end. */
import { join, resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { BriefingLookup } from '../search/briefing-reader.js';
import type { Said } from '../search/name-conditions.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { libraryFolder } from '../store/location.js';
import { text, UsageError, type OptionValues, type Io } from './command.js';
import { disk, isThere } from '../disk/file-system.js';
import { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { sameName } from '../domain/text/fold-name.js';
import type { OpenVersion, Version } from '../domain/briefing/version.js';

/**
 * `make`: writes, and makes the library where there is none. Throws `UsageError` where `--library` names
 * a folder that is not there, and none is to be made.
 */
type Access = 'read' | 'write' | 'make';

/** The caller closes it with `closeLibrary`. */
export async function openNamed(values: OptionValues, io: Io, access: Access): Promise<Library> {
  const named = text(values, 'library');
  const folder = named === null ? libraryFolder(io.env) : resolve(io.folder, named);
  if (named !== null && access !== 'make' && !(await isThere(folder, disk))) {
    throw new UsageError(`--library names ${folder}, and there is no such folder.`);
  }
  return openLibrary(folder, { readOnly: access === 'read' });
}

/** Tells on stderr what was found damaged. */
export async function closeLibrary(library: Library, io: Io): Promise<void> {
  for (const { message } of library.findings) io.err(`standpoint: ${message}`);
  await library.close();
}

export async function useLibrary<T>(
  values: OptionValues,
  io: Io,
  access: Access,
  job: (library: Library) => Promise<T>
): Promise<T> {
  const library = await openNamed(values, io, access);
  try {
    return await job(library);
  } finally {
    await closeLibrary(library, io);
  }
}

/** Reads a library; `empty` is what to give, after a word on stderr, where none has been made yet. */
export async function readLibrary<T>(
  values: OptionValues,
  io: Io,
  empty: T,
  job: (library: Library) => Promise<T>
): Promise<T> {
  try {
    return await useLibrary(values, io, 'read', job);
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'no-library')) throw error;
    io.err(`standpoint: ${error.message}`);
    return empty;
  }
}

/**
 * Asks the library's own index where that may be written, else one in memory; either knows all that
 * the library holds. `empty` is as for `readLibrary`.
 */
export async function askLibraryIndex<T>(
  values: OptionValues,
  io: Io,
  empty: T,
  ask: (index: SearchIndex, said: Said, read: BriefingLookup) => T | Promise<T>
): Promise<T> {
  // Opening one to write would make it.
  const there = await readLibrary(values, io, false, () => Promise.resolve(true));
  if (!there) return empty;
  const { library, file } = await openToIndex(values, io);
  try {
    // Only here: no other command pays for loading SQLite.
    const { askIndex } = await import('../libraries/search-library.js');
    return await askIndex(library, file, ask);
  } finally {
    await closeLibrary(library, io);
  }
}

async function openToIndex(
  values: OptionValues,
  io: Io
): Promise<{ readonly library: Library; readonly file: string | null }> {
  try {
    const library = await openNamed(values, io, 'write');
    return { library, file: join(library.folder, 'search.sqlite') };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { library: await openNamed(values, io, 'read'), file: null };
  }
}

/** Throws `no-briefing` for none and `ambiguous-id` for several. Case does not matter. */
export async function findId(library: Library, given: string): Promise<Id> {
  const prefix = given.toUpperCase();
  const whole = Id.safeParse(prefix);
  if (whole.success) return whole.data;
  const ids = (await library.list()).map(({ id }) => id).filter((id) => id.startsWith(prefix));
  const [found] = ids;
  if (!found) {
    throw new ExpectedFailure(
      'no-briefing',
      `The library in ${library.folder} has no briefing whose id begins with “${given}”.`
    );
  }
  if (ids.length > 1) {
    throw new ExpectedFailure(
      'ambiguous-id',
      `${ids.length} briefings have an id that begins with “${given}”; give more of it.`
    );
  }
  return found;
}

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

/**
 * The open library with its search, and another in its place when the person wishes. Whoever was
 * given them goes on with the one that is open then.
 */
import { existsSync } from 'node:fs';
import { type ChangedRow, tellChangedRows, watchLibrary } from './watch-library.js';
import { indexFile, searched } from './search-library.js';
import { type Progress, type Search, startSearch } from '../search/start-search.js';
import { authorOf, type SettingsFile } from '../edge/settings.js';
import type { Events } from '../domain/api.js';
import type { Id, Moment } from '../domain/base/values.js';
import type { Change } from '../domain/briefing/change.js';
import type { Finding } from '../store/finding.js';
import type { Library, LibraryOptions } from '../store/library.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { openLibrary } from '../store/open-library.js';

export interface OpenLibraries {
  readonly library: Library;
  readonly search: Search;
  /** Why the open library is open for reading only; `null` when it is not. */
  readonly onlyRead: string | null;
  /** Folders of libraries that were opened, the one that is open first. */
  recent(): readonly string[];
  /**
   * Opens the library in `folder`, making it when there is none, then closes the other. On failure that
   * stays open. Other things in the folder are a failure, unless it is made `amongOthers`.
   */
  switchTo(folder: string, amongOthers?: boolean): Promise<void>;
  /**
   * Saves a change that was made elsewhere, and tells the page, where the briefing may be open. The texts of
   * sources that it brings must be in the library. Returns the new revision; fails as `Library.save` does.
   *
   * @param authors who made it, by name; none where that is not known.
   */
  saveFromElsewhere(
    id: Id,
    baseRevision: number,
    change: Change,
    authors: readonly string[],
    modifiedAt: Moment
  ): Promise<number>;
  close(): Promise<void>;
}

export interface LibraryNeeds {
  readonly settings: SettingsFile;
  readonly onFinding: (finding: Finding) => void;
  readonly onProgress: (progress: Progress | null) => void;
  /** What the list of the open library is to show from now on. */
  readonly onRows: (rows: readonly ChangedRow[]) => void;
  /** A briefing of the open library was changed behind the page. */
  readonly onBriefing: (changed: Events['briefingChanged']) => void;
  /** Fills a library that has just been made. */
  readonly seed: (library: Library) => Promise<void>;
}

interface Pair {
  readonly library: Library;
  readonly search: Search;
  readonly onlyRead: string | null;
}

const mostRecent = 8;

/**
 * The folder to begin with: `named` on the command line, else the library that was open last as long
 * as it is still there, else `home`.
 */
export function firstFolder(named: string | null, settings: SettingsFile, home: string): string {
  const last = settings.get().libraries[0];
  return named ?? (last !== undefined && existsSync(last) ? last : home);
}

export async function openLibraries(folder: string, needs: LibraryNeeds): Promise<OpenLibraries> {
  let open = await openPair(folder, needs);

  return {
    library: standingFor(() => open.library),
    search: standingFor(() => open.search),
    get onlyRead() {
      return open.onlyRead;
    },
    recent: () => [
      open.library.folder,
      ...needs.settings.get().libraries.filter((each) => each !== open.library.folder)
    ],
    async switchTo(next, amongOthers = false) {
      const before = open;
      open = await openPair(next, needs, amongOthers);
      needs.onProgress(null);
      const { libraries } = needs.settings.get();
      const recent = [open.library.folder, before.library.folder, ...libraries];
      needs.settings.set({ libraries: [...new Set(recent)].slice(0, mostRecent) });
      await closePair(before);
    },
    async saveFromElsewhere(id, baseRevision, change, authors, modifiedAt) {
      const { library } = open;
      const revision = await library.save(id, baseRevision, change, modifiedAt);
      // The page may have gone on to another library meanwhile.
      if (library === open.library) needs.onBriefing({ id, revision, change, authors });
      return revision;
    },
    close: () => closePair(open)
  };
}

async function openPair(folder: string, needs: LibraryNeeds, amongOthers = false): Promise<Pair> {
  const { settings, onFinding } = needs;
  const author = () => authorOf(settings);
  const { library: opened, onlyRead } = await openOrRead(folder, {
    author,
    onFinding,
    amongOthers
  });
  const file = onlyRead === null ? indexFile(opened) : null;
  const search = startSearch(searched(opened, file), { onProgress: needs.onProgress });
  const tellRow = tellChangedRows(opened, needs.onRows);
  const library = watchLibrary(opened, (id) => {
    search.changed(id);
    tellRow(id);
  });
  await needs.seed(library);
  return { library, search, onlyRead };
}

/** The index goes first: its file is the library's, and is let go of with that. */
async function closePair({ library, search }: Pair): Promise<void> {
  await search.close();
  await library.close();
}

/** An object whose every use is one of what `current` gives at that moment. */
function standingFor<T extends object>(current: () => T): T {
  return new Proxy({} as T, {
    get(_target, key) {
      const it = current();
      const value: unknown = Reflect.get(it, key);
      return typeof value === 'function' ? (value.bind(it) as unknown) : value;
    }
  });
}

/** Opens the library for the window; where it cannot be written to, for reading, which is better than nothing. */
export interface Opened {
  readonly library: Library;
  /** For the person: why it is open for reading only; `null` when it is not. */
  readonly onlyRead: string | null;
}

const readable: ReadonlySet<string> = new Set([
  'library-in-use',
  'read-only-disk',
  'no-permission',
  'newer-library'
]);

/** Throws why it cannot be opened at all. */
export async function openOrRead(
  folder: string,
  options: Pick<LibraryOptions, 'author' | 'onFinding' | 'amongOthers'> = {}
): Promise<Opened> {
  try {
    return { library: await openLibrary(folder, options), onlyRead: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || !readable.has(error.code)) throw error;
    const library = await openLibrary(folder, { ...options, readOnly: true }).catch(() => {
      throw error;
    });
    return { library, onlyRead: `${error.message} Here it is open for reading only.` };
  }
}

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
import type { SharingState } from '../domain/program/team-state.js';
import type { Finding } from '../store/finding.js';
import type { Library, LibraryOptions } from '../store/library.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { openLibrary } from '../store/open-library.js';
import { type Founding, type Joining, LibraryTeam, type Teams } from './library-team.js';
import { localLibrary } from './local-library.js';
import type { LocalLibrary, Team } from '../team/team.js';

export interface OpenLibraries {
  readonly library: Library;
  readonly search: Search;
  /** Why the open library is open for reading only; `null` when it is not. */
  readonly onlyRead: string | null;
  /** Of the open library; `null` while it is not shared. */
  readonly team: Team | null;
  readonly sharing: SharingState;
  /** As `team`, once it is known whether there is one. */
  openedTeam(): Promise<Team | null>;
  /** Folders of libraries that were opened, the one that is open first. */
  recent(): readonly string[];
  /**
   * Opens the library in `folder`, making it when there is none, then closes the other. On failure that
   * stays open. Other things in the folder are a failure, unless it is made `amongOthers`.
   */
  switchTo(folder: string, amongOthers?: boolean): Promise<void>;
  /** Shares the open library. On failure it stays as it is. */
  share(given: Founding): Promise<void>;
  /**
   * Makes a library in `folder` that is shared with those who invite, and opens it in the place of the
   * other, as `switchTo` does. An empty library that is there already does as well.
   */
  joinIn(folder: string, amongOthers: boolean, given: Joining): Promise<void>;
  /** The open library is not shared any more, and stays as it is. Returns as `Team.leave`. */
  leaveTeam(owner: string | null): Promise<string | null>;
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
  /** The register of the open library was changed behind the page. */
  readonly onRegister: () => void;
  /** Told of a briefing that came out of the bin behind the page. */
  readonly onBroughtBack: (briefing: Events['broughtBack']) => void;
  readonly teams: Teams;
  /** What is shared of the open library has changed. */
  readonly onSharing: (state: SharingState) => void;
  /** Fills the library that is opened first, where it has just been made. Those that a person begins stay empty. */
  readonly seed: (library: Library) => Promise<void>;
}

interface Pair {
  readonly library: Library;
  readonly search: Search;
  readonly onlyRead: string | null;
  readonly sharing: LibraryTeam;
  readonly local: LocalLibrary;
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
  let shown: Library | null = null;
  /** The page hears of the library that it shows, and of no other. */
  const own: PairNeeds = { ...needs, isShown: (library) => library === shown };
  let open = await openPair(folder, own);
  shown = open.library;
  needs.settings.set({ openLibrary: open.library.folder });
  await needs.seed(open.library);

  async function show(next: Pair): Promise<void> {
    const before = open;
    open = next;
    shown = next.library;
    needs.onProgress(null);
    const { libraries } = needs.settings.get();
    const recent = [open.library.folder, before.library.folder, ...libraries];
    needs.settings.set({
      libraries: [...new Set(recent)].slice(0, mostRecent),
      openLibrary: open.library.folder
    });
    await closePair(before);
  }

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
    get team() {
      return open.sharing.team;
    },
    get sharing() {
      return open.sharing.state;
    },
    openedTeam: () => open.sharing.opened(),
    switchTo: async (next, amongOthers = false) => show(await openPair(next, own, amongOthers)),
    share: async (given) => open.sharing.found(writable(open), given),
    async joinIn(next, amongOthers, given) {
      const joined = await openPair(next, own, amongOthers);
      try {
        await refuseFilled(joined.library);
        await joined.sharing.join(writable(joined), given);
      } catch (error) {
        await closePair(joined);
        throw error;
      }
      await show(joined);
    },
    leaveTeam: (owner) => open.sharing.leave(owner),
    close: () => closePair(open)
  };
}

/** What is there already would be shared with people whom it was not written for. */
async function refuseFilled(library: Library): Promise<void> {
  const held = (await library.list()).length + (await library.deleted()).length;
  if (held === 0) return;
  throw new ExpectedFailure(
    'library-not-empty',
    `The library in ${library.folder} holds briefings already. Choose an empty folder to join in; nothing was changed.`
  );
}

function writable({ local, onlyRead, library }: Pair): LocalLibrary {
  if (onlyRead === null) return local;
  throw new ExpectedFailure(
    'read-only-library',
    `The library in ${library.folder} can only be read here, so it cannot be shared from here. Nothing was changed.`
  );
}

interface PairNeeds extends LibraryNeeds {
  readonly isShown: (library: Library) => boolean;
}

async function openPair(folder: string, needs: PairNeeds, amongOthers = false): Promise<Pair> {
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
  const sharing = new LibraryTeam(needs.teams, (state) => {
    if (needs.isShown(library)) needs.onSharing(state);
  });
  const show = (id: Id) => {
    search.changed(id);
    tellRow(id);
  };
  const library = watchLibrary(
    opened,
    (id) => {
      show(id);
      sharing.changed(id);
    },
    () => sharing.registerChanged()
  );
  // What its team brings is not told to it again: it would look for what it has just found.
  const local = localLibrary(
    watchLibrary(opened, show),
    (changed) => {
      if (needs.isShown(library)) needs.onBriefing(changed);
    },
    () => {
      if (needs.isShown(library)) needs.onRegister();
    },
    (briefing) => {
      if (needs.isShown(library)) needs.onBroughtBack(briefing);
    }
  );
  // Nobody waits for it: the library is there without.
  if (onlyRead === null) void sharing.open(local);
  return { library, search, onlyRead, sharing, local };
}

/** The team uses the library to its end; the index's file is the library's, and is let go of with that. */
async function closePair({ library, search, sharing }: Pair): Promise<void> {
  await sharing.close();
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

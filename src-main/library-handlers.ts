/** The methods of the contract by which the page changes to another library. */
import { chooseFolder, chooseLibrary } from './dialogs.js';
import type { WindowSurface } from './electron.js';
import type { Handlers } from './ipc.js';
import type { OpenLibraries } from './open-libraries.js';

interface LibraryNeeds {
  readonly libraries: OpenLibraries;
  readonly onChromiumHost: boolean;
  readonly window: () => WindowSurface;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

type LibraryHandlers = Pick<Handlers, 'library.recent' | 'library.switch'>;

/** `documents` is the folder that a dialog offers first. */
export function libraryHandlers(
  { libraries, onChromiumHost, window, hold }: LibraryNeeds,
  documents: string
): LibraryHandlers {
  async function choose(): Promise<string | null> {
    // Chromium's own picker gives no path for an empty folder.
    if (!onChromiumHost) return chooseLibrary(window(), documents);
    return chooseFolder(window(), 'Folder of the library', `${documents}/Briefings`);
  }

  async function switchLibrary(recent: number | null): Promise<boolean> {
    const folder = recent === null ? await choose() : (libraries.recent()[recent] ?? null);
    if (folder === null) return false;
    if (folder !== libraries.library.folder) await libraries.switchTo(folder);
    return true;
  }

  return {
    'library.recent': () => [...libraries.recent()],
    'library.switch': (_caller, recent) => hold(switchLibrary(recent))
  };
}

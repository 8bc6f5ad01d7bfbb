/** The methods of the contract by which the page changes to another library. */
import { dirname } from 'node:path';
import { askAboutOtherThings, askToMakeLibrary, chooseLibrary } from '../edge/dialogs.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WindowSurface } from '../edge/electron.js';
import type { Handlers } from '../edge/ipc.js';
import type { OpenLibraries } from '../libraries/open-libraries.js';
import { libraryHolds, lookAtFolder } from '../store/open-folder.js';

interface LibraryNeeds {
  readonly libraries: OpenLibraries;
  readonly window: () => WindowSurface;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

interface Choice {
  readonly folder: string;
  /** The person wants the library beside the other things that lie there. */
  readonly amongOthers: boolean;
}

type LibraryHandlers = Pick<Handlers, 'library.recent' | 'library.switch'>;

/** As many names of other things as a question holds. */
const namesTold = 3;

/** `own` is the program's folder; libraries elsewhere are asked for beside the open one, else in `documents`. */
export function libraryHandlers(
  { libraries, window, hold }: LibraryNeeds,
  { own, documents }: { readonly own: string; readonly documents: string }
): LibraryHandlers {
  /** `null` when the person would rather not. */
  async function choose(start: string): Promise<Choice | null> {
    const folder = await chooseLibrary(window(), start, libraryHolds);
    if (folder === null) return null;
    const state = await lookAtFolder(folder);
    switch (state.kind) {
      case 'library':
        return { folder, amongOthers: false };
      case 'empty':
        return (await askToMakeLibrary(window(), folder)) ? { folder, amongOthers: false } : null;
      case 'inside':
        throw new ExpectedFailure(
          'not-a-library',
          `${folder} lies inside the library in ${state.library}. Choose that folder itself; nothing was changed.`
        );
      case 'other': {
        const { names } = state;
        const told = names.slice(0, namesTold);
        const answer = await askAboutOtherThings(window(), folder, told, names.length);
        if (answer === 'another') return choose(folder);
        return answer === 'here' ? { folder, amongOthers: true } : null;
      }
    }
  }

  async function recent(place: number): Promise<Choice | null> {
    const folder = libraries.recent()[place];
    if (folder === undefined) return null;
    // Nothing is made by the way where a library was: its disk may only be missing.
    if ((await lookAtFolder(folder)).kind === 'library') return { folder, amongOthers: false };
    throw new ExpectedFailure(
      'no-library',
      `There is no library in ${folder} any more. If it lies on another disk, connect that first.`
    );
  }

  async function switchLibrary(place: number | null): Promise<boolean> {
    const open = libraries.library.folder;
    const beside = dirname(open);
    const start = beside.startsWith(own) ? documents : beside;
    const choice = await (place === null ? choose(start) : recent(place));
    if (choice === null) return false;
    if (choice.folder !== open) await libraries.switchTo(choice.folder, choice.amongOthers);
    return true;
  }

  return {
    'library.recent': () => [...libraries.recent()],
    'library.switch': (_caller, place) => hold(switchLibrary(place))
  };
}

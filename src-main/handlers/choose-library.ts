/** Asks for the folder of a library, or for one to make it in. */
import { dirname } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import {
  askAboutOtherThings,
  askToMakeLibrary,
  chooseFolder,
  chooseLibrary
} from '../edge/dialogs.js';
import { libraryHolds, lookAtFolder } from '../store/open-folder.js';
import type { Program } from './program.js';

export interface Choice {
  readonly folder: string;
  /** The person wants the library beside the other things that lie there. */
  readonly amongOthers: boolean;
}

type Chooser = Pick<Program, 'libraries' | 'window' | 'documents' | 'home'>;

/** As many names of other things as a question holds. */
const namesTold = 3;

/** Any library, or a place for one. `null` when the person would rather not. */
export function chooseAnyLibrary(chooser: Chooser): Promise<Choice | null> {
  return choose(chooser, startOf(chooser), {
    ask: (start) => chooseLibrary(chooser.window(), start, libraryHolds),
    isMeant: (folder) => askToMakeLibrary(chooser.window(), folder),
    instead: 'Choose that folder itself'
  });
}

/** A place for a library that others share. The folder of an empty library does as well. */
export function chooseNewLibrary(chooser: Chooser): Promise<Choice | null> {
  return choose(chooser, startOf(chooser), {
    ask: (start) => chooseFolder(chooser.window(), 'An empty folder for the shared library', start),
    isMeant: () => Promise.resolve(true),
    instead: 'Choose one outside of it'
  });
}

/** Beside the open one, unless that lies in the program's own folder. */
function startOf({ libraries, documents, home }: Chooser): string {
  const beside = dirname(libraries.library.folder);
  return beside.startsWith(home) ? documents : beside;
}

interface Questions {
  readonly ask: (start: string) => Promise<string | null>;
  /** Whether a library is to be made in an empty folder. */
  readonly isMeant: (folder: string) => Promise<boolean>;
  /** What to do where the folder lies inside a library. */
  readonly instead: string;
}

async function choose(
  chooser: Chooser,
  start: string,
  questions: Questions
): Promise<Choice | null> {
  const folder = await questions.ask(start);
  if (folder === null) return null;
  const state = await lookAtFolder(folder);
  switch (state.kind) {
    case 'library':
      return { folder, amongOthers: false };
    case 'empty':
      return (await questions.isMeant(folder)) ? { folder, amongOthers: false } : null;
    case 'inside':
      throw new ExpectedFailure(
        'not-a-library',
        `${folder} lies inside the library in ${state.library}. ${questions.instead}; nothing was changed.`
      );
    case 'other': {
      const { names } = state;
      const told = names.slice(0, namesTold);
      const answer = await askAboutOtherThings(chooser.window(), folder, told, names.length);
      if (answer === 'another') return choose(chooser, folder, questions);
      return answer === 'here' ? { folder, amongOthers: true } : null;
    }
  }
}

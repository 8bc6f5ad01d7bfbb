/** The methods of the contract about a library as a whole: another one, its report, its backup. */
import { dirname, join } from 'node:path';
import type { LibraryFinding } from '../domain/program/library-state.js';
import {
  askAboutOtherThings,
  askToMakeLibrary,
  chooseFile,
  chooseLibrary,
  chooseTarget,
  tokenFor
} from '../edge/dialogs.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Handlers } from '../edge/answer-calls.js';
import type { SettingsFile } from '../edge/settings.js';
import { type Finding, isDamage } from '../store/finding.js';
import { measureLibrary } from '../store/measure-library.js';
import { libraryHolds, lookAtFolder } from '../store/open-folder.js';
import type { Program } from './program.js';

interface Choice {
  readonly folder: string;
  /** The person wants the library beside the other things that lie there. */
  readonly amongOthers: boolean;
}

type LibraryHandlers = Pick<
  Handlers,
  | 'library.recent'
  | 'library.switch'
  | 'library.findings'
  | 'library.report'
  | 'library.check'
  | 'library.backUp'
  | 'library.restoreBackup'
>;

/** As many names of other things as a question holds. */
const namesTold = 3;

/** As many libraries as backups are remembered of. */
const mostBackups = 20;

export function libraryHandlers({
  libraries,
  library,
  settings,
  documents,
  home,
  window,
  ending,
  hold
}: Program): LibraryHandlers {
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
    // Beside the open one, unless that lies in the program's own folder.
    const start = beside.startsWith(home) ? documents : beside;
    const choice = await (place === null ? choose(start) : recent(place));
    if (choice === null) return false;
    if (choice.folder !== open) await libraries.switchTo(choice.folder, choice.amongOthers);
    return true;
  }

  return {
    'library.recent': () => [...libraries.recent()],
    'library.switch': (_caller, place) => hold(switchLibrary(place)),
    'library.findings': () => library.findings.map(shown),
    'library.report': async () => {
      const [listed, deleted, size] = await Promise.all([
        library.list(),
        library.deleted(),
        measureLibrary(library.folder)
      ]);
      const sum = (of: 'cards' | 'annotations' | 'positions') =>
        listed.reduce((total, summary) => total + summary[of], 0);
      const { folder } = library;
      return {
        folder,
        briefings: listed.length,
        deleted: deleted.length,
        cards: sum('cards'),
        annotations: sum('annotations'),
        positions: sum('positions'),
        ...size,
        lastBackup: settings.get().backups.find((each) => each.library === folder)?.at ?? null
      };
    },
    'library.check': () => hold(library.check().then((found) => found.map(shown))),
    'library.backUp': async () => {
      const name = `Standpoint backup ${new Date().toISOString().slice(0, 10)}.zip`;
      const filter = { name: 'Backup', ending: 'zip' };
      const target = await chooseTarget(window(), 'Back up library', join(documents, name), filter);
      if (target === null) return null;
      const { briefings, left } = await hold(library.backUp(target, ending));
      noteBackup(settings, library.folder);
      return { file: tokenFor(target), briefings, left: [...left] };
    },
    'library.restoreBackup': async () => {
      const source = await chooseFile(window(), 'Restore a backup', 'Backups', ['zip']);
      return source === null ? null : hold(library.restoreBackup(source, ending));
    }
  };
}

/** That a library was backed up from this window just now, for its report. */
function noteBackup(settings: SettingsFile, folder: string, now = new Date()): void {
  const others = settings.get().backups.filter(({ library }) => library !== folder);
  const backups = [{ library: folder, at: now.toISOString() }, ...others];
  settings.set({ backups: backups.slice(0, mostBackups) });
}

function shown(finding: Finding): LibraryFinding {
  const { message, mended } = finding;
  return { message, mended, isDamage: isDamage(finding) };
}

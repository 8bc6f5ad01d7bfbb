/** The methods of the contract about a library as a whole: another one, its report, its backup. */
import { join } from 'node:path';
import type { LibraryFinding } from '../domain/program/library-state.js';
import { chooseFile, chooseTarget, tokenFor } from '../edge/dialogs.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Handlers } from '../edge/answer-calls.js';
import type { SettingsFile } from '../edge/settings.js';
import { type Finding, isDamage } from '../store/finding.js';
import { measureLibrary } from '../store/measure-library.js';
import { lookAtFolder } from '../store/open-folder.js';
import { chooseAnyLibrary, type Choice } from './choose-library.js';
import type { Program } from './program.js';

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

/** As many libraries as backups are remembered of. */
const mostBackups = 20;

export function libraryHandlers(program: Program): LibraryHandlers {
  const { libraries, library, settings, documents, window, ending, hold } = program;

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
    const choice = await (place === null ? chooseAnyLibrary(program) : recent(place));
    if (choice === null) return false;
    if (choice.folder !== open) await libraries.switchTo(choice.folder, choice.amongOthers);
    return true;
  }

  return {
    'library.recent': () => [...libraries.recent()],
    'library.switch': (place) => hold(switchLibrary(place)),
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

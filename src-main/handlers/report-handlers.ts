/** The methods of the contract behind the library report: what it holds, and what was found wrong. */
import type { LibraryFinding } from '../domain/program/library-state.js';
import type { Handlers } from '../edge/ipc.js';
import type { SettingsFile } from '../edge/settings.js';
import { type Finding, isDamage } from '../store/finding.js';
import type { Library } from '../store/library.js';
import { measureLibrary } from '../store/measure-library.js';

type ReportHandlers = Pick<Handlers, 'library.findings' | 'library.report' | 'library.check'>;

interface ReportNeeds {
  readonly library: Library;
  readonly settings: SettingsFile;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

/** As many libraries as backups are remembered of. */
const mostBackups = 20;

export function reportHandlers({ library, settings, hold }: ReportNeeds): ReportHandlers {
  return {
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
    'library.check': () => hold(library.check().then((found) => found.map(shown)))
  };
}

/** That a library was backed up from this window just now, for its report. */
export function noteBackup(settings: SettingsFile, folder: string, now = new Date()): void {
  const others = settings.get().backups.filter(({ library }) => library !== folder);
  const backups = [{ library: folder, at: now.toISOString() }, ...others];
  settings.set({ backups: backups.slice(0, mostBackups) });
}

function shown(finding: Finding): LibraryFinding {
  const { message, mended } = finding;
  return { message, mended, isDamage: isDamage(finding) };
}

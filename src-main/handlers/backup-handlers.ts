/** “Back up library…” and “Restore…”: dialogs around what the library does. */
import { chooseBackup, chooseTarget, tokenFor } from '../edge/dialogs.js';
import type { WindowSurface } from '../edge/electron.js';
import type { Handlers } from '../edge/ipc.js';
import { noteBackup } from './report-handlers.js';
import type { SettingsFile } from '../edge/settings.js';
import type { Library } from '../store/library.js';

interface Collaborators {
  readonly library: Library;
  readonly window: () => WindowSurface;
  /** Stops what is under way. */
  readonly ending: AbortSignal;
  readonly settings: SettingsFile;
  /** Told of work that must end before the program does. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

/** @param folder where a backup is suggested to go. */
export function backupHandlers(
  { library, window, settings, ending, hold }: Collaborators,
  folder: string
): Pick<Handlers, 'library.backUp' | 'library.restoreBackup'> {
  return {
    'library.backUp': async () => {
      const day = new Date().toISOString().slice(0, 10);
      const suggestion = `${folder}/Standpoint backup ${day}.zip`;
      const filter = { name: 'Backup', ending: 'zip' };
      const target = await chooseTarget(window(), 'Back up library', suggestion, filter);
      if (target === null) return null;
      const { briefings, left } = await hold(library.backUp(target, ending));
      noteBackup(settings, library.folder);
      return { file: tokenFor(target), briefings, left: [...left] };
    },
    'library.restoreBackup': async () => {
      const source = await chooseBackup(window());
      return source === null ? null : hold(library.restoreBackup(source, ending));
    }
  };
}

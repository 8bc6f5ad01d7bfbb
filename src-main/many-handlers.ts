/** The methods of the contract that act on several briefings at once. */
import { changeTags } from './change-tags.js';
import { chooseFolder, tokenFor } from './dialogs.js';
import { exportMany } from './export-many.js';
import type { ExportNeeds } from './export-handlers.js';
import type { Handlers } from './ipc.js';
import { printBriefing } from './publish/pdf/print-briefing.js';

type ManyHandlers = Pick<Handlers, 'library.changeTags' | 'library.exportMany'>;

/** `documents` is the folder that a save dialog offers first. */
export function manyHandlers(
  { library, window, hold }: ExportNeeds,
  documents: string
): ManyHandlers {
  return {
    'library.changeTags': (_caller, changes) => changeTags(library, changes),
    'library.exportMany': (_caller, ids, ending) =>
      hold(
        (async () => {
          const title = `Folder for ${ids.length} briefings`;
          const folder = await chooseFolder(window(), title, `${documents}/Briefings`);
          if (folder === null) return null;
          await exportMany(library, ids, folder, ending, (job) => printBriefing(job));
          return tokenFor(folder);
        })()
      )
  };
}

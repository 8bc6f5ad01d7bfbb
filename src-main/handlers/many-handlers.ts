/** The methods of the contract that act on several briefings at once. */
import type { BookEnding, ExportEnding, WrittenFile } from '../domain/api.js';
import { changeTags } from './change-tags.js';
import { chooseFolder, chooseTarget, tokenFor } from '../edge/dialogs.js';
import { bundleSchema, type Bundle } from '../domain/briefing/bundle.js';
import type { Id } from '../domain/base/id.js';
import { bookTitle } from '../domain/publication/book.js';
import type { Edition } from '../domain/publication/edition.js';
import type { WrittenPair } from '../domain/briefing/written-state.js';
import { exportMany } from './export-many.js';
import { told, type ExportNeeds } from './export-handlers.js';
import type { WorkUnderWay } from './work-under-way.js';
import { tell, type Handlers } from '../edge/ipc.js';
import { bookFormatOf, exportBook, refuseTooMany } from '../publish/book-formats.js';
import { fileNameFor } from '../publish/file-name.js';
import { readWrittenFor } from './written-states.js';
import { carriesBriefing, keepIfPossible } from '../publish/shared-states.js';

type ManyHandlers = Pick<
  Handlers,
  'library.changeTags' | 'library.exportMany' | 'library.exportBook'
>;

/** `documents` is the folder that a save dialog offers first. */
export function manyHandlers(
  { library, window, hold, underWay }: ExportNeeds & { readonly underWay: WorkUnderWay },
  documents: string
): ManyHandlers {
  async function exportEach(
    ids: readonly Id[],
    ending: ExportEnding,
    edition: Edition
  ): Promise<WrittenFile | null> {
    const title = `Folder for ${ids.length} briefings`;
    const folder = await chooseFolder(window(), title, `${documents}/Briefings`);
    if (folder === null) return null;
    const signal = underWay.begin();
    const { webContents } = window();
    await exportMany(library, ids, folder, ending, {
      ...told(window(), signal, edition),
      beforeEach(number) {
        signal.throwIfAborted();
        tell(webContents, 'exportTurn', { number, of: ids.length });
      }
    });
    return tokenFor(folder);
  }

  async function exportAsBook(
    ids: readonly Id[],
    ending: BookEnding,
    edition: Edition,
    title: string
  ): Promise<WrittenFile | null> {
    refuseTooMany(ids.length);
    const { name } = bookFormatOf(`.${ending}`);
    const suggestion = `${documents}/${fileNameFor(bookTitle(title))}.${ending}`;
    const target = await chooseTarget(window(), `Export as ${name}`, suggestion, { name, ending });
    if (target === null) return null;
    const signal = underWay.begin();
    const bundles: Bundle[] = [];
    const writtenEach: (WrittenPair | undefined)[] = [];
    for (const id of ids) {
      signal.throwIfAborted();
      const { briefing, texts } = await library.open(id);
      bundles.push({ schema: bundleSchema, briefing, texts });
      writtenEach.push(await readWrittenFor(library, briefing, edition));
    }
    await exportBook(title, bundles, target, {
      ...told(window(), signal, edition),
      writtenEach
    });
    if (carriesBriefing(target)) {
      for (const { briefing } of bundles) await keepIfPossible(library.folder, briefing);
    }
    return tokenFor(target);
  }

  return {
    'library.changeTags': (_caller, changes) => changeTags(library, changes),
    'library.exportMany': (_caller, ids, ending, edition) => hold(exportEach(ids, ending, edition)),
    'library.exportBook': (_caller, ids, ending, edition, title) =>
      hold(exportAsBook(ids, ending, edition, title))
  };
}

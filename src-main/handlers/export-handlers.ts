/** What the window may ask of publishing: one export at a time, told how far it is, stopped on request. */
import type { ExportShape, ExportStage, WrittenFile } from '../domain/api.js';
import { chooseFolder, chooseTarget, tokenFor } from '../edge/dialogs.js';
import type { Id } from '../domain/base/values.js';
import { bookTitle } from '../domain/publication/book.js';
import type { Edition } from '../domain/publication/edition.js';
import { titleOf } from '../domain/briefing/briefing.js';
import type { WindowSurface } from '../edge/electron.js';
import type { WorkUnderWay } from './work-under-way.js';
import { tell, type Handlers } from '../edge/ipc.js';
import { asJson, bundleOf } from '../publish/bundle-json.js';
import { fileNameFor } from '../publish/file-name.js';
import { formatOf, formats, refuseTooMany, type ExportOptions } from '../publish/formats.js';
import { printBriefing } from '../printing/print-briefing.js';
import { openPrintWindow } from '../printing/print-window.js';
import { writeAtomically } from '../disk/write-atomically.js';
import type { Library } from '../store/library.js';
import { exportEach, exportJob, readParts } from './export-from-library.js';
import { rescue } from './rescued.js';

export interface ExportNeeds {
  readonly library: Library;
  readonly window: () => WindowSurface;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

type ExportHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `export.${string}`> | 'briefing.saveCopy' | 'briefing.rescue'
>;

/** `documents` is the folder that a save dialog offers first, `home` the program's own. */
export function createExportHandlers(
  { library, window, hold, underWay }: ExportNeeds & { readonly underWay: WorkUnderWay },
  documents: string,
  home: string
): ExportHandlers {
  async function write(
    ids: readonly Id[],
    ending: string,
    edition: Edition,
    shape: ExportShape
  ): Promise<WrittenFile | null> {
    const title = typeof shape === 'object' ? shape.book : null;
    const format = formatOf(`.${ending}`, title !== null);
    if (shape === 'each') {
      const heading = `Folder for ${ids.length} briefings`;
      const folder = await chooseFolder(window(), heading, `${documents}/Briefings`);
      if (folder === null) return null;
      const signal = underWay.begin();
      const { webContents } = window();
      await exportEach(library, ids, folder, ending, edition, {
        ...told(window(), signal),
        beforeEach(number) {
          signal.throwIfAborted();
          tell(webContents, 'exportTurn', { number, of: ids.length });
        }
      });
      return tokenFor(folder);
    }
    refuseTooMany(ids.length);
    const alone = title === null ? await readParts(library, ids, edition) : null;
    const file = alone?.[0] ? titleOf(alone[0].briefing) : bookTitle(title ?? '');
    const { name } = title === null ? format : (format.book ?? format);
    const target = await chooseFile(`Export as ${name}`, file, name, ending);
    if (target === null) return null;
    const signal = underWay.begin();
    const parts = alone ?? (await readParts(library, ids, edition, signal));
    await exportJob(library, { title, parts, edition }, target, told(window(), signal));
    return tokenFor(target);
  }

  function chooseFile(heading: string, title: string, name: string, ending: string) {
    const suggestion = `${documents}/${fileNameFor(title)}.${ending}`;
    return chooseTarget(window(), heading, suggestion, { name, ending });
  }

  return {
    'export.formats': () =>
      formats.map(({ ending, label, shows, book }) => ({
        ending,
        label,
        shows,
        isBook: book !== null
      })),
    'export.write': (_caller, ids, ending, edition, shape) =>
      hold(write(ids, ending, edition, shape)),
    'export.prepare': async () => {
      await openPrintWindow();
      return null;
    },
    'export.cancel': () => {
      underWay.cancel();
      return null;
    },
    'briefing.rescue': async (_caller, briefing, texts) => {
      await rescue(home, briefing, texts);
      return null;
    },
    'briefing.saveCopy': async (_caller, briefing, texts) => {
      const { name } = formatOf('.json', false);
      const target = await chooseFile('Save a copy', titleOf(briefing), name, 'json');
      if (target === null) return null;
      const json = asJson(bundleOf({ briefing, texts }));
      await writeAtomically(target, new TextEncoder().encode(json));
      return tokenFor(target);
    }
  };
}

/** An export whose stages the window is told, and which the signal stops until it writes. */
function told({ webContents }: WindowSurface, signal: AbortSignal): ExportOptions {
  const onStage = (stage: ExportStage) => tell(webContents, 'exportStage', stage);
  return {
    signal,
    print: (job) =>
      printBriefing(job, {
        signal,
        onStage,
        onOverflow: (remark) => tell(webContents, 'notice', remark)
      }),
    beforeWrite() {
      signal.throwIfAborted();
      onStage('write');
    }
  };
}

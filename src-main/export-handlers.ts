/** What the window may ask of publishing: one export at a time, told how far it is, stopped on request. */
import type { ExportEnding, WrittenFile } from './api.js';
import { chooseTarget, tokenFor } from './dialogs.js';
import { bundleSchema } from './domain/bundle.js';
import type { Id } from './domain/id.js';
import type { Edition } from './domain/publication/edition.js';
import { titleOf } from './domain/publication/publication.js';
import { ExpectedFailure } from './domain/result.js';
import type { WindowSurface } from './electron.js';
import { tell, type Handlers } from './ipc.js';
import { fileNameFor } from './publish/file-name.js';
import { exportBriefing, formatOf } from './publish/formats.js';
import { printBriefing } from './publish/pdf/print-briefing.js';
import { openPrintWindow } from './publish/pdf/print-window.js';
import { carriesBriefing, keepIfPossible } from './publish/shared-states.js';
import type { Library } from './store/library.js';

export interface ExportNeeds {
  readonly library: Library;
  readonly window: () => WindowSurface;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

type ExportHandlers = Pick<Handlers, 'briefing.export' | 'export.prepare' | 'export.cancel'>;

/** `documents` is the folder that a save dialog offers first. */
export function createExportHandlers(
  { library, window, hold }: ExportNeeds,
  documents: string
): ExportHandlers {
  let underWay: AbortController | null = null;

  async function exportTo(
    id: Id,
    ending: ExportEnding,
    edition: Edition
  ): Promise<WrittenFile | null> {
    const { briefing, texts } = await library.open(id);
    const { name } = formatOf(`.${ending}`);
    const suggestion = `${documents}/${fileNameFor(titleOf(briefing))}.${ending}`;
    const target = await chooseTarget(window(), `Export as ${name}`, suggestion, { name, ending });
    if (target === null) return null;
    underWay?.abort(cancelled());
    const { signal } = (underWay = new AbortController());
    const page = window().webContents;
    const bundle = { schema: bundleSchema, briefing, texts };
    await exportBriefing(bundle, target, {
      edition,
      print: (job) =>
        printBriefing(job, { signal, onStage: (stage) => tell(page, 'exportStage', stage) }),
      beforeWrite() {
        signal.throwIfAborted();
        tell(page, 'exportStage', 'write');
      }
    });
    if (carriesBriefing(target)) await keepIfPossible(library.folder, briefing);
    return tokenFor(target);
  }

  return {
    'briefing.export': (_caller, id, ending, edition) => hold(exportTo(id, ending, edition)),
    'export.prepare': async () => {
      await openPrintWindow();
      return null;
    },
    'export.cancel': () => {
      underWay?.abort(cancelled());
      return null;
    }
  };
}

function cancelled(): ExpectedFailure {
  return new ExpectedFailure(
    'cancelled',
    'The export was cancelled. Nothing was written, and what was there before is as it was.'
  );
}

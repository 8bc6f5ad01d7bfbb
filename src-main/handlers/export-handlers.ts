/** What the window may ask of publishing: one export at a time, told how far it is, stopped on request. */
import type { ExportEnding, ExportStage, WrittenFile } from '../domain/api.js';
import { chooseTarget, tokenFor } from '../edge/dialogs.js';
import { bundleSchema } from '../domain/briefing/bundle.js';
import type { Id } from '../domain/base/id.js';
import type { Edition } from '../domain/publication/edition.js';
import { titleOf } from '../domain/briefing/briefing.js';
import type { WindowSurface } from '../edge/electron.js';
import type { WorkUnderWay } from './work-under-way.js';
import { tell, type Handlers } from '../edge/ipc.js';
import { fileNameFor } from '../publish/file-name.js';
import { exportBriefing, formatOf, type ExportOptions } from '../publish/formats.js';
import { printBriefing } from '../printing/print-briefing.js';
import { openPrintWindow } from '../printing/print-window.js';
import { carriesBriefing, keepIfPossible } from '../publish/shared-states.js';
import type { Library } from '../store/library.js';
import { readWrittenFor } from './written-states.js';

export interface ExportNeeds {
  readonly library: Library;
  readonly window: () => WindowSurface;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

type ExportHandlers = Pick<Handlers, 'briefing.export' | 'export.prepare' | 'export.cancel'>;

/** `documents` is the folder that a save dialog offers first. */
export function createExportHandlers(
  { library, window, hold, underWay }: ExportNeeds & { readonly underWay: WorkUnderWay },
  documents: string
): ExportHandlers {
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
    const bundle = { schema: bundleSchema, briefing, texts };
    const options = told(window(), underWay.begin(), edition);
    const written = await readWrittenFor(library, briefing, edition);
    await exportBriefing(bundle, target, { ...options, written });
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
      underWay.cancel();
      return null;
    }
  };
}

/** An export whose stages the window is told, and which the signal stops until it writes. */
export function told(
  { webContents }: WindowSurface,
  signal: AbortSignal,
  edition: Edition
): ExportOptions {
  const onStage = (stage: ExportStage) => tell(webContents, 'exportStage', stage);
  return {
    edition,
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

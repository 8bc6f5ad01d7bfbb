/**
 * The print preview: a finished PDF that is kept while the window shows it, so that what is written
 * or printed is what was seen. The last one asked for wins.
 */
import { randomUUID } from 'node:crypto';
import type { Preview, PrintJob, PrintOutcome, WrittenFile } from './api.js';
import { chooseTarget, openFile, tokenFor } from './dialogs.js';
import { bundleSchema } from './domain/bundle.js';
import type { Briefing } from './domain/briefing.js';
import type { Id } from './domain/id.js';
import type { Edition } from './domain/publication/edition.js';
import { titleOf } from './domain/publication/publication.js';
import { ExpectedFailure } from './domain/result.js';
import type { ExportNeeds } from './export-handlers.js';
import { tell, type Handlers } from './ipc.js';
import { fileNameFor } from './publish/file-name.js';
import { printJobFor } from './publish/formats.js';
import { printBriefing } from './publish/pdf/print-briefing.js';
import { printInDialog } from './publish/pdf/print-in-dialog.js';
import { keepIfPossible } from './publish/shared-states.js';
import { writeAtomically } from './publish/write-atomically.js';
import { readWrittenFor } from './written-states.js';
import { writeForViewer } from './write-for-viewer.js';

type PreviewHandlers = Pick<Handlers, Extract<keyof Handlers, `preview.${string}`>>;

interface Kept extends Preview {
  readonly job: PrintJob;
  /** The whole briefing, also where the edition leaves things out. */
  readonly briefing: Briefing;
}

/** `documents` is the folder that a save dialog offers first. */
export function createPreviewHandlers(
  { library, window, hold }: ExportNeeds,
  documents: string
): PreviewHandlers {
  let underWay: AbortController | null = null;
  let kept: Kept | null = null;

  async function make(id: Id, edition: Edition): Promise<Preview> {
    underWay?.abort(cancelled());
    const { signal } = (underWay = new AbortController());
    const { briefing, texts } = await library.open(id);
    signal.throwIfAborted();
    const page = window().webContents;
    const written = await readWrittenFor(library, briefing, edition);
    signal.throwIfAborted();
    const job = printJobFor({ schema: bundleSchema, briefing, texts }, edition, written);
    const pdf = await printBriefing(job, {
      signal,
      onStage: (stage) => tell(page, 'previewStage', stage)
    });
    signal.throwIfAborted();
    const token = randomUUID();
    kept = { token, pdf, job, briefing };
    return { token, pdf };
  }

  function keptAs(token: string): Kept {
    if (kept?.token === token) return kept;
    throw new ExpectedFailure('no-preview', 'These pages are out of date. Make the preview again.');
  }

  async function exportShown(token: string): Promise<WrittenFile | null> {
    const { pdf, briefing } = keptAs(token);
    const suggestion = `${documents}/${fileNameFor(titleOf(briefing))}.pdf`;
    const filter = { name: 'PDF', ending: 'pdf' };
    const target = await chooseTarget(window(), 'Export as PDF', suggestion, filter);
    if (target === null) return null;
    await writeAtomically(target, pdf);
    await keepIfPossible(library.folder, briefing);
    return tokenFor(target);
  }

  async function print(token: string): Promise<PrintOutcome> {
    const { job, pdf, briefing } = keptAs(token);
    const outcome = await printInDialog(job, pdf);
    if (outcome.kind !== 'failed') return outcome.kind;
    console.error(`There was no print dialog: ${outcome.reason}.`);
    await openFile(await writeForViewer(fileNameFor(titleOf(briefing)), pdf));
    return 'opened';
  }

  return {
    'preview.make': (_caller, id, edition) => make(id, edition),
    'preview.cancel': () => {
      underWay?.abort(cancelled());
      return null;
    },
    'preview.export': (_caller, token) => hold(exportShown(token)),
    'preview.print': (_caller, token) => print(token),
    'preview.close': () => {
      underWay?.abort(cancelled());
      kept = null;
      return null;
    }
  };
}

function cancelled(): ExpectedFailure {
  return new ExpectedFailure('cancelled', 'The preview was stopped.');
}

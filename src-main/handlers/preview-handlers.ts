/**
 * The print preview: a finished PDF that is kept while the window shows it, so that what is written
 * or printed is what was seen. The last one asked for wins.
 */
import { randomUUID } from 'node:crypto';
import type { Preview, PrintOutcome, WrittenFile } from '../domain/api.js';
import { chooseTarget, openFile, tokenFor } from '../edge/dialogs.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { bookTitle } from '../domain/publication/book.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import type { Edition } from '../domain/publication/edition.js';
import { titleOf } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { ExportNeeds } from './export-handlers.js';
import { tell, type Handlers } from '../edge/ipc.js';
import { fileNameFor } from '../publish/file-name.js';
import { forReaders } from '../publish/formats.js';
import { printBriefing } from '../printing/print-briefing.js';
import { printInDialog } from '../printing/print-in-dialog.js';
import { keepIfPossible } from '../publish/shared-states.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { readParts } from './export-from-library.js';
import { writeForViewer } from './write-for-viewer.js';

type PreviewHandlers = Pick<Handlers, Extract<keyof Handlers, `preview.${string}`>>;

interface Kept extends Preview {
  readonly job: DocumentJob;
  /** For a file, without its ending. */
  readonly name: string;
  /** Whole, also where the edition leaves things out. */
  readonly briefings: readonly Briefing[];
}

/** `documents` is the folder that a save dialog offers first. */
export function createPreviewHandlers(
  { library, window, hold }: ExportNeeds,
  documents: string
): PreviewHandlers {
  let underWay: AbortController | null = null;
  let kept: Kept | null = null;

  async function make(
    ids: readonly Id[],
    title: string | null,
    edition: Edition
  ): Promise<Preview> {
    underWay?.abort(cancelled());
    const { signal } = (underWay = new AbortController());
    const { webContents } = window();
    const parts = await readParts(library, ids, edition, signal);
    const briefings = parts.map(({ briefing }) => briefing);
    const job = forReaders({ title, parts, edition });
    let remark: string | null = null;
    const pdf = await printBriefing(job, {
      signal,
      onStage: (stage) => tell(webContents, 'previewStage', stage),
      onOverflow: (sentence) => (remark = sentence)
    });
    signal.throwIfAborted();
    const name = fileNameFor(title === null ? titleOf(briefings[0]!) : bookTitle(title));
    const shown = { token: randomUUID(), pdf, remark };
    kept = { ...shown, job, name, briefings };
    return shown;
  }

  function keptAs(token: string): Kept {
    if (kept?.token === token) return kept;
    throw new ExpectedFailure('no-preview', 'These pages are out of date. Make the preview again.');
  }

  async function exportShown(token: string): Promise<WrittenFile | null> {
    const { pdf, name, briefings } = keptAs(token);
    const suggestion = `${documents}/${name}.pdf`;
    const filter = { name: 'PDF', ending: 'pdf' };
    const target = await chooseTarget(window(), 'Export as PDF', suggestion, filter);
    if (target === null) return null;
    await writeAtomically(target, pdf);
    for (const briefing of briefings) await keepIfPossible(library.folder, briefing);
    return tokenFor(target);
  }

  async function print(token: string): Promise<PrintOutcome> {
    const { job, pdf, name } = keptAs(token);
    const outcome = await printInDialog(job, pdf);
    if (outcome.kind !== 'failed') return outcome.kind;
    console.error(`There was no print dialog: ${outcome.reason}.`);
    await openFile(await writeForViewer(name, pdf));
    return 'opened';
  }

  return {
    'preview.make': (_caller, ids, title, edition) => make(ids, title, edition),
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

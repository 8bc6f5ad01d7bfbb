/**
 * The print preview: a finished PDF that is kept while the window shows it, so that what is written
 * or printed is what was seen. The last one asked for wins.
 */
import { randomUUID } from 'node:crypto';
import type { Preview, WrittenFile } from '../domain/api.js';
import { openFile } from '../edge/dialogs.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { bookTitle } from '../domain/publication/book.js';
import { fullEdition, type Edition, type PaperSize } from '../domain/publication/edition.js';
import { olderWordsIn, unsettledOf } from '../domain/publication/unsettled.js';
import { titleOf } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Handlers } from '../edge/answer-calls.js';
import { tell } from '../edge/ipc.js';
import { documentNameFor } from '../publish/file-name.js';
import { onTaskbar, partOfExport } from '../edge/taskbar.js';
import { forReaders } from '../publish/formats.js';
import { printDocument } from '../printing/print-document.js';
import { keepIfPossible } from '../publish/shared-states.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { readParts } from './export-from-library.js';
import { done, type Program, WorkUnderWay, writeChosen } from './program.js';
import { writeForViewer } from './viewer-files.js';

type PreviewHandlers = Pick<Handlers, Extract<keyof Handlers, `preview.${string}`> | 'guide.print'>;

interface Kept extends Preview {
  /** For a file, without its ending. */
  readonly name: string;
  /** Whole, also where the edition leaves things out. */
  readonly briefings: readonly Briefing[];
}

export function previewHandlers(program: Program): PreviewHandlers {
  const { library, window, ending, hold } = program;
  const underWay = new WorkUnderWay(ending, 'The preview was stopped.');
  let kept: Kept | null = null;

  async function make(
    ids: readonly Id[],
    title: string | null,
    edition: Edition
  ): Promise<Preview> {
    const signal = underWay.begin();
    const shownIn = window();
    const parts = await readParts(library, ids, edition, signal);
    const briefings = parts.map(({ briefing }) => briefing);
    const job = forReaders({ title, parts, edition });
    const remarks = [unsettledOf(briefings), olderWordsIn(parts)];
    const pdf = await onTaskbar(shownIn, (show) =>
      printDocument(job, {
        signal,
        onStage(stage) {
          tell(shownIn.webContents, 'previewStage', stage);
          show(partOfExport(stage));
        },
        onMissingSigns: (sentence) => remarks.push(sentence),
        onRemark: (sentence) => remarks.push(sentence)
      })
    );
    signal.throwIfAborted();
    const words = title === null ? titleOf(briefings[0]!) : bookTitle(title);
    const name = documentNameFor(words, edition, 'pdf');
    const remark = remarks.filter(Boolean).join(' ') || null;
    const shown = { token: randomUUID(), pdf, remark };
    kept = { ...shown, name, briefings };
    return shown;
  }

  function keptAs(token: string): Kept {
    if (kept?.token === token) return kept;
    throw new ExpectedFailure('no-preview', 'These pages are out of date. Make the preview again.');
  }

  function exportShown(token: string): Promise<WrittenFile | null> {
    const { pdf, name, briefings } = keptAs(token);
    const filter = { name: 'PDF', ending: 'pdf' };
    return writeChosen(program, 'Export as PDF', `${name}.pdf`, filter, async (target) => {
      await writeAtomically(target, pdf);
      for (const briefing of briefings) await keepIfPossible(library.folder, briefing);
    });
  }

  /** The system's viewer prints the finished pages as they are. */
  async function print(token: string): Promise<void> {
    const { pdf, name } = keptAs(token);
    await openFile(await writeForViewer(`${name}.pdf`, pdf));
  }

  /** It waits its turn behind a preview, and neither stops the other. */
  async function printGuide(guide: Briefing, paper: PaperSize): Promise<void> {
    const edition: Edition = { ...fullEdition, paper, profile: 'audience', matrix: false };
    const job = forReaders({ title: null, parts: [{ briefing: guide, texts: {} }], edition });
    const pdf = await printDocument(job, { signal: ending });
    await openFile(await writeForViewer('standpoint-guide.pdf', pdf));
  }

  return {
    'guide.print': (guide, paper) => printGuide(guide, paper).then(done),
    'preview.make': (ids, title, edition) => make(ids, title, edition),
    'preview.cancel': () => done(underWay.cancel()),
    'preview.export': (token) => hold(exportShown(token)),
    'preview.print': (token) => print(token).then(done),
    'preview.close': () => {
      kept = null;
      return done(underWay.cancel());
    }
  };
}

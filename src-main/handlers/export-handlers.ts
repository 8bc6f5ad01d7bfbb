/** What the window may ask of publishing: one export at a time, told how far it is, stopped on request. */
import { join } from 'node:path';
import type { ExportShape, ExportStage, WrittenFile } from '../domain/api.js';
import { chooseFolder, tokenFor } from '../edge/dialogs.js';
import type { Id } from '../domain/base/values.js';
import { bookTitle } from '../domain/publication/book.js';
import type { Edition } from '../domain/publication/edition.js';
import { missingSignsOf } from '../domain/publication/missing-signs.js';
import { unsettledOf } from '../domain/publication/unsettled.js';
import { titleOf } from '../domain/briefing/briefing.js';
import type { Handlers } from '../edge/answer-calls.js';
import { tell } from '../edge/ipc.js';
import { onTaskbar, partOfExport } from '../edge/taskbar.js';
import { asJson, bundleOf } from '../publish/bundle-json.js';
import { documentNameFor, fileNameFor } from '../publish/file-name.js';
import {
  formatOf,
  formats,
  forReaders,
  refuseTooMany,
  type ExportOptions
} from '../publish/formats.js';
import { printDocument } from '../printing/print-document.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { exportEach, exportJob, readParts } from './export-from-library.js';
import { originalsToTakeAlong } from './fetch-original.js';
import { done, type Program, WorkUnderWay, writeChosen } from './program.js';
import { rescue } from './rescued.js';

type ExportHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `export.${string}`> | 'briefing.saveCopy' | 'briefing.rescue'
>;

export function exportHandlers(program: Program): ExportHandlers {
  const { library, window, hold } = program;
  const underWay = new WorkUnderWay(
    program.ending,
    'The export was cancelled. Nothing was written, and what was there before is as it was.'
  );

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
      const folder = await chooseFolder(window(), heading, join(program.documents, 'Briefings'));
      if (folder === null) return null;
      const signal = underWay.begin();
      const { webContents } = window();
      let turn = 1;
      await onTaskbar(window(), (show) =>
        exportEach(library, ids, folder, ending, edition, {
          ...told(program, signal, (stage) => show(partOfExport(stage, turn, ids.length))),
          beforeEach(number) {
            signal.throwIfAborted();
            turn = number;
            tell(webContents, 'exportTurn', { number, of: ids.length });
          }
        })
      );
      return tokenFor(folder);
    }
    refuseTooMany(ids.length);
    const alone = title === null ? await readParts(library, ids, edition) : null;
    const file = alone?.[0] ? titleOf(alone[0].briefing) : bookTitle(title ?? '');
    const { name } = title === null ? format : (format.book ?? format);
    const fileName = `${documentNameFor(file, edition, format.shows)}.${ending}`;
    return writeChosen(program, `Export as ${name}`, fileName, { name, ending }, async (target) => {
      const signal = underWay.begin();
      const parts = alone ?? (await readParts(library, ids, edition, signal));
      const job = { title, parts, edition };
      await onTaskbar(window(), (show) =>
        exportJob(
          library,
          job,
          target,
          told(program, signal, (stage) => show(partOfExport(stage)))
        )
      );
    });
  }

  return {
    'export.formats': () =>
      formats.map(({ ending, label, shows, book }) => ({
        ending,
        label,
        shows,
        isBook: book !== null
      })),
    'export.write': (ids, ending, edition, shape) => hold(write(ids, ending, edition, shape)),
    'export.remarks': async (ids, edition) => {
      const parts = await readParts(library, ids, edition);
      // As a book, of which each is a chapter.
      const job = forReaders({ title: parts.length > 1 ? '' : null, parts, edition });
      const unsettled = unsettledOf(parts.map(({ briefing }) => briefing));
      return [unsettled, missingSignsOf(job)].filter(Boolean).join(' ');
    },
    'export.cancel': () => done(underWay.cancel()),
    'briefing.rescue': (briefing, texts) => rescue(program.home, briefing, texts).then(done),
    'briefing.saveCopy': (briefing, texts) => {
      const { name } = formatOf('.json', false);
      const json = asJson(bundleOf({ briefing, texts }));
      const fileName = `${fileNameFor(titleOf(briefing))}.json`;
      return writeChosen(program, 'Save a copy', fileName, { name, ending: 'json' }, (target) =>
        writeAtomically(target, new TextEncoder().encode(json))
      );
    }
  };
}

/** An export whose stages the window is told, and which the signal stops until it writes. */
function told(
  program: Program,
  signal: AbortSignal,
  show: (stage: ExportStage) => void
): ExportOptions {
  const { webContents } = program.window();
  const onStage = (stage: ExportStage) => {
    tell(webContents, 'exportStage', stage);
    show(stage);
  };
  const say = (sentence: string) => tell(webContents, 'notice', sentence);
  const onFetch = (done: number, of: number) => tell(webContents, 'originalProgress', { done, of });
  return {
    signal,
    original: originalsToTakeAlong(program, { signal, onFetch }, say),
    tell: say,
    print: (job) =>
      printDocument(job, {
        signal,
        onStage,
        onRemark: (sentence) => tell(webContents, 'exportRemark', sentence)
      }),
    beforeWrite() {
      signal.throwIfAborted();
      onStage('write');
    }
  };
}

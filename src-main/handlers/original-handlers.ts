/**
 * The files that sources were read from, handed out again: a copy for the system's viewer, or one where
 * the person wants it. What they are called and of which kind they are may have come with a stranger's
 * briefing, so neither is taken at its word.
 */
import { createHash } from 'node:crypto';
import type { WrittenFile } from '../domain/api.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { opensInViewer } from '../domain/program/article.js';
import { quoted } from '../domain/terms/terms.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { openFile } from '../edge/dialogs.js';
import { tell } from '../edge/ipc.js';
import { onTaskbar } from '../edge/taskbar.js';
import type { Handlers } from '../edge/answer-calls.js';
import { readOrFetchOriginal } from './fetch-original.js';
import { beginsAsNamed, fileOfOriginal } from './original-file.js';
import { done, type Program, WorkUnderWay, writeChosen } from './program.js';
import { writeForViewer } from './viewer-files.js';

type OriginalHandlers = Pick<
  Handlers,
  'source.openOriginal' | 'source.saveOriginal' | 'source.cancelOriginal'
>;

export function originalHandlers(program: Program): OriginalHandlers {
  const { library, window } = program;
  const fetching = new WorkUnderWay(
    program.ending,
    'Fetching the original was cancelled. Nothing of it was kept; it can be fetched again.'
  );

  async function read(id: Id, sourceId: Id) {
    const source = (await library.open(id)).briefing.sources.find(({ id }) => id === sourceId);
    const original = source?.original;
    if (!source || !original) {
      throw new ExpectedFailure('no-original', 'No file was kept of this source.');
    }
    const shownIn = window();
    const signal = fetching.begin();
    const bytes = await onTaskbar(shownIn, (show) =>
      readOrFetchOriginal(
        program,
        { ...source, original },
        {
          signal,
          onFetch(done, of) {
            tell(shownIn.webContents, 'originalProgress', { done, of });
            show(done / Math.max(of, 1));
          }
        }
      )
    );
    return { facts: original, bytes };
  }

  async function open(briefing: Id, source: Id): Promise<void> {
    const { facts, bytes } = await read(briefing, source);
    if (!opensInViewer(facts) || !beginsAsNamed(facts, bytes)) {
      throw new ExpectedFailure(
        'not-opened',
        `${quoted(facts.name)} is not opened from here: only PDFs and Word documents are, since other files may do more than show themselves. Save a copy of it instead.`
      );
    }
    // A folder of its own, since originals of one name may be open side by side.
    const place = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const { name } = fileOfOriginal(facts);
    await openFile(await writeForViewer(name, bytes, place));
  }

  async function saveCopy(briefing: Id, source: Id): Promise<WrittenFile | null> {
    const { facts, bytes } = await read(briefing, source);
    const { name, ending } = fileOfOriginal(facts);
    const filter = { name: 'Original', ending };
    return writeChosen(program, 'Save a copy of the original', name, filter, (target) =>
      writeAtomically(target, bytes)
    );
  }

  return {
    'source.openOriginal': (briefing, source) => open(briefing, source).then(done),
    'source.saveOriginal': (briefing, source) => saveCopy(briefing, source),
    'source.cancelOriginal': () => done(fetching.cancel())
  };
}

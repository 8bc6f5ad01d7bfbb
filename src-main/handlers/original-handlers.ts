/**
 * The files that sources were read from, handed out again: a copy for the system's viewer, or one where
 * the person wants it. What they are called and of which kind they are may have come with a stranger's
 * briefing, so neither is taken at its word.
 */
import { createHash } from 'node:crypto';
import type { WrittenFile } from '../domain/api.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { type Original, titleOfSource } from '../domain/briefing/source.js';
import { opensInViewer } from '../domain/program/article.js';
import { quoted } from '../domain/terms/terms.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { openFile } from '../edge/dialogs.js';
import type { Handlers } from '../edge/answer-calls.js';
import type { Library } from '../store/library.js';
import { beginsAsNamed, fileOfOriginal } from './original-file.js';
import { done, type Program, writeChosen } from './program.js';
import { writeForViewer } from './viewer-files.js';

type OriginalHandlers = Pick<Handlers, 'source.openOriginal' | 'source.saveOriginal'>;

export function originalHandlers(program: Program): OriginalHandlers {
  const { library } = program;

  async function open(briefing: Id, source: Id): Promise<void> {
    const { facts, bytes } = await readOriginal(library, briefing, source);
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
    const { facts, bytes } = await readOriginal(library, briefing, source);
    const { name, ending } = fileOfOriginal(facts);
    const filter = { name: 'Original', ending };
    return writeChosen(program, 'Save a copy of the original', name, filter, (target) =>
      writeAtomically(target, bytes)
    );
  }

  return {
    'source.openOriginal': (_caller, briefing, source) => open(briefing, source).then(done),
    'source.saveOriginal': (_caller, briefing, source) => saveCopy(briefing, source)
  };
}

async function readOriginal(
  library: Library,
  id: Id,
  sourceId: Id
): Promise<{ readonly facts: Original; readonly bytes: Uint8Array }> {
  const { briefing } = await library.open(id);
  const source = briefing.sources.find((each) => each.id === sourceId);
  if (!source?.original) {
    throw new ExpectedFailure('no-original', 'No file was kept of this source.');
  }
  const bytes = await library.readOriginal(source.original.hash);
  if (bytes) return { facts: source.original, bytes };
  throw new ExpectedFailure(
    'no-original',
    `The original of ${quoted(titleOfSource(source))} is not in this library: it is damaged, was lost, or never came with its briefing. Its text is whole. Adding ${quoted(source.original.name)} again brings it back.`
  );
}

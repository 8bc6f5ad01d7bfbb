/** Exports briefings of a library: as one document, or each into a file of its own in one folder. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { WrittenPair, WrittenState } from '../domain/briefing/written-state.js';
import type { Id, PartialDate } from '../domain/base/values.js';
import type { TextHash } from '../domain/briefing/source.js';
import { type Days, writtenBy } from '../domain/compare/sides.js';
import { daysOfChange } from '../domain/publication/changes.js';
import type { DocumentJob, DocumentPart } from '../domain/publication/document-job.js';
import type { Edition } from '../domain/publication/edition.js';
import { titleOf } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { documentNameFor } from '../publish/file-name.js';
import { formatOf, refuseTooMany, writeDocument, type ExportOptions } from '../publish/formats.js';
import { carriesBriefing, keepIfPossible, namesBehind } from '../publish/shared-states.js';
import type { Library } from '../store/library.js';
import { refuseInLibrary } from '../store/open-folder.js';

/** What was handed over is kept where it can come back, so that a copy of it can be merged. */
export async function exportJob(
  library: Library,
  job: DocumentJob,
  target: string,
  options: ExportOptions
): Promise<void> {
  const original = (hash: TextHash) => library.readOriginal(hash);
  await writeDocument(job, target, { original, ...options });
  if (!carriesBriefing(target)) return;
  for (const { briefing } of job.parts) await keepIfPossible(library.folder, briefing);
}

/** As the library has them. Throws an `ExpectedFailure` for more than one document holds. */
export async function readParts(
  library: Library,
  ids: readonly Id[],
  edition: Edition,
  signal?: AbortSignal
): Promise<readonly DocumentPart[]> {
  refuseTooMany(ids.length);
  const parts: DocumentPart[] = [];
  for (const id of ids) {
    signal?.throwIfAborted();
    parts.push(await readDocumentPart(library, id, edition));
  }
  signal?.throwIfAborted();
  return parts;
}

export async function readDocumentPart(
  library: Library,
  id: Id,
  edition: Edition
): Promise<DocumentPart> {
  const { briefing, texts } = await library.open(id);
  const written = await readWrittenFor(library, briefing, edition);
  const behind = await namesBehind(library.folder, briefing);
  return { briefing, texts, ...(written && { written }), behind };
}

/** As of one document, and told which one's turn it is, from 1. Throws there to stop. */
interface EachOptions extends ExportOptions {
  readonly beforeEach?: (number: number) => void;
}

/**
 * A file that is there already is never written over: the new one gets a number. What keeps one from
 * being written ends the work; its sentence then says how many were written before it.
 */
export async function exportEach(
  library: Library,
  ids: readonly Id[],
  folder: string,
  ending: string,
  edition: Edition,
  options: EachOptions
): Promise<void> {
  const taken = new Set(await namesIn(folder));
  await refuseInLibrary(folder, folder);
  const { shows } = formatOf(`.${ending}`, false);
  for (const [done, id] of ids.entries()) {
    try {
      options.beforeEach?.(done + 1);
      const part = await readDocumentPart(library, id, edition);
      const title = titleOf(part.briefing);
      const name = freeName(documentNameFor(title, edition, shows), ending, taken);
      await exportJob(
        library,
        { title: null, parts: [part], edition },
        join(folder, name),
        options
      );
      taken.add(name.toLowerCase());
    } catch (error) {
      if (done === 0 || !(error instanceof ExpectedFailure)) throw error;
      throw new ExpectedFailure(
        error.code,
        `${done} of ${ids.length} briefings ${done === 1 ? 'was' : 'were'} exported, the next was not. ${error.message}`
      );
    }
  }
}

/** Makes the folder when it is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return (await readdir(folder)).map((name) => name.toLowerCase());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ExpectedFailure(
      'no-folder',
      `${folder} cannot be used as a folder (${String(error.code)}). Nothing was exported; choose another name.`
    );
  }
}

/** Names that differ in case only are one on some disks. */
function freeName(base: string, ending: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = `${base}${n === 1 ? '' : ` ${n}`}.${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

type Versions = Pick<Library, 'versions' | 'openVersion'>;

/** `now` is the briefing as it is; a day of `null` means just that. `null` where no version is that old. */
export async function readWritten(
  library: Versions,
  now: Briefing,
  day: PartialDate | null
): Promise<WrittenState | null> {
  if (day === null) return { briefing: now, version: null };
  const found = writtenBy(day, await library.versions(now.id), now.modifiedAt);
  if (found === 'now') return { briefing: now, version: null };
  return found && (await library.openVersion(now.id, found.key));
}

export async function readWrittenPair(
  library: Versions,
  now: Briefing,
  { from, until }: Days
): Promise<WrittenPair> {
  return {
    before: await readWritten(library, now, from),
    after: await readWritten(library, now, until)
  };
}

/** What an edition that tells changes compares; `undefined` for one that tells none. */
async function readWrittenFor(
  library: Versions,
  now: Briefing,
  edition: Edition
): Promise<WrittenPair | undefined> {
  const days = daysOfChange(edition, now);
  return days?.from ? readWrittenPair(library, now, days) : undefined;
}

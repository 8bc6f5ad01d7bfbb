/** One archive → library. Nothing that the library holds is overwritten; the archive is checked to its end before anything is taken in. */
import { basename, join } from 'node:path';
import { summarise } from '../domain/briefing.js';
import type { Id } from '../domain/id.js';
import { currentSchema } from '../domain/migrations.js';
import { ExpectedFailure } from '../domain/result.js';
import { readArchive } from './archive.js';
import {
  type BackupPart,
  type Contents,
  type ReadBriefing,
  readPart,
  type VersionLine
} from './backup-format.js';
import { DamagedFile } from './envelope.js';
import { isErrno, isThere } from './file-system.js';
import type { Library } from './library.js';
import type { Parts } from './open-parts.js';
import { isOn } from './shelf.js';
import { storeText } from './texts.js';
import { versionsOf } from './version-files.js';
import { ensureFolder, replaceFile, syncFolder } from './write-durably.js';

export interface Restored {
  /** Briefings that the library lacked, or had in its bin. */
  readonly added: readonly Id[];
  /** Those that have changed since: what the backup holds of them is kept as a version. */
  readonly changed: readonly Id[];
  /** How many were there already, just as the backup has them. */
  readonly same: number;
}

/** UTF-8 bytes of one entry: a bound against archives that were made to fill the memory. */
const mostEntryBytes = 256 * 1024 * 1024;

export async function restoreBackup(
  parts: Parts,
  library: Pick<Library, 'delete' | 'restore'>,
  source: string
): Promise<Restored> {
  const contents = await checkWhole(source);
  const added: Id[] = [];
  const changed: Id[] = [];
  let same = 0;
  for await (const part of partsOf(source)) {
    if (part.kind === 'texts') {
      for (const { hash, text } of part.lines) {
        await parts.writing(hash, unfinished, () => storeText(parts.folder, hash, text));
      }
    } else if (part.kind === 'versions') {
      for (const line of part.lines) {
        await parts.writing(line.id, unfinished, () => storeVersion(parts, line));
      }
    } else if (part.kind === 'briefings') {
      for (const briefing of part.lines) {
        const became = await takeIn(parts, library, briefing, contents);
        if (became === 'added') added.push(briefing.briefing.id);
        else if (became === 'changed') changed.push(briefing.briefing.id);
        else same += 1;
      }
    }
  }
  return { added, changed, same };
}

const unfinished = 'the backup was not restored to its end; what came in is kept';

/** Reads all of it, and gives what it says of itself. */
async function checkWhole(source: string): Promise<Contents> {
  const found = { briefings: 0, versions: 0, texts: 0 };
  let contents: Contents | null = null;
  for await (const part of partsOf(source)) {
    if (part.kind === 'contents') contents = part.contents;
    else found[part.kind] += part.lines.length;
  }
  const isWhole =
    contents !== null &&
    contents.briefings === found.briefings &&
    contents.versions === found.versions &&
    contents.texts === found.texts;
  if (!contents || !isWhole) throw notABackup(source, 'it is cut short');
  return contents;
}

async function* partsOf(source: string): AsyncGenerator<BackupPart> {
  try {
    for await (const entry of readArchive(source, mostEntryBytes)) yield readPart(entry);
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    if (error instanceof DamagedFile) throw notABackup(source, error.message);
    if (isErrno(error, 'ENOENT')) {
      throw new ExpectedFailure('not-found', `There is no file ${source}.`);
    }
    if (error instanceof Error && 'syscall' in error) throw error;
    throw notABackup(source, 'it is damaged, or no archive at all');
  }
}

async function takeIn(
  parts: Parts,
  library: Pick<Library, 'delete' | 'restore'>,
  theirs: ReadBriefing,
  { madeAt }: Contents
): Promise<'added' | 'changed' | 'same'> {
  const { folder, files, versions, summaries, isHere, writing } = parts;
  const { id } = theirs.briefing;
  const wasInBin = await isOn(folder, 'bin', id);
  if (theirs.isDeleted && wasInBin) return 'same';
  if (wasInBin) await library.restore(id);
  const became = await writing(id, unfinished, async () => {
    if (!(await isHere(id))) {
      const { briefing, revision } = theirs;
      await files.write(id, { briefing, revision, schema: currentSchema });
      summaries.put({ revision, summary: summarise(briefing) });
      return 'added';
    }
    const ours = await files.read(id);
    if (JSON.stringify(ours.briefing) === JSON.stringify(theirs.briefing)) return 'same';
    await versions.keep(id, theirs, 'named', `From the backup of ${madeAt.slice(0, 10)}`);
    return 'changed';
  });
  if (theirs.isDeleted && became === 'added') await library.delete(id);
  return wasInBin ? 'added' : became;
}

async function storeVersion({ folder }: Parts, { id, key, file }: VersionLine): Promise<void> {
  const place = versionsOf(folder.root, id);
  const path = join(place, `${key}.json`);
  if (await isThere(path, folder.fs)) return;
  await ensureFolder(join(folder.root, 'versions'), folder.fs);
  await ensureFolder(place, folder.fs);
  await replaceFile(path, Buffer.from(file), folder.fs);
  await syncFolder(place, folder.fs);
}

function notABackup(source: string, why: string): ExpectedFailure {
  return new ExpectedFailure(
    'not-a-backup',
    `${basename(source)} cannot be restored: ${why}. Nothing was changed.`
  );
}

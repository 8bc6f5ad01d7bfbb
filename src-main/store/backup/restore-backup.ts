/** One archive → library. Nothing that the library holds is overwritten; the archive is checked to its end before anything is taken in. */
import { basename } from 'node:path';
import type { Restored } from '../../domain/program/library-state.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { readArchive } from './archive.js';
import { type BackupPart, type Contents, readBackupPart } from './backup-format.js';
import { DamagedFile } from '../envelope.js';
import { isErrno } from '../../disk/file-system.js';
import type { Parts } from '../open-parts.js';
import { TakingIn, unfinished } from './take-in.js';

/** UTF-8 bytes of one entry: a bound against archives that were made to fill the memory. */
const mostEntryBytes = 256 * 1024 * 1024;

export async function restoreBackup(
  parts: Parts,
  source: string,
  stop?: AbortSignal
): Promise<Restored> {
  const contents = await checkWhole(source);
  const taking = new TakingIn(parts, contents.madeAt);
  return parts.reading(unfinished, () => takeAll(taking, source, stop));
}

async function takeAll(taking: TakingIn, source: string, stop?: AbortSignal): Promise<Restored> {
  for await (const part of partsOf(source)) {
    if (part.kind === 'contents') continue;
    for (const line of part.lines) {
      stop?.throwIfAborted();
      await taking.take(line);
    }
  }
  return taking.finish();
}

/** Reads all of it, and gives what it says of itself. */
async function checkWhole(source: string): Promise<Contents> {
  const found = { briefings: 0, versions: 0, texts: 0, originals: 0 };
  let contents: Contents | null = null;
  for await (const part of partsOf(source)) {
    if (part.kind === 'contents') contents = part.contents;
    else if (part.kind !== 'register') found[part.kind] += part.lines.length;
  }
  const isWhole =
    contents !== null &&
    contents.briefings === found.briefings &&
    contents.versions === found.versions &&
    contents.texts === found.texts &&
    contents.originals === found.originals;
  if (!contents || !isWhole) throw notABackup(source, 'it is cut short');
  return contents;
}

async function* partsOf(source: string): AsyncGenerator<BackupPart> {
  try {
    for await (const entry of readArchive(source, mostEntryBytes)) yield readBackupPart(entry);
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

function notABackup(source: string, why: string): ExpectedFailure {
  return new ExpectedFailure(
    'not-a-backup',
    `${basename(source)} cannot be restored: ${why}. Nothing was changed.`
  );
}

/** Library → one archive, from which `restore-backup.ts` takes it back. */
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Id } from '../../domain/base/values.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { TextHash } from '../../domain/briefing/source.js';
import { ArchiveWriter } from './archive.js';
import {
  type BriefingLine,
  type Contents,
  contentsName,
  originalName,
  type TextLine,
  type VersionLine
} from './backup-format.js';
import { bestCopy, readCopies } from '../copies.js';
import { diskFailure } from '../../disk/disk-failure.js';
import { isErrno, isThere, namesIn, readIfThere } from '../../disk/file-system.js';
import { keptHashes, sha256 } from '../kept-by-hash.js';
import type { Parts } from '../open-parts.js';
import { briefingPath, keptPath, shards } from '../paths.js';
import { fillBeside } from '../../disk/write-durably.js';
import { readRegisterFile } from '../register.js';
import { walkShelf } from '../shelf.js';
import { decodeBriefing, encodeBriefing } from '../stored-briefing.js';
import { versionKeys, versionPath } from '../versions/version-files.js';

export interface Written {
  readonly briefings: number;
  /** What could not be taken along since it is damaged, a sentence each. */
  readonly left: readonly string[];
}

/** Writes the archive beside `target`, and moves it there once it is whole and safe. */
export async function writeBackup(
  parts: Parts,
  target: string,
  stop?: AbortSignal
): Promise<Written> {
  let written: Written = { briefings: 0, left: [] };
  const fillFile = async (file: FileHandle) => {
    const archive = new ArchiveWriter(file);
    written = await fill(parts, archive, stop);
    stop?.throwIfAborted();
    return archive.size;
  };
  try {
    await fillBeside(target, fillFile, parts.folder.fs, 0o600);
    return written;
  } catch (error) {
    const place = dirname(target);
    if (isErrno(error, 'ENOENT') && !(await isThere(place, parts.folder.fs))) {
      throw new ExpectedFailure(
        'no-folder',
        `There is no folder ${place}, so nothing was written.`
      );
    }
    throw diskFailure(error, place, 'the backup was not written');
  }
}

async function fill(parts: Parts, archive: ArchiveWriter, stop?: AbortSignal): Promise<Written> {
  const left: string[] = [];
  const counts = { briefings: 0, versions: 0, texts: 0, originals: 0 };
  for (const lines of batches(await keptHashes(parts.folder, 'texts'))) {
    stop?.throwIfAborted();
    const texts = await readTexts(parts, lines, left);
    counts.texts += texts.length;
    if (texts.length > 0) await archive.addLines(`texts/${counts.texts}.jsonl`, texts);
  }
  for (const hash of await keptHashes(parts.folder, 'originals')) {
    stop?.throwIfAborted();
    const bytes = await readOriginal(parts, hash, left);
    if (bytes === null) continue;
    await archive.addBytes(originalName(hash), bytes);
    counts.originals += 1;
  }
  for (const shelf of ['b', 'bin'] as const) {
    let number = 0;
    if (shelf === 'b') {
      // A library that is only read may have briefings whose latest state, or all, the log holds.
      const briefings = await readLogged(parts);
      counts.briefings += briefings.length;
      if (briefings.length > 0) await archive.addLines('briefings/log.jsonl', briefings);
    }
    for await (const shard of walkShelf(parts.folder, shelf)) {
      stop?.throwIfAborted();
      const briefings: BriefingLine[] = [];
      for (const id of shard) {
        if (shelf === 'b' && parts.files.isLogged(id)) continue;
        const file = await parts.turns.run(id, () => readBriefing(parts, shelf, id));
        if (file === null) left.push(`The briefing ${id} is damaged and was left out.`);
        else if (file !== '') briefings.push({ id, isDeleted: shelf === 'bin', file });
      }
      counts.briefings += briefings.length;
      number += 1;
      if (briefings.length > 0)
        await archive.addLines(`briefings/${shelf}-${number}.jsonl`, briefings);
    }
  }
  for (const ids of batches(await idsWithVersions(parts))) {
    stop?.throwIfAborted();
    const versions = await readVersions(parts, ids);
    counts.versions += versions.length;
    if (versions.length > 0) await archive.addLines(`versions/${counts.versions}.jsonl`, versions);
  }
  const register = await readRegisterFile(parts.folder);
  if (register !== null) await archive.addLines('register/1.jsonl', [{ register }]);
  const madeAt = parts.now().toISOString();
  const contents: Contents = { format: 'standpoint-backup/1', madeAt, ...counts };
  await archive.addLines(contentsName, [contents]);
  await archive.end();
  return { briefings: counts.briefings, left };
}

async function readLogged({ files }: Parts): Promise<readonly BriefingLine[]> {
  const lines: BriefingLine[] = [];
  for (const id of files.logged) {
    const stored = await files.peek(id);
    if (!stored) continue;
    const file = Buffer.from(encodeBriefing(stored)).toString('utf8');
    lines.push({ id, isDeleted: false, file });
  }
  return lines;
}

/** `null` for one without a good copy; empty for one that has gone meanwhile. */
async function readBriefing({ folder }: Parts, shelf: 'b' | 'bin', id: Id): Promise<string | null> {
  const path = briefingPath(folder.root, shelf, id);
  const copies = await readCopies(path, (bytes) => decodeBriefing(id, bytes), folder.fs);
  if (copies.length === 0) return '';
  const best = bestCopy(copies);
  return best ? Buffer.from(best.bytes).toString('utf8') : null;
}

async function readTexts(
  { folder }: Parts,
  hashes: readonly TextHash[],
  left: string[]
): Promise<readonly TextLine[]> {
  const texts: TextLine[] = [];
  for (const hash of hashes) {
    const bytes = await readIfThere(keptPath(folder.root, 'texts', hash), folder.fs);
    if (bytes && sha256(bytes) === hash) texts.push({ hash, text: bytes.toString('utf8') });
    else if (bytes) left.push(`The source text ${hash} is damaged and was left out.`);
  }
  return texts;
}

/** `null` for one that is damaged, or has gone meanwhile. */
async function readOriginal(
  { folder }: Parts,
  hash: TextHash,
  left: string[]
): Promise<Uint8Array | null> {
  const bytes = await readIfThere(keptPath(folder.root, 'originals', hash), folder.fs);
  if (!bytes || sha256(bytes) === hash) return bytes;
  left.push(`The original file ${hash} is damaged and was left out.`);
  return null;
}

async function idsWithVersions({ folder }: Parts): Promise<readonly Id[]> {
  const names = await namesIn(join(folder.root, 'versions'), folder.fs);
  return names.map((name) => Id.safeParse(name).data).filter((id) => id !== undefined);
}

async function readVersions(
  { folder }: Parts,
  ids: readonly Id[]
): Promise<readonly VersionLine[]> {
  const lines: VersionLine[] = [];
  for (const id of ids) {
    for (const key of await versionKeys(folder, id)) {
      const bytes = await readIfThere(versionPath(folder.root, id, key), folder.fs);
      if (bytes) lines.push({ id, key, file: bytes.toString('utf8') });
    }
  }
  return lines;
}

/** So many that an archive has some hundred entries, whatever the library's size. */
function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  const size = Math.max(16, Math.ceil(all.length / shards.length));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size)
  );
}

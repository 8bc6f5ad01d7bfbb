/**
 * A file that grows by lines, each with its checksum. A line that a power cut left unfinished is cut off
 * before the next one is written.
 */
import { dirname } from 'node:path';
import { checkedLine, readCheckedLine } from '../disk/checked-line.js';
import { type FileSystem, readIfThere } from '../disk/file-system.js';
import {
  cutShort,
  ensureFolder,
  replaceFile,
  syncFolder,
  writeWhole
} from '../disk/write-durably.js';

export interface ReadLines {
  /** The good lines before the first bad one. */
  readonly lines: readonly unknown[];
  /** Bytes that the good lines take. */
  readonly end: number;
  /** A bad line with more behind it: the disk has harmed the file. */
  readonly isDamaged: boolean;
}

/** `null` where there is no such file. */
export async function readLineFile(path: string, fs: FileSystem): Promise<ReadLines | null> {
  const bytes = await readIfThere(path, fs);
  if (!bytes) return null;
  const lines: unknown[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    const line = end < 0 ? undefined : readCheckedLine(bytes.subarray(from, end));
    if (line === undefined)
      return { lines, end: from, isDamaged: end >= 0 && end + 1 < bytes.length };
    lines.push(line);
    from = end + 1;
  }
  return { lines, end: bytes.length, isDamaged: false };
}

/**
 * Resolves once the lines are safe behind the first `end` bytes of the file, which is made where `end` is
 * 0. Returns where the file ends then.
 */
export async function appendLines(
  path: string,
  end: number,
  lines: readonly unknown[],
  fs: FileSystem
): Promise<number> {
  const bytes = Buffer.concat(lines.map(checkedLine));
  if (end === 0) {
    await ensureFolder(dirname(path), fs);
    await fs.rm(path, { force: true });
    await writeWhole(path, bytes, fs);
    await syncFolder(dirname(path), fs);
    return bytes.length;
  }
  const file = await fs.open(path, 'r+');
  try {
    await file.truncate(end);
    const { bytesWritten } = await file.write(bytes, 0, bytes.length, end);
    if (bytesWritten !== bytes.length) throw cutShort(bytesWritten, bytes.length);
    await file.datasync();
  } finally {
    await file.close();
  }
  return end + bytes.length;
}

/** The file holds these lines alone, or what it held before. Returns where it ends. */
export async function replaceLines(
  path: string,
  lines: readonly unknown[],
  fs: FileSystem
): Promise<number> {
  const bytes = Buffer.concat(lines.map(checkedLine));
  await ensureFolder(dirname(path), fs);
  await replaceFile(path, bytes, fs);
  await syncFolder(dirname(path), fs);
  return bytes.length;
}

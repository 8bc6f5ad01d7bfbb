/**
 * A file that grows by lines, each with its checksum. A line that a power cut left unfinished is cut off
 * before the next one is written.
 */
import { Turns } from '../disk/turns.js';
import { dirname } from 'node:path';
import { checkedLine, checkedLines } from '../disk/checked-line.js';
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
  /** Bytes that the first of them takes. */
  readonly first: number;
  /** A bad line with more behind it: the disk has harmed the file. */
  readonly isDamaged: boolean;
}

/** `null` where there is no such file. */
export async function readLineFile(path: string, fs: FileSystem): Promise<ReadLines | null> {
  const bytes = await readIfThere(path, fs);
  if (!bytes) return null;
  const lines: unknown[] = [];
  const first = bytes.indexOf(10) + 1;
  let good = 0;
  for (const { payload, end } of checkedLines(bytes)) {
    if (payload === undefined) return { lines, end: good, first, isDamaged: end < bytes.length };
    lines.push(payload);
    good = end;
  }
  return { lines, end: good, first, isDamaged: false };
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

/** A file that grows by lines of many; those that are added while the disk works are written together. */
export class LineLog {
  readonly #path: string;
  readonly #fs: FileSystem;
  #end: number;
  #waiting: unknown[] = [];
  #next: Promise<void> | null = null;
  readonly #turns = new Turns();

  /** @param end bytes of the file that are good: what `readLineFile` says; 0 for none */
  constructor(path: string, end: number, fs: FileSystem) {
    this.#path = path;
    this.#end = end;
    this.#fs = fs;
  }

  /** Bytes. */
  get size(): number {
    return this.#end;
  }

  /** Resolves once the lines are safe on disk. */
  add(...lines: readonly unknown[]): Promise<void> {
    this.#waiting.push(...lines);
    this.#next ??= this.#turns.run('lines', async () => {
      const batch = this.#waiting;
      this.#waiting = [];
      this.#next = null;
      this.#end = await appendLines(this.#path, this.#end, batch, this.#fs);
    });
    return this.#next;
  }

  /** @param linesNow asked when nothing is being written: all that the file is to hold */
  replace(linesNow: () => readonly unknown[]): Promise<void> {
    return this.#turns.run('lines', async () => {
      this.#end = await replaceLines(this.#path, linesNow(), this.#fs);
    });
  }
}

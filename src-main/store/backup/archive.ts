/**
 * An archive: a zip file of entries, most of them of checked lines of JSON. It grows and is read piece
 * by piece, so that a library need not fit into memory.
 */
import type { FileHandle } from 'node:fs/promises';
import { Unzip, UnzipInflate } from 'fflate';
import { openRegularFile, tooLarge } from '../../disk/regular-file.js';
import { ZipWriter, zipSigns } from '../../disk/zip.js';
import { checkedLine, readCheckedLine } from '../../disk/checked-line.js';
import { DamagedFile } from '../envelope.js';

export class ArchiveWriter {
  readonly #zip: ZipWriter;

  /** Writes into `file`, which is empty; syncing and closing it is up to the caller. */
  constructor(file: FileHandle) {
    this.#zip = new ZipWriter((piece) => file.appendFile(piece));
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#zip.size;
  }

  addLines(name: string, lines: readonly unknown[]): Promise<void> {
    return this.#zip.add(name, Buffer.concat(lines.map(checkedLine)), { pack: true });
  }

  /** As they are: most files that are read are compressed already. */
  addBytes(name: string, bytes: Uint8Array): Promise<void> {
    return this.#zip.add(name, bytes, { pack: false });
  }

  end(): Promise<void> {
    return this.#zip.end();
  }
}

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Far more than a library has that is worked with, and an end to a file that has none. In bytes. */
const limit = { most: 16e9, what: 'a backup' };

/**
 * `mostBytes` is how many one entry may have. Throws what `openRegularFile` does, `DamagedFile` at
 * what is no archive at all, and whatever fflate throws at a broken one.
 */
export async function* readArchive(path: string, mostBytes: number): AsyncGenerator<ArchiveEntry> {
  const file = await openRegularFile(path, limit);
  let ready: ArchiveEntry[] = [];
  let failure: Error | null = null;
  const unzip = new Unzip((entry) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    entry.ondata = (error, piece, isLast) => {
      size += piece?.length ?? 0;
      if (error) failure = error;
      else if (size > mostBytes) failure = new Error(`${entry.name} is too large`);
      else pieces.push(piece);
      if (!failure && isLast) ready.push({ name: entry.name, bytes: Buffer.concat(pieces) });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  let read = 0;
  for await (const data of file.createReadStream()) {
    const chunk = data as Buffer;
    if (read === 0 && !chunk.subarray(0, zipSigns.entry.length).equals(zipSigns.entry)) {
      throw new DamagedFile('it is no zip file');
    }
    read += chunk.length;
    if (read > limit.most) throw tooLarge(path, limit);
    unzip.push(chunk);
    if (failure) throw failure as Error;
    const entries = ready;
    ready = [];
    yield* entries;
  }
  unzip.push(new Uint8Array(0), true);
  if (failure) throw failure as Error;
  yield* ready;
}

/** Of an entry that `addLines` wrote. Throws `DamagedFile` at a line that is not what was written. */
export function linesOf({ name, bytes }: ArchiveEntry): readonly unknown[] {
  const lines: unknown[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    const line = readCheckedLine(bytes.subarray(from, end));
    if (line === undefined) throw new DamagedFile(`a line of “${name}” is damaged`);
    lines.push(line);
    from = end + 1;
  }
  return lines;
}

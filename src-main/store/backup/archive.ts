/**
 * An archive: a zip file of entries, most of them of checked lines of JSON. It grows and is read piece
 * by piece, so that a library need not fit into memory.
 */
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { deflateSync, Unzip, UnzipInflate } from 'fflate';
import { openRegularFile, tooLarge } from '../../disk/regular-file.js';
import { checkedLine, readCheckedLine } from '../log/log-format.js';
import { DamagedFile } from '../envelope.js';

/** How the bytes of an entry lie in the file, as zip files number it. */
const stored = 0;
const deflated = 8;
const mostIn32 = 0xffff_ffff;

/** With which an entry begins, and its line in the directory. */
const signs = {
  entry: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  listed: Buffer.from([0x50, 0x4b, 0x01, 0x02])
};

/**
 * Every entry says its size before its bytes. One that says it only behind them, as streams are zipped,
 * is read up to what looks like the beginning of another; a file that is kept as it is may hold such a
 * thing anywhere, and a Word document always does.
 */
export class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #directory: Buffer[] = [];
  #size = 0;

  /** Writes into `file`, which is empty; syncing and closing it is up to the caller. */
  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  async addLines(name: string, lines: readonly unknown[]): Promise<void> {
    const bytes = Buffer.concat(lines.map(checkedLine));
    await this.#add(name, bytes, deflateSync(bytes, { level: 6 }), deflated);
  }

  /** As they are: most files that are read are compressed already. */
  async addBytes(name: string, bytes: Uint8Array): Promise<void> {
    await this.#add(name, bytes, bytes, stored);
  }

  /**
   * The directory, for other programs: `readArchive` does without. Of an archive of more than 4 GB or
   * 65,535 entries these see only a part.
   */
  async end(): Promise<void> {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    const count = Math.min(this.#directory.length, 0xffff);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(Math.min(this.#size, mostIn32), 16);
    await this.#append(directory, end);
  }

  async #add(name: string, bytes: Uint8Array, packed: Uint8Array, method: number): Promise<void> {
    const named = Buffer.from(name);
    // What the entry and its line in the directory say alike.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(method, 4);
    // The first day that a zip file can name; when the backup was made stands in its contents.
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(named.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(Math.min(this.#size, mostIn32), 10);
    const madeBy = Buffer.from([20, 0]);
    this.#directory.push(Buffer.concat([signs.listed, madeBy, facts, place, named]));
    await this.#append(signs.entry, facts, named, packed);
  }

  async #append(...pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      await this.#file.appendFile(piece);
      this.#size += piece.length;
    }
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
    if (read === 0 && !chunk.subarray(0, signs.entry.length).equals(signs.entry)) {
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

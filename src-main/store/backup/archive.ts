/**
 * An archive: a zip file of a few hundred entries, each of checked lines of JSON. It grows and is read piece
 * by piece, so that a library need not fit into memory.
 */
import type { FileHandle } from 'node:fs/promises';
import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import { openRegularFile, tooLarge } from '../../disk/regular-file.js';
import { checkedLine, readCheckedLine } from '../log/log-format.js';
import { DamagedFile } from '../envelope.js';

export class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #failure: Error | null = null;
  #size = 0;

  /** Writes into `file`, which is empty; syncing and closing it is up to the caller. */
  constructor(file: FileHandle) {
    this.#file = file;
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failure = error;
      else this.#pieces.push(piece);
    });
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  async add(name: string, lines: readonly unknown[]): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 });
    this.#zip.add(entry);
    for (const line of lines) entry.push(checkedLine(line));
    entry.push(new Uint8Array(0), true);
    await this.#flush();
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    await this.#file.appendFile(bytes);
    this.#size += bytes.length;
  }
}

export interface ArchiveEntry {
  readonly name: string;
  readonly lines: readonly unknown[];
}

/** Far more than a library has that is worked with, and an end to a file that has none. In bytes. */
const limit = { most: 16e9, what: 'a backup' };
/** How every zip file with entries begins: "PK", and the sign of an entry. */
const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/**
 * `mostBytes` is how many one entry may have. Throws what `openRegularFile` does, `DamagedFile` at a line
 * that is not what was written or at what is no archive at all, and whatever fflate throws at a broken one.
 */
export async function* readArchive(path: string, mostBytes: number): AsyncGenerator<ArchiveEntry> {
  const file = await openRegularFile(path, limit);
  let ready: { readonly name: string; readonly bytes: Buffer }[] = [];
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
    if (read === 0 && !chunk.subarray(0, signature.length).equals(signature)) {
      throw new DamagedFile('it is no zip file');
    }
    read += chunk.length;
    if (read > limit.most) throw tooLarge(path, limit);
    unzip.push(chunk);
    if (failure) throw failure as Error;
    const entries = ready;
    ready = [];
    for (const { name, bytes } of entries) yield { name, lines: linesOf(name, bytes) };
  }
  unzip.push(new Uint8Array(0), true);
  if (failure) throw failure as Error;
  for (const { name, bytes } of ready) yield { name, lines: linesOf(name, bytes) };
}

function linesOf(name: string, bytes: Buffer): readonly unknown[] {
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

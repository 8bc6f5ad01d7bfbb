/**
 * The write-ahead log: a record is safe after one fdatasync. Records that wait at the same time are
 * written together. After a failure the segment's descriptor is abandoned, since what a failed sync
 * left in the page cache may pass for written; the next segment says where the last one ended.
 */
import { Turns } from '../../disk/turns.js';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { isErrno, isThere, removeIfThere } from '../../disk/file-system.js';
import { encodeHead, encodeLine, type LogRecord } from './log-format.js';
import { segmentPath } from '../paths.js';
import type { StoreFolder } from '../store-folder.js';
import { cutShort, syncFolder, writeWhole } from '../../disk/write-durably.js';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Where a segment ends. */
export interface SegmentEnd {
  readonly segment: number;
  readonly bytes: number;
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface OpenSegment {
  readonly number: number;
  readonly file: FileHandle;
  /** Bytes that are safe. */
  end: number;
}

export class Log {
  readonly #folder: StoreFolder;
  readonly #reserve: Reserve;
  #waiting: Waiting[] = [];
  #segment: OpenSegment | null = null;
  /** The end of the newest segment that nothing more is written to. */
  #previous: SegmentEnd | null;
  /** An intact segment of an earlier run, to go on behind its end. */
  #resumable: SegmentEnd | null;
  #bytes = 0;
  readonly #turns = new Turns();

  constructor(
    folder: StoreFolder,
    reserve: Reserve,
    { previous, resumable }: { previous: SegmentEnd | null; resumable: SegmentEnd | null }
  ) {
    this.#folder = folder;
    this.#reserve = reserve;
    this.#previous = previous;
    this.#resumable = resumable;
  }

  /** Bytes appended since the last `rotate`. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Resolves once the record is safe on disk. When it rejects, the record is not in the log. */
  append(record: LogRecord): Promise<void> {
    const bytes = encodeLine(record);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject });
      if (this.#waiting.length === 1) void this.#turns.run('log', () => this.#writeWaiting());
    });
  }

  /** Later records go to a new segment, which is made ready. Returns the number of the last full one. */
  rotate(): Promise<number> {
    return this.#turns.run('log', async () => {
      const segment = this.#segment ?? (await this.#begin());
      this.#segment = null;
      await this.#close(segment);
      this.#bytes = 0;
      await this.#begin();
      return segment.number;
    });
  }

  /** Goes on in a new segment, not behind what an earlier run has left. */
  startAnew(): void {
    this.#resumable = null;
  }

  async close(): Promise<void> {
    await this.#turns.run('log', async () => {
      const segment = this.#segment;
      this.#segment = null;
      await segment?.file.close();
    });
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#writeSafely(Buffer.concat(batch.map(({ bytes }) => bytes)));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** On a full disk the reserve is given up, and the write is tried once more. */
  async #writeSafely(bytes: Uint8Array): Promise<void> {
    try {
      await this.#write(bytes);
    } catch (error) {
      if (!isErrno(error, 'ENOSPC', 'EDQUOT') || !(await this.#reserve.giveUp())) throw error;
      await this.#write(bytes);
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const segment = this.#segment ?? (await this.#begin());
    const path = segmentPath(this.#folder.root, segment.number);
    try {
      await writeAll(segment.file, bytes, segment.end);
      // The name is looked up again while the disk works: a folder that was taken away keeps nothing.
      const [, atName, atFile] = await Promise.all([
        segment.file.datasync(),
        this.#folder.fs.stat(path),
        segment.file.stat()
      ]);
      if (atName.ino !== atFile.ino) throw gone(path);
      const given = segment.end + bytes.length;
      if (atFile.size !== given) throw cutShort(atFile.size, given);
    } catch (error) {
      await this.#abandon(segment, path);
      throw error;
    }
    segment.end += bytes.length;
    this.#bytes += bytes.length;
  }

  async #begin(): Promise<OpenSegment> {
    const { root, fs } = this.#folder;
    if (this.#resumable) {
      const { segment: number, bytes: end } = this.#resumable;
      const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
      const file = await fs.open(segmentPath(root, number), flags);
      this.#resumable = null;
      return (this.#segment = { number, file, end });
    }
    const number = (this.#previous?.segment ?? 0) + 1;
    const path = segmentPath(root, number);
    const file = await fs.open(path, 'wx', 0o600);
    try {
      const head = encodeHead({ segment: number, previous: this.#previous });
      await writeAll(file, head, 0);
      await file.datasync();
      await syncFolder(root, fs);
      return (this.#segment = { number, file, end: head.length });
    } catch (error) {
      await file.close().catch(() => undefined);
      // What cannot be removed holds no record; the number is not used again.
      await fs.rm(path, { force: true }).catch(() => {
        this.#previous = { segment: number, bytes: 0 };
      });
      throw error;
    }
  }

  async #close({ number, file, end }: OpenSegment): Promise<void> {
    this.#previous = { segment: number, bytes: end };
    await file.close();
  }

  /** What may have reached the file is cut off; should that fail too, the next segment's head says so. */
  async #abandon(segment: OpenSegment, path: string): Promise<void> {
    this.#segment = null;
    this.#previous = { segment: segment.number, bytes: segment.end };
    await segment.file.close().catch(() => undefined);
    await this.#folder.fs.truncate(path, segment.end).catch(() => undefined);
  }
}

/** A disk may take fewer bytes than it is given, and say so. */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const rest = bytes.length - done;
    const { bytesWritten } = await file.write(bytes, done, rest, position + done);
    if (bytesWritten === 0) throw cutShort(done, bytes.length);
    done += bytesWritten;
  }
}

function gone(path: string): Error {
  return Object.assign(new Error(`${path} is another file now`), {
    code: 'ENOENT',
    syscall: 'stat'
  });
}

/**
 * Half a megabyte kept for the day on which the disk is full: given up, it lets the edits of a good
 * while still be saved, and the person is told.
 */
const size = 512 * 1024;

export class Reserve {
  readonly #folder: StoreFolder;
  readonly #path: string;

  constructor(folder: StoreFolder) {
    this.#folder = folder;
    this.#path = join(folder.root, 'reserve.bin');
  }

  /** True when there was something to give up. */
  async giveUp(): Promise<boolean> {
    if (!(await removeIfThere(this.#path, this.#folder.fs))) return false;
    this.#tellFull('What you wrote was saved in space kept for this day');
    return true;
  }

  #tellFull(what: string): void {
    this.#folder.report({
      code: 'disk-almost-full',
      file: 'reserve.bin',
      message: `The disk that holds ${this.#folder.root} is full. ${what}; free some space soon.`,
      mended: false
    });
  }

  /** Random bytes: a disk that packs its files would keep nothing for zeros. */
  async restock(): Promise<void> {
    const { fs, settle } = this.#folder;
    if (await isThere(this.#path, fs)) return;
    try {
      await writeWhole(this.#path, randomBytes(size), fs);
      settle('disk-almost-full', 'reserve.bin');
    } catch (error) {
      // Nothing that anybody wrote; a part of it would only fill the disk further.
      await removeIfThere(this.#path, fs);
      if (!isErrno(error, 'ENOSPC', 'EDQUOT')) throw error;
      this.#tellFull('The space kept for this day is gone');
    }
  }
}

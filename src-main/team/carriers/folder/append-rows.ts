/**
 * Appends the rows of a device to its own files. They only grow: what a failure left at an end stays there,
 * since somebody may have read it, and the next row begins a new segment.
 */
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { type FileSystem, isErrno } from '../../../disk/file-system.js';
import { cutShort, syncFolderIfItCan } from '../../../disk/write-durably.js';
import { carrierFailure, inBatches, type CarriedRow, rowConflict, RowGap } from '../carrier.js';
import {
  encodeRow,
  encodeSegmentHead,
  fullSegment,
  type FolderLayout,
  rowsFile
} from './layout.js';
import { ensureSharedFolder, openToGroup } from './open-to-group.js';
import { findRow, type Tail, tailOf } from './read-rows.js';

/** A pipe that was put in the place of a file is not waited for. */
const { O_WRONLY, O_APPEND, O_NONBLOCK = 0 } = constants;
const appending = O_WRONLY | O_APPEND | O_NONBLOCK;

export class OwnRows {
  readonly #layout: FolderLayout;
  readonly #device: string;
  readonly #fs: FileSystem;
  readonly #place: string;
  #tail: Tail | null = null;

  /** @param place for people */
  constructor(layout: FolderLayout, device: string, fs: FileSystem, place: string) {
    this.#layout = layout;
    this.#device = device;
    this.#fs = fs;
    this.#place = place;
  }

  /** Of this device, in their order. One call at a time. */
  async append(rows: readonly CarriedRow[]): Promise<void> {
    const tail = await this.#currentTail();
    const fresh = rows.filter(({ n }) => n > tail.n);
    for (const row of rows.filter(({ n }) => n <= tail.n)) await this.#compare(row);
    fresh.forEach(({ n }, i) => {
      if (n !== tail.n + 1 + i) throw new RowGap(this.#device, tail.n, this.#place);
    });
    for (const batch of inBatches(fresh, fullSegment, Infinity)) await this.#write(batch);
  }

  async held(): Promise<number> {
    return (await this.#currentTail()).n;
  }

  /** Than it had when that was last looked at. */
  async hasFewer(): Promise<boolean> {
    const before = this.#tail?.n ?? 0;
    return (await this.held()) < before;
  }

  /** As it is on the disk, where somebody else may have put another file. */
  async #currentTail(): Promise<Tail> {
    const known = this.#tail;
    if (known !== null && known.segment > 0) {
      const path = rowsFile(this.#layout, this.#device, known.segment);
      const size = await this.#fs.stat(path).then(
        (stats) => stats.size,
        (error: unknown) => {
          if (isErrno(error, 'ENOENT')) return null;
          throw error;
        }
      );
      if (size === known.size) return known;
    }
    // Of a folder that is not there nothing can be told; `tailOf` would take it for empty.
    await this.#fs.stat(this.#layout.rows);
    return (this.#tail = await tailOf(this.#layout, this.#device, this.#fs));
  }

  async #compare(row: CarriedRow): Promise<void> {
    const held = await findRow(this.#layout, row.device, row.n, this.#fs);
    if (held === null) {
      throw carrierFailure(
        'carrier-refuses',
        `${this.#place} holds the row ${row.n} of this device, and it is damaged there. It is kept here.`
      );
    }
    if (held.topic !== row.topic || !Buffer.from(row.bytes).equals(held.bytes)) {
      throw rowConflict(row.device, row.n, this.#place);
    }
  }

  async #write(rows: readonly CarriedRow[]): Promise<void> {
    const tail = await this.#currentTail();
    const lines = Buffer.concat(rows.map(encodeRow));
    const last = rows.at(-1)!.n;
    const goesOn = tail.isWhole && tail.size < fullSegment;
    // Until it is known to be safe nothing is known of its end.
    this.#tail = null;
    if (goesOn) {
      const path = rowsFile(this.#layout, this.#device, tail.segment);
      await this.#extend(path, appending, lines, tail.size);
      this.#tail = { ...tail, size: tail.size + lines.length, n: last };
      return;
    }
    // One that a full disk left empty nobody has read anything of.
    const isEmpty = tail.segment > 0 && tail.size === 0;
    const segment = isEmpty ? tail.segment : tail.segment + 1;
    const path = rowsFile(this.#layout, this.#device, segment);
    const whole = Buffer.concat([encodeSegmentHead(this.#device, rows[0]!.n), lines]);
    await ensureSharedFolder(dirname(path), this.#fs);
    const flags = isEmpty ? appending : 'wx';
    await this.#extend(path, flags, whole, 0);
    await openToGroup(path, this.#fs);
    await syncFolderIfItCan(dirname(path), this.#fs);
    this.#tail = { segment, size: whole.length, n: last, isWhole: true };
  }

  async #extend(path: string, flags: string | number, bytes: Buffer, from: number): Promise<void> {
    const file = await this.#fs.open(path, flags, 0o666);
    try {
      await file.writeFile(bytes);
      await file.datasync();
      const { size } = await file.stat();
      if (size !== from + bytes.length) throw cutShort(size - from, bytes.length);
    } finally {
      await file.close();
    }
  }
}

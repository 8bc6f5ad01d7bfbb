/**
 * Half a megabyte kept for the day on which the disk is full: given up, it lets the edits of a good
 * while still be saved, and the person is told.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isErrno, isThere, removeIfThere } from '../../disk/file-system.js';
import type { StoreFolder } from '../store-folder.js';
import { writeWhole } from '../../disk/write-durably.js';

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

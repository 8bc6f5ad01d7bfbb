/**
 * What a library's folder keeps of its team, beside the briefings themselves: who it is to the others, how
 * far it has read, and what is on its way to the carrier.
 *
 *     team/secrets.json     address, keys and names; for this user alone, with a second copy
 *     team/place.json       how far the carrier has been read; more of that: place.ts
 *     team/parcel.json      sealed rows that the carrier is being given
 *     team/sent.log         sealed rows that the carrier has taken
 *     team/base/            the checkpoint that this library began with: base-files.ts
 *     team/register.log     what is known of the register that all share
 *     team/seen.log         which revision of each briefing has been shared, and whose texts are owed
 *     team/b/<00-ff>/<id>.log   the changes to a briefing
 */
import { join } from 'node:path';
import { z } from '../domain/base/zod.js';
import { Id } from '../domain/base/values.js';
import { type FileSystem, removeIfThere } from '../disk/file-system.js';
import { backupOf, ensureFolder } from '../disk/write-durably.js';
import type { CarriedRow } from './carriers/carrier.js';
import { LineLog, readLineFile, replaceLines } from './line-file.js';

export const StoredRow = z.strictObject({
  device: z.string(),
  n: z.int().positive(),
  topic: z.string(),
  /** Base64. */
  bytes: z.string()
});

export function storeRow(row: CarriedRow): z.infer<typeof StoredRow> {
  return { ...row, bytes: Buffer.from(row.bytes).toString('base64') };
}

export function readRow(row: z.infer<typeof StoredRow>): CarriedRow {
  return { ...row, bytes: new Uint8Array(Buffer.from(row.bytes, 'base64')) };
}

/** Rows that the carrier is being given: in a file before it is asked, so that a crash sends the same again. */
export const Parcel = z.strictObject({
  rows: z.array(StoredRow).readonly(),
  /** How many changes of this device to each briefing the carrier has then. */
  sent: z.array(z.tuple([Id, z.int()])).readonly()
});
export type Parcel = z.infer<typeof Parcel>;

/** A briefing whose library revision has been shared; 0 for one that is not in use. */
const Seen = z.union([
  z.strictObject({ id: Id, revision: z.int() }),
  /** It is being worked on: what is shared of it is looked at anew at the next start. */
  z.strictObject({ touched: Id }),
  /** The others lack texts of it, which lies in the bin; or they have them now. */
  z.strictObject({ owed: Id }),
  z.strictObject({ given: Id }),
  /** What rows brought of it could not be kept, so its history is read again. Or it was. */
  z.strictObject({ setAside: Id }),
  z.strictObject({ goesOn: Id })
]);

/** Bytes of a line of what was seen, and those from which on they are looked at. */
const usualSeen = 64;
const tidyFrom = 256 * 1024;

/** Files of one value each. */
type OneValue = 'secrets' | 'place' | 'members' | 'parcel';

export class TeamFiles {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly #revisions = new Map<Id, number>();
  readonly #touched = new Set<Id>();
  readonly #owed = new Set<Id>();
  readonly #aside = new Set<Id>();
  #seenLog: LineLog;

  private constructor(folder: string, fs: FileSystem) {
    this.folder = folder;
    this.fs = fs;
    this.#seenLog = new LineLog(this.#path('seen'), 0, fs);
  }

  static async open(library: string, fs: FileSystem): Promise<TeamFiles> {
    const files = new TeamFiles(join(library, 'team'), fs);
    await ensureFolder(files.folder, fs);
    await files.#readSeen();
    return files;
  }

  /** Of the log that `PlaceFiles` keeps. */
  get rowsPath(): string {
    return join(this.folder, 'rows.log');
  }

  /** `null` where there is none, in the file or in its second copy. */
  async read<T>(name: OneValue, schema: z.ZodType<T>): Promise<T | null> {
    const path = this.#path(name);
    for (const each of [path, backupOf(path)]) {
      const read = await readLineFile(each, this.fs);
      const found = schema.safeParse(read?.lines[0]);
      if (found.success) return found.data;
    }
    return null;
  }

  /** Resolves once it is safe on disk. What never comes back has a second copy. */
  async write(name: OneValue, value: unknown): Promise<void> {
    await replaceLines(this.#path(name), [value], this.fs);
    if (name === 'secrets') await replaceLines(backupOf(this.#path(name)), [value], this.fs);
  }

  async removeParcel(): Promise<void> {
    await removeIfThere(this.#path('parcel'), this.fs);
  }

  /** The revision of the library that was shared last; `null` for a briefing that never was, or may have changed since. */
  seen(id: Id): number | null {
    return this.#touched.has(id) ? null : (this.#revisions.get(id) ?? null);
  }

  /** As `seen`, also where it may have changed since. */
  lastSeen(id: Id): number | null {
    return this.#revisions.get(id) ?? null;
  }

  /** The briefings that have been shared, or are about to be. */
  get seenIds(): readonly Id[] {
    return [...new Set([...this.#revisions.keys(), ...this.#touched])];
  }

  /** Before something is done to a briefing that a crash could cut off. */
  async touch(id: Id): Promise<void> {
    if (this.#touched.has(id)) return;
    this.#touched.add(id);
    await this.#append({ touched: id });
  }

  /** Once all of a briefing is shared, at this revision. */
  async markSeen(id: Id, revision: number): Promise<void> {
    if (this.seen(id) === revision) return;
    this.#touched.delete(id);
    this.#revisions.set(id, revision);
    await this.#append({ id, revision });
  }

  /** Briefings whose texts the others lack. */
  get owed(): ReadonlySet<Id> {
    return this.#owed;
  }

  async owe(id: Id): Promise<void> {
    if (this.#owed.has(id)) return;
    this.#owed.add(id);
    await this.#append({ owed: id });
  }

  async noteGiven(id: Id): Promise<void> {
    if (this.#owed.delete(id)) await this.#append({ given: id });
  }

  /** Briefings whose history is to be read again: what rows brought of them could not be kept. */
  get aside(): ReadonlySet<Id> {
    return this.#aside;
  }

  async setAside(id: Id): Promise<void> {
    if (this.#aside.has(id)) return;
    this.#aside.add(id);
    await this.#append({ setAside: id });
  }

  async goesOn(id: Id): Promise<void> {
    if (this.#aside.delete(id)) await this.#append({ goesOn: id });
  }

  /** Makes the list of what was seen as short as it can be. */
  async tidy(): Promise<void> {
    await this.#seenLog.replace(() => {
      const seen = [...this.#revisions].map(([id, revision]) => ({ id, revision }));
      const touched = [...this.#touched].map((id) => ({ touched: id }));
      const owed = [...this.#owed].map((id) => ({ owed: id }));
      return [...seen, ...touched, ...owed, ...[...this.#aside].map((id) => ({ setAside: id }))];
    });
  }

  async #append(line: z.infer<typeof Seen>): Promise<void> {
    await this.#seenLog.add(line);
    const briefings = this.#revisions.size + this.#touched.size;
    if (this.#seenLog.size > tidyFrom + briefings * usualSeen * 4) await this.tidy();
  }

  async #readSeen(): Promise<void> {
    const read = await readLineFile(this.#path('seen'), this.fs);
    for (const line of z.array(Seen).parse(read?.lines ?? [])) {
      if ('touched' in line) this.#touched.add(line.touched);
      else if ('owed' in line) this.#owed.add(line.owed);
      else if ('given' in line) this.#owed.delete(line.given);
      else if ('setAside' in line) this.#aside.add(line.setAside);
      else if ('goesOn' in line) this.#aside.delete(line.goesOn);
      else {
        this.#touched.delete(line.id);
        this.#revisions.set(line.id, line.revision);
      }
    }
    this.#seenLog = new LineLog(this.#path('seen'), read?.end ?? 0, this.fs);
  }

  #path(name: OneValue | 'seen'): string {
    return join(this.folder, name === 'seen' ? 'seen.log' : `${name}.json`);
  }
}

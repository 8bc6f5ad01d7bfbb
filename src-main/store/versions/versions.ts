/** Keeps versions when they are due, and gives them back. */
import type { Id } from '../../domain/base/values.js';
import type { Author } from '../../domain/briefing/author.js';
import { currentSchema } from '../../domain/briefing/migrations.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type {
  OpenVersion,
  Version,
  VersionKey,
  VersionKind
} from '../../domain/briefing/version.js';
import {
  countsForHour,
  isSaved,
  type LastVersion,
  revisionOf,
  versionDue
} from '../../domain/briefing/version-policy.js';
import type { Envelope } from '../envelope.js';
import { isErrno } from '../../disk/file-system.js';
import type { StoreFolder } from '../store-folder.js';
import type { StoredBriefing } from '../stored-briefing.js';
import { readVersion, versionKeys, writeVersion } from './version-files.js';

export class Versions {
  readonly #folder: StoreFolder;
  readonly #now: () => Date;
  readonly #author: () => Author | null;
  /** Of the briefings that were looked at since the library was opened. */
  readonly #last = new Map<Id, LastVersion>();
  /** Briefings in which nothing was saved since they were opened to work on. */
  readonly #unchanged = new Set<Id>();
  /** Ends of visits for which the disk had no room. */
  #owed: readonly (readonly [Id, Envelope])[] = [];

  constructor(folder: StoreFolder, now: () => Date, author: () => Author | null) {
    this.#folder = folder;
    this.#now = now;
    this.#author = author;
  }

  /** From now on its author may change it: the visit before has ended with what it holds. */
  beginVisit(id: Id): void {
    this.#unchanged.add(id);
  }

  /** Whether `beforeSave` is to be called: something may have to be kept. */
  isVisitNew(id: Id): boolean {
    return this.#unchanged.has(id);
  }

  /**
   * Before the first save of a visit: keeps what the one before ended with, unless that is kept
   * already. On a full disk that waits for a checkpoint, so that the save is not refused.
   */
  async beforeSave(id: Id, stored: StoredBriefing): Promise<void> {
    const envelope = { schema: currentSchema, revision: stored.revision, data: stored.briefing };
    try {
      await this.#keepVisitEnd(id, envelope);
    } catch (error) {
      if (!isErrno(error, 'ENOSPC', 'EDQUOT')) throw error;
      this.#owed = [...this.#owed, [id, envelope]];
    }
    this.#unchanged.delete(id);
  }

  /** Before a file is overwritten: keeps what it holds if time has passed, or if it is of an older schema. */
  async beforeOverwrite(id: Id, filed: Envelope | null): Promise<void> {
    for (const owed of this.#owed.filter(([of]) => of === id)) {
      await this.#keepVisitEnd(...owed);
      this.#owed = this.#owed.filter((each) => each !== owed);
    }
    if (!filed) return;
    if (filed.schema < currentSchema) {
      await this.#write(id, filed, 'migration', '');
      return;
    }
    const kind = versionDue(await this.#lastOf(id), filed.revision, this.#now());
    if (kind) await this.#write(id, filed, kind, '');
  }

  /** Keeps a briefing as it is now. */
  async keep(id: Id, stored: StoredBriefing, kind: VersionKind, name: string): Promise<Version> {
    const { revision, briefing } = stored;
    const envelope = { schema: currentSchema, revision, data: briefing };
    const key = await this.#write(id, envelope, kind, name);
    return (await readVersion(this.#folder, id, key)).version;
  }

  /** Newest first. One that is damaged is left out, and told. */
  async list(id: Id): Promise<readonly Version[]> {
    const versions: Version[] = [];
    for (const key of (await versionKeys(this.#folder, id)).toReversed()) {
      const found = await this.#readOrTell(id, key);
      if (found) versions.push(found.version);
    }
    return versions;
  }

  open(id: Id, key: VersionKey): Promise<OpenVersion> {
    return readVersion(this.#folder, id, key);
  }

  async #keepVisitEnd(id: Id, envelope: Envelope): Promise<void> {
    const kind = versionDue(await this.#lastOf(id), envelope.revision, this.#now(), true);
    if (kind) await this.#write(id, envelope, kind, '');
  }

  async #write(id: Id, envelope: Envelope, kind: VersionKind, name: string): Promise<VersionKey> {
    const keptAt = this.#now().toISOString();
    const keeping = { kind, name, keptAt, by: this.#author() };
    const key = await writeVersion(this.#folder, id, envelope, keeping);
    if (!isSaved(key)) return key;
    const before = await this.#lastOf(id);
    this.#last.set(id, {
      revision: Math.max(envelope.revision, before?.revision ?? 0),
      keptAt: before && !countsForHour(key) ? before.keptAt : keptAt
    });
    return key;
  }

  async #lastOf(id: Id): Promise<LastVersion | null> {
    const known = this.#last.get(id);
    if (known) return known;
    const keys = await versionKeys(this.#folder, id);
    const newest = keys.findLast(isSaved);
    if (newest === undefined) return null;
    const timed = keys.findLast(countsForHour);
    const found = timed === undefined ? null : await this.#readOrTell(id, timed);
    const last = { revision: revisionOf(newest), keptAt: found?.version.keptAt ?? '1970-01-01' };
    this.#last.set(id, last);
    return last;
  }

  async #readOrTell(id: Id, key: VersionKey): Promise<OpenVersion | null> {
    try {
      return await readVersion(this.#folder, id, key);
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.code !== 'damaged-version') throw error;
      const file = `versions/${id}/${key}.json`;
      this.#folder.report({ code: 'damaged-version', file, message: error.message, mended: false });
      return null;
    }
  }
}

/** Keeps versions when they are due, and gives them back. */
import type { Id } from '../domain/id.js';
import { currentSchema } from '../domain/migrations.js';
import { ExpectedFailure } from '../domain/result.js';
import type { OpenVersion, Version, VersionKey, VersionKind } from '../domain/version.js';
import { isSaved, type LastVersion, revisionOf, versionDue } from '../domain/version-policy.js';
import type { Envelope } from './envelope.js';
import type { StoreFolder } from './store-folder.js';
import type { StoredBriefing } from './stored-briefing.js';
import { readVersion, versionKeys, writeVersion } from './version-files.js';

export class Versions {
  readonly #folder: StoreFolder;
  readonly #now: () => Date;
  /** Of the briefings that were looked at since the library was opened. */
  readonly #last = new Map<Id, LastVersion>();

  constructor(folder: StoreFolder, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Before a file is overwritten: keeps what it holds if time has passed, or if it is of an older schema. */
  async beforeOverwrite(id: Id, filed: Envelope | null): Promise<void> {
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

  async #write(id: Id, envelope: Envelope, kind: VersionKind, name: string): Promise<VersionKey> {
    const keptAt = this.#now().toISOString();
    const key = await writeVersion(this.#folder, id, envelope, { kind, name, keptAt });
    if (kind !== 'undone') this.#last.set(id, { revision: envelope.revision, keptAt });
    return key;
  }

  async #lastOf(id: Id): Promise<LastVersion | null> {
    const known = this.#last.get(id);
    if (known) return known;
    const key = (await versionKeys(this.#folder, id)).findLast(isSaved);
    if (key === undefined) return null;
    const found = await this.#readOrTell(id, key);
    const last = { revision: revisionOf(key), keptAt: found?.version.keptAt ?? '1970-01-01' };
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

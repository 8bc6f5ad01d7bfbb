/**
 * lowdb's adapter for one shard of the manifest: what the list shows of one folder of briefings. Its
 * revision is part of its name, so that one look at the folder tells which shards have changed.
 */
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { DamagedFile, seal, unseal } from '../envelope.js';
import { readIfThere } from '../../disk/file-system.js';
import type { Row } from './list-rows.js';
import type { StoreFolder } from '../store-folder.js';
import { replaceFile } from '../../disk/write-durably.js';

const format = 'standpoint-manifest';

export class ManifestShard implements Adapter<readonly Row[]> {
  readonly #folder: StoreFolder;
  readonly #shard: string;
  #revision: number;

  /** @param revision of the file that is there; 0 for none. */
  constructor(folder: StoreFolder, shard: string, revision: number) {
    this.#folder = folder;
    this.#shard = shard;
    this.#revision = revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** `null` when the shard has to be made anew from the briefings: it is missing or damaged. */
  async read(): Promise<readonly Row[] | null> {
    if (this.#revision === 0) return null;
    const bytes = await readIfThere(this.#path(this.#revision), this.#folder.fs);
    if (!bytes) return null;
    try {
      return decodeShard(bytes, this.#revision);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      return null;
    }
  }

  /** The name is safe once the folder has been synced. */
  async write(rows: readonly Row[]): Promise<void> {
    const revision = this.#revision + 1;
    const bytes = seal(format, { schema: 1, revision, data: rows });
    await replaceFile(this.#path(revision), bytes, this.#folder.fs);
    this.#revision = revision;
  }

  #path(revision: number): string {
    return join(this.#folder.root, 'manifest', shardFile(this.#shard, revision));
  }
}

/** Throws `DamagedFile` unless the bytes are this revision of a shard. */
export function decodeShard(bytes: Uint8Array, revision: number): readonly Row[] {
  const envelope = unseal(format, bytes);
  if (envelope.revision !== revision) throw new DamagedFile('it is of another revision');
  return envelope.data as readonly Row[];
}

export function openShard(
  folder: StoreFolder,
  shard: string,
  revision: number
): { readonly low: Low<readonly Row[]>; readonly adapter: ManifestShard } {
  const adapter = new ManifestShard(folder, shard, revision);
  return { adapter, low: new Low<readonly Row[]>(adapter, []) };
}

function shardFile(shard: string, revision: number): string {
  return `${shard}-${revision}.json`;
}

/** `null` for a name that is no shard's. */
export function shardOfFile(
  name: string
): { readonly shard: string; readonly revision: number } | null {
  const found = /^([0-9a-f]{2})-([1-9]\d*)\.json$/.exec(name);
  const [, shard, revision] = found ?? [];
  return shard && revision ? { shard, revision: Number(revision) } : null;
}

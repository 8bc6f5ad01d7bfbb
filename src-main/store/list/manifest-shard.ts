/**
 * lowdb's adapter for one shard of the manifest: what the list shows of one folder of briefings. Its
 * revision is part of its name, so that one look at the folder tells which shards have changed.
 */
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { DamagedFile, seal, unseal } from '../envelope.js';
import { readIfThere } from '../../disk/file-system.js';
import type { ListRow, ListEntry } from './list-rows.js';
import type { StoreFolder } from '../store-folder.js';
import { replaceFile } from '../../disk/write-durably.js';
import type { Summary } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/values.js';
import { checksum } from '../../disk/checked-line.js';

const format = 'standpoint-manifest';

class ManifestShard implements Adapter<readonly ListRow[]> {
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
  async read(): Promise<readonly ListRow[] | null> {
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
  async write(rows: readonly ListRow[]): Promise<void> {
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
export function decodeShard(bytes: Uint8Array, revision: number): readonly ListRow[] {
  const envelope = unseal(format, bytes);
  if (envelope.revision !== revision) throw new DamagedFile('it is of another revision');
  return envelope.data as readonly ListRow[];
}

export function openShard(
  folder: StoreFolder,
  shard: string,
  revision: number
): { readonly low: Low<readonly ListRow[]>; readonly adapter: ManifestShard } {
  const adapter = new ManifestShard(folder, shard, revision);
  return { adapter, low: new Low<readonly ListRow[]>(adapter, []) };
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

/**
 * The whole list in one file, column by column, the latest change first: opening a large library is
 * reading this. Derived: it says which state of each shard it was made of, and where it is damaged,
 * missing or older than a shard, the shards are read. Pure.
 */
export interface ListSnapshot {
  /** The revision of every shard that it was made of, by the shard's number; 0 for none. */
  readonly shards: readonly number[];
  readonly entries: readonly SnapshotEntry[];
}

export interface SnapshotEntry extends ListEntry {
  /** The number of the shard that it belongs to. */
  readonly shard: number;
}

interface Columns {
  readonly format: typeof snapshotFormat;
  readonly shards: readonly number[];
  readonly ids: readonly Id[];
  readonly places: readonly number[];
  readonly revisions: readonly number[];
  readonly titles: readonly string[];
  readonly bottomLines: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly cards: readonly number[];
  readonly annotations: readonly number[];
  readonly positions: readonly number[];
  readonly createdAt: readonly string[];
  readonly modifiedAt: readonly string[];
  /** Left out by older Standpoints. */
  readonly texts?: readonly (readonly string[] | null)[];
}

const snapshotFormat = 'standpoint-list/1';
/** Its name among the files of the manifest. */
export const snapshotFile = 'list';

export function encodeSnapshot({ shards, entries }: ListSnapshot): Uint8Array {
  const column = <T>(of: (summary: Summary) => T) => entries.map(({ summary }) => of(summary));
  const columns: Columns = {
    format: snapshotFormat,
    shards,
    ids: column(({ id }) => id),
    places: entries.map(({ shard }) => shard),
    revisions: entries.map(({ revision }) => revision),
    titles: column(({ title }) => title),
    bottomLines: column(({ bottomLine }) => bottomLine),
    tags: column(({ tags }) => tags),
    cards: column(({ cards }) => cards),
    annotations: column(({ annotations }) => annotations),
    positions: column(({ positions }) => positions),
    createdAt: column(({ createdAt }) => createdAt),
    modifiedAt: column(({ modifiedAt }) => modifiedAt),
    texts: entries.map(({ texts }) => texts)
  };
  const json = Buffer.from(JSON.stringify(columns));
  return Buffer.concat([Buffer.from(`${checksum(json)}\n`), json]);
}

/** Throws `DamagedFile` unless the bytes are what `encodeSnapshot` made. */
export function decodeSnapshot(bytes: Buffer): ListSnapshot {
  const json = bytes.subarray(9);
  if (bytes.toString('latin1', 0, 9) !== `${checksum(json)}\n`) {
    throw new DamagedFile('its checksum does not fit');
  }
  const columns = JSON.parse(json.toString()) as Columns;
  if (columns.format !== snapshotFormat) throw new DamagedFile('it is of another Standpoint');
  const { ids, places, revisions, titles, bottomLines, tags } = columns;
  const { cards, annotations, positions, createdAt, modifiedAt, texts = [] } = columns;
  const entries = ids.map((id, i) => ({
    shard: places[i]!,
    revision: revisions[i]!,
    texts: texts[i] ?? null,
    summary: {
      id,
      title: titles[i]!,
      bottomLine: bottomLines[i]!,
      tags: tags[i]!,
      cards: cards[i]!,
      annotations: annotations[i]!,
      positions: positions[i]!,
      createdAt: createdAt[i]!,
      modifiedAt: modifiedAt[i]!
    }
  }));
  return { shards: columns.shards, entries };
}

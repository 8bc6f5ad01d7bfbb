/** The manifest on disk: loads what the list shows of all briefings, and writes the shards that changed. */
import { join } from 'node:path';
import { byLatestChange } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/values.js';
import { DamagedFile } from '../envelope.js';
import { isThere, namesIn, readIfThere } from '../../disk/file-system.js';
import { fromRow, type ListEntry, toRow } from './list-rows.js';
import {
  decodeSnapshot,
  encodeSnapshot,
  type ListSnapshot,
  type SnapshotEntry,
  snapshotFile,
  openShard,
  shardOfFile
} from './manifest-shard.js';
import { shardOf, shards } from '../paths.js';
import type { StoreFolder } from '../store-folder.js';
import { ensureFolder, replaceFile, syncFolder } from '../../disk/write-durably.js';

/** What became of a briefing's entry; `null`: it is not listed any more. */
type EntryChanges = ReadonlyMap<Id, ListEntry | null>;

interface LoadedList {
  /** The latest change first. */
  readonly entries: readonly SnapshotEntry[];
  /** Shards that were missing or damaged, and were read from the briefings themselves. */
  readonly rebuilt: readonly string[];
}

/** Reads the entries of all briefings in one folder of `b`. */
type ScanShard = (shard: string) => Promise<readonly ListEntry[]>;

/** So many shards newer than the snapshot make it worth writing anew. */
const staleOnCheckpoint = 32;
const staleOnClose = 8;

const empty: ListSnapshot = { shards: shards.map(() => 0), entries: [] };

export class Manifest {
  readonly #folder: StoreFolder;
  readonly #scan: ScanShard;
  /** The snapshot was found damaged. */
  #isSpoilt = false;

  constructor(folder: StoreFolder, scan: ScanShard) {
    this.#folder = folder;
    this.#scan = scan;
  }

  async load(): Promise<LoadedList> {
    const { root, fs } = this.#folder;
    const [revisions, snapshot, folders] = await Promise.all([
      this.#revisions(),
      this.#readSnapshot(),
      namesIn(join(root, 'b'), fs)
    ]);
    const made = new Set(folders);
    const newer = shards.flatMap((shard, number) => {
      const revision = revisions.get(shard) ?? 0;
      const isKnown = revision === snapshot.shards[number] && (revision > 0 || !made.has(shard));
      return isKnown ? [] : [{ shard, number, revision }];
    });
    if (newer.length === 0) return { entries: snapshot.entries, rebuilt: [] };
    const read = await Promise.all(
      newer.map(({ shard, revision }) => openShard(this.#folder, shard, revision).adapter.read())
    );
    const entries: SnapshotEntry[] = [];
    const rebuilt: string[] = [];
    for (const [i, { shard, number }] of newer.entries()) {
      const rows = read[i];
      if (!rows && !made.has(shard)) continue;
      if (!rows) rebuilt.push(shard);
      const found = rows?.map(fromRow) ?? (await this.#scan(shard));
      entries.push(...found.map((entry) => ({ ...entry, shard: number })));
    }
    const replaced = new Set(newer.map(({ number }) => number));
    entries.push(...snapshot.entries.filter(({ shard }) => !replaced.has(shard)));
    entries.sort((a, b) => byLatestChange(a.summary, b.summary));
    return { entries, rebuilt };
  }

  /** Resolves once the changes are safe. Costs by the shards that they fall into. @param rebuilt shards to write in any case. */
  async write(changes: EntryChanges, rebuilt: readonly string[]): Promise<void> {
    const { root, fs } = this.#folder;
    await ensureFolder(join(root, 'manifest'), fs);
    const revisions = await this.#revisions();
    const byShard = new Map<string, [Id, ListEntry | null][]>(rebuilt.map((shard) => [shard, []]));
    for (const change of changes) {
      const shard = shardOf(change[0]);
      byShard.set(shard, [...(byShard.get(shard) ?? []), change]);
    }
    for (const [shard, changed] of byShard) {
      const { low, adapter } = openShard(this.#folder, shard, revisions.get(shard) ?? 0);
      const rows = (await adapter.read()) ?? (await this.#scan(shard)).map(toRow);
      const entries = new Map<Id, ListEntry>(rows.map((row) => [row[0], fromRow(row)]));
      for (const [id, entry] of changed) {
        if (entry) entries.set(id, entry);
        else entries.delete(id);
      }
      low.data = [...entries.values()].map(toRow);
      await low.write();
    }
    await syncFolder(join(root, 'manifest'), fs);
    await this.#removeOld();
  }

  /** Brings the snapshot up to date where so many shards have changed that it is worth its while. */
  async writeSnapshot(when: 'checkpoint' | 'close'): Promise<void> {
    const revisions = await this.#revisions();
    const current = shards.map((shard) => revisions.get(shard) ?? 0);
    const known = await this.#shardsOfSnapshot();
    const stale = current.filter((revision, i) => revision !== (known[i] ?? 0)).length;
    if (!this.#isSpoilt && stale < (when === 'close' ? staleOnClose : staleOnCheckpoint)) return;
    const { entries } = await this.load();
    const bytes = encodeSnapshot({ shards: current, entries });
    await replaceFile(this.#snapshotPath(), bytes, this.#folder.fs);
    this.#isSpoilt = false;
  }

  async #revisions(): Promise<ReadonlyMap<string, number>> {
    const revisions = new Map<string, number>();
    for (const name of await namesIn(join(this.#folder.root, 'manifest'), this.#folder.fs)) {
      const found = shardOfFile(name);
      if (!found) continue;
      const newest = Math.max(found.revision, revisions.get(found.shard) ?? 0);
      revisions.set(found.shard, newest);
    }
    return revisions;
  }

  async #readSnapshot(): Promise<ListSnapshot> {
    const bytes = await readIfThere(this.#snapshotPath(), this.#folder.fs);
    if (!bytes) return empty;
    try {
      return decodeSnapshot(bytes);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      this.#isSpoilt = true;
      return empty;
    }
  }

  /** From the beginning of the file, without reading the list; only to see whether a new one is due. */
  async #shardsOfSnapshot(): Promise<readonly number[]> {
    const { fs } = this.#folder;
    if (!(await isThere(this.#snapshotPath(), fs))) return empty.shards;
    const file = await fs.open(this.#snapshotPath(), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8_192), 0, 8_192, 0);
      const numbers = /"shards":\[([\d,]*)\]/.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
      return numbers?.split(',').map(Number) ?? empty.shards;
    } finally {
      await file.close();
    }
  }

  /** Older states of shards, and what an interrupted write left. */
  async #removeOld(): Promise<void> {
    const { root, fs } = this.#folder;
    const revisions = await this.#revisions();
    for (const name of await namesIn(join(root, 'manifest'), fs)) {
      const found = shardOfFile(name);
      const isOld = found && found.revision !== revisions.get(found.shard);
      if (isOld || name.endsWith('.tmp'))
        await fs.rm(join(root, 'manifest', name), { force: true });
    }
  }

  #snapshotPath(): string {
    return join(this.#folder.root, 'manifest', snapshotFile);
  }
}

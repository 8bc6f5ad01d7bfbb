/**
 * The whole list in one file, column by column, the latest change first: opening a large library is
 * reading this. Derived: it says which state of each shard it was made of, and where it is damaged,
 * missing or older than a shard, the shards are read. Pure.
 */
import type { Summary } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/id.js';
import { checksum } from '../log/checked-line.js';
import { DamagedFile } from '../envelope.js';
import type { ListEntry } from './list-rows.js';

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
  readonly format: typeof format;
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

const format = 'standpoint-list/1';
/** Its name among the files of the manifest. */
export const snapshotFile = 'list';

export function encodeSnapshot({ shards, entries }: ListSnapshot): Uint8Array {
  const column = <T>(of: (summary: Summary) => T) => entries.map(({ summary }) => of(summary));
  const columns: Columns = {
    format,
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
  if (columns.format !== format) throw new DamagedFile('it is of another Standpoint');
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

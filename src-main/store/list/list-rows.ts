/** What a list knows of one briefing, as it is kept on disk: an array, in the order of `toRow`. Pure. */
import { type Briefing, summarise, type Summary } from '../../domain/briefing/briefing.js';
import type { Id } from '../../domain/base/values.js';
import type { TextHash } from '../../domain/briefing/source.js';

export interface ListEntry {
  readonly revision: number;
  readonly summary: Summary;
  /** The texts of its sources, as `textMark` shortens them; `null` in rows of an older Standpoint. */
  readonly texts: readonly string[] | null;
}

export function entryFor(revision: number, briefing: Briefing): ListEntry {
  const texts = [...new Set(briefing.sources.map(({ text }) => textMark(text)))];
  return { revision, summary: summarise(briefing), texts };
}

/** Enough of a hash to find what may hold the text; whether it does, the briefing tells. */
export function textMark(text: TextHash): string {
  return text.slice(0, 12);
}

/** The checksum around it vouches for its shape, so it is not checked again. */
export type ListRow = readonly [
  id: Id,
  revision: number,
  title: string,
  bottomLine: string,
  tags: readonly string[],
  cards: number,
  annotations: number,
  positions: number,
  createdAt: string,
  modifiedAt: string,
  texts?: readonly string[] | null
];

export function toRow({ revision, summary, texts }: ListEntry): ListRow {
  const { id, title, bottomLine, tags, cards, annotations, positions } = summary;
  const { createdAt, modifiedAt } = summary;
  return [
    id,
    revision,
    title,
    bottomLine,
    tags,
    cards,
    annotations,
    positions,
    createdAt,
    modifiedAt,
    texts
  ];
}

export function fromRow(row: ListRow): ListEntry {
  const [id, revision, title, bottomLine, tags, cards, annotations, positions] = row;
  const [createdAt, modifiedAt] = [row[8], row[9]];
  return {
    revision,
    texts: row[10] ?? null,
    summary: {
      id,
      title,
      bottomLine,
      tags,
      cards,
      annotations,
      positions,
      createdAt,
      modifiedAt
    }
  };
}

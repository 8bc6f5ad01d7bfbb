/** What a list shows of one briefing, as it is kept on disk: an array, in the order of `toRow`. Pure. */
import type { Summary } from '../domain/briefing.js';
import type { Id } from '../domain/id.js';

export interface ListEntry {
  readonly revision: number;
  readonly summary: Summary;
}

/** The checksum around it vouches for its shape, so it is not checked again. */
export type Row = readonly [
  id: Id,
  revision: number,
  title: string,
  bottomLine: string,
  tags: readonly string[],
  cards: number,
  annotations: number,
  positions: number,
  createdAt: string,
  modifiedAt: string
];

export function toRow({ revision, summary }: ListEntry): Row {
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
    modifiedAt
  ];
}

export function fromRow(row: Row): ListEntry {
  const [id, revision, title, bottomLine, tags, cards, annotations, positions] = row;
  const [createdAt, modifiedAt] = [row[8], row[9]];
  return {
    revision,
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

/** Which notes a document tells at its end, where some stand beside the words that they are about. */
import { inRanges, type Note } from './number-notes.js';
import type { Publication, PublishedNote } from './publication.js';

export interface EndNotes {
  readonly notes: readonly EndNote[];
  /** Numbers of those that are told beside their words alone, such as “1–4, 7”; empty for none. */
  readonly elsewhere: string;
}

export interface EndNote extends PublishedNote {
  /** Whether what its author noted stands beside the words, and need not be told again. */
  readonly toldBeside: boolean;
}

/**
 * Each note is told once. A quote that a claim rests on stands here all the same, since this is where its
 * number is looked up. `beside` are the numbers of the notes that stand whole beside their words.
 */
export function endNotes(publication: Publication, beside: ReadonlySet<number>): EndNotes {
  const cited = citedIn(publication);
  const isElsewhere = ({ number }: Note) => beside.has(number) && !cited.has(number);
  return {
    notes: publication.notes
      .filter((note) => !isElsewhere(note))
      .map((note) => ({ ...note, toldBeside: beside.has(note.number) })),
    elsewhere: inRanges(
      publication.notes.filter(isElsewhere).map(({ number }) => number),
      publication.words
    )
  };
}

/** Numbers that stand at a claim. */
function citedIn({
  ledger,
  pageOne,
  statements,
  outcomes,
  events,
  figures,
  points,
  changes,
  matrix
}: Publication): ReadonlySet<number> {
  const numbered = [
    ...ledger.flatMap(({ claims }) => claims),
    ...(matrix?.look === 'words' ? matrix.tables : []).flatMap(({ groups }) =>
      groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ claim }) => claim)))
    ),
    ...pageOne.judgements,
    ...statements,
    ...(outcomes?.outcomes ?? []),
    ...events,
    ...figures
  ].flatMap((claim) => claim?.evidence ?? []);
  const opposed = points.flatMap(({ sides }) =>
    sides.flatMap(({ quotes }) => quotes.flatMap(({ number }) => number ?? []))
  );
  const changed = [
    ...(changes?.positions ?? []).flatMap((issue) =>
      issue.changes.flatMap(({ before, after }) => [
        ...(before?.quotes ?? []),
        ...(after?.quotes ?? [])
      ])
    ),
    ...[
      ...(changes?.outcomes ?? []),
      ...(changes?.figures ?? []),
      ...(changes?.events ?? [])
    ].flatMap(({ quotes }) => quotes)
  ].map(({ number }) => number);
  return new Set([...numbered, ...opposed, ...changed]);
}

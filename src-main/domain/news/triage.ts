/**
 * Statements and positions in the order in which they are worth a person's time, and the few that she sees at
 * first. Pure.
 */
import type {
  Grade,
  PositionClaim,
  StatementClaim,
  Suggestion,
  SuggestionOf
} from '../suggestions/suggestion.js';
import type { Settlement } from '../suggestions/settled.js';
import { type News, newsOrder } from './news.js';

/** What is coded: who said what, with a stance or without. */
export type Codable = SuggestionOf<'statement' | 'position'>;

export interface TriageRow {
  readonly suggestion: Suggestion;
  readonly settlement: Settlement;
  readonly news: News | null;
}

export const folds = ['more', 'possible', 'minor', 'repeats'] as const;
/**
 * Why a statement is folded away. `repeats`: its briefing knows it, from this source or this origin.
 * `possible`: no likely one of an actor who has likely ones. `minor`: of an actor of whom none is seen at
 * first. `more`: a likely one for which there is no room.
 */
export type Fold = (typeof folds)[number];

export interface Triaged {
  /** Of the suggestion. */
  readonly key: string;
  /** `null` of one that is seen at first. */
  readonly fold: Fold | null;
}

/** So many are seen at first. */
export const mostAtFirst = 20;
/** Of one actor, while others wait. */
const mostOfOne = 5;

export function isCodable(suggestion: Suggestion): suggestion is Codable {
  return suggestion.kind === 'statement' || suggestion.kind === 'position';
}

export function claimOf(suggestion: Codable): StatementClaim | PositionClaim {
  return suggestion.kind === 'statement' ? suggestion.statement : suggestion.position;
}

/** The statements of one actor, in the order in which they are coded. */
export interface ActorGroup<Row extends TriageRow> {
  /** Of the draft. */
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

/**
 * What is seen of a draft: what is not folded away, and stays there once it is settled.
 *
 * @param rows all of it as they are now.
 * @param unfolded the keys of those that were unfolded.
 * @param withSettled also what was settled before the draft was triaged.
 */
export function seenByActor<Row extends TriageRow>(
  triaged: readonly Triaged[],
  rows: readonly Row[],
  unfolded: readonly string[],
  withSettled: boolean
): readonly ActorGroup<Row>[] {
  const byKey = new Map(
    rows.flatMap((row) => (isCodable(row.suggestion) ? [[row.suggestion.key, row] as const] : []))
  );
  const ordered = new Set(triaged.map(({ key }) => key));
  const open = new Set(unfolded);
  const seen = triaged.flatMap(({ key, fold }) =>
    fold === null || open.has(key) ? (byKey.get(key) ?? []) : []
  );
  // What was settled then, and is open again or asked for.
  const others = [...byKey.values()].filter(
    ({ suggestion, settlement }) =>
      !ordered.has(suggestion.key) && (settlement === 'open' || withSettled)
  );
  const groups = new Map<string, { id: string; name: string; rows: Row[] }>();
  for (const row of [...seen, ...others]) {
    if (!isCodable(row.suggestion)) continue;
    const { id, name } = claimOf(row.suggestion).actor;
    const group = groups.get(id);
    if (group) group.rows.push(row);
    else groups.set(id, { id, name, rows: [row] });
  }
  return [...groups.values()];
}

/** The open ones that are folded away, in order. */
export function foldedAway(
  triaged: readonly Triaged[],
  rows: readonly TriageRow[],
  unfolded: readonly string[]
): readonly Triaged[] {
  const open = new Set(
    rows.flatMap(({ suggestion, settlement }) => (settlement === 'open' ? [suggestion.key] : []))
  );
  const shown = new Set(unfolded);
  return triaged.filter(({ key, fold }) => fold !== null && open.has(key) && !shown.has(key));
}

interface Ranked {
  readonly row: TriageRow;
  readonly actor: string;
  readonly salience: number;
  readonly start: number;
}

/**
 * All open statements and positions, those of one actor together: the actors of whom the text tells the most
 * first, and of each what differs and what is likely first.
 *
 * @param rows all of one draft.
 */
export function triage(rows: readonly TriageRow[]): readonly Triaged[] {
  const ranked = rank(rows);
  const seen = new Set<Ranked>();
  const take = (wanted: (each: Ranked) => boolean, mostOfEach: number) => {
    const ofActor = new Map<string, number>();
    for (const each of seen) ofActor.set(each.actor, (ofActor.get(each.actor) ?? 0) + 1);
    for (const each of ranked) {
      const count = ofActor.get(each.actor) ?? 0;
      if (seen.size >= mostAtFirst) return;
      if (seen.has(each) || count >= mostOfEach || !wanted(each)) continue;
      seen.add(each);
      ofActor.set(each.actor, count + 1);
    }
  };
  const isLikely = ({ row }: Ranked) => gradeOf(row) === 'likely' && !isRepeated(row);
  const isFresh = ({ row }: Ranked) => !isRepeated(row);
  take(({ row }) => row.news?.is === 'differs', mostAtFirst);
  take(isLikely, mostOfOne);
  take(isLikely, mostAtFirst);
  take(isFresh, mostOfOne);
  take(isFresh, mostAtFirst);

  const actorsSeen = new Set([...seen].map(({ actor }) => actor));
  const foldOf = ({ row, actor }: Ranked): Fold => {
    if (isRepeated(row)) return 'repeats';
    if (!actorsSeen.has(actor)) return 'minor';
    return gradeOf(row) === 'likely' ? 'more' : 'possible';
  };
  return ranked.map((each) => ({
    key: each.row.suggestion.key,
    fold: seen.has(each) ? null : foldOf(each)
  }));
}

function rank(rows: readonly TriageRow[]): readonly Ranked[] {
  const spoken = new Map<string, number>();
  for (const { suggestion } of rows) {
    if (!isCodable(suggestion)) continue;
    const { id } = claimOf(suggestion).actor;
    spoken.set(id, (spoken.get(id) ?? 0) + 1);
  }
  const open = rows.flatMap((row): readonly Ranked[] => {
    const { suggestion, settlement } = row;
    if (!isCodable(suggestion) || settlement !== 'open') return [];
    const { id, mentions } = claimOf(suggestion).actor;
    const salience = mentions.length + 2 * (spoken.get(id) ?? 0);
    return [{ row, actor: id, salience, start: suggestion.words.start }];
  });
  const first = new Map<string, number>();
  for (const { actor, start } of open) {
    first.set(actor, Math.min(start, first.get(actor) ?? Infinity));
  }
  return open.sort(
    (a, b) =>
      b.salience - a.salience ||
      // Of two of whom the text tells as much the one who speaks first.
      (first.get(a.actor) ?? 0) - (first.get(b.actor) ?? 0) ||
      (a.actor === b.actor ? 0 : a.actor < b.actor ? -1 : 1) ||
      newsOrder[a.row.news?.is ?? 'new'] - newsOrder[b.row.news?.is ?? 'new'] ||
      gradeOrder[gradeOf(a.row)] - gradeOrder[gradeOf(b.row)] ||
      a.start - b.start ||
      (a.row.suggestion.key < b.row.suggestion.key ? -1 : 1)
  );
}

const gradeOrder: Readonly<Record<Grade, number>> = { likely: 0, possible: 1 };

function gradeOf({ suggestion }: TriageRow): Grade {
  return suggestion.grade;
}

/** What another origin says too corroborates, and is not folded away. */
function isRepeated({ news }: TriageRow): boolean {
  return news?.is === 'repeats' && news.from !== 'other-origin';
}

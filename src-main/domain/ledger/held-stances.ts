/**
 * What one actor holds on one issue: every stance that is in force, and how these stand to each other. The
 * one place that says so: cells, open points, answers, changes, print and the command line ask it.
 */
import { z } from '../base/zod.js';
import type { Id } from '../base/values.js';
import type { Dismissal, Position } from '../briefing/entries.js';

/**
 * How one stance stands to another that is in force as well. `contested`: a person said that they
 * contradict each other and both stay. `open`: they contradict each other and nobody has settled it.
 * `dismissed`: a person said that they do not contradict each other. `compatible`: they do not.
 */
export const Relation = z.enum(['contested', 'open', 'dismissed', 'compatible']);
export type Relation = z.infer<typeof Relation>;

/** The two stances differ; or one entry says what the other says that its actor denied. */
type Kind = 'stances' | 'denied';

/** What of an entry is looked at. */
export type Holding = Pick<Position, 'id' | 'stance' | 'status' | 'contested'>;

/** Names of the pairs that a person dismissed as no contradiction, as `pairOf` makes them. */
type Pairs = Pick<ReadonlySet<string>, 'has'>;

export interface HeldStance<T extends Holding = Position> {
  /** The latest entry in force that holds it. */
  readonly position: T;
  /** All entries in force that hold it, the latest first. */
  readonly entries: readonly T[];
  /** The latest entry of each other stance that is in force, and how that stands to this one. */
  readonly beside: readonly { readonly position: T; readonly relation: Relation }[];
}

/** Names a pair whichever of the two comes first. `kind` may be the rule of a dismissal. */
export function pairOf({
  kind,
  one,
  other
}: {
  readonly kind: string;
  readonly one: Id;
  readonly other: Id;
}): string {
  return [kind, ...[one, other].sort()].join(' ');
}

/** The rules of what a person dismissed by saying that the figure `with` corrects the figure `about`, or came in its place: both were right on their day. */
export const figureRules = ['correction', 'change'] as const;
export type FigureRule = (typeof figureRules)[number];

export function isFigureRule(rule: string): rule is FigureRule {
  return (figureRules as readonly string[]).includes(rule);
}

/** The contradictions that were dismissed, by pair. */
export function dismissedPairs(dismissals: readonly Dismissal[]): ReadonlyMap<string, Dismissal> {
  return new Map(
    dismissals.flatMap((dismissal) => {
      const pair = pairDismissed(dismissal);
      return pair === null ? [] : [[pair, dismissal] as const];
    })
  );
}

/** The figures of which a person said that one corrects another, or took its place: the older one first. */
export function figuresSettled(
  dismissals: readonly Dismissal[]
): readonly { readonly older: Id; readonly newer: Id; readonly rule: FigureRule }[] {
  return [...dismissedPairs(dismissals).values()].flatMap(({ rule, about, with: newer }) =>
    isFigureRule(rule) && newer !== null ? [{ older: about, newer, rule }] : []
  );
}

/** `null` where it is of another thing. */
export function pairDismissed({ of, rule, about, with: other }: Dismissal): string | null {
  if (of !== 'contradiction' || other === null) return null;
  return pairOf({ kind: isFigureRule(rule) ? 'figures' : rule, one: about, other });
}

/** How two entries in force of one actor on one issue stand to each other; what is contested counts as that, even where it was dismissed as well. */
export function relationOf(
  one: Holding,
  other: Holding,
  dismissed: Pairs
): { readonly kind: Kind; readonly relation: Relation } {
  const found = contradictionOf(one, other);
  const kind = found ?? 'stances';
  if (one.contested.includes(other.id) || other.contested.includes(one.id)) {
    return { kind, relation: 'contested' };
  }
  if (found === null) return { kind, relation: 'compatible' };
  const isDismissed = dismissed.has(pairOf({ kind, one: one.id, other: other.id }));
  return { kind, relation: isDismissed ? 'dismissed' : 'open' };
}

/** A denial holds no stance, and so contradicts only who says that it is held; one that is unclear contradicts nothing. */
function contradictionOf(one: Holding, other: Holding): Kind | null {
  if (one.stance === 'unclear' || other.stance === 'unclear') return null;
  if ((one.status === 'denied') !== (other.status === 'denied')) {
    return one.stance === other.stance ? 'denied' : null;
  }
  return one.status === 'denied' || one.stance === other.stance ? null : 'stances';
}

/**
 * Whether two people superseded the same entry with these, each without knowing of the other: nobody has
 * decided then that both stay, though they are marked as contested.
 */
export function isFork(
  one: Pick<Position, 'supersedes' | 'by'>,
  other: Pick<Position, 'supersedes' | 'by'>
): boolean {
  if (!one.by || !other.by) return false;
  const areOfOne = one.by.device === other.by.device && one.by.name === other.by.name;
  return !areOfOne && one.supersedes.some((id) => other.supersedes.includes(id));
}

/** Whether they hold the same; a denial is another thing than the stance that it denies. */
export function holdSame(one: Holding, other: Holding): boolean {
  return one.stance === other.stance && (one.status === 'denied') === (other.status === 'denied');
}

/** @param inForce of one actor on one issue, the latest first, as are the stances told. */
export function stancesHeld<T extends Holding>(
  inForce: readonly T[],
  dismissed: Pairs
): readonly HeldStance<T>[] {
  const [only] = inForce;
  if (only && inForce.length === 1) return [{ position: only, entries: inForce, beside: [] }];
  const groups: T[][] = [];
  for (const entry of inForce) {
    const group = groups.find(([first]) => first && holdSame(first, entry));
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap((entries) => {
    const [position] = entries;
    if (!position) return [];
    const beside = groups.flatMap((others) => {
      const [other] = others;
      if (!other) return [];
      if (others !== entries) {
        return [{ position: other, relation: strongest(entries, others, dismissed) }];
      }
      // Of one stance, but known to contradict each other, as two conditions may.
      const rival = entries.find(
        (each) => relationOf(position, each, dismissed).relation === 'contested'
      );
      return rival ? [{ position: rival, relation: 'contested' as const }] : [];
    });
    return [{ position, entries, beside }];
  });
}

function strongest(
  entries: readonly Holding[],
  others: readonly Holding[],
  dismissed: Pairs
): Relation {
  const found = new Set(
    entries.flatMap((one) => others.map((other) => relationOf(one, other, dismissed).relation))
  );
  return Relation.options.find((each) => found.has(each)) ?? 'compatible';
}

/** That something else in force contradicts a stance or an entry, known to do so or not; `null`: nothing does. */
export type StanceDispute = 'contested' | 'open' | null;

/** @param beside what stands beside a stance. */
export function disputeOf(beside: readonly { readonly relation: Relation }[]): StanceDispute {
  return worstOf(beside.map(({ relation }) => relation));
}

/** Of one entry; `inForce` of its actor on its issue. */
export function disputeOfEntry(
  entry: Holding,
  inForce: readonly Holding[],
  dismissed: Pairs
): StanceDispute {
  return worstOf(inForce.map((other) => relationOf(entry, other, dismissed).relation));
}

function worstOf(relations: readonly Relation[]): StanceDispute {
  return relations.includes('contested') ? 'contested' : relations.includes('open') ? 'open' : null;
}

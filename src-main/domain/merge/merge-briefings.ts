/**
 * Three-way merge of a briefing with a copy of it that was edited elsewhere. Nothing is lost: where both
 * sides changed the same, the later state stays in place and the other goes into note cards. It does not
 * matter which side is ours, and merging either side once more changes nothing.
 */
import { carryAcross } from '../anchoring/carry-across.js';
import type { Writer } from '../briefing/author.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { isWrittenAlike } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { mendReferences } from '../mend/mend-references.js';
import { Mendings } from '../mend/mendings.js';
import { canonicalJson } from './canonical-json.js';
import { clashCard, type BriefingClash } from './clash-card.js';
import { contestForks } from './contest-forks.js';
import { joinNotes } from './join-notes.js';
import { mergeEntries, mergeFields } from './merge-fields.js';
import type { ThreeWay } from './merge-lists.js';

export interface Merge {
  readonly briefing: Briefing;
  /** What stands in a new note card each, as its Markdown. Empty: nothing to settle. */
  readonly clashes: readonly string[];
  /** The first of those cards; `null` where there is none. */
  readonly note: Id | null;
}

/** Of two who write at the same time: who changed each side; none where that is not known. */
export interface MergeWriters {
  readonly ours: readonly Writer[];
  readonly theirs: readonly Writer[];
}

type Entry = Briefing[CollectionName][number];
type Lists = Readonly<Record<CollectionName, readonly Entry[]>>;

/**
 * `base` is the state that both began with; without it no entry counts as removed, and every field
 * that differs is a clash. What is as in `ours` is the same object. Two merges of the same states are
 * equal in all, whichever of the two is ours.
 *
 * @param writers of two who write at the same time: they get one note for each place, and again one that was
 * settled. `null`: of copies, in which what both sides had settled stays settled.
 */
export function mergeBriefings(
  base: Briefing | null,
  ours: Briefing,
  theirs: Briefing,
  writers: MergeWriters | null = null
): Merge {
  const sides = byLastChange(base, ours, theirs);
  const { merged, clashes } = mergeLists(sides);
  const states = [sides.later, sides.earlier, ...(base ? [base] : [])];
  const carried = carryAcross(mendReferences(merged, new Mendings()), states);
  // Each side alone may hold together, and both not: one id for two things, a circle of the ledger.
  const whole = contestForks(mendBriefing(carried).briefing, recordedApart(sides));
  // Of copies: what both began with was known to both. Where it has gone, somebody has settled it.
  const known = new Set(
    (writers ? [whole] : states).flatMap(({ cards }) => cards.map(({ id }) => id))
  );
  const notes = clashes
    .map((clash) => {
      const { ours: own = [], theirs: others = [] } = writers ?? {};
      const isOurs = sides[clash.side] === ours;
      const by = isOurs ? { stands: others, other: own } : { stands: own, other: others };
      return clashCard({ ...clash, by }, sides[clash.side]);
    })
    .filter(({ id }) => !known.has(id) && known.add(id));
  // Nor did they know of notes that are not saved here.
  const saved = new Set(theirs.cards.map(({ id }) => id));
  const unsaved = whole.cards.filter(({ id, clash }) => clash && !saved.has(id));
  const { made, replaced } = writers
    ? joinNotes(whole, [...notes, ...unsaved])
    : { made: notes, replaced: [] };
  const gone = new Set<Id>([...replaced, ...made.map(({ id }) => id)]);
  const kept = keepEntries(whole.cards, ({ id }) => !gone.has(id));
  const noted = made.length > 0 ? { ...whole, cards: [...kept, ...made] } : whole;
  return {
    briefing: sharingEntries(ours, timed(noted, [ours, theirs])),
    clashes: notes.map(({ body }) => body),
    note: made[0]?.id ?? null
  };
}

/** Whether both hold the same, whenever it was saved. */
export function holdSameContent(a: Briefing, b: Briefing): boolean {
  return a === b || isWrittenAlike({ ...a, modifiedAt: b.modifiedAt }, b);
}

/** How much two states of a briefing have in common: entries and fields that are the same in both. */
export function likeness(a: Briefing, b: Briefing): number {
  const entries = collectionNames.flatMap((collection) => {
    const there = new Map<string, Entry>(b[collection].map((entry) => [entry.id, entry]));
    return a[collection].filter((entry) => isWrittenAlike(entry, there.get(entry.id)));
  });
  const [fieldsOfA, fieldsOfB] = [withoutEntries(a), withoutEntries(b)];
  const fields = Object.keys(fieldsOfA) as (keyof typeof fieldsOfA)[];
  return (
    entries.length +
    fields.filter((name) => isWrittenAlike(fieldsOfA[name], fieldsOfB[name])).length
  );
}

/** A side that has both has seen them together, and what it made of them counts. */
function recordedApart({ later, earlier }: ThreeWay<Briefing>): (one: Id, other: Id) => boolean {
  const [inLater, inEarlier] = [later, earlier].map(
    ({ positions }) => new Set(positions.map(({ id }) => id))
  );
  const isOf = (id: Id) => (inLater?.has(id) ? (inEarlier?.has(id) ? 'both' : 'later') : 'earlier');
  return (one, other) =>
    isOf(one) !== 'both' && isOf(other) !== 'both' && isOf(one) !== isOf(other);
}

/** Of two states of one moment it is told by what they hold. */
function byLastChange(base: Briefing | null, a: Briefing, b: Briefing): ThreeWay<Briefing> {
  const isTied = a.modifiedAt === b.modifiedAt;
  const isALater = isTied ? canonicalJson(a) > canonicalJson(b) : a.modifiedAt > b.modifiedAt;
  const [later, earlier] = isALater ? [a, b] : [b, a];
  return { base, later, earlier, isTied };
}

/** A merge is later than what it was made of: met with it again, it prevails. */
function timed(merged: Briefing, sides: readonly Briefing[]): Briefing {
  const last = sides.map(({ modifiedAt }) => modifiedAt).reduce((a, b) => (a > b ? a : b));
  const isNew = !sides.some((side) => holdSameContent(merged, side));
  const modifiedAt = isNew ? new Date(Date.parse(last) + 1).toISOString() : last;
  return { ...merged, modifiedAt };
}

/** `merged` with the very objects of `ours` where they hold the same: a save sends what is another. */
export function sharingEntries(ours: Briefing, merged: Briefing): Briefing {
  const shared = Object.entries(merged).map(([name, value]) => {
    const own = ours[name as keyof Briefing];
    if (isWrittenAlike(own, value)) return [name, own] as const;
    if (!(collectionNames as readonly string[]).includes(name)) return [name, value] as const;
    const there = new Map((own as readonly Entry[]).map((entry) => [entry.id, entry]));
    return [
      name,
      mapEntries(value as readonly Entry[], (entry) => {
        const known = there.get(entry.id);
        return known && isWrittenAlike(known, entry) ? known : entry;
      })
    ] as const;
  });
  return Object.fromEntries<unknown>(shared) as unknown as Briefing;
}

type Fields = Omit<Briefing, CollectionName>;

function withoutEntries(briefing: Briefing): Fields {
  return Object.fromEntries(
    Object.entries(briefing).filter(
      ([name]) => !(collectionNames as readonly string[]).includes(name)
    )
  ) as Fields;
}

interface MergedLists {
  readonly merged: Briefing;
  readonly clashes: readonly BriefingClash[];
}

/** What one side removed and the other rests on stays: names, annotations and the like. */
function mergeLists({ base, later, earlier, isTied }: ThreeWay<Briefing>): MergedLists {
  const fields = mergeFields({
    base: base && withoutEntries(base),
    later: withoutEntries(later),
    earlier: withoutEntries(earlier),
    isTied
  });
  const merge = (name: CollectionName, needed: ReadonlySet<Id>) =>
    mergeEntries<Entry>(
      {
        base: base?.[name] ?? null,
        later: later[name],
        earlier: earlier[name],
        isTied
      },
      ({ id }) => needed.has(id)
    );
  let needed: ReadonlySet<Id> = new Set();
  for (;;) {
    const parts = collectionNames.map((name) => [name, merge(name, needed)] as const);
    const lists = Object.fromEntries(
      parts.map(([name, { entries }]) => [name, entries])
    ) as unknown as Lists;
    const merged = { ...later, ...fields.merged, ...lists } as Briefing;
    const next = new Set([...restsOn(merged), ...dismissedAbout(merged, [later, earlier])]);
    if ([...next].every((id) => needed.has(id))) {
      const ofEntries = parts.flatMap(([list, { clashes }]) =>
        clashes.map((clash) => ({ ...clash, list }))
      );
      const ofBriefing = fields.clashes.map((clash) => ({ ...clash, list: null, entry: later }));
      return { merged, clashes: [...ofBriefing, ...ofEntries] };
    }
    needed = new Set([...needed, ...next]);
  }
}

/** Names the entries that a briefing rests on: whoever takes them out breaks it. */
export function restsOn(briefing: Briefing): readonly Id[] {
  const { positions, statements, events, figures, outcomes, actors, sources } = briefing;
  const named = [
    ...[...positions, ...statements].map(({ actor }) => actor),
    ...positions.map(({ issue }) => issue),
    ...events.flatMap((event) => event.actors),
    ...figures.map(({ actor }) => actor),
    ...actors.map(({ speaksFor }) => speaksFor),
    ...sources.flatMap(({ updates, origin }) => [updates, origin]),
    ...briefing.keyJudgements.map(({ about }) => about),
    ...[...positions, ...statements, ...events, ...figures, ...outcomes].flatMap(
      ({ evidence }) => evidence
    )
  ];
  return named.filter((id) => id !== null);
}

/** What one side has dismissed something about, the other perhaps not knowing. */
function dismissedAbout(merged: Briefing, sides: readonly Briefing[]): readonly Id[] {
  const known = sides.map(({ dismissals }) => new Set(dismissals.map(({ id }) => id)));
  return merged.dismissals
    .filter(({ id }) => !known.every((ids) => ids.has(id)))
    .flatMap(({ about, with: other }) => (other === null ? [about] : [about, other]));
}

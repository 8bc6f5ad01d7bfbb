/**
 * Three-way merge of a briefing with a copy of it that was edited elsewhere. Nothing is lost: where
 * both sides changed the same field, ours stays in place and theirs goes into a note card.
 */
import { carryAcross } from '../anchoring/carry-across.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/change.js';
import { type Card, newCard } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { maxCardLength } from '../base/limits.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { mendReferences } from '../mend/mend-references.js';
import { Mendings } from '../mend/mendings.js';
import { mergeFields, same, type Clash } from './merge-value.js';

export interface Merge {
  readonly briefing: Briefing;
  /** What the copy has that stands in a note card now, one sentence each. Empty: nothing to settle. */
  readonly clashes: readonly string[];
  /** The first of those cards; `null` where there is none. */
  readonly note: Id | null;
}

type Entry = Briefing[CollectionName][number];

/**
 * `base` is the state that both began with; without it no entry counts as removed, and every field
 * that differs is a clash. `name` says where the copy came from, such as its file.
 */
export function mergeBriefings(
  base: Briefing | null,
  ours: Briefing,
  theirs: Briefing,
  name: string
): Merge {
  const { merged, clashes } = mergeFields(
    base && withoutEntries(base),
    withoutEntries(ours),
    withoutEntries(theirs)
  );
  const sentences = clashes.map((clash) => describe(`The ${inWords(clash.field)}`, clash));
  const parts: Record<string, readonly Entry[]> = {};
  for (const collection of collectionNames) {
    const part = mergeEntries<Entry>(
      baseOf(base, collection),
      ours[collection],
      theirs[collection]
    );
    parts[collection] = part.entries;
    sentences.push(...part.clashes.map((clash) => describeEntry(collection, clash)));
  }
  const referred = withReferences({ ...merged, ...parts } as Briefing, [ours, theirs]);
  const carried = carryAcross(referred, base ? [ours, theirs, base] : [ours, theirs]);
  // Each side alone may hold together, and both not: one id for two things, a circle of the ledger.
  const whole = mendBriefing(carried).briefing;
  const notes = noteCards(sentences, name);
  return {
    briefing: notes.length > 0 ? { ...whole, cards: [...whole.cards, ...notes] } : whole,
    clashes: sentences,
    note: notes[0]?.id ?? null
  };
}

/** How much two states of a briefing have in common: entries and fields that are the same in both. */
export function likeness(a: Briefing, b: Briefing): number {
  const entries = collectionNames.flatMap((collection) => {
    const there = new Map<string, Entry>(b[collection].map((entry) => [entry.id, entry]));
    return a[collection].filter((entry) => same(entry, there.get(entry.id)));
  });
  const [fieldsOfA, fieldsOfB] = [withoutEntries(a), withoutEntries(b)];
  const fields = Object.keys(fieldsOfA) as (keyof typeof fieldsOfA)[];
  return entries.length + fields.filter((name) => same(fieldsOfA[name], fieldsOfB[name])).length;
}

/** A ledger is append-only, so no entry of it ever counts as removed. */
function baseOf(base: Briefing | null, collection: CollectionName): readonly Entry[] | null {
  const onlyGrows = collection === 'positions' || collection === 'statements';
  return onlyGrows ? null : (base?.[collection] ?? null);
}

type Fields = Omit<Briefing, CollectionName>;

function withoutEntries(briefing: Briefing): Fields {
  return Object.fromEntries(
    Object.entries(briefing).filter(
      ([name]) => !(collectionNames as readonly string[]).includes(name)
    )
  ) as Fields;
}

/**
 * What one side removed and the other rests on stays: names and annotations alike. What neither side
 * holds is named no longer.
 */
function withReferences(briefing: Briefing, sides: readonly Briefing[]): Briefing {
  const complete = <T extends Entry>(
    entries: readonly T[],
    used: readonly (Id | null)[],
    all: readonly T[]
  ) => {
    const there = new Set(entries.map(({ id }) => id));
    const missing = [...new Set(used)].filter((id) => id !== null && !there.has(id));
    const found = missing.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
    return found.length > 0 ? [...entries, ...found] : entries;
  };
  const { positions, statements, events, figures, outcomes, actors } = briefing;
  const completed = {
    ...briefing,
    actors: complete(
      actors,
      [
        ...[...positions, ...statements].map(({ actor }) => actor),
        ...events.flatMap((event) => event.actors),
        ...figures.map(({ actor }) => actor),
        ...actors.map(({ speaksFor }) => speaksFor)
      ],
      sides.flatMap((side) => side.actors)
    ),
    issues: complete(
      briefing.issues,
      positions.map(({ issue }) => issue),
      sides.flatMap(({ issues }) => issues)
    ),
    sources: complete(
      briefing.sources,
      briefing.sources.map(({ updates }) => updates),
      sides.flatMap(({ sources }) => sources)
    ),
    origins: complete(
      briefing.origins,
      briefing.sources.map(({ origin }) => origin),
      sides.flatMap(({ origins }) => origins)
    ),
    annotations: complete(
      briefing.annotations,
      [...positions, ...statements, ...events, ...figures, ...outcomes].flatMap(
        ({ evidence }) => evidence
      ),
      sides.flatMap(({ annotations }) => annotations)
    )
  };
  return mendReferences(completed, new Mendings());
}

function describeEntry(collection: CollectionName, clash: EntryClash<Entry>): string {
  const { entry } = clash;
  const label = [
    'heading' in entry ? entry.heading : '',
    'name' in entry ? entry.name : '',
    'wording' in entry ? entry.wording : '',
    'title' in entry ? entry.title : '',
    'statement' in entry ? entry.statement : '',
    'text' in entry && !('importedAt' in entry) ? entry.text : '',
    'target' in entry ? entry.target.selectors.quote.exact : ''
  ].find((text) => text.trim() !== '');
  const what = collection.slice(0, -1);
  const which = label ? ` “${label.replace(/\s+/g, ' ').slice(0, 80)}”` : '';
  return describe(`The ${inWords(clash.field)} of the ${what}${which}`, clash);
}

/** Markdown: a line that says what it is, and the copy's words as they are. */
function describe(what: string, { theirs }: Clash): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...theirs.matchAll(/`+/g)].map(([run]) => run.length + 1))
  );
  return `${what.replace(/[\\`*_[\]<>#]/g, '\\$&')} in the copy:\n\n${fence}text\n${theirs}\n${fence}`;
}

function inWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** As many as the differences need: a card holds only so much. */
function noteCards(sentences: readonly string[], name: string): readonly Card[] {
  const bodies: string[] = [];
  for (const sentence of sentences) {
    const joined = [...bodies.slice(-1), sentence].join('\n\n');
    if (bodies.length > 0 && joined.length <= maxCardLength) bodies[bodies.length - 1] = joined;
    else bodies.push(sentence.slice(0, maxCardLength));
  }
  const heading = `Differences to settle: ${name}`.slice(0, 500);
  return bodies.map((body) => newCard('note', { heading, body, reviewed: false }));
}

/** Three-way merge of a list of entries with ids, such as cards: members, their fields, their order. */
interface Identified {
  readonly id: Id;
}

interface EntryClash<T> extends Clash {
  /** The entry as it is kept. */
  readonly entry: T;
}

interface MergedEntries<T> {
  readonly entries: readonly T[];
  readonly clashes: readonly EntryClash<T>[];
}

/**
 * An entry that one side removed goes, unless the other side changed it: then it stays. `base` is
 * what both sides began with; `null` where that is not known, and then nothing goes.
 */
function mergeEntries<T extends Identified>(
  base: readonly T[] | null,
  ours: readonly T[],
  theirs: readonly T[]
): MergedEntries<T> {
  const [began, our, their] = [byId(base ?? []), byId(ours), byId(theirs)];
  const clashes: EntryClash<T>[] = [];
  const merged = new Map<Id, T>();
  for (const id of orderOf(base, ours, theirs)) {
    const [was, a, b] = [began.get(id) ?? null, our.get(id), their.get(id)];
    if (a && b) {
      const { merged: entry, clashes: found } = mergeFields(was, a, b);
      merged.set(id, entry);
      clashes.push(...found.map((clash) => ({ ...clash, entry })));
    } else {
      const only = a ?? b;
      if (only && !(was && same(only, was))) merged.set(id, only);
    }
  }
  return { entries: [...merged.values()], clashes };
}

/** Of the side that moved entries, else ours; what only the other side has follows its predecessor there. */
function orderOf<T extends Identified>(
  base: readonly T[] | null,
  ours: readonly T[],
  theirs: readonly T[]
): readonly Id[] {
  const ids = (entries: readonly T[]) => entries.map(({ id }) => id);
  const moved = (entries: readonly T[]) => base !== null && !isOrdered(ids(entries), ids(base));
  const theirsLead = moved(theirs) && !moved(ours);
  const [lead, other] = theirsLead ? [ids(theirs), ids(ours)] : [ids(ours), ids(theirs)];
  const order = [...lead];
  other.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = other.slice(0, index).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

/** Whether what both lists have stands in the same order. */
function isOrdered(a: readonly Id[], b: readonly Id[]): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  const common = b.filter((id) => inA.has(id));
  return a.filter((id) => inB.has(id)).every((id, index) => id === common[index]);
}

function byId<T extends Identified>(entries: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

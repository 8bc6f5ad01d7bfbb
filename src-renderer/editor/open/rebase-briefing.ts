/**
 * Does to one state of a briefing what leads from one to another: how a change from elsewhere comes into
 * the open briefing, and into every state that undo and redo lead to. Entry by entry, field by field, and
 * texts by what was changed in them. Pure; of states that share entries the result shares them too.
 */
import { isObject } from '../../../src-main/domain/base/is-object.js';
import { isWrittenAlike } from '../../../src-main/domain/base/same-json.js';
import {
  type CollectionName,
  collectionNames
} from '../../../src-main/domain/briefing/collections.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { carryAcross } from '../../../src-main/domain/anchoring/carry-across.js';
import { mapEntries } from '../../../src-main/domain/base/map-entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { proseLimits } from '../../../src-main/domain/merge/merge-fields.js';
import { orderOf } from '../../../src-main/domain/merge/merge-lists.js';
import { mergeSentences } from '../../../src-main/domain/merge/merge-words.js';
import type { Rebased } from './history.js';

type Entry = Briefing[CollectionName][number];
type Entries = readonly Entry[];
type Fields = Readonly<Record<string, unknown>>;

/**
 * Where both changed the same, `onto` stays as it is there, and `isWhole` is false. Annotations may stand
 * where the text of their card was before: `followTexts` leads them on.
 */
export function rebaseBriefing(onto: Briefing, from: Briefing, to: Briefing): Rebased<Briefing> {
  if (from === to || onto === to) return { state: onto, isWhole: true };
  const { fields, isWhole } = rebaseFields(
    withoutLists(onto),
    withoutLists(from),
    withoutLists(to)
  );
  const next: Record<string, unknown> = { ...onto, ...fields };
  let isAll = isWhole;
  for (const name of collectionNames) {
    const list = rebaseList(onto[name], from[name], to[name]);
    next[name] = list.entries;
    isAll &&= list.isWhole;
  }
  const isSame = Object.keys(next).every((name) => next[name] === onto[name as keyof Briefing]);
  return { state: isSame ? onto : (next as unknown as Briefing), isWhole: isAll };
}

/**
 * Leads annotations to their words on cards that a rebase has changed. `grounds` are states on whose texts
 * they may stand, the first as the briefing was before.
 */
export function followTexts(briefing: Briefing, grounds: readonly Briefing[]): Briefing {
  const [before] = grounds;
  const known = new Map(before?.cards.map(({ id, body }) => [id, body]));
  const cards = briefing.cards.filter(({ id, body }) => known.get(id) !== body);
  const changed = new Set<string>(cards.map(({ id }) => id));
  const own = briefing.annotations.filter(({ target }) => changed.has(target.id));
  if (own.length === 0) return briefing;
  const carried = carryAcross({ ...briefing, cards, annotations: own }, grounds).annotations;
  const byId = new Map(carried.map((annotation) => [annotation.id, annotation]));
  const annotations = mapEntries(briefing.annotations, (one) => byId.get(one.id) ?? one);
  return annotations === briefing.annotations ? briefing : { ...briefing, annotations };
}

function withoutLists(briefing: Briefing): Fields {
  const others: readonly string[] = [...collectionNames, 'id', 'modifiedAt'];
  return Object.fromEntries(Object.entries(briefing).filter(([name]) => !others.includes(name)));
}

interface RebasedList {
  readonly entries: Entries;
  readonly isWhole: boolean;
}

function rebaseList(onto: Entries, from: Entries, to: Entries): RebasedList {
  if (from === to) return { entries: onto, isWhole: true };
  if (onto === from) return { entries: to, isWhole: true };
  return linesUp(onto, from) && linesUp(to, from)
    ? rebaseInPlace(onto, from, to)
    : rebaseById(onto, from, to);
}

function linesUp(one: Entries, other: Entries): boolean {
  return one.length === other.length && one.every(({ id }, i) => id === other[i]?.id);
}

/** What most changes are: the same entries in the same order. Of thousands of states this is done at once. */
function rebaseInPlace(onto: Entries, from: Entries, to: Entries): RebasedList {
  let isWhole = true;
  const entries = onto.map((own, i) => {
    const [old, next] = [from[i]!, to[i]!];
    if (old === next) return own;
    const rebased = rebaseEntry(own, old, next);
    isWhole &&= rebased.isWhole;
    return rebased.entry;
  });
  return { entries: entries.every((entry, i) => entry === to[i]) ? to : entries, isWhole };
}

function rebaseById(onto: Entries, from: Entries, to: Entries): RebasedList {
  const [own, old, next] = [onto, from, to].map((list) => new Map(list.map((e) => [e.id, e])));
  const held = new Map<Id, Entry>();
  let isWhole = true;
  for (const id of new Set([...own!.keys(), ...next!.keys()])) {
    const [mine, was, becomes] = [own!.get(id), old!.get(id), next!.get(id)];
    if (mine && becomes) {
      const rebased = was ? rebaseEntry(mine, was, becomes) : { entry: becomes, isWhole: true };
      isWhole &&= rebased.isWhole;
      held.set(id, rebased.entry);
    } else if (mine) {
      // Removed there, and changed here.
      if (was && was !== mine) isWhole = false;
      if (was !== mine) held.set(id, mine);
    } else if (was && becomes !== was) isWhole = false;
    else if (!was && becomes) held.set(id, becomes);
  }
  const order = orderOf(
    { base: ids(from), later: ids(onto), earlier: ids(to), isTied: false },
    (id) => held.has(id)
  );
  const entries = order.map((id) => held.get(id)!);
  return { entries: isSameList(entries, onto) ? onto : entries, isWhole };
}

function ids(entries: Entries): readonly Id[] {
  return entries.map(({ id }) => id);
}

function isSameList(one: Entries, other: Entries): boolean {
  return one.length === other.length && one.every((entry, i) => entry === other[i]);
}

function rebaseEntry(own: Entry, old: Entry, next: Entry): { entry: Entry; isWhole: boolean } {
  if (own === old) return { entry: next, isWhole: true };
  if (old === next) return { entry: own, isWhole: true };
  const { fields, isWhole } = rebaseFields(own, old, next);
  return { entry: { ...own, ...fields }, isWhole };
}

/**
 * What nobody is asked about: times, authors and places, which follow the text that they belong to. What
 * `onto` has of them stays.
 */
const silent: ReadonlySet<string> = new Set([
  'target',
  'flag',
  'drafted',
  'clash',
  'modifiedAt',
  'by',
  'reviewedBy',
  'createdAt',
  'recordedAt',
  'importedAt',
  'dismissedAt'
]);

/** The fields that become others, and whether those are all. */
function rebaseFields(own: Fields, old: Fields, next: Fields) {
  const fields: Record<string, unknown> = {};
  let isWhole = true;
  for (const name of new Set([...Object.keys(own), ...Object.keys(next)])) {
    if (isWrittenAlike(old[name], next[name]) || isWrittenAlike(own[name], next[name])) continue;
    if (isWrittenAlike(own[name], old[name])) fields[name] = next[name];
    else {
      const value = rebaseValue(name, own[name], old[name], next[name]);
      if (value !== undefined) fields[name] = value;
      else if (!silent.has(name)) isWhole = false;
    }
  }
  // Words of two hands nobody has confirmed, unless both did.
  if (own['reviewed'] !== next['reviewed'] && 'body' in fields && fields['body'] !== next['body']) {
    fields['reviewed'] = false;
  }
  return { fields, isWhole };
}

/** `undefined` where both changed the same. */
function rebaseValue(name: string, own: unknown, old: unknown, next: unknown): unknown {
  const most = proseLimits[name];
  if (most !== undefined && [own, old, next].every((value) => typeof value === 'string')) {
    const words = mergeSentences(old as string, own as string, next as string);
    return words === null || words.length > most ? undefined : words;
  }
  if (Array.isArray(own) && Array.isArray(old) && Array.isArray(next)) {
    return rebaseItems(own, old, next);
  }
  // A place is told by its words and what stands around them together.
  if (name !== 'target' && isObject(own) && isObject(old) && isObject(next)) {
    const { fields, isWhole } = rebaseFields(own, old, next);
    return isWhole ? { ...own, ...fields } : undefined;
  }
  return undefined;
}

/** Replies by their ids; everything else, as tags, by what it is. */
function rebaseItems(own: readonly unknown[], old: readonly unknown[], next: readonly unknown[]) {
  if ([...own, ...old, ...next].every((item) => isObject(item) && typeof item['id'] === 'string')) {
    const { entries, isWhole } = rebaseById(own as Entries, old as Entries, next as Entries);
    return isWhole ? entries : undefined;
  }
  const has = (list: readonly unknown[], item: unknown) =>
    list.some((one) => isWrittenAlike(one, item));
  const kept = own.filter((item) => !has(old, item) || has(next, item));
  return [...kept, ...next.filter((item) => !has(old, item) && !has(own, item))];
}

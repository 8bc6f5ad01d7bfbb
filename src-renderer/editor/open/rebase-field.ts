/**
 * Does to one state of a briefing what a step did to one field: how undo inside of a field takes back
 * its own typing and leaves alone whatever else was done meanwhile. Pure; drops no annotation.
 */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Card } from '../../../src-main/domain/briefing/entries.js';
import type { CollectionName } from '../../../src-main/domain/briefing/collections.js';
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { mapEntries } from '../../../src-main/domain/base/map-entries.js';
import { mergeSentences } from '../../../src-main/domain/merge/merge-words.js';
import { carryAnnotations } from '../edits/carry-annotations.js';
import type { Rebase } from './history.js';

type Entry = Readonly<Record<string, unknown>> & { readonly id: Id };

/** What a field holds; `undefined` when the briefing has no such field. */
export function valueOf(briefing: Briefing, key: FieldKey): unknown {
  const [list, id, part, reply] = key.split('/');
  if (list === 'briefing') {
    const own = briefing[id as keyof Briefing];
    return part === undefined ? own : (own as unknown as Readonly<Record<string, unknown>>)[part];
  }
  const entry = entryOf(briefing, list as CollectionName, id as Id);
  if (reply === undefined) return entry?.[part === 'text' ? 'body' : (part ?? '')];
  return (entry as Annotation | undefined)?.replies.find((one) => one.id === reply)?.note;
}

/** For one act of undo or redo, in which many states are taken from the same one to the same other. */
export function rebaseField(key: FieldKey): Rebase<Briefing> {
  const [list, id, part, reply] = key.split('/');
  if (list === 'briefing') {
    return (onto, from, to) => {
      if (part === undefined) return rebaseParts(onto, from, to, [id ?? '']);
      const submission = rebaseParts(onto.submission, from.submission, to.submission, [part]);
      return submission && (submission === onto.submission ? onto : { ...onto, submission });
    };
  }
  if (list === 'cards' && part === 'text') return rebaseText(id as Id);
  const name = list as CollectionName;
  const shared = new Shared();
  return (onto, from, to) => {
    const [own, old, next] = [onto, from, to].map((state) => entryOf(state, name, id as Id));
    if (!own) return onto;
    if (!old || !next) return null;
    const changed = shared.of(own, () => {
      if (reply === undefined) return rebaseParts(own, old, next, [part ?? '']);
      return rebaseReply(own as never, old as never, next as never, reply as Id);
    });
    if (changed === null || changed === own) return changed && onto;
    const [entries, model]: readonly (readonly unknown[])[] = [onto[name], to[name]];
    return { ...onto, [name]: shared.of(entries, () => put(entries!, own, changed, model!)) };
  };
}

/** The text of a card and its kind, with the annotations that stand on it. */
function rebaseText(id: Id): Rebase<Briefing> {
  const shared = new Shared();
  return (onto, from, to) => {
    const [own, old, next] = [onto, from, to].map(({ cards }) => cards.find((c) => c.id === id));
    if (!own) return onto;
    // A card that came or went with the step takes more than one text along.
    if (!old || !next || from.cards.length !== to.cards.length) return null;
    const card = shared.of(own, () => rebaseParts(own, old, next, ['body', 'kind']));
    if (card === null || card === own) return card && onto;
    const cards = shared.of(onto.cards, () => put(onto.cards, own, card, to.cards));
    const follow = followerOf(own, card, own.body === old.body, from, to);
    const places = shared.within(own);
    const annotations = places.of(onto.annotations, () => {
      const followed = mapEntries(onto.annotations, (one) => places.of(one, () => follow(one)));
      return sharing(followed, to.annotations);
    });
    return { ...onto, cards, annotations };
  };
}

/** What becomes of an annotation when the text of `own` becomes that of `card`. */
function followerOf(own: Card, card: Card, isPlain: boolean, from: Briefing, to: Briefing) {
  const [was, becomes] = [byId(from), byId(to)];
  return (annotation: Annotation): Annotation => {
    const [before, after] = [was.get(annotation.id), becomes.get(annotation.id)];
    const { target } = annotation;
    if (target.id !== own.id && after?.target.id !== own.id) return annotation;
    if (isPlain && before && after && target === before.target) {
      if (annotation === before) return after;
      const flag = annotation.flag === before.flag ? after.flag : annotation.flag;
      const isSame = after.target === target && flag === annotation.flag;
      return isSame ? annotation : { ...annotation, target: after.target, flag };
    }
    if (target.id !== own.id) return annotation;
    return carryAnnotations([annotation], own, card.body)[0] ?? annotation;
  };
}

/** What was made of the same thing once is the same thing again: states share what they can. */
class Shared {
  readonly #made = new Map<unknown, unknown>();
  readonly #parts = new Map<unknown, Shared>();

  of<T, R>(thing: T, make: () => R): R {
    if (!this.#made.has(thing)) this.#made.set(thing, make());
    return this.#made.get(thing) as R;
  }

  /** For what depends on another thing as well. */
  within(other: unknown): Shared {
    const known = this.#parts.get(other) ?? new Shared();
    this.#parts.set(other, known);
    return known;
  }
}

function rebaseReply(
  own: Annotation,
  old: Annotation,
  next: Annotation,
  id: Id
): Annotation | null {
  const [mine, was, becomes] = [own, old, next].map((each) =>
    each.replies.find((reply) => reply.id === id)
  );
  if (!becomes) return withReplies(own.replies.filter((reply) => reply !== mine));
  if (!mine) return was ? own : withReplies([...own.replies, becomes]);
  const changed = was ? rebaseParts(mine, was, becomes, ['note']) : mine;
  if (changed === null || changed === mine) return changed && own;
  return withReplies(put(own.replies, mine, changed, next.replies));

  function withReplies(replies: Annotation['replies']): Annotation {
    return sharingEntry({ ...own, replies: sharing(replies, next.replies) }, own === old, next);
  }
}

/** `entries` with `changed` in the place of `own`; the list `model` where that is it. */
function put<T>(entries: readonly T[], own: T, changed: T, model: readonly T[]): readonly T[] {
  return sharing(
    entries.map((entry) => (entry === own ? changed : entry)),
    model
  );
}

/** The list `model` where both hold the same: states share what they can. */
function sharing<T>(made: readonly T[], model: readonly T[]): readonly T[] {
  const isSame = made.length === model.length && made.every((entry, i) => entry === model[i]);
  return isSame ? model : made;
}

/** The entry `model` where both are the same but for when they were changed last. */
function sharingEntry<T extends object>(made: T, isLikely: boolean, model: T): T {
  const parts = isLikely ? (Object.keys(model) as (keyof T)[]) : [];
  const isSame = parts.every((part) => made[part] === model[part] || part === 'modifiedAt');
  return isLikely && isSame ? model : made;
}

/** `own` with what changed in these parts from `old` to `next`; itself when nothing did, `next` where it is that. */
function rebaseParts<T extends object>(
  own: T,
  old: T,
  next: T,
  parts: readonly string[]
): T | null {
  let changed = own;
  for (const part of parts as (keyof T)[]) {
    const value = mergeValue(own[part], old[part], next[part]);
    if (value === undefined) return null;
    if (value !== own[part]) changed = { ...changed, [part]: value };
  }
  return changed === own ? own : sharingEntry(changed, own === old, next);
}

/** `undefined` where both changed the same. */
function mergeValue(own: unknown, old: unknown, next: unknown): unknown {
  if (own === old) return next;
  if (old === next) return own;
  if (typeof own === 'string' && typeof old === 'string' && typeof next === 'string') {
    // Words of two hands in one sentence are nobody's.
    return mergeSentences(old, own, next) ?? undefined;
  }
  if (Array.isArray(own) && Array.isArray(old) && Array.isArray(next)) {
    const kept = own.filter((one) => !old.includes(one) || next.includes(one)) as unknown[];
    const added = next.filter((one) => !old.includes(one) && !own.includes(one)) as unknown[];
    return [...kept, ...added];
  }
  return undefined;
}

function entryOf(briefing: Briefing, list: CollectionName, id: Id): Entry | undefined {
  const entries: readonly { readonly id: Id }[] = briefing[list];
  return entries.find((entry) => entry.id === id);
}

const byAnnotation = new WeakMap<readonly Annotation[], ReadonlyMap<Id, Annotation>>();

function byId({ annotations }: Briefing): ReadonlyMap<Id, Annotation> {
  const known = byAnnotation.get(annotations) ?? new Map(annotations.map((a) => [a.id, a]));
  byAnnotation.set(annotations, known);
  return known;
}

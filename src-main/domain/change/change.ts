/**
 * What changed between two states of a briefing, by id: what a save sends, what the store applies.
 *
 * Entries are whole here: both sides hold the state before. What lasts, the log, keeps the fields
 * that differ, by entry.
 */
import { maxLengths } from '../base/limits.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';

export interface ListChange<T> {
  /** Entries that are new or differ, whole. */
  readonly put: readonly T[];
  readonly removed: readonly Id[];
  /** The ids in their new order; `null` when order and membership are as before. */
  readonly order: readonly Id[] | null;
}

function listChangeOf(name: CollectionName) {
  return z
    .strictObject({
      put: Briefing.unwrap().shape[name],
      removed: z.array(Id).readonly(),
      order: z.array(Id).readonly().nullable()
    })
    .readonly();
}

const fields = Briefing.unwrap()
  .pick({
    title: true,
    marking: true,
    date: true,
    bottomLine: true,
    confidence: true,
    tags: true,
    likelihoodScale: true,
    submission: true,
    bottomLineDraftedSentences: true
  })
  // Without their defaults, which would tell a change that nobody made.
  .extend({
    bottomLineReviewed: z.boolean(),
    timelineTitle: Briefing.unwrap().shape.timelineTitle.unwrap(),
    language: Briefing.unwrap().shape.language.unwrap()
  });
const fieldNames = Object.keys(fields.shape) as (keyof typeof fields.shape)[];

export type Change = {
  readonly fields: Readonly<Partial<z.infer<typeof fields>>>;
} & {
  readonly [Name in CollectionName]?: ListChange<Briefing[Name][number]> | undefined;
};
export const Change: z.ZodType<Change> = z
  .strictObject({
    fields: fields.partial().readonly(),
    ...Object.fromEntries(collectionNames.map((name) => [name, listChangeOf(name).optional()]))
  })
  .readonly() as unknown as z.ZodType<Change>;

interface Identified {
  readonly id: Id;
}

/** Unchanged entries must be the same objects: editing is copy-on-write, so identity is the cheap test. */
export function diffBriefing(before: Briefing, after: Briefing): Change {
  const change: Record<string, unknown> = { fields: {} };
  for (const name of fieldNames) {
    if (before[name] !== after[name])
      (change['fields'] as Record<string, unknown>)[name] = after[name];
  }
  for (const name of collectionNames) {
    const part = diffCollection<Identified>(before[name], after[name]);
    if (part) change[name] = part;
  }
  return change as Change;
}

export function isEmptyChange(change: Change): boolean {
  return Object.keys(change).length === 1 && Object.keys(change.fields).length === 0;
}

/**
 * Throws when the change does not fit the briefing (an order that names unknown or missing entries),
 * or an annotation would be lost.
 */
export function applyChange(briefing: Briefing, change: Change, now: Date): Briefing {
  const next: Record<string, unknown> = { ...briefing, ...change.fields };
  for (const name of collectionNames) {
    const part = change[name];
    if (part) next[name] = applyCollection<Identified>(briefing[name], part, name);
  }
  checkBalance(briefing, change, next as Briefing);
  next['modifiedAt'] = now.toISOString();
  return next as Briefing;
}

function diffCollection<T extends Identified>(
  before: readonly T[],
  after: readonly T[]
): ListChange<T> | null {
  if (before === after) return null;
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const put = after.filter((entry) => old.get(entry.id) !== entry);
  const removed = before.filter((entry) => !kept.has(entry.id)).map((entry) => entry.id);
  const sameOrder =
    before.length === after.length && before.every((entry, i) => entry.id === after[i]?.id);
  const order = sameOrder ? null : after.map((entry) => entry.id);
  return put.length || removed.length || order ? { put, removed, order } : null;
}

function applyCollection<T extends Identified>(
  entries: readonly T[],
  change: ListChange<T>,
  name: string
): T[] {
  const next = new Map(entries.map((entry) => [entry.id, entry]));
  for (const id of change.removed) next.delete(id);
  for (const entry of change.put) next.set(entry.id, entry);
  if (!change.order) return [...next.values()];
  if (change.order.length !== next.size || new Set(change.order).size !== next.size) {
    throw new Error(`The order of ${name} names ${change.order.length} entries of ${next.size}`);
  }
  return change.order.map((id) => {
    const entry = next.get(id);
    if (!entry) throw new Error(`The order of ${name} names an unknown entry, ${id}`);
    return entry;
  });
}

/**
 * The counter that must balance: an annotation is never lost, so their number may only change by as
 * many as a change says. Checked on every save, before it is sent and as it is applied.
 *
 * Throws when `after` does not hold exactly the annotations of `before`, less those that the change
 * removes by name, and those that it adds: nothing is to be written then.
 */
export function checkBalance(
  before: Pick<Briefing, 'annotations'>,
  change: Pick<Change, 'annotations'>,
  after: Pick<Briefing, 'annotations'>
): void {
  if (!change.annotations && before.annotations === after.annotations) return;
  const expected = new Set(before.annotations.map(({ id }) => id));
  for (const id of change.annotations?.removed ?? []) expected.delete(id);
  for (const { id } of change.annotations?.put ?? []) expected.add(id);
  const held = new Set(after.annotations.map(({ id }) => id));
  const lost = [...expected].filter((id) => !held.has(id));
  if (lost.length === 0 && held.size === expected.size && held.size === after.annotations.length) {
    return;
  }
  throw new Error(
    `The annotations do not balance: ${after.annotations.length} where ${expected.size} must be. Nothing was written, and what was saved before is intact.`
  );
}

/** Tags that a briefing is to be given, and to lose. */
export const TagChange = z.strictObject({
  id: Id,
  add: z.array(z.string().min(1).max(maxLengths.tag)),
  remove: z.array(z.string().min(1).max(maxLengths.tag))
});
export type TagChange = z.infer<typeof TagChange>;

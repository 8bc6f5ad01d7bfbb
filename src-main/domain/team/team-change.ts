/**
 * What one device did to one briefing, as it travels to the others of a team library. It holds what it
 * needs to be read by itself: of an entry that some change wrote the fields that differ, of a text the
 * stretch that differs. Pure.
 */
import { maxLengths } from '../base/limits.js';
import { fail, ok, type Result } from '../base/result.js';
import { Id, Moment } from '../base/values.js';
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { isTypedChange } from './typed-change.js';

/** How many changes of each device to this briefing somebody knew. */
export type KnownChanges = Readonly<Record<string, number>>;

export type Entry = Briefing[CollectionName][number];

/**
 * What was and what is: both whole; or a text as its stretch (`[at, cut, add]`, UTF-16 units), followed
 * either by the whole text that was, or by the device and the number of the change that wrote that text
 * in this place; or, of an object that has no `null`, the same of its fields.
 */
export type FieldEdit =
  | readonly [was: unknown, now: unknown]
  | readonly [at: number, cut: number, add: string, was: string]
  | readonly [at: number, cut: number, add: string, device: string, n: number]
  | FieldEdits;
export interface FieldEdits {
  readonly [field: string]: FieldEdit;
}

/**
 * A new entry whole; or what differs in one that some change wrote; or that, with the whole entry that it
 * was, of one that no change wrote but the merge of several, such as a clash card.
 */
export type EntryEdit =
  readonly [entry: Entry] | readonly [Id, FieldEdits] | readonly [Id, FieldEdits, before: Entry];

export interface ListEdit {
  readonly put?: readonly EntryEdit[] | undefined;
  readonly removed?: readonly Id[] | undefined;
  /** Entries that were moved, in turn, each behind another; `null`: to the front. New ones are at the end. */
  readonly places?: readonly (readonly [Id, after: Id | null])[] | undefined;
}

export interface BriefingEdit {
  readonly fields?: FieldEdits | undefined;
  readonly lists?: { readonly [Name in CollectionName]?: ListEdit | undefined } | undefined;
}

/** Who made a change, and its place among all changes to one thing: to a briefing, or to the register. */
export interface PlacedChange {
  /** 32 hex digits. */
  readonly device: string;
  /** The number of the change among those of its device to this thing, from 1 and without gaps. */
  readonly n: number;
  /** The person's name. */
  readonly author: string;
  /** By the device's clock, for people only: no order rests on it. */
  readonly at: Moment;
  /** One more than the greatest of those changes to this thing that its device knew; the first has 1. */
  readonly lamport: number;
  /** What its device knew as it was made: with all its own changes before. */
  readonly base: KnownChanges;
}

export interface TeamChange extends PlacedChange {
  readonly what:
    | { readonly create: Briefing }
    | { readonly edit: BriefingEdit }
    | { readonly bin: true }
    | { readonly restore: true };
}

/** Who made a change, and when. */
export type Maker = Pick<PlacedChange, 'device' | 'author' | 'at'>;

/** The id never changes, and of the times of change the latest counts. */
const unchanging = new Set(['id', 'modifiedAt']);
const briefingShape = Briefing.unwrap().shape;
/** The schema of the entries of a list. */
export function EntryOf(list: CollectionName) {
  return briefingShape[list].unwrap().element;
}
/** Of the briefing itself, those that a change can be about. */
export const briefingFieldNames = Object.keys(briefingShape).filter(
  (name) => !(collectionNames as readonly string[]).includes(name) && !unchanging.has(name)
);

const Device = z.string().regex(/^[0-9a-f]{32}$/);
const count = z.int().min(1);
const place = z.int().min(0);
const leaf = z.union([
  z.tuple([z.unknown(), z.unknown()]).readonly(),
  z.tuple([place, place, z.string(), z.string()]).readonly(),
  z.tuple([place, place, z.string(), Device, count]).readonly()
]);
const nested = (inner: z.ZodType) => z.union([leaf, z.record(z.string(), inner).readonly()]);
// As deep as the quote of an annotation’s target, and not as deep as somebody likes.
const fieldEdit = nested(nested(nested(leaf)));

function fieldEdits(names: readonly string[]) {
  return z
    .strictObject(Object.fromEntries(names.map((name) => [name, fieldEdit.optional()])))
    .readonly() as unknown as z.ZodType<FieldEdits>;
}

function entryFieldNames(list: CollectionName): readonly string[] {
  return Object.keys(EntryOf(list).unwrap().shape).filter((name) => name !== 'id');
}

function listEdit(list: CollectionName) {
  const entry = EntryOf(list);
  const edits = fieldEdits(entryFieldNames(list));
  return z
    .strictObject({
      put: z
        .array(
          z.union([
            z.tuple([entry]).readonly(),
            z.tuple([Id, edits]).readonly(),
            z.tuple([Id, edits, entry]).readonly()
          ])
        )
        .readonly()
        .optional(),
      removed: z.array(Id).readonly().optional(),
      places: z
        .array(z.tuple([Id, Id.nullable()]).readonly())
        .readonly()
        .optional()
    })
    .readonly();
}

const edit = z
  .strictObject({
    fields: fieldEdits(briefingFieldNames).optional(),
    lists: z
      .strictObject(
        Object.fromEntries(collectionNames.map((list) => [list, listEdit(list).optional()]))
      )
      .readonly()
      .optional()
  })
  .readonly();

export const placedShape = {
  device: Device,
  n: count,
  author: z.string().max(maxLengths.author),
  at: Moment,
  lamport: count,
  base: z.record(Device, count).readonly()
};

export const knewTooLittle = { error: 'its device did not know its own changes before' };
export function knewOwnChanges({ device, n, base }: PlacedChange): boolean {
  return (base[device] ?? 0) === n - 1;
}

/** The fields that an edit may be about, by lists; by '' those of the briefing itself. */
const editedFields: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['', new Set(briefingFieldNames)],
  ...collectionNames.map((list) => [list, new Set(entryFieldNames(list))] as const)
]);

const WholeChange = z
  .strictObject({
    ...placedShape,
    what: z.union([
      z.strictObject({ create: Briefing }).readonly(),
      z.strictObject({ edit }).readonly(),
      z.strictObject({ bin: z.literal(true) }).readonly(),
      z.strictObject({ restore: z.literal(true) }).readonly()
    ])
  })
  .refine(knewOwnChanges, knewTooLittle)
  .readonly() as unknown as z.ZodType<TeamChange>;

/** Strict: what it lets through has the form of a change; whether it fits its briefing, replaying tells. */
export const TeamChange: z.ZodType<TeamChange> = z.union([
  z.custom<TeamChange>((json) => isTypedChange(json, editedFields)),
  WholeChange
]);

/** A change as it came in, of which nothing is trusted. */
export function readTeamChange(json: unknown): Result<TeamChange> {
  if (isTypedChange(json, editedFields)) return ok(json as TeamChange);
  return readChange(WholeChange, json);
}

export function readChange<C extends PlacedChange>(schema: z.ZodType<C>, json: unknown): Result<C> {
  const read = schema.safeParse(json);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const where = issue && issue.path.length > 0 ? ` (at ${issue.path.join('.')})` : '';
  return fail(
    'damaged-change',
    `A change of another device does not have the form of one${where}: ${issue?.message ?? 'it is no object'}. It was left out; what you have stays as it is.`
  );
}

/** Whether values can stand in these fields; `list` is `null` for those of the briefing itself. */
export function canStand(list: CollectionName | null, fields: object): boolean {
  const shape: Readonly<Record<string, z.ZodType>> =
    list === null ? briefingShape : EntryOf(list).unwrap().shape;
  return Object.entries(fields).every(
    ([name, value]) =>
      Object.hasOwn(shape, name) && (value === undefined || shape[name]?.safeParse(value).success)
  );
}

/** The order in which changes count everywhere. No two changes of a briefing are equal in it. */
export function byLamport(a: PlaceInOrder, b: PlaceInOrder): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.n - b.n;
}

/** What gives a change its place in the order. */
export type PlaceInOrder = Pick<PlacedChange, 'lamport' | 'device' | 'n'>;

/** Whether whoever made a change on `base` knew all of these. */
export function knewAll(base: KnownChanges, changes: KnownChanges): boolean {
  for (const device in changes) if ((base[device] ?? 0) < (changes[device] ?? 0)) return false;
  return true;
}

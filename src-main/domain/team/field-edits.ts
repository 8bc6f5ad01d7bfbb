/** What differs in the fields of an entry or a briefing, as it travels, and back. Pure. */
import { isObject } from '../base/is-object.js';
import { editsOf, type EntryFields, fromJson } from '../change/field-edits.js';
import { withStretch } from '../text/stretch.js';
import type { FieldEdit, FieldEdits } from './team-change.js';

/** A change by its device and number. */
export type Ref = readonly [device: string, n: number];

/** A change that does not fit what it was made on, though it has the form of one: the same on all sides. */
export class Damaged extends Error {}

/** Fields that hold an object and never `null`, so that their parts can be told alone. */
const nested = new Set(['submission', 'target', 'selectors', 'quote']);

/** `writerOf` tells which change wrote the text that stands in a place, such as `submission.to`; `null`: none alone. */
export function editsBetween(
  before: EntryFields,
  after: EntryFields,
  writerOf: (path: string) => Ref | null
): FieldEdits | null {
  return editsOf<Leaf>(
    before,
    after,
    (op, was, path) =>
      'set' in op ? [was, op.set] : [...op.stretch, ...(writerOf(path) ?? [was as string])],
    nested
  );
}

export interface Resolved {
  readonly was: EntryFields;
  readonly now: EntryFields;
  /** The texts that were written, by their places. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The fields that an edit is about, as they were and as they are. `current` has the parts that the edit
 * does not tell; `textOf` finds what a change wrote in a place. Throws `Damaged` when it does not fit.
 */
export function resolveEdits(
  edits: FieldEdits,
  current: EntryFields,
  textOf: (path: string, writer: Ref) => string
): Resolved {
  const texts = new Map<string, string>();
  const resolve = (
    inner: FieldEdits,
    there: EntryFields,
    within: string
  ): Omit<Resolved, 'texts'> => {
    const pairs = Object.entries(inner).map(([name, edit]) => {
      const path = within + name;
      if (isLeaf(edit)) {
        const [was, now] = resolveLeaf(edit, path, textOf);
        if (typeof now === 'string') texts.set(path, now);
        return [name, was, now] as const;
      }
      const whole = there[name];
      const part = resolve(edit, isObject(whole) ? whole : {}, `${path}.`);
      return [name, part.was, part.now] as const;
    });
    return {
      was: { ...there, ...Object.fromEntries(pairs.map(([name, was]) => [name, was])) },
      now: { ...there, ...Object.fromEntries(pairs.map(([name, , now]) => [name, now])) }
    };
  };
  const { was, now } = resolve(edits, current, '');
  const pick = (fields: EntryFields) =>
    Object.fromEntries(Object.keys(edits).map((name) => [name, fields[name]]));
  return { was: pick(was), now: pick(now), texts };
}

type Leaf = Extract<FieldEdit, readonly unknown[]>;

function resolveLeaf(
  edit: Leaf,
  path: string,
  textOf: (path: string, writer: Ref) => string
): readonly [was: unknown, now: unknown] {
  if (edit.length === 2) return [fromJson(path, edit[0]), fromJson(path, edit[1])];
  const was = edit.length === 4 ? edit[3] : textOf(path, [edit[3], edit[4]]);
  return [was, applied(edit, was)];
}

/** Throws `Damaged` when the stretch does not fit the text. */
export function applied([at, cut, add]: Leaf, text: string): string {
  const now = withStretch(text, [at as number, cut as number, add as string]);
  if (now === null) throw new Damaged('it changes words that its text does not have');
  return now;
}

/** The edit in a place such as `submission.to`; `null` where there is none. */
export function leafAt(edits: FieldEdits, path: string): Leaf | null {
  let edit: FieldEdit | undefined = edits;
  for (const name of path.split('.')) {
    if (edit === undefined || isLeaf(edit)) return null;
    edit = edit[name];
  }
  return edit && isLeaf(edit) ? edit : null;
}

/** The value in a place such as `submission.to`. */
export function valueAt(fields: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), fields);
}

function isLeaf(edit: FieldEdit): edit is Leaf {
  return Array.isArray(edit);
}

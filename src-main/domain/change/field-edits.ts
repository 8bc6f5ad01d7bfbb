/** What differs in the fields of an entry or a briefing: the one answer that log and wire write down. Pure. */
import { isObject } from '../base/is-object.js';
import { isSameJson } from '../base/same-json.js';
import { stretchBetween, type TextStretch } from '../text/stretch.js';

export type EntryFields = Readonly<Record<string, unknown>>;

/** How a field became what it is: a long text by the stretch that differs, all else whole. */
export type FieldOp = { readonly stretch: TextStretch } | { readonly set: unknown };

/** Below this many UTF-16 units a text is told whole. */
const shortText = 40;

/** EntryFields that may be missing and are never `null`: JSON says `null` where one is missing after, or was before. */
const optional = new Set(['clash', 'draftedSentences', 'bottomLineDraftedSentences']);
/** The value of a field as it was before JSON wrote it down. */
export function fromJson(name: string, value: unknown): unknown {
  return value === null && optional.has(name) ? undefined : value;
}

/**
 * The fields of `after` that differ, each in the form that `leaf` gives it; `null` where none does. Those in
 * `nested` are told part by part, of which `path` is such as `submission.to`.
 */
export function editsOf<Leaf>(
  before: EntryFields,
  after: EntryFields,
  leaf: (op: FieldOp, was: unknown, path: string) => Leaf,
  nested: ReadonlySet<string> = new Set(),
  within = ''
): Edits<Leaf> | null {
  const edits = Object.keys(after).flatMap((name): readonly (readonly [string, Edit<Leaf>])[] => {
    const [was, now] = [before[name], after[name]];
    if (isSameJson(was, now)) return [];
    const path = within + name;
    if (nested.has(name) && isObject(was) && isObject(now)) {
      const inner = editsOf(was, now, leaf, nested, `${path}.`);
      return inner ? [[name, inner]] : [];
    }
    return [[name, leaf(opBetween(was, now), was, path)]];
  });
  return edits.length > 0 ? Object.fromEntries(edits) : null;
}

type Edit<Leaf> = Leaf | Edits<Leaf>;
interface Edits<Leaf> {
  readonly [field: string]: Edit<Leaf>;
}

function opBetween(was: unknown, now: unknown): FieldOp {
  const isLong = typeof was === 'string' && typeof now === 'string' && was.length >= shortText;
  return isLong ? { stretch: stretchBetween(was, now) } : { set: now };
}

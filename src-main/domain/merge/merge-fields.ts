/** Three-way merge of the fields of an entry: what each side made of what both began with. Pure. */
import { maxCardLength, maxLengths } from '../base/limits.js';
import { isWrittenAlike } from '../base/same-json.js';
import { noText } from '../briefing/source.js';
import { canonicalJson } from './canonical-json.js';
import { mergeSets, orderOf, type ThreeWay } from './merge-lists.js';
import { mergeWords, type CopySide, winnerOf } from './merge-words.js';

/** What one side has that could not be kept in place, since the other side changed it too. */
export interface Clash {
  /** A part of a field in words, such as “recommendation of the submission”. */
  readonly field: string;
  /** Where in the entry: a field, of what is within one its parts after it, such as `replies/ID/note`. */
  readonly path: string;
  /** The side whose value this is. */
  readonly side: CopySide;
  /** What both began with, as far as that is known and is text. */
  readonly was: string | null;
  readonly lost: unknown;
  /** What stands: of a text the lines in question, else the value. */
  readonly stands: unknown;
  /** What would stand there by the other side. */
  readonly instead: unknown;
}

/** Of an entry within a list. */
export interface EntryClash<T> extends Clash {
  readonly entry: T;
}

/** Texts that are merged by words, and how long they may be, in UTF-16 units. */
export const proseLimits: Readonly<Record<string, number>> = {
  body: maxCardLength,
  bottomLine: maxLengths.bottomLine,
  note: maxLengths.note,
  keyPoint: maxLengths.statement,
  recommendation: maxLengths.bottomLine,
  handling: maxLengths.bottomLine,
  because: maxLengths.statement,
  against: maxLengths.statement,
  indicators: maxLengths.statement,
  gaps: maxLengths.statement
};

/**
 * What no person is asked about: places, which follow the text that they belong to, and who did something
 * when. Of these the earliest stays; what one side has not reviewed is unreviewed.
 */
const silent: Readonly<Record<string, 'preferred' | 'first'>> = {
  target: 'preferred',
  flag: 'preferred',
  drafted: 'preferred',
  reviewed: 'first',
  clash: 'first',
  bottomLineReviewed: 'first',
  by: 'first',
  reviewedBy: 'first',
  createdAt: 'first',
  recordedAt: 'first',
  importedAt: 'first',
  dismissedAt: 'first'
};

interface MergedFields<T> {
  readonly merged: T;
  readonly clashes: readonly Clash[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Field by field: what one side alone changed is taken; of what both changed the later value stays, and the
 * other becomes a clash. Texts are merged by words, lists as sets, and of two times of change the later one counts.
 */
export function mergeFields<T extends object>({
  base,
  later,
  earlier,
  isTied
}: ThreeWay<T>): MergedFields<T> {
  if (isWrittenAlike(later, earlier)) return { merged: later, clashes: [] };
  const clashes: Clash[] = [];
  const merged = { ...later } as Record<string, unknown>;
  for (const field of new Set([...Object.keys(later), ...Object.keys(earlier)])) {
    const [a, b, began] = [later, earlier, base].map((each) => (each as Fields | null)?.[field]);
    const found = mergeField(field, {
      base: base && { value: began },
      later: a,
      earlier: b,
      isTied
    });
    merged[field] = found.merged;
    clashes.push(...found.clashes);
  }
  keepUnreviewed(merged, [later, earlier] as readonly Fields[]);
  return { merged: merged as T, clashes };
}

/** What nobody has read in these words is not reviewed, whatever was confirmed of other words. */
function keepUnreviewed(merged: Record<string, unknown>, sides: readonly Fields[]): void {
  for (const [flag, text] of [
    ['reviewed', 'body'],
    ['bottomLineReviewed', 'bottomLine']
  ] as const) {
    if (merged[flag] !== true) continue;
    const reviewing = sides.filter((side) => side[flag] === true);
    const isRead = reviewing.some((side) => side[text] === merged[text]);
    merged[flag] = isRead || reviewing.length === sides.length;
  }
}

interface FieldVersions {
  readonly base: { readonly value: unknown } | null;
  readonly later: unknown;
  readonly earlier: unknown;
  readonly isTied: boolean;
}

function mergeField(field: string, versions: FieldVersions): MergedFields<unknown> {
  const { base, later, earlier, isTied } = versions;
  const taken = (merged: unknown) => ({ merged, clashes: [] });
  if (isWrittenAlike(later, earlier)) return taken(later);
  if (field === 'modifiedAt') return taken(String(later) > String(earlier) ? later : earlier);
  if (base && isWrittenAlike(later, base.value)) return taken(earlier);
  if (base && isWrittenAlike(earlier, base.value)) return taken(later);
  if (isEmpty(later) || isEmpty(earlier)) return taken(isEmpty(later) ? earlier : later);
  const began = base?.value;
  if (Array.isArray(later) && Array.isArray(earlier)) {
    const items = { base: Array.isArray(began) ? began : null, later, earlier, isTied };
    return mergeItems(field, items);
  }
  if (field === 'submission') return mergeSubmission({ ...versions, base: began } as never);
  const most = proseLimits[field];
  if (most !== undefined && typeof later === 'string' && typeof earlier === 'string') {
    const from = typeof began === 'string' ? began : null;
    const { text, lost } = mergeWords(from, later, earlier, isTied, most);
    return { merged: text, clashes: lost.map((each) => ({ field, path: field, ...each })) };
  }
  const [a, b] = [canonicalJson(later), canonicalJson(earlier)];
  if (silent[field] === 'first') return taken(a < b ? later : earlier);
  const [merged, lost, side] =
    winnerOf(a, b, isTied) === 'later'
      ? ([later, earlier, 'earlier'] as const)
      : ([earlier, later, 'later'] as const);
  if (silent[field]) return taken(merged);
  const was = typeof began === 'string' ? began : null;
  const clash: Clash = { field, path: field, side, was, lost, stands: merged, instead: lost };
  return { merged, clashes: [clash] };
}

function mergeSubmission(versions: ThreeWay<object>): MergedFields<unknown> {
  const { merged, clashes } = mergeFields(versions);
  return {
    merged,
    clashes: clashes.map((clash) => ({
      ...clash,
      field: `${fieldInWords(clash.field)} of the submission`,
      path: `submission/${clash.path}`
    }))
  };
}

export function fieldInWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A text that a profile left out counts as none. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === noText;
}

interface Identified {
  readonly id: string;
}

/** Lists in an entry: replies by their ids, everything else by what it is. */
function mergeItems(field: string, versions: ThreeWay<readonly unknown[]>): MergedFields<unknown> {
  const all = [...(versions.base ?? []), ...versions.later, ...versions.earlier];
  if (!all.every(isIdentified)) return { merged: mergeSets(versions, canonicalJson), clashes: [] };
  const { entries, clashes } = mergeEntries(versions as ThreeWay<readonly Identified[]>);
  const within = clashes.map(({ entry, ...clash }) => {
    return { ...clash, path: `${field}/${entry.id}/${clash.path}` };
  });
  return { merged: entries, clashes: within };
}

function isIdentified(item: unknown): item is Identified {
  return typeof item === 'object' && item !== null && 'id' in item && !('type' in item);
}

interface MergedEntries<T> {
  readonly entries: readonly T[];
  readonly clashes: readonly EntryClash<T>[];
}

/**
 * Entries by id: members, their fields, their order. One that one side removed goes, unless the other
 * side changed it or `isNeeded`: then it stays.
 */
export function mergeEntries<T extends Identified>(
  { base, later, earlier, isTied }: ThreeWay<readonly T[]>,
  isNeeded: (entry: T) => boolean = () => false
): MergedEntries<T> {
  const byId = (entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]));
  const [began, ofLater, ofEarlier] = [byId(base ?? []), byId(later), byId(earlier)];
  const clashes: EntryClash<T>[] = [];
  const merged = new Map<string, T>();
  for (const id of new Set([...ofLater.keys(), ...ofEarlier.keys()])) {
    const [was, a, b] = [began.get(id) ?? null, ofLater.get(id), ofEarlier.get(id)];
    if (a && b) {
      const found = mergeFields({ base: was, later: a, earlier: b, isTied });
      merged.set(id, found.merged);
      clashes.push(
        ...found.clashes.map((clash) => ({ ...clash, entry: clash.side === 'later' ? a : b }))
      );
      continue;
    }
    const only = a ?? b;
    if (only && (!(was && isWrittenAlike(only, was)) || isNeeded(only))) merged.set(id, only);
  }
  const ids = (entries: readonly T[]) => entries.map((entry) => entry.id);
  const order = orderOf(
    { base: base && ids(base), later: ids(later), earlier: ids(earlier), isTied },
    (id) => merged.has(id)
  );
  const rank = new Map(order.map((id, index) => [id, index]));
  return {
    entries: order.flatMap((id) => merged.get(id) ?? []),
    clashes: clashes.toSorted((x, y) => (rank.get(x.entry.id) ?? 0) - (rank.get(y.entry.id) ?? 0))
  };
}

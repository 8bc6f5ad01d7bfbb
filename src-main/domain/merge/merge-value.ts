/** Three-way merge of one value: what each side made of what both began with. */

import { noText } from '../briefing/source.js';
import { valueInLines } from './value-in-lines.js';

/** What one side has that could not be kept in place, since the other side changed it too. */
export interface Clash {
  readonly field: string;
  readonly theirs: string;
}

/** Unequal only where their JSON is. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The entries of two lists without their order: all that either side has but what one of them
 * removed. `base` is what both began with; without one nothing counts as removed.
 */
export function mergeSets<T>(
  base: readonly T[] | null,
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (entry: T) => string
): readonly T[] {
  const began = new Set((base ?? []).map(keyOf));
  const has = (list: readonly T[]) => new Set(list.map(keyOf));
  const [inOurs, inTheirs] = [has(ours), has(theirs)];
  return [
    ...ours.filter((entry) => inTheirs.has(keyOf(entry)) || !began.has(keyOf(entry))),
    ...theirs.filter((entry) => !inOurs.has(keyOf(entry)) && !began.has(keyOf(entry)))
  ];
}

/** Kept by the place of the text that it belongs to, which is merged itself. */
const silent: ReadonlySet<string> = new Set(['target', 'flag']);

/**
 * Field by field: what one side alone changed is taken; what both changed stays as ours, and theirs
 * becomes a clash. Lists are merged as sets, and of two times of change the later one counts.
 */
export function mergeFields<T extends object>(
  base: T | null,
  ours: T,
  theirs: T
): { readonly merged: T; readonly clashes: readonly Clash[] } {
  const clashes: Clash[] = [];
  const merged = { ...ours } as Record<string, unknown>;
  for (const [field, their] of Object.entries(theirs)) {
    const our = (ours as Record<string, unknown>)[field];
    const began = (base as Record<string, unknown> | null)?.[field];
    if (same(our, their) || (base && same(their, began))) continue;
    if (Array.isArray(our) && Array.isArray(their)) {
      merged[field] = mergeSets(Array.isArray(began) ? began : null, our, their, keyOfItem);
    } else if (field === 'modifiedAt') {
      merged[field] = String(our) > String(their) ? our : their;
    } else if (base ? same(our, began) : isEmpty(our)) {
      merged[field] = their;
    } else if (!silent.has(field) && !isEmpty(their)) {
      clashes.push({ field, theirs: valueInLines(their) });
    }
  }
  // The same object while nothing changed: a save sends what is another.
  return { merged: same(merged, ours) ? ours : (merged as T), clashes };
}

/** A text that a profile left out counts as none. */
function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === noText;
}

function keyOfItem(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' ? id : JSON.stringify(item);
}

/** Merges the fields of a change into an entry that may have changed meanwhile. Pure. */
import { isSameJson } from '../base/same-json.js';
import type { CollectionName } from '../briefing/collections.js';
import { type Clash, mergeFields } from '../merge/merge-fields.js';
import { mergeApart } from './apart.js';
import type { EntryFields } from '../change/field-edits.js';
import { canStand } from './team-change.js';

interface MergedInto {
  readonly merged: EntryFields;
  readonly clashes: readonly Clash[];
}

/**
 * What stands as the change knew it gives way to what it made of it; the rest is merged as two copies are,
 * of which the change is the later one. `list` is `null` for fields of the briefing itself.
 */
export function mergeFieldsInto(
  list: CollectionName | null,
  current: EntryFields,
  was: EntryFields,
  now: EntryFields
): MergedInto {
  const apart: Record<string, string> = {};
  const names = Object.keys(now).filter((name) => {
    const [a, b, c] = [was[name], now[name], current[name]];
    if (isSameJson(c, a) || isSameJson(c, b)) return false;
    if (typeof a !== 'string' || typeof b !== 'string' || typeof c !== 'string') return true;
    const merged = mergeApart(a, b, c);
    if (merged === null || !canStand(list, { [name]: merged })) return true;
    apart[name] = merged;
    return false;
  });
  if (names.length === 0) return { merged: { ...current, ...now, ...apart }, clashes: [] };
  const pick = (fields: EntryFields) =>
    Object.fromEntries(names.map((name) => [name, fields[name]]));
  const { merged, clashes } = mergeFields<EntryFields>({
    base: pick(was),
    later: pick(now),
    earlier: pick(current),
    isTied: false
  });
  return { merged: { ...current, ...now, ...apart, ...merged }, clashes };
}

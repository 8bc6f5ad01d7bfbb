/** What came, went and changed between two lists of entries. */
import type { Id } from '../base/id.js';
import type { EntryChange } from './comparison.js';
import { matchEntries, type Alike } from './match-entries.js';

/** In the later list's order, then what was removed. `isSame` says whether two counterparts read alike. */
export function compareEntries<T extends { readonly id: Id }>(
  before: readonly T[],
  after: readonly T[],
  isAlike: Alike<T>,
  isSame: Alike<T>
): readonly EntryChange<T>[] {
  const matches = matchEntries(before, after, isAlike);
  const origins = new Map([...matches].map(([was, is]) => [is, was]));
  const kept = after.flatMap((is): EntryChange<T>[] => {
    const was = origins.get(is);
    if (!was) return [{ kind: 'added', before: null, after: is }];
    return isSame(was, is) ? [] : [{ kind: 'changed', before: was, after: is }];
  });
  const gone = before
    .filter((was) => !matches.has(was))
    .map((was): EntryChange<T> => ({ kind: 'removed', before: was, after: null }));
  return [...kept, ...gone];
}

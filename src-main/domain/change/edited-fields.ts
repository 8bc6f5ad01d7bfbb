/** What a form makes of an entry that may have been changed by others while it was open. Pure. */
import { isSameJson } from '../base/same-json.js';

/**
 * `now` with what differs between what the form began with and what it ends with; of lists, with what was
 * put in and taken out. Fields that the form does not have stay.
 */
export function editedFields<T extends object, F extends Partial<T>>(
  now: T,
  begun: F,
  edited: F
): T {
  const changed = Object.entries(edited).flatMap(([name, value]): readonly [string, unknown][] => {
    const before: unknown = begun[name as keyof F];
    if (isSameJson(before, value)) return [];
    return [[name, editedList(now[name as keyof T], before, value) ?? value]];
  });
  return { ...now, ...Object.fromEntries(changed) };
}

/** `null` where they are no lists. */
function editedList(now: unknown, begun: unknown, edited: unknown): readonly unknown[] | null {
  if (!Array.isArray(now) || !Array.isArray(begun) || !Array.isArray(edited)) return null;
  return editedItems(now, begun, edited);
}

function editedItems(
  now: readonly unknown[],
  begun: readonly unknown[],
  edited: readonly unknown[]
): readonly unknown[] {
  const has = (list: readonly unknown[], item: unknown) =>
    list.some((each) => isSameJson(each, item));
  const kept = now.filter((item) => has(edited, item) || !has(begun, item));
  return [...kept, ...edited.filter((item) => !has(begun, item) && !has(kept, item))];
}

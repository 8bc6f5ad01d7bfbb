/**
 * The counter that must balance: an annotation is never lost, so their number may only change by as
 * many as a change says. Checked on every save, before it is sent and as it is applied.
 */
import type { Briefing } from './briefing.js';
import type { Change } from './change.js';

/**
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

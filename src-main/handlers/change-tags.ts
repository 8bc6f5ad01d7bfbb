/** Gives tags to several briefings and takes them away, so that it can be taken back exactly. */
import type { TagChange } from '../domain/change/change.js';
import type { Library } from '../store/library.js';

/** Returns what undoes it: of each briefing only what did change. */
export async function changeTags(
  library: Library,
  changes: readonly TagChange[]
): Promise<TagChange[]> {
  const undone: TagChange[] = [];
  for (const { id, add, remove } of changes) {
    const { briefing, revision } = await library.open(id);
    const added = add.filter((tag) => !briefing.tags.includes(tag));
    const removed = briefing.tags.filter((tag) => remove.includes(tag));
    if (added.length === 0 && removed.length === 0) continue;
    const kept = briefing.tags.filter((tag) => !remove.includes(tag));
    await library.save(id, revision, { fields: { tags: [...kept, ...added] } });
    undone.push({ id, add: removed, remove: added });
  }
  return undone.reverse();
}

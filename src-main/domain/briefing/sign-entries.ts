/** Who recorded what: new entries of a briefing get their author. Pure. */
import type { Author } from './author.js';
import type { Briefing } from './briefing.js';
import { type CollectionName, collectionNames } from './collections.js';
import type { Annotation } from './annotation.js';
import { isReviewed } from './reviewed.js';
import { mapEntries } from '../base/map-entries.js';

type Entry = Briefing[CollectionName][number];

/**
 * `after` with `by` on each entry and reply that `before` does not have and that nobody signed, and as
 * the reviewer of each drafted card that has been confirmed since. What was recorded before keeps the author that it has, also where that is nobody.
 */
export function signNewEntries(before: Briefing, after: Briefing, by: Author): Briefing {
  if (before === after) return after;
  const signed: Record<string, readonly Entry[]> = {};
  for (const name of collectionNames) {
    if (before[name] === after[name]) continue;
    const known = new Map<string, Entry>(before[name].map((entry) => [entry.id, entry]));
    const entries: readonly Entry[] = after[name];
    const next = mapEntries(entries, (entry) => {
      const earlier = known.get(entry.id);
      const own = withReviewer(
        earlier,
        earlier === undefined && entry.by === null ? { ...entry, by } : entry,
        by
      );
      if (name !== 'annotations' || own === earlier) return own;
      return withSignedReplies(earlier as Annotation | undefined, own as Annotation, by);
    });
    if (next !== entries) signed[name] = next;
  }
  return Object.keys(signed).length === 0 ? after : { ...after, ...signed };
}

/** A card that a draft made, with who has confirmed, or made her own, the last of it just now. */
function withReviewer(before: Entry | undefined, after: Entry, by: Author): Entry {
  if (!before || before === after) return after;
  if (!('reviewed' in before) || !('reviewed' in after) || !after.drafted) return after;
  return isReviewed(after) && !isReviewed(before) ? { ...after, reviewedBy: by } : after;
}

function withSignedReplies(
  before: Annotation | undefined,
  after: Annotation,
  by: Author
): Annotation {
  if (after.replies === before?.replies) return after;
  const known = new Set(before?.replies.map(({ id }) => id));
  const replies = mapEntries(after.replies, (reply) =>
    reply.by === null && !known.has(reply.id) ? { ...reply, by } : reply
  );
  return replies === after.replies ? after : { ...after, replies };
}

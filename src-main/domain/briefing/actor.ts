/** An actor: whoever can hold a position. */
import { z } from '../base/zod.js';
import { Id, newId } from '../base/id.js';
import { maxLengths } from '../base/limits.js';

export const actorTypes = ['person', 'group', 'state', 'organisation'] as const;

export const Actor = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(maxLengths.actor),
    type: z.enum(actorTypes),
    aliases: z.array(z.string().min(1).max(maxLengths.actor)).readonly(),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    /** Markdown. */
    note: z.string().max(maxLengths.note),
    /** The actor on whose behalf this one speaks, such as a minister's state; `null` for none. */
    speaksFor: Id.nullable()
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;

/** One of which only name and type are known. */
export function newActor(name: string, type: Actor['type'], id = newId()): Actor {
  return { id, name, type, aliases: [], tags: [], note: '', speaksFor: null };
}

/** An actor: whoever can hold a position. */
import { z } from './zod.js';
import { Id } from './id.js';
import { maxLengths } from './limits.js';

export const actorTypes = ['person', 'group', 'state', 'organisation'] as const;

export const Actor = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(maxLengths.actor),
    type: z.enum(actorTypes),
    aliases: z.array(z.string().min(1).max(maxLengths.actor)).readonly()
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;

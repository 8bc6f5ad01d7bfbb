/** An actor: whoever can hold a position. */
import { z } from './zod.js';
import { Id } from './id.js';

export const actorTypes = ['person', 'group', 'state', 'organisation'] as const;

export const Actor = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(200),
    type: z.enum(actorTypes),
    aliases: z.array(z.string().min(1).max(200)).readonly()
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;

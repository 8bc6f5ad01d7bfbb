/** An issue: what positions are about, worded as a question or a proposition. */
import { z } from './zod.js';
import { Id } from './id.js';

export const Issue = z
  .strictObject({
    id: Id,
    wording: z.string().min(1).max(300)
  })
  .readonly();
export type Issue = z.infer<typeof Issue>;

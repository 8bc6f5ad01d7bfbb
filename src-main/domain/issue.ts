/** An issue: what positions are about, worded as a question or a proposition. */
import { z } from './zod.js';
import { Id } from './id.js';
import { maxLengths } from './limits.js';

export const Issue = z
  .strictObject({
    id: Id,
    wording: z.string().min(1).max(maxLengths.issue)
  })
  .readonly();
export type Issue = z.infer<typeof Issue>;

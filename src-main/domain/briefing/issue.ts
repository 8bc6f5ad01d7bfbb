/** An issue: what positions are about, worded as a question or a proposition. */
import { z } from '../base/zod.js';
import { Id, newId } from '../base/id.js';
import { maxLengths } from '../base/limits.js';

export const Issue = z
  .strictObject({
    id: Id,
    wording: z.string().min(1).max(maxLengths.issue),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    /** Markdown. */
    note: z.string().max(maxLengths.note)
  })
  .readonly();
export type Issue = z.infer<typeof Issue>;

/** One of which only the wording is known. */
export function newIssue(wording: string, id = newId()): Issue {
  return { id, wording, tags: [], note: '' };
}

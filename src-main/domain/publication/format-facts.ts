/** What a page knows of a format that it offers. */
import { z } from '../base/zod.js';

export const FormatFacts = z.strictObject({
  /** Of its files, without the first dot. */
  ending: z.string(),
  /** Within a sentence; `null`: the command line alone writes it. */
  label: z.string().nullable(),
  /** A PDF leaves all choices of an edition open, another document has one template, data no pages. */
  shows: z.enum(['pdf', 'document', 'data']),
  /** Whether one file holds several briefings. */
  isBook: z.boolean()
});
export type FormatFacts = z.infer<typeof FormatFacts>;

/** What of an edition a format can show. */
export type Shows = FormatFacts['shows'];

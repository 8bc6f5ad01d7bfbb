/** What a print page is to lay out: one briefing, or several as a book. */
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';
import { maxBookBriefings } from '../base/limits.js';
import { TextHash } from '../briefing/source.js';
import { WrittenPair } from '../briefing/written-state.js';
import { Edition } from './edition.js';

const content = {
  briefing: Briefing,
  texts: z.record(TextHash, z.string()),
  /** What an edition that tells changes compares. Left out where no versions are at hand. */
  written: WrittenPair.optional()
};

/** Several briefings in one document, in their order. */
export const BookJob = z.strictObject({
  title: z.string(),
  parts: z.array(z.strictObject(content)).min(1).max(maxBookBriefings),
  edition: Edition
});
export type BookJob = z.infer<typeof BookJob>;

export const BriefingJob = z.strictObject({
  ...content,
  edition: Edition
});
export type BriefingJob = z.infer<typeof BriefingJob>;

export const PrintJob = z.union([BriefingJob, BookJob]);
export type PrintJob = z.infer<typeof PrintJob>;

/** What the library says about itself: what is in its bin, and what was found wrong with it. */
import { Summary } from '../briefing/briefing.js';
import { Moment } from '../base/moment.js';
import { z } from '../base/zod.js';

/** A briefing in the bin, and when it came there. */
export const DeletedBriefing = z.strictObject({ summary: Summary, deletedAt: Moment });
export type DeletedBriefing = z.infer<typeof DeletedBriefing>;

export const LibraryFinding = z.strictObject({
  message: z.string(),
  /** Nothing is left to do. */
  mended: z.boolean(),
  /** Something was not as it was written; else it is a remark, which a notice has told. */
  isDamage: z.boolean()
});
export type LibraryFinding = z.infer<typeof LibraryFinding>;

/** What a library holds. */
export const LibraryReport = z.strictObject({
  folder: z.string(),
  briefings: z.int(),
  /** In the bin. */
  deleted: z.int(),
  cards: z.int(),
  annotations: z.int(),
  positions: z.int(),
  /** Texts of sources, each kept once. */
  texts: z.int(),
  versions: z.int(),
  /** Of all its files. */
  bytes: z.int(),
  /** When it was backed up from the window last; `null` where that is not known. */
  lastBackup: Moment.nullable()
});
export type LibraryReport = z.infer<typeof LibraryReport>;

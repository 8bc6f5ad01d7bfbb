/** One document that is to be made: of one briefing, or of several as a book. */
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';
import { maxBookBriefings } from '../base/limits.js';
import { TextHash } from '../briefing/source.js';
import { WrittenPair } from '../briefing/written-state.js';
import { CorrectedWords } from '../contradictions/corrected-words.js';
import { Edition } from './edition.js';
import { QuoteSpeaker } from './speaker-of-quote.js';
import { SupersededWords } from './superseded-words.js';

/** A briefing with the texts of its sources by hash, as in a bundle. */
export const DocumentPart = z
  .strictObject({
    briefing: Briefing,
    texts: z.record(TextHash, z.string()),
    /** What an edition that tells changes compares. Left out where no versions are at hand. */
    written: WrittenPair.optional(),
    /** As in a bundle. */
    behind: z.array(z.string()).readonly().optional(),
    /** Left out where the texts are all here that tell it. */
    corrected: z.array(CorrectedWords).readonly().optional(),
    /** Left out where the texts are all here that tell it. */
    speakers: z.array(QuoteSpeaker).readonly().optional(),
    /** Left out where the texts are all here that tell it. */
    superseded: z.array(SupersededWords).readonly().optional()
  })
  .readonly();
export type DocumentPart = z.infer<typeof DocumentPart>;

export const DocumentJob = z
  .strictObject({
    /** Of a book, empty for the usual one; `null`: one briefing by itself, under its own title. */
    title: z.string().nullable(),
    /** In their order. */
    parts: z.array(DocumentPart).min(1).max(maxBookBriefings).readonly(),
    edition: Edition,
    /** It is no briefing: title and cards alone are printed, and nothing is attached. Left out for `false`. */
    isSheet: z.literal(true).optional()
  })
  .readonly();
export type DocumentJob = z.infer<typeof DocumentJob>;

/** Where a person was in a briefing: kept with the settings, since two readers of one briefing differ in it. */
import { z } from '../base/zod.js';
import { Id } from '../base/values.js';

/** A place in the text of a card or a source. */
const TextPlace = z.strictObject({
  text: Id,
  /** UTF-16 units of the rendered text, which moves less than pixels do. */
  offset: z.int().nonnegative()
});
export type TextPlace = z.infer<typeof TextPlace>;

export const ReadingPlace = z.strictObject({
  view: z.enum(['briefing', 'source', 'positions', 'judgement', 'timeline', 'suggestions']),
  /** Briefing and source side by side, where there is room. */
  beside: z.boolean(),
  /** How much of the width the briefing has then. */
  share: z.number().min(0.2).max(0.8),
  /** The source that is shown. */
  source: Id.nullable(),
  /** The card that commands go to. */
  card: Id.nullable(),
  /** Cards of which only the heading is shown. */
  folded: z.array(Id).max(1_000),
  /** What stands at the top of the window; `null` for the beginning. */
  briefingTop: TextPlace.nullable(),
  sourceTop: TextPlace.nullable()
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** Which English is checked, and the words that a person adds to it: kept with the settings. */
export const SpellingLanguage = z.enum(['en-GB', 'en-US', 'off']);
export type SpellingLanguage = z.infer<typeof SpellingLanguage>;

/** Words beyond this many are refused, so that the settings stay small. */
export const maxOwnWords = 5_000;

export const SpellingSettings = z.strictObject({
  language: SpellingLanguage,
  words: z.array(z.string().min(1).max(100)).max(maxOwnWords)
});
export type SpellingSettings = z.infer<typeof SpellingSettings>;

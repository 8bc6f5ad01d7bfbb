/** Which English is checked, and the words that a person adds to it: kept with the settings. */
import { z } from '../base/zod.js';

export const SpellingLanguage = z.enum(['en-GB', 'en-US', 'off']);
export type SpellingLanguage = z.infer<typeof SpellingLanguage>;

/** Words beyond this many are refused, so that the settings stay small. */
export const maxOwnWords = 5_000;

export const SpellingSettings = z.strictObject({
  language: SpellingLanguage,
  words: z.array(z.string().min(1).max(100)).max(maxOwnWords)
});
export type SpellingSettings = z.infer<typeof SpellingSettings>;

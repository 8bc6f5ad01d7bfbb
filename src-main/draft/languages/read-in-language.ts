/** A text in a language that is read in part → what its rules find. */
import type { FoundInArticle } from '../to-suggestions.js';
import { actorFinder } from '../actors/find-actors.js';
import type { Reading } from '../reading/reading.js';
import { findDirectSpeech } from './direct-speech.js';
import { french } from './french.js';
import { german } from './german.js';
import type { LanguageRules } from './language-rules.js';
import { findLocalDates } from './local-dates.js';
import { findLocalFigures } from './local-figures.js';
import { findLocalNames } from './local-names.js';

const known: Readonly<Record<string, LanguageRules>> = { de: german, fr: french };

/** `null` for English, which is read whole, and for what is not read. */
export function rulesOf(code: string): LanguageRules | null {
  return known[code] ?? null;
}

/** `reading` needs no tags. `today` is the article's own day, `null` when it states none. */
export function readInLanguage(
  reading: Reading,
  rules: LanguageRules,
  today: Date | null
): FoundInArticle {
  const dates = findLocalDates(reading.clean, reading.paragraphs, rules, today);
  const attributions = findDirectSpeech(reading, rules);
  const actors = findLocalNames(reading, rules, attributions);
  return {
    actors,
    attributions,
    dates,
    figures: findLocalFigures(reading.clean, reading.sentences, rules, dates),
    findActor: actorFinder(actors),
    positions: [],
    changes: [],
    events: [],
    constraints: [],
    outcomes: [],
    topics: [],
    answering: null,
    held: null
  };
}

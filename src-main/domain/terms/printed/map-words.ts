/** The fixed words of a map of positions, and of what a timeline shows, for those who do not see it. */
import type { PrintedWords } from './en.js';
import { mapWordsAr } from './map-words-ar.js';
import { mapWordsDe } from './map-words-de.js';
import { mapWordsEn } from './map-words-en.js';
import { mapWordsFr } from './map-words-fr.js';
import { mapWordsRu } from './map-words-ru.js';
import { mapWordsUk } from './map-words-uk.js';

/** By language (BCP 47). */
const byLanguage: Readonly<Partial<Record<string, typeof mapWordsEn>>> = {
  ar: mapWordsAr,
  de: mapWordsDe,
  en: mapWordsEn,
  fr: mapWordsFr,
  ru: mapWordsRu,
  uk: mapWordsUk
};

export function mapWordsOf({ language }: Pick<PrintedWords, 'language'>): typeof mapWordsEn {
  return byLanguage[language] ?? mapWordsEn;
}

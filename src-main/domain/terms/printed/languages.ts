/** The languages that the fixed words of a document are written in. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type PrintedWords } from './en.js';
import { fr } from './fr.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

export const allWords: readonly PrintedWords[] = [ar, de, en, fr, ru, uk];

/** BCP 47. */
export const printedLanguages: readonly string[] = allWords.map(({ language }) => language);

/** Those of a language, such as of `ar` for `ar-EG`; the English ones of any other. */
export function wordsIn(language: string): PrintedWords {
  const [primary = ''] = language.toLowerCase().split('-');
  return allWords.find((words) => words.language === primary) ?? en;
}

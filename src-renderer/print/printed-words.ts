/** The fixed words of the document whose page this is, for every component of it. */
import { getContext } from 'svelte';
import type { PrintedWords } from '../../src-main/domain/terms/printed/en.js';

const key = Symbol('the words of a document');

/** Of a component that is mounted as the root of a document, or of a part of one. */
export function wordsContext(words: PrintedWords): Map<symbol, PrintedWords> {
  return new Map([[key, words]]);
}

/** While a component is set up. Throws outside of a document. */
export function printedWords(): PrintedWords {
  const words = getContext<PrintedWords | undefined>(key);
  if (!words) throw new Error('No document says in which words');
  return words;
}

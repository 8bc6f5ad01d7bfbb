/**
 * Words as search compares them: without case, accents and compatibility forms. The index, the query
 * and the marks on the page all cut texts into words here, so they cannot disagree. Pure.
 */

export interface WordPlace {
  /** Folded. */
  readonly word: string;
  /** UTF-16 offsets in the text, end-exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Written without spaces between words, so every sign counts as one. */
const signs = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}';
const hasSigns = new RegExp(`[${signs}]`, 'u');
const plainRuns = /[\p{L}\p{N}\p{M}]+/gu;
const mixedRuns = new RegExp(`[${signs}]\\p{M}*|(?:(?![${signs}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Of what is longer the beginning counts. */
const longestWord = 60;

/** The words of a text in their order, each where it stands. One run of letters can fold to several words. */
export function* wordPlaces(text: string): Generator<WordPlace> {
  for (const { 0: run, index } of text.matchAll(runsOf(text))) {
    for (const word of foldRun(run)) yield { word, start: index, end: index + run.length };
  }
}

/** As `wordPlaces`, without the places. */
export function searchWords(text: string): string[] {
  return (text.match(runsOf(text)) ?? []).flatMap(foldRun);
}

function runsOf(text: string): RegExp {
  return hasSigns.test(text) ? mixedRuns : plainRuns;
}

function foldRun(run: string): readonly string[] {
  // Most words are these, and need no folding but of case.
  if (/^[A-Za-z0-9]*$/.test(run)) return [run.toLowerCase().slice(0, longestWord)];
  const folded = run
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map(cut);
}

/** Never between the halves of a surrogate pair. */
function cut(word: string): string {
  if (word.length <= longestWord) return word;
  const end = /[\uD800-\uDBFF]/.test(word.charAt(longestWord - 1)) ? longestWord - 1 : longestWord;
  return word.slice(0, end);
}

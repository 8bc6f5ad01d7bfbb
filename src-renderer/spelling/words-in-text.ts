/** The words of a text that a dictionary can judge. Knows no editor. */

export interface Word {
  readonly text: string;
  /** UTF-16 units, end-exclusive. */
  readonly from: number;
  readonly to: number;
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’][\p{Script=Latin}\p{M}]+)*/gu;
/** No word is longer; whatever is would be looked up in vain. */
const longest = 100;

/**
 * Latin words of more than one letter. Left out are addresses, names of files, what has digits in it,
 * and abbreviations: capitals throughout.
 */
export function wordsIn(text: string): Word[] {
  const prose = text.replace(/\S+/g, withoutSigns);
  return [...prose.matchAll(latinWord)].flatMap(({ 0: word, index: from }) =>
    word.length > 1 && word.length <= longest && word !== word.toUpperCase()
      ? [{ text: word, from, to: from + word.length }]
      : []
  );
}

/**
 * What stands between white space, with addresses blanked, and whatever has signs or digits in it that
 * no word has. Piece by piece: a pattern that reads on to the end for each sign would take a text
 * without a space in time by its square.
 */
function withoutSigns(piece: string): string {
  const at = piece.indexOf('@', 1);
  if (at > 0 && piece.lastIndexOf('.', piece.length - 2) > at + 1) return blank(piece);
  return piece
    .replace(/(?:https?:\/\/|www\.).+/s, blank)
    .replace(/[\w./\\-]+/g, (run) => (/[_\d/\\]/.test(run) ? blank(run) : run));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Function words, of which English prose is full whatever it is about. */
const functionWords = new Set(
  'the of and to in a is that for on with as was by are be at from it this not or have has an which but will their its they he she his her were been had would who said says after before no than if'.split(
    ' '
  )
);
/** Words below which nothing can be told. */
const fewWords = 12;

/** Whether the text reads as English; `true` while there is too little of it to tell. */
export function readsAsEnglish(text: string): boolean {
  const words = wordsIn(text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 20 && latin < letters / 2) return false;
  if (words.length < fewWords) return true;
  const known = words.filter(({ text: word }) => functionWords.has(word.toLowerCase())).length;
  return known / words.length > 0.12;
}

/** A language that nobody speaks: other letters, longer words, in ⟦ ⟧. It shows what is cut or written elsewhere. Pure. */
import { findTexts } from './find-texts.mjs';

/** Vowels are doubled, which makes a text about two fifths longer. */
const LETTERS = new Map(
  [...'áƀçďéƒğĥíĵķĺɱñóþɋŕšťúṽŵẋýž'].flatMap((letter, i) => {
    const plain = String.fromCharCode(97 + i);
    const other = 'aeiou'.includes(plain) ? letter + letter : letter;
    return [
      [plain, other],
      [plain.toUpperCase(), letter.toUpperCase()]
    ];
  })
);

/** @param {string} text in plain letters */
export function toPseudo(text) {
  return `⟦${toLetters(text)}⟧`;
}

/** Without the brackets: of a part of a text. @param {string} text */
export function toLetters(text) {
  return text.replaceAll(/[a-zA-Z]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** What must stay as it is written: escapes of a literal, entities of markup. */
const KEPT = { literal: /\\(?:u\{[^}]*\}|u.{4}|x..|[^])/, markup: /&#?\w+;/ };

/** The file with all its texts in that language. @param {string} path @param {string} source */
export function rewriteTexts(path, source) {
  /** @type {Map<number, string>} */
  const before = new Map();
  /** @type {Map<number, string>} */
  const letters = new Map();
  for (const { start, end, fixed, form } of findTexts(path, source)) {
    before.set(start, `${before.get(start) ?? ''}⟦`);
    before.set(end, `⟧${before.get(end) ?? ''}`);
    for (const [from, to] of fixed) {
      const token = new RegExp(`${KEPT[form].source}|([a-zA-Z])`, 'g');
      for (const { 1: letter, index } of source.slice(from, to).matchAll(token))
        if (letter !== undefined) letters.set(from + index, toLetters(letter));
    }
  }
  let text = '';
  for (let at = 0; at <= source.length; at++)
    text += (before.get(at) ?? '') + (letters.get(at) ?? source.charAt(at));
  return text;
}

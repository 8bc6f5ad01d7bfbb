/** Which words of the source are text for a person: the rule, by the form of a literal and where it stands. Pure. */

/** Attributes, props, properties and variables that carry text, also when it is one word in small letters. */
const TEXT_NAMES = new Set(
  `aria-label aria-description aria-roledescription aria-valuetext alt placeholder title label legend hint
   caption message about button claim keep submit told said words whole short named nameWithin
   heard part piece one many empty doing rests`.split(/\s+/)
);

/** Attributes that carry something else whatever it looks like. */
const CODE_NAMES = new Set(
  `class style id d for href src keys icon role type target confirmKeys aria-keyshortcuts data-coding
   font fontFamily codePoint locale timeZone`.split(/\s+/)
);

/** Functions whose arguments are nouns in small letters, to be put beside a number. */
const TEXT_CALLS = new Set(['counted', 'countedByKey', 'quoted', 'step']);

/** Functions whose arguments are selectors, names of elements or events, or otherwise for the machine. */
const CODE_CALLS = new Set(
  `querySelector querySelectorAll closest matches matchMedia addEventListener removeEventListener dispatchEvent
   createElement getElementById setAttribute getAttribute hasAttribute removeAttribute setProperty pointAt
   toLocaleString normalize invoke require RegExp DateTimeFormat Collator Segmenter DisplayNames NumberFormat
   RelativeTimeFormat ListFormat performance error reportFault warn debug localeCompare`.split(
    /\s+/
  )
);

/** Capitalised words that are names of keys, of paper and of scripts in the code. */
const CODE_WORDS = new Set(
  `Escape Enter Tab Delete Backspace Home End Shift Alt Control Meta Esc Space Plus Up Down Insert Dead Process
   Letter Latin Any Intl`.split(/\s+/)
);

/**
 * @typedef {object} Place of a literal
 * @property {'shown' | 'code' | 'open'} role `shown`: it is shown whatever its form, as the text of an element is;
 *   `code`: it is not, as a selector; `open`: its form decides
 */

/** @param {string} name of an attribute, a prop, a property or a variable @returns {Place['role']} */
export function roleOfName(name) {
  if (TEXT_NAMES.has(name)) return 'shown';
  return CODE_NAMES.has(name) || /^(?:data-|aria-|on[a-z]|--|cm-)/.test(name) ? 'code' : 'open';
}

/** @param {string} name of a function that is called @returns {Place['role']} */
export function roleOfCall(name) {
  if (TEXT_CALLS.has(name)) return 'shown';
  return CODE_CALLS.has(name) ? 'code' : 'open';
}

/**
 * Whether a literal is text. `words` are its fixed parts, with `{name}` for what is put in.
 * @param {string} words
 * @param {Place['role']} role
 */
export function isText(words, role) {
  const fixed = words.replaceAll(/\{[^{}]*\}/g, ' ');
  if (!/\p{L}{2}|^\p{L}\b/u.test(fixed) || role === 'code') return false;
  if (isId(words)) return false;
  if (role === 'shown') return true;
  return !isCode(words) && (isPhrase(words, fixed) || isLabel(words));
}

/** `card.edit`, `take-out`, `CmdOrCtrl+K`, an address, a file's name or a name in code. @param {string} words */
function isId(words) {
  return /^(?:[a-z]\w*(?:[.-]\w+)*\.\w[\w-]*|\w+:\/\/.*|\w+(?:\+\w+)+|Mod-\w+|[a-z]+-[a-z]+|[a-z]+[A-Z]\w*|\S+:\S+)$/.test(
    words
  );
}

/** A selector, a style, markup or SQL. @param {string} words */
function isCode(words) {
  return (
    /[[\]<>=*~|\\$^]|[:;(]\s*--|^[.#:@]|\s[.#][a-z]|\bcm-|\bvar\(|\bcalc\(|\{[^}]*\}(?:px|em|rem)\b/.test(
      words
    ) ||
    /\bIN \(|\b(?:SELECT|INSERT|DELETE|VALUES|WHERE)\b|-[A-Z]\w+-|'none'/.test(words) ||
    /^(?:[a-z][a-z\d]*(?:-[a-z]+)*(?:, | > ))+[a-z\d]+$/.test(words)
  );
}

/** Several words, of which one at least is of letters. @param {string} words @param {string} fixed */
function isPhrase(words, fixed) {
  return /\S\s+\S|^\s\S|\S\s$/.test(words) && /\p{L}{2}/u.test(fixed);
}

/** One word as it stands on a button: a capital first, small letters after it. @param {string} words */
function isLabel(words) {
  const word = /^[“(]?(\p{Lu}\p{Ll}+(?:[-’]\p{L}+)*)[…:.!?”)]*$/u.exec(words)?.[1];
  return word !== undefined && !CODE_WORDS.has(word);
}

/** Begins with a capital, a quotation mark or a name, has several words, and ends as a sentence. @param {string} words */
export function isSentence(words) {
  return /^(?:\p{Lu}|[“(]|\{).*\s.*[.…?!:”)]$/u.test(words);
}

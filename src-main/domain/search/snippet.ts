/** Cuts from a long text the piece that shows best why it was found. Pure. */
import { findTerms, markTerms } from './find-terms.js';
import type { Term } from './query.js';

export interface Snippet {
  /** On one line; begins or ends with “…” where it is cut. */
  readonly text: string;
  /** UTF-16 offsets in `text` of the words that were looked for. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** UTF-16 units shown before the first find and in all. */
const [before, length] = [40, 180];
/** Finds beyond these do not improve the choice. */
const mostLookedAt = 200;

/** Shows as many of the terms beside each other as it can; the beginning of the text when it has none. */
export function cutSnippet(text: string, terms: readonly Term[]): Snippet {
  const at = bestStart(text, terms);
  const start = at <= before ? 0 : wordStart(text, at - before);
  const end = start + length >= text.length ? text.length : wordEnd(text, start + length);
  // One for one, so that no offset shifts.
  const cut = text.slice(start, end).replace(/\s/gu, ' ');
  const shown = `${start > 0 ? '… ' : ''}${cut.trimStart()}`.trimEnd();
  const whole = end < text.length ? `${shown} …` : shown;
  return { text: whole, marks: markTerms(whole, terms) };
}

function bestStart(text: string, terms: readonly Term[]): number {
  const places: { term: number; start: number }[] = [];
  for (const { term, start } of findTerms(text, terms)) {
    places.push({ term, start });
    if (places.length >= mostLookedAt) break;
  }
  let best = { at: 0, terms: 0 };
  for (const [i, { start }] of places.entries()) {
    const near = places.slice(i).filter((other) => other.start < start + length - before);
    const held = new Set(near.map(({ term }) => term)).size;
    if (held > best.terms) best = { at: start, terms: held };
  }
  return best.at;
}

function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + before).search(/\s/u);
  return space < 0 ? onCharacter(text, near) : near + space + 1;
}

function wordEnd(text: string, near: number): number {
  const space = text.slice(near, near + before).search(/\s/u);
  return space < 0 ? onCharacter(text, near) : near + space;
}

/** Never between the halves of a surrogate pair, nor before a mark of the letter in front of it. */
function onCharacter(text: string, offset: number): number {
  let at = /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
  while (at > 0 && /^\p{M}/u.test(text.slice(at, at + 2))) at -= 1;
  return at;
}

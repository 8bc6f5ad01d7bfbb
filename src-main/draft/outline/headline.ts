/**
 * A sentence → a heading: whole where it is short, else cut where a clause ends. Never inside a
 * word, a quotation or a list of names; a cut without such a place ends in an ellipsis.
 */
import { clippedLength } from '../cards/clip.js';
import type { Range } from '../../domain/text/range.js';
import { withoutFullStop } from '../../domain/text/joined-words.js';
import { firstSentence } from '../../domain/text/sentences.js';

/** Columns that a heading takes at most: a wide (Chinese, Japanese, Korean) character takes two. */
export const headingWidth = 72;
/** What a cut leaves must still say something. */
const leastWidth = 22;

/** Places before which a heading may end, and how much better each is than a longer heading (in columns). */
const boundaries: readonly (readonly [bonus: number, place: RegExp])[] = [
  [40, /\s*[;:—–](?=\s)|(?<=\S)\s+[-–—]\s|[，；：。、،؛]/gu],
  [
    28,
    /,(?=\s+(?:as|with|while|which|who|whose|where|when|but|after|before|because|since|though|although|according|from|in|on|at|for|after|including|even|or|and (?:that|it|he|she|they)|(?:\p{L}+ly )?\p{L}+(?:ing|ed))\b)/gu
  ],
  [10, /,(?=\s)/gu],
  [
    20,
    /\s(?=(?:but|yet|as|after|before|because|since|while|although|though|if|unless|until|following|amid|despite|without|rather than|instead of|in exchange for|such as|so that|when|where|which|who)\s)/gu
  ],
  [
    4,
    /\s(?=(?:in|on|at|for|with|by|from|between|through|over|under|against|during|into|across|around|including|ahead of|as part of)\s)/gu
  ],
  [6, /(?<=\b(?:an?|the|its|his|her|their) (?:\p{L}+ )?\p{L}+)\s(?=that\s)/gu],
  [0, /\s(?=(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should)\s)/gu]
];
/** Left at the end of a heading, these ask for what was cut. */
const dangling =
  /[\s,;:–—-]+(?:a|an|the|of|to|and|or|but|nor|that|which|who|in|on|at|for|with|by|from|between|into|over|its|their|his|her|is|are|was|were|be|been|has|have|had|not|no|such|than|as|if)$/iu;
/** Verbs that go with the preposition after them: no cut between the two. */
const takesPreposition =
  /\b(?:(?:call|look|ask|wait|vote|push|press|prepare|account|agree|insist|depend|focus|base|respond|belong|refer|talk|compare|consist|result|rank|live|amount|add|turn|aim)(?:s|e?d|ing)?|rel(?:y|ies|ied)|comes?|came|met|spoke|speaks?|st(?:ands|ood)|goes|went|going|began|begins|took|led|leads|dealt|paid|able|due|likely|known|seen|regarded|described|used|more|less|up|down|out|one|two|three)$/iu;

export function headline(sentence: string, width = headingWidth): string {
  const text = withoutFullStop(sentence.trim());
  return text.slice(0, headlineLength(text, width)) + (isClipped(text, width) ? '…' : '');
}

/** UTF-16 units: a headline that is a sentence is no longer. */
export const longestSentence = 140;
/** Of its words, how many the lead says again. */
const sharedWithLead = 0.5;

/** The first of the paragraphs, where it is a headline that ends in a full stop, as the lead behind it shows. */
export function headlineWithStop(text: string, paragraphs: readonly Range[]): Range | null {
  const [first, ...others] = paragraphs;
  const lead = others.find(({ end, start }) => end - start > longestSentence);
  if (!first || !lead || first.end - first.start > longestSentence) return null;
  if (firstSentence(text, first).end < first.end) return null;
  const words = beginningsOf(text.slice(first.start, first.end));
  const told = beginningsOf(text.slice(lead.start, Math.min(lead.end, lead.start + 1_500)));
  const shared = [...words].filter((word) => told.has(word)).length;
  return words.size >= 3 && shared >= sharedWithLead * words.size ? first : null;
}

/** Of its longer words, enough to know each again in another form. */
export function beginningsOf(words: string): ReadonlySet<string> {
  return new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));
}

/** UTF-16 units: what has no clause to end with is a title as a whole up to here. */
const longestTitle = 300;

/** How much of a sentence makes a title: all of it, where it is no longer than a headline, else whole clauses. */
export function titleLength(sentence: string): number {
  const text = withoutFullStop(sentence);
  if (text.length <= longestSentence) return text.length;
  const clauses = bestCut(text, fittingLength(text, longestSentence), 'clauses');
  return clauses ?? (text.length <= longestTitle ? text.length : headlineLength(text));
}

/** How much of `text`, from its start, makes a heading. */
export function headlineLength(text: string, width = headingWidth): number {
  const fits = fittingLength(text, width);
  if (fits === text.length) return fits;
  return bestCut(text, fits) ?? hardCut(text, fits);
}

function isClipped(text: string, width: number): boolean {
  const fits = fittingLength(text, width);
  return fits < text.length && bestCut(text, fits) === null;
}

function hardCut(text: string, fits: number): number {
  const words = clippedLength(text.slice(0, fits + 1), Math.max(1, fits - 1));
  let quote = isInside(text.slice(0, words)) ? lastOpening(text.slice(0, words)) : 0;
  while (quote > 0 && isInside(text.slice(0, quote))) quote = lastOpening(text.slice(0, quote));
  let end = widthOf(text.slice(0, quote)) > leastWidth ? quote : words;
  for (let m = dangling.exec(text.slice(0, end)); m; m = dangling.exec(text.slice(0, end)))
    end = m.index;
  return end;
}

/** Where the text before the last opening quotation mark or bracket ends; 0 when there is none. */
function lastOpening(head: string): number {
  return head.slice(0, Math.max(0, head.search(/["“«「(（[][^"“«「(（[]*$/u))).trimEnd().length;
}

/** From this bonus on, what stands before a place is a clause. */
const endsClause = 10;

function bestCut(text: string, fits: number, of: 'clauses' | 'words' = 'words'): number | null {
  const head = text.slice(0, fits + 1);
  let cut: number | null = null;
  let most = -Infinity;
  for (const [bonus, place] of boundaries) {
    if (of === 'clauses' && bonus < endsClause) continue;
    for (const { index } of head.matchAll(place)) {
      const score = widthOf(head.slice(0, index)) + bonus;
      if (score > most && isGoodEnd(text, index)) [cut, most] = [index, score];
    }
  }
  return cut;
}

function isGoodEnd(text: string, at: number): boolean {
  const head = text.slice(0, at);
  const rest = text.slice(at, at + 80);
  if (widthOf(head) < leastWidth || isInside(head)) return false;
  if (dangling.test(head) || takesPreposition.test(head)) return false;
  return !rest.startsWith(',') || !isListComma(head, rest);
}

/** "Trump, Zelenskyy, and European leaders": a comma within a list ends nothing. */
function isListComma(head: string, rest: string): boolean {
  if (/^,\s+(?:and|or)\s/.test(rest)) return head.includes(',');
  return (
    /^,\s+(?:\S+\s+){0,4}?(?:\S+,\s+)(?:and|or)\s/.test(rest) && !/^,\s+\p{Ll}+ing\b/u.test(rest)
  );
}

/** An open quotation or bracket. */
function isInside(head: string): boolean {
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0;
  return count(/[“«「(（[]/g) > count(/[”»」)）\]]/g) || count(/"/g) % 2 === 1;
}

function fittingLength(text: string, width: number): number {
  let used = 0;
  let length = 0;
  for (const character of text) {
    used += columns(character);
    if (used > width) return length;
    length += character.length;
  }
  return length;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columns(character);
  return width;
}

function columns(character: string): number {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(
    character
  )
    ? 2
    : 1;
}

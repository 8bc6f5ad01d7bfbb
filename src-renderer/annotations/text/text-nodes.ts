/**
 * Between places in the DOM and offsets in rendered text: the thin shell around the anchoring of the
 * domain. The rendered text of an element is what its text nodes say, one after the other. Below it the
 * stretches of that text that a person selects: UTF-16 units, end-exclusive.
 */
import { firstIndexWhere } from '../../../src-main/domain/base/by-halves.js';
import { splitsPair } from '../../../src-main/domain/text/range.js';

/** The offset of a boundary point inside `root`. */
export function offsetIn(root: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The part of a range that lies in `root`; `null` when none does. */
export function nodeSpanOf(root: Node, range: Range): NodeSpan | null {
  if (!range.intersectsNode(root)) return null;
  const starts = root.contains(range.startContainer);
  const ends = root.contains(range.endContainer);
  const start = starts ? offsetIn(root, range.startContainer, range.startOffset) : 0;
  const end = ends
    ? offsetIn(root, range.endContainer, range.endOffset)
    : (root.textContent ?? '').length;
  return { start, end };
}

/** The text nodes of an element, indexed once so that many spans are found quickly. */
export class TextNodes {
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  readonly #length: number;

  constructor(root: Node) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data === '') continue;
      this.#nodes.push(node);
      this.#starts.push(length);
      length += node.data.length;
    }
    this.#length = length;
  }

  /** `null` when the span is empty or reaches beyond the text, at either end. */
  rangeOf({ start, end }: NodeSpan): Range | null {
    if (start < 0 || start >= end || end > this.#length) return null;
    const first = entryAt(this.#starts, start);
    const last = entryAt(this.#starts, end - 1);
    const range = document.createRange();
    range.setStart(this.#nodes[first] as Text, start - (this.#starts[first] ?? 0));
    range.setEnd(this.#nodes[last] as Text, end - (this.#starts[last] ?? 0));
    return range;
  }
}

/** The index of the last of the ascending `starts` that is not beyond `offset`. */
function entryAt(starts: readonly number[], offset: number): number {
  return Math.max(0, firstIndexWhere(starts.length, (index) => starts[index]! > offset) - 1);
}

export interface NodeSpan {
  readonly start: number;
  readonly end: number;
}

/** The span without white space at its ends; `null` when nothing else is in it. */
export function trimSpan(text: string, { start, end }: NodeSpan): NodeSpan | null {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: from + trimmed.length };
}

/** UTF-16 units that a sentence has at most: longer ones are of signs, and to select one would stop the page for seconds. */
const longestSentence = 5_000;

/**
 * Sentences after Unicode's rules, each without white space at its ends; a line break ends one as well,
 * and so does its greatest length.
 */
export function sentencesOf(text: string, locale?: string): NodeSpan[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const spans: NodeSpan[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    let start = index;
    for (const line of segment.split('\n')) {
      const end = start + line.length;
      while (start < end) {
        const cut = Math.min(start + longestSentence, end);
        const piece = { start, end: cut < end && splitsPair(text, cut) ? cut - 1 : cut };
        const span = trimSpan(text, piece);
        if (span) spans.push(span);
        start = piece.end;
      }
      start += 1;
    }
  }
  return spans;
}

/** Words after Unicode's rules, without signs and white space between them. */
export function wordsOf(text: string, locale?: string): NodeSpan[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

/** Of scripts that put spaces between words. */
const letter =
  /[\p{L}\p{M}\p{N}](?<![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])/u;

/** Whether a letter stands there, or an apostrophe between two. */
function isOfWord(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign !== "'" && sign !== '’') return letter.test(sign);
  return letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1));
}

/**
 * The span with each end that lies within a word moved to the nearer end of that word, as a pointer that missed by
 * a letter meant it. What lies within one word stays as it is.
 */
export function toWholeWords(text: string, { start, end }: NodeSpan): NodeSpan {
  const first = wordAround(text, start);
  const last = wordAround(text, end);
  if (first.end >= end || last.start <= start) return { start, end };
  return { start: nearer(first, start), end: nearer(last, end) };
}

/** From `offset` back and on over letters; empty where it lies in no word. */
function wordAround(text: string, offset: number): NodeSpan {
  let [start, end] = [offset, offset];
  while (isOfWord(text, start - 1)) start--;
  while (isOfWord(text, end)) end++;
  return start === offset || end === offset ? { start: offset, end: offset } : { start, end };
}

/** The end of the word that is nearer to `offset`. */
function nearer({ start, end }: NodeSpan, offset: number): number {
  return offset - start < end - offset ? start : end;
}

/** Lines that hold something: in rendered text a paragraph, heading or list item each. */
export function paragraphsOf(text: string): NodeSpan[] {
  const spans: NodeSpan[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = trimSpan(text, { start, end: start + line.length });
    if (span) spans.push(span);
    start += line.length + 1;
  }
  return spans;
}

/**
 * The unit (word, sentence, paragraph) around what is selected, or around a place without width, and the one after
 * it where that unit is selected as a whole; after the last the first. `null` for a text without any.
 */
export function nextUnit(units: readonly NodeSpan[], selected: NodeSpan): NodeSpan | null {
  const reaches = ({ start, end }: NodeSpan) =>
    end > selected.end || (end === selected.end && start < selected.start);
  return units.find(reaches) ?? units[0] ?? null;
}

/** The span, made longer to the end of the unit after the one in which it ends. */
export function extendByUnit(units: readonly NodeSpan[], span: NodeSpan): NodeSpan {
  const next = units.find(({ end }) => end > span.end);
  return next ? { start: span.start, end: next.end } : span;
}

/**
 * Of the spans around `offset` the shortest, which is what a person means who clicks into several;
 * clicked again, the next longer one, and after the longest the first. `null` for none.
 */
export function chooseAt<T extends NodeSpan>(
  spans: readonly T[],
  offset: number,
  isChosen: (span: T) => boolean
): { readonly chosen: T; readonly number: number; readonly of: number } | null {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const index = (around.findIndex(isChosen) + 1) % (around.length || 1);
  const chosen = around[index];
  return chosen ? { chosen, number: index + 1, of: around.length } : null;
}

/** UTF-16 units of a range whose box is asked for: to know it, all of the range must be laid out. */
const longest = 10_000;

/** Where the range is on the screen, in pixels; of a longer one the place where it begins. */
export function boxOfRange(range: Range): DOMRect {
  if (range.toString().length <= longest) return range.getBoundingClientRect();
  const first = range.cloneRange();
  first.collapse(true);
  const box = first.getBoundingClientRect();
  return box.height > 0
    ? box
    : (first.startContainer.parentElement?.getBoundingClientRect() ?? box);
}

/**
 * Three-way merge of a text, word by word. What lies in other sentences is merged; where both sides changed
 * one sentence the paragraph of one side stands, and the other’s is told. Pure.
 */
import { editsByWords, type WordEdit } from '../text/word-diff.js';
import { canonicalJson } from './canonical-json.js';

/** Words that were changed on both sides, and do not stand in the merged text. */
export interface LostWords {
  readonly side: CopySide;
  /** The whole lines as both began with them; `null` where that is not known. */
  readonly was: string | null;
  /** The same lines as this side has them. */
  readonly lost: string;
  /** The whole lines of the merged text about them, as they stand there. */
  readonly stands: string;
  /** The same with the words of this side in their place. */
  readonly instead: string;
}

/** The two sides by their last change: which of them is ours makes no difference to a merge. */
export type CopySide = 'later' | 'earlier';

export interface MergedText {
  readonly text: string;
  readonly lost: readonly LostWords[];
}

/**
 * `isTied`: both were changed last at the same moment, and the words themselves decide which stand.
 * `most`: beyond it, in UTF-16 units, no merged text may grow.
 *
 * Merged with either side again the text comes out as it is. Where words repeat, the differences to the
 * base can be read in several ways, and that would not hold: then all of one side’s text stands.
 */
export function mergeWords(
  base: string | null,
  later: string,
  earlier: string,
  isTied: boolean,
  most: number
): MergedText {
  if (base !== null) {
    const merged = mergeEdits(base, later, earlier, isTied);
    const { text, lost } = merged;
    if (text.length <= most && isStable(base, merged, [later, earlier])) return { text, lost };
  }
  return choose(base, later, earlier, isTied);
}

/** The text with what both changed; `null` where they changed one sentence, be it that one only took it out. */
export function mergeSentences(base: string, one: string, other: string): string | null {
  const merged = mergeEdits(base, one, other, false);
  return merged.isContested || !isStable(base, merged, [one, other]) ? null : merged.text;
}

function isStable(base: string, merged: MergedText, sides: readonly string[]): boolean {
  const known = new Set(merged.lost.map(nameOf));
  return sides.every((side) => {
    const again = mergeEdits(base, merged.text, side, false);
    return again.text === merged.text && again.lost.every((lost) => known.has(nameOf(lost)));
  });
}

function nameOf({ was, lost }: LostWords): string {
  return canonicalJson([was, lost]);
}

/** Words stay before no words, then the later ones; of one moment the longer ones. */
export function winnerOf(later: string, earlier: string, isTied: boolean): CopySide {
  if ((later.trim() === '') !== (earlier.trim() === '')) {
    return later.trim() === '' ? 'earlier' : 'later';
  }
  if (!isTied) return 'later';
  const isLonger =
    later.length === earlier.length ? later > earlier : later.length > earlier.length;
  return isLonger ? 'later' : 'earlier';
}

function choose(base: string | null, later: string, earlier: string, isTied: boolean): MergedText {
  const winner = winnerOf(later, earlier, isTied);
  const [text, lost] = winner === 'later' ? [later, earlier] : [earlier, later];
  const side = winner === 'later' ? 'earlier' : 'later';
  const told = { side, was: base, lost, stands: text, instead: lost } as const;
  return { text, lost: lost.trim() === '' ? [] : [told] };
}

interface MergedEdits extends MergedText {
  readonly isContested: boolean;
}

function mergeEdits(base: string, later: string, earlier: string, isTied: boolean): MergedEdits {
  if (later === base || later === earlier) return { text: earlier, lost: [], isContested: false };
  if (earlier === base) return { text: later, lost: [], isContested: false };
  const edits = { later: editsByWords(base, later), earlier: editsByWords(base, earlier) };
  let text = '';
  let done = 0;
  let isAnyContested = false;
  const found: (Pick<LostWords, 'side' | 'was' | 'lost'> & MergedPlace)[] = [];
  for (const region of regionsOf(base, edits)) {
    const { at, until } = region;
    const { words, own } = sidesOf(base, region);
    const isContested = isContestedBy(own, words);
    isAnyContested ||= isContested;
    const winner = isContested
      ? winnerOf(words.later, words.earlier, isTied)
      : own.later.length === 0
        ? 'earlier'
        : 'later';
    const side = winner === 'later' ? 'earlier' : 'later';
    if (isContested && words[side].trim() !== '') {
      const start = text.length + at - done;
      const place = { start, end: start + words[winner].length, words: words[side] };
      const { before: was, after: lost } = inWholeLines(base, at, until, words[side]);
      found.push({ side, was, lost, ...place });
    }
    text += base.slice(done, at) + words[winner];
    done = until;
  }
  text += base.slice(done);
  const lost = found.map(({ start, end, words, ...told }): LostWords => {
    const { before: stands, after: instead } = inWholeLines(text, start, end, words);
    return { ...told, stands, instead };
  });
  return { text, lost, isContested: isAnyContested };
}

type OfBoth<T> = Readonly<Record<CopySide, T>>;

interface Stretch {
  readonly at: number;
  readonly until: number;
}

/** A stretch of the base with the edits of either side in it. */
interface Region extends Stretch {
  readonly edits: OfBoth<readonly WordEdit[]>;
}

interface RegionSides {
  /** What either side made of the region. */
  readonly words: OfBoth<string>;
  /** The edits of one side that the other has not made as well. */
  readonly own: OfBoth<readonly WordEdit[]>;
}

function sidesOf(base: string, region: Region): RegionSides {
  const { later, earlier } = region.edits;
  const without = (all: readonly WordEdit[], others: readonly WordEdit[]) =>
    all.filter((edit) => !others.some((other) => isSameEdit(edit, other)));
  return {
    words: { later: applied(base, region, later), earlier: applied(base, region, earlier) },
    own: { later: without(later, earlier), earlier: without(earlier, later) }
  };
}

function isSameEdit(a: WordEdit, b: WordEdit): boolean {
  return a.at === b.at && a.until === b.until && a.text === b.text;
}

function isContestedBy({ later, earlier }: RegionSides['own'], words: OfBoth<string>): boolean {
  return later.length > 0 && earlier.length > 0 && words.later !== words.earlier;
}

/** Where in the merged text words of the other side would stand. */
interface MergedPlace {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The end of a sentence, whether it is that of a line or not. */
const sentenceEnd = /[.!?…؟।]["'”’»)\]]*(\s|$)|[。！？]|\n/;

/**
 * Stretches of the base that either side changed. Those in one sentence are one, and where the sides part
 * in it the whole paragraph is: mixed from both it could say what neither wrote.
 */
function regionsOf(
  base: string,
  { later, earlier }: OfBoth<readonly WordEdit[]>
): readonly Region[] {
  let regions = joined(base, [
    ...later.map((edit) => regionOf(edit, { later: [edit], earlier: [] })),
    ...earlier.map((edit) => regionOf(edit, { later: [], earlier: [edit] }))
  ]);
  for (;;) {
    const wide = regions.map((region) => {
      const { own, words } = sidesOf(base, region);
      return isContestedBy(own, words) ? regionOf(wholeLines(base, region), region.edits) : region;
    });
    // A region only grows, so that this comes to an end.
    if (wide.every(({ at, until }, n) => at === regions[n]?.at && until === regions[n].until)) {
      return regions;
    }
    regions = joined(base, wide);
  }
}

function regionOf({ at, until }: Stretch, edits: Region['edits']): Region {
  return { at, until, edits };
}

/** Those that overlap, touch or are within one sentence are made one. */
function joined(base: string, all: readonly Region[]): readonly Region[] {
  const regions: Region[] = [];
  for (const region of inOrder(all)) {
    const last = regions.at(-1);
    if (!last || areApart(base, last, region)) {
      regions.push(region);
      continue;
    }
    const edits = {
      later: inOrder([...last.edits.later, ...region.edits.later]),
      earlier: inOrder([...last.edits.earlier, ...region.edits.earlier])
    };
    const until = Math.max(last.until, region.until);
    regions[regions.length - 1] = regionOf({ at: last.at, until }, edits);
  }
  return regions;
}

function inOrder<T extends Stretch>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.at - b.at || a.until - b.until);
}

function areApart(base: string, first: Region, second: Region): boolean {
  if (sentenceEnd.test(base.slice(first.until, second.at))) return true;
  // A paragraph of its own, behind the one of the other or before it.
  const isBehind = second.at === second.until && /^(\n|$)/.test(base.slice(second.at));
  if (isBehind && first.at < second.at && first.until <= second.at) {
    return everyEdit(second, ({ text }) => text.startsWith('\n'));
  }
  const isBefore = first.at === first.until && (first.at === 0 || base[first.at - 1] === '\n');
  return isBefore && second.until > first.at && everyEdit(first, ({ text }) => text.endsWith('\n'));
}

function everyEdit({ edits }: Region, holds: (edit: WordEdit) => boolean): boolean {
  return [...edits.later, ...edits.earlier].every(holds);
}

function wholeLines(text: string, { at, until }: Stretch): Stretch {
  const next = text.indexOf('\n', until);
  return {
    at: text.slice(0, at).lastIndexOf('\n') + 1,
    until: next < 0 ? text.length : next
  };
}

function applied(base: string, { at, until }: Stretch, edits: readonly WordEdit[]): string {
  let text = '';
  let done = at;
  for (const edit of edits) {
    text += base.slice(done, edit.at) + edit.text;
    done = edit.until;
  }
  return text + base.slice(done, until);
}

/** The whole lines about a stretch, and the same with other words in its place. */
function inWholeLines(text: string, at: number, until: number, words: string) {
  const lines = wholeLines(text, { at, until });
  return {
    before: text.slice(lines.at, lines.until),
    after: text.slice(lines.at, at) + words + text.slice(until, lines.until)
  };
}

/**
 * Three-way merge of a text, word by word. What lies apart is merged; where both sides changed the same
 * words one side’s stand, and the other’s are told. Pure.
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
    if (merged.text.length <= most && isStable(base, merged, [later, earlier])) return merged;
  }
  return choose(base, later, earlier, isTied);
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

function mergeEdits(base: string, later: string, earlier: string, isTied: boolean): MergedText {
  if (later === base || later === earlier) return { text: earlier, lost: [] };
  if (earlier === base) return { text: later, lost: [] };
  const edits = { later: editsByWords(base, later), earlier: editsByWords(base, earlier) };
  let text = '';
  let done = 0;
  const found: (Pick<LostWords, 'side' | 'was' | 'lost'> & MergedPlace)[] = [];
  for (const { at, until } of regionsOf(base, edits.later, edits.earlier)) {
    const within = (edit: WordEdit) => edit.at >= at && edit.until <= until;
    const own = { later: edits.later.filter(within), earlier: edits.earlier.filter(within) };
    const words = {
      later: applied(base, at, until, own.later),
      earlier: applied(base, at, until, own.earlier)
    };
    const winner =
      own.later.length === 0
        ? 'earlier'
        : own.earlier.length === 0
          ? 'later'
          : winnerOf(words.later, words.earlier, isTied);
    const side = winner === 'later' ? 'earlier' : 'later';
    if (own[side].length > 0 && words[side] !== words[winner] && words[side].trim() !== '') {
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
  return { text, lost };
}

/** Where in the merged text words of the other side would stand. */
interface MergedPlace {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

type Region = Pick<WordEdit, 'at' | 'until'>;

/**
 * Stretches of the base within which edits of either side overlap or touch. Those that only spaces part
 * are one stretch, and so are all in lines of which both sides wrote some words anew: each side’s line
 * is told whole, and no line is mixed that nobody wrote.
 */
function regionsOf(
  base: string,
  later: readonly WordEdit[],
  earlier: readonly WordEdit[]
): readonly Region[] {
  const regions = touching(base, [...later, ...earlier]);
  const wider = regions.map((region) => {
    const [one, other] = [later, earlier].map((edits) => {
      const own = edits.filter(({ at, until }) => at >= region.at && until <= region.until);
      return own.length > 0 ? applied(base, region.at, region.until, own) : null;
    });
    // Words that one side took out alone give way to the other’s.
    if (!one?.trim() || !other?.trim() || one === other) return region;
    const lines = linesAbout(base, region.at, region.until);
    const within = regions.filter(({ at, until }) => at <= lines.end && until >= lines.start);
    return {
      at: Math.min(...within.map(({ at }) => at)),
      until: Math.max(...within.map(({ until }) => until))
    };
  });
  return touching(base, wider);
}

function touching(base: string, edits: readonly Region[]): readonly Region[] {
  const regions: { at: number; until: number }[] = [];
  for (const { at, until } of edits.toSorted((a, b) => a.at - b.at || a.until - b.until)) {
    const last = regions.at(-1);
    if (last && /^[^\S\n]*$/.test(base.slice(last.until, at)))
      last.until = Math.max(last.until, until);
    else regions.push({ at, until });
  }
  return regions;
}

function applied(base: string, at: number, until: number, edits: readonly WordEdit[]): string {
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
  const { start, end } = linesAbout(text, at, until);
  return {
    before: text.slice(start, end),
    after: text.slice(start, at) + words + text.slice(until, end)
  };
}

function linesAbout(text: string, at: number, until: number) {
  const next = text.indexOf('\n', until);
  return { start: text.slice(0, at).lastIndexOf('\n') + 1, end: next < 0 ? text.length : next };
}

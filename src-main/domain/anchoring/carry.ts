/**
 * Carries annotations from one version of a text to another that was not edited under our eyes: an
 * import, a merge, a restored version, a whole body replaced.
 *
 * The steps go from certain to likely, and what none of them is sure of is an orphan: a wrong place
 * is worse than none, and no annotation is ever dropped.
 */
import {
  findExact,
  findSimilar,
  pickClear,
  type Candidate,
  type Quote,
  countWords,
  sharedWords
} from './locate.js';
import { findSurvivors } from './find-survivors.js';
import type { Range } from '../text/range.js';
import { Revision } from './revision.js';

/**
 * `same`: the words stand unchanged where they belong. `changed`: they were edited. `moved`: they
 * stand unchanged in another place. `replaced`: other words stand in their place, or may, which a
 * person has to look at. `orphan`: no place is certain.
 */
type CarryStatus = 'same' | 'changed' | 'moved' | 'replaced' | 'orphan';

export interface CarryResult {
  readonly status: CarryStatus;
  /** In the new text; `null` for an orphan. */
  readonly range: Range | null;
  /** Where in the new text it stands, or, for an orphan, stood. */
  readonly place: number;
}

/** One result an anchor, in their order. Anchors are stretches of `before`; empty ones become orphans. */
export function carry(
  before: string,
  after: string,
  anchors: readonly Range[]
): readonly CarryResult[] {
  const revision = new Revision(before, after);
  return anchors.map((anchor) => carryOne(revision, anchor));
}

function carryOne(revision: Revision, anchor: Range): CarryResult {
  const { before, after } = revision;
  if (anchor.start >= anchor.end) return orphan(revision, anchor);
  if (before === after) return found('same', anchor);
  const unique = findUnique(revision, anchor);
  if (unique && unique.end - unique.start >= longQuote) return found('same', unique);
  const survived = findSurvivors(revision, anchor);
  if (survived) {
    const verbatim = findVerbatim(revision, anchor, survived.range);
    if (verbatim && (survived.isCertain || unique)) {
      return found(standsAlone(revision, anchor, verbatim) ? 'replaced' : 'same', verbatim);
    }
  }
  const moved = survived?.isCertain && !unique ? null : findMoved(revision, anchor);
  if (moved) return moved;
  // The only such words there are, though around them everything is new.
  if (unique) return found('replaced', unique);
  if (survived) {
    return foundEdited(
      revision,
      anchor,
      survived.range,
      survived.isCertain ? 'changed' : 'replaced'
    );
  }
  return (
    findReplacement(revision, anchor) ?? findAlike(revision, anchor) ?? orphan(revision, anchor)
  );
}

function found(status: CarryStatus, { start, end }: Range): CarryResult {
  return { status, range: { start, end }, place: start };
}

/** Without white space at a border where the quote had none: an edit often leaves it on either side. */
function foundEdited(
  revision: Revision,
  anchor: Range,
  range: Range,
  status: CarryStatus
): CarryResult {
  const quote = textOf(revision.before, anchor);
  const text = textOf(revision.after, range);
  if (status === 'changed' && isDoubtful(revision, anchor, range)) status = 'replaced';
  const head = /^\s/.test(quote) ? 0 : text.length - text.trimStart().length;
  const tail = /\s$/.test(quote) ? 0 : text.length - text.trimEnd().length;
  if (head + tail >= text.length) return found(status, range);
  return found(status, { start: range.start + head, end: range.end - tail });
}

/** Shared words below which a text is no longer plainly the quote, edited; of few words more are asked. */
const plainlyEdited = { few: 0.8, more: 0.6 };
/** Words of a quote that can stand anywhere. */
const few = 5;
/** Shared words on both sides of a quote, up to 2, that tell its place: of one edited, of one that stands unchanged. */
const leastBeside = { edited: 0.8, unchanged: 0.4 };
/** Units beside a quote that are compared. */
const besideLength = 40;

/** Other words may have come to stand there. */
function isDoubtful(revision: Revision, anchor: Range, now: Range): boolean {
  const quote = textOf(revision.before, anchor);
  const words = countWords(quote);
  if (words === 0) return false;
  const alike = sharedWords(quote, textOf(revision.after, now));
  if (alike < plainlyEdited.more) return true;
  const isPlain = words > few || alike >= plainlyEdited.few;
  return !isPlain && sharedBeside(revision, anchor, now) < leastBeside.edited;
}

/** So few words, and of what stood on either side next to nothing: they may well be others. */
function standsAlone(revision: Revision, anchor: Range, now: Range): boolean {
  return (
    countWords(textOf(revision.before, anchor)) <= few &&
    sharedBeside(revision, anchor, now) < leastBeside.unchanged
  );
}

function sharedBeside({ before, after }: Revision, anchor: Range, now: Range): number {
  const left = (text: string, { start }: Range) =>
    text.slice(Math.max(0, start - besideLength), start);
  const right = (text: string, { end }: Range) => text.slice(end, end + besideLength);
  return (
    sharedWords(left(before, anchor), left(after, now)) +
    sharedWords(right(before, anchor), right(after, now))
  );
}

function orphan(revision: Revision, anchor: Range): CarryResult {
  return { status: 'orphan', range: null, place: revision.placeOf(anchor) };
}

function textOf(text: string, range: Range): string {
  return text.slice(range.start, range.end);
}

/** Units from which a quote that occurs once in each version is taken for the same. */
const longQuote = 32;

/** Where the quote stands that occurs once in each version. */
function findUnique({ before, after }: Revision, anchor: Range): Range | null {
  const quote = textOf(before, anchor);
  const start = after.indexOf(quote);
  const isUnique =
    start >= 0 &&
    after.indexOf(quote, start + 1) < 0 &&
    before.indexOf(quote) === anchor.start &&
    before.indexOf(quote, anchor.start + 1) < 0;
  return isUnique ? { start, end: start + quote.length } : null;
}

/** The whole quote, where a part of it survived: the diff may have paired its words with others near by. */
function findVerbatim({ before, after }: Revision, anchor: Range, near: Range): Range | null {
  const quote = textOf(before, anchor);
  if (textOf(after, near) === quote) return near;
  const start = after.indexOf(quote, Math.max(0, near.start - quote.length + 1));
  return start >= 0 && start < near.end ? { start, end: start + quote.length } : null;
}

/** Context that an unchanged quote must have in its new place: the fewer words, the more. */
function neededContext(words: number): number {
  if (words >= 6) return 0;
  if (words >= 4) return 0.35;
  return words >= 2 ? 0.6 : 0.8;
}

function findMoved(revision: Revision, anchor: Range): CarryResult | null {
  const quote = quoteOf(revision.before, anchor);
  const best = pickClear(findExact(quote, revision.after).filter(isFree(revision, anchor)));
  const words = countWords(quote.exact);
  if (!best || best.context < neededContext(words)) return null;
  const isCertain = words >= 4 || best.context >= 0.95;
  return found(isCertain ? 'moved' : 'replaced', best);
}

/** Shared words from which the text in the quote's place is its edited form, or at least its successor. */
const edited = 0.5;
const succeeded = 0.2;

function findReplacement(revision: Revision, anchor: Range): CarryResult | null {
  const now = revision.followBorders(anchor);
  const length = anchor.end - anchor.start;
  if (now.end <= now.start || now.end - now.start > 4 * length + 200) return null;
  const alike = sharedWords(textOf(revision.before, anchor), textOf(revision.after, now));
  if (alike < succeeded) return null;
  return foundEdited(revision, anchor, now, alike >= edited ? 'changed' : 'replaced');
}

/** Units below which too much is similar to a quote by chance. */
const shortestSimilar = 16;

function findAlike(revision: Revision, anchor: Range): CarryResult | null {
  const quote = quoteOf(revision.before, anchor);
  if (quote.exact.length < shortestSimilar) return null;
  const best = pickClear(findSimilar(quote, revision.after).filter(isFree(revision, anchor)));
  if (!best) return null;
  const speaksForItself = countWords(quote.exact) >= 10 && best.errors <= 0.15;
  return best.context >= 0.5 || speaksForItself
    ? foundEdited(revision, anchor, best, 'changed')
    : null;
}

/** Not text that survived from elsewhere in the old version. */
function isFree(revision: Revision, anchor: Range): (candidate: Candidate) => boolean {
  return (candidate) => {
    const origin = revision.originOf(candidate);
    return origin === null || (origin >= anchor.start - 2 && origin < anchor.end + 2);
  };
}

function quoteOf(text: string, { start, end }: Range): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(end, end + 64)
  };
}

/**
 * Whether an article that comes in is known already: the text of a source, a version of one, or new.
 *
 * A version has the address of a source and something of its text, or most of a source's passages and
 * something besides that speaks for it: the publisher's, a day of its own, or the title above words that
 * are new. Words alone do not: another publisher's copy has them too. Such a copy shares an origin, and is
 * a source of its own; so is what nothing more is known of, since that takes less for granted. What stands
 * in sources that have nothing else in common, such as a publisher's footer, tells nothing.
 */
import { compareText } from '../base/compare-text.js';
import type { PartialDate } from '../base/values.js';
import { type Passages, passagesIn, sharedRuns, withoutSharedEnds } from './passages.js';
import { readWebAddress } from './web-address.js';

export interface ComparedArticle {
  /** SHA-256 of the text, as sources have it. */
  readonly hash: string;
  readonly text: string;
  /** `''` where none is known. */
  readonly url: string;
  readonly title: string;
  /** `''` where none is known. */
  readonly publisher: string;
  readonly published: PartialDate | null;
}

export interface ComparedSource extends ComparedArticle {
  readonly id: string;
}

export type KnownBefore =
  | { readonly is: 'same'; readonly source: string }
  | {
      readonly is: 'update';
      readonly source: string;
      /** How much of the source's text stands in the article, from 0 to 1. */
      readonly kept: number;
      /** The article was published before the source: it is the earlier version of the two. */
      readonly isEarlier: boolean;
    }
  | { readonly is: 'new' };

/** Passages that the two have in common, as shares of either and in numbers. */
interface Overlap {
  readonly ofSource: number;
  readonly ofArticle: number;
  readonly count: number;
}

/** At one address this much of the shorter text tells a version from the next page that stands there. */
const sameAddress = { share: 0.1, count: 6 };
/** Elsewhere most of the source, and enough of the article: a digest holds whole articles, and is none of them. */
const mostPassages = {
  ofSource: 0.5,
  ofSourceOfOneTitle: 0.3,
  ofArticle: 0.25,
  count: 40,
  countOfOneTitle: 20
};
/**
 * Two sources that share less of the shorter text have only a footer in common, or a report that one
 * quotes; so have two that begin or end alike around texts of their own.
 */
const unrelated = { share: 0.3, between: 0.4, shareBetween: 0.05 };

/**
 * What it answers does not depend on the order of `sources`. What is worked out of an object is kept with
 * it: pass the same ones again, and a thousand sources take a tenth of a second.
 */
export function knownBefore(
  article: ComparedArticle,
  sources: readonly ComparedSource[]
): KnownBefore {
  const isHere = (source: ComparedSource) => isOfOnePage(article, source);
  const same = sources
    .filter((source) => source.hash === article.hash || saysTheSame(source, article))
    .sort((a, b) => Number(isHere(b)) - Number(isHere(a)) || byId(a, b));
  if (same[0]) return { is: 'same', source: same[0].id };
  const versions = sources.flatMap((source) => {
    const isVersion = isHere(source) ? isVersionHere : isVersionElsewhere;
    const is = (found: Overlap) => isVersion(found, article, source);
    // Few are alike at all, and only of those need footers be known.
    if (!is(overlap(article, source, []))) return [];
    const found = overlap(article, source, sources);
    return is(found) ? [{ source, found, isHere: isHere(source) }] : [];
  });
  const [closest] = versions.sort(
    (a, b) =>
      Number(b.isHere) - Number(a.isHere) ||
      b.found.ofSource + b.found.ofArticle - (a.found.ofSource + a.found.ofArticle) ||
      compareText(b.source.published ?? '', a.source.published ?? '') ||
      byId(a.source, b.source)
  );
  if (!closest) return { is: 'new' };
  return {
    is: 'update',
    source: closest.source.id,
    kept: closest.found.ofSource,
    isEarlier: isBefore(article.published, closest.source.published)
  };
}

function isVersionHere({ ofSource, ofArticle, count }: Overlap): boolean {
  const share = Math.max(ofSource, ofArticle);
  // Of a text in few words most must be there.
  return (share >= sameAddress.share && count >= sameAddress.count) || (share >= 0.5 && count > 0);
}

function isVersionElsewhere(
  { ofSource, ofArticle, count }: Overlap,
  article: ComparedArticle,
  source: ComparedSource
): boolean {
  const host = areEqual(readWebAddress(article.url)?.host, readWebAddress(source.url)?.host);
  const publisher = areEqual(folded(article.publisher), folded(source.publisher));
  if (host === false || (host === null && publisher === false)) return false;
  const isTitled = areEqual(folded(article.title), folded(source.title)) === true;
  const hasItsOwnDay =
    isBefore(article.published, source.published) || isBefore(source.published, article.published);
  // What only lost words may as well be a copy that was cut.
  const saysMore = isTitled && ofArticle < 1;
  if (!host && !publisher && !hasItsOwnDay && !saysMore) return false;
  const { ofSource: most, ofSourceOfOneTitle } = mostPassages;
  return (
    ofSource >= (isTitled ? ofSourceOfOneTitle : most) &&
    ofArticle >= mostPassages.ofArticle &&
    count >= (isTitled ? mostPassages.countOfOneTitle : mostPassages.count)
  );
}

/** Without the passages of `source` that stand in one that has nothing else in common with it. */
function overlap(
  article: ComparedArticle,
  source: ComparedSource,
  sources: readonly ComparedSource[]
): Overlap {
  const [theirs, ours] = [passages(source), passages(article)];
  if (sharedRuns(theirs.runs, ours.runs) === 0) return { ofSource: 0, ofArticle: 0, count: 0 };
  const own = new Set(theirs.runs);
  for (const other of sources) {
    if (other === source || isOfOnePage(source, other)) continue;
    if (!areUnrelated(theirs, passages(other))) continue;
    for (const run of passages(other).runs) own.delete(run);
  }
  const count = sharedRuns(own, ours.runs);
  return {
    ofSource: count / Math.max(1, own.size),
    ofArticle: count / Math.max(1, ours.runs.size),
    count
  };
}

function isOfOnePage(one: ComparedArticle, other: ComparedArticle): boolean {
  const page = readWebAddress(one.url)?.page;
  return page !== undefined && readWebAddress(other.url)?.page === page;
}

function areUnrelated(one: Passages, other: Passages): boolean {
  const shared = sharedRuns(one.runs, other.runs);
  if (shared === 0) return false;
  if (shared < unrelated.share * Math.min(one.runs.size, other.runs.size)) return true;
  const [left, right] = withoutSharedEnds(one, other);
  const between = Math.min(left.runs.size, right.runs.size);
  return (
    between >= unrelated.between * Math.min(one.runs.size, other.runs.size) &&
    sharedRuns(left.runs, right.runs) < unrelated.shareBetween * between
  );
}

/** Worked out once for an article that is compared with many. */
const known = new WeakMap<ComparedArticle, Passages>();

function passages(article: ComparedArticle): Passages {
  let found = known.get(article);
  if (!found) known.set(article, (found = passagesIn(normalised(article.text))));
  return found;
}

/** `null` where one of the two is not known. */
function areEqual(one: string | undefined, other: string | undefined): boolean | null {
  return one && other ? one === other : null;
}

function folded(words: string): string {
  return normalised(words).toLowerCase();
}

function saysTheSame(one: ComparedArticle, other: ComparedArticle): boolean {
  // Most differ in this already.
  if (passages(one).words.length !== passages(other).words.length) return false;
  return normalised(one.text) === normalised(other.text);
}

/** With one form of quotation marks and apostrophes, and single spaces: what programs change on the way. */
function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufeff\u00ad\u200b]/g, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** By the parts that both dates have: a month is not before a day in it. */
function isBefore(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null) return false;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

function byId(a: ComparedSource, b: ComparedSource): number {
  return compareText(a.id, b.id);
}

/**
 * The sources of a briefing by origin, and what a person should look at: from what is recorded, from
 * the pairs that share words, and from those that a person parted. Pure, and the same whatever the
 * order of the sources.
 */
import type { Id } from '../base/values.js';
import type { Source } from '../briefing/source.js';
import type { SharedPair } from './find-origins.js';
import { Groups } from './groups.js';

/** What of a source its group goes by. */
export type GroupedSource = Pick<Source, 'id' | 'text' | 'origin'>;

/** Two origins that may be one. */
export interface OriginProposal {
  /** `copy`: nearly all is the same; these are joined at once when a source is added. */
  readonly verdict: SharedPair['verdict'];
  /** Every pair between the two that shares words, the closest first. */
  readonly pairs: readonly [SharedPair, ...SharedPair[]];
}

/** Ids of two sources that a person said have different origins. */
export type PartedPair = readonly [Id, Id];

/** As recorded, each source in one of them; in the order of the first source of each. */
export function recordedOrigins<S extends Pick<GroupedSource, 'id' | 'origin'>>(
  sources: readonly S[]
): readonly (readonly S[])[] {
  const groups = new Map<Id, S[]>();
  for (const source of sources) {
    const group = groups.get(source.origin ?? source.id);
    if (group) group.push(source);
    else groups.set(source.origin ?? source.id, [source]);
  }
  return [...groups.values()];
}

/**
 * The closest first. Of origins that all share words with one another only as many pairs are proposed
 * as it takes to join them, since one answer settles more than its own pair. Two are never proposed
 * while a source of one is parted from a source of the other.
 */
export function proposeOrigins(
  sources: readonly GroupedSource[],
  pairs: readonly SharedPair[],
  parted: readonly PartedPair[]
): readonly OriginProposal[] {
  const recorded = new Groups(
    recordedOrigins(sources).map((group) => group.map(({ id }) => id)),
    parted
  );
  const known = pairs
    .filter(({ one, other }) => recorded.has(one) && recorded.has(other))
    .toSorted(closestFirst(sources));
  const [copies, likely] = [
    known.filter(({ verdict }) => verdict === 'copy'),
    known.filter(({ verdict }) => verdict === 'likely')
  ];
  const chosen: SharedPair[] = [];
  // These are joined one after the other: what stands apart from one of them stays apart from all.
  const joined = recorded.copy();
  for (const pair of copies) {
    if (joined.areOne(pair.one, pair.other) || joined.areApart(pair.one, pair.other)) continue;
    joined.join(pair.one, pair.other);
    chosen.push(pair);
  }
  // Of these each may be denied, so none keeps another from being asked about.
  const ifAllAreConfirmed = joined.copy();
  for (const pair of likely) {
    const { one, other } = pair;
    if (ifAllAreConfirmed.areOne(one, other) || joined.areApart(one, other)) continue;
    ifAllAreConfirmed.join(one, other);
    chosen.push(pair);
  }
  const join = ({ one, other }: SharedPair, { one: a, other: b }: SharedPair) =>
    (recorded.areOne(one, a) && recorded.areOne(other, b)) ||
    (recorded.areOne(one, b) && recorded.areOne(other, a));
  return chosen.map((pair) => ({
    verdict: pair.verdict,
    pairs: [pair, ...known.filter((each) => each !== pair && join(each, pair))]
  }));
}

/** Ties go by the texts, not by ids, which tell the order in which sources came. */
function closestFirst(sources: readonly GroupedSource[]) {
  const texts = new Map(sources.map(({ id, text }) => [id, text]));
  const order = (pair: SharedPair) =>
    [pair.one, pair.other].map((id) => `${texts.get(id) ?? ''} ${id}`).join(' ');
  const most = ({ ofOne, ofOther }: SharedPair) => Math.max(ofOne, ofOther);
  const least = ({ ofOne, ofOther }: SharedPair) => Math.min(ofOne, ofOther);
  return (a: SharedPair, b: SharedPair): number =>
    Number(a.verdict === 'likely') - Number(b.verdict === 'likely') ||
    most(b) - most(a) ||
    least(b) - least(a) ||
    (order(a) < order(b) ? -1 : 1);
}

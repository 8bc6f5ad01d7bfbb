/**
 * Edits of a briefing: which sources share an origin, and which do not. Pure; what an edit does not
 * touch keeps its identity. Here and not beside the page's edits because articles are added without a
 * window too.
 */
import { keepEntries, mapEntries } from '../base/map-entries.js';
import { type Id, newId } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { newDismissal } from '../briefing/entries.js';
import type { Origin } from '../briefing/source.js';
import type { SharedPair } from './find-origins.js';
import {
  type OriginProposal,
  type PartedPair,
  proposeOrigins,
  recordedOrigins
} from './group-sources.js';

/** What a person has not answered yet. `pairs` come from an `OriginFinder` that holds the sources. */
export function originProposals(
  { sources, dismissals }: Pick<Briefing, 'sources' | 'dismissals'>,
  pairs: readonly SharedPair[]
): readonly OriginProposal[] {
  return proposeOrigins(sources, pairs, partedPairs(dismissals));
}

/**
 * Joins what is nearly all the same, as when a source has been added. It joins the same sources
 * whether they came one by one, in any order, or all at once.
 */
export function joinCopies(briefing: Briefing, pairs: readonly SharedPair[]): Briefing {
  return originProposals(briefing, pairs)
    .filter(({ verdict }) => verdict === 'copy')
    .reduce((next, { pairs: [{ one, other, agencies }] }) => {
      return joinOrigins(next, [one, other], agencies[0]);
    }, briefing);
}

/**
 * All sources of the origins of `ids` become reports of one. It keeps the name that one of these
 * origins has, else gets `name`. Sources among them that were parted are so no longer.
 */
export function joinOrigins(briefing: Briefing, ids: readonly Id[], name = ''): Briefing {
  const joined = recordedOrigins(briefing.sources).filter((group) =>
    group.some(({ id }) => ids.includes(id))
  );
  if (joined.length < 2) return briefing;
  const members = new Set(joined.flatMap((group) => group.map(({ id }) => id)));
  const old = new Set(joined.flatMap(([first]) => first?.origin ?? []));
  const [kept = { id: newId(), name: '', by: null }, ...gone] = briefing.origins
    .filter(({ id }) => old.has(id))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || (a.id < b.id ? -1 : 1));
  const origin: Origin = { ...kept, name: kept.name || name };
  const others = briefing.origins.filter((each) => each.id !== kept.id && !gone.includes(each));
  return {
    ...briefing,
    sources: mapEntries(briefing.sources, (source) =>
      members.has(source.id) && source.origin !== origin.id
        ? { ...source, origin: origin.id }
        : source
    ),
    origins: [...others, origin],
    dismissals: keepEntries(
      briefing.dismissals,
      ({ of, about, with: other }) =>
        of !== 'origin' || other === null || !members.has(about) || !members.has(other)
    )
  };
}

/** These have different origins: they are not proposed again. */
export function partOrigins(
  briefing: Briefing,
  pairs: readonly PartedPair[],
  now = new Date()
): Briefing {
  const known = new Set(partedPairs(briefing.dismissals).map(keyOf));
  const added = pairs
    .filter((pair) => !known.has(keyOf(pair)))
    .map(([one, other]) =>
      newDismissal('origin', { about: one, rule: 'parted', words: '' }, now, { with: other })
    );
  if (added.length === 0) return briefing;
  return { ...briefing, dismissals: [...briefing.dismissals, ...added] };
}

/**
 * The source stands for itself, parted from those that shared its origin. An origin that a single
 * source is left of is none.
 */
export function takeFromOrigin(briefing: Briefing, id: Id, now = new Date()): Briefing {
  const group = recordedOrigins(briefing.sources).find((each) =>
    each.some((source) => source.id === id)
  );
  const others = (group ?? []).filter((source) => source.id !== id);
  const origin = group?.[0]?.origin ?? null;
  if (others.length === 0 || origin === null) return briefing;
  const isLeft = others.length > 1;
  const sources = mapEntries(briefing.sources, (source) =>
    source.origin === origin && (source.id === id || !isLeft) ? { ...source, origin: null } : source
  );
  const origins = isLeft ? briefing.origins : briefing.origins.filter((each) => each.id !== origin);
  const parted = others.map((other): PartedPair => [id, other.id]);
  return partOrigins({ ...briefing, sources, origins }, parted, now);
}

/** An empty name is none. */
export function nameOrigin(briefing: Briefing, id: Id, name: string): Briefing {
  const origins = mapEntries(briefing.origins, (origin) =>
    origin.id === id && origin.name !== name ? { ...origin, name } : origin
  );
  return origins === briefing.origins ? briefing : { ...briefing, origins };
}

function partedPairs(dismissals: Briefing['dismissals']): readonly PartedPair[] {
  return dismissals.flatMap(({ of, about, with: other }): readonly PartedPair[] =>
    of === 'origin' && other !== null ? [[about, other]] : []
  );
}

function keyOf(pair: PartedPair): string {
  return pair.toSorted().join(' ');
}

/** Ids that stand twice in a briefing, whatever carries them: a list that mixes kinds goes by them, too. Pure. */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { collectionNames } from '../briefing/collections.js';
import { changeEvidence } from '../briefing/evidence.js';
import type { Id } from '../base/values.js';
import { mapEntries } from '../base/map-entries.js';
import type { Mendings } from './mendings.js';

type CollectionName = (typeof collectionNames)[number];
type Entry = Briefing[CollectionName][number];
/** In one list, what its first entry of an id is called now. */
type Renamed = ReadonlyMap<Id, Id>;

/**
 * Of two entries of one list that are the same in all, one stays. Else the later one gets a new id,
 * the same whenever the same briefing is mended; references go on to mean the first of their kind.
 * All references lead to an entry already.
 */
export function makeIdsUnique(briefing: Briefing, mendings: Mendings): Briefing {
  const ids = idsIn(briefing);
  const taken = new Set(ids);
  if (taken.size === ids.length) return briefing;
  const free = freeIds(taken);
  const seen = new Set<Id>([briefing.id]);
  const renamed = {} as Record<CollectionName, Renamed>;
  const next: Record<string, readonly Entry[]> = {};
  const idFor = (id: Id): Id => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    mendings.add('same-id');
    return free(id);
  };
  for (const name of collectionNames) {
    const entries = withoutTwins<Entry>(briefing[name], mendings);
    const firsts = new Map<Id, Id>();
    next[name] = mapEntries(entries, (entry) => {
      const id = idFor(entry.id);
      if (!firsts.has(entry.id)) firsts.set(entry.id, id);
      return id === entry.id ? entry : { ...entry, id };
    });
    renamed[name] = firsts;
  }
  const annotations = mapEntries(next['annotations'] as readonly Annotation[], (annotation) => {
    const replies = mapEntries(annotation.replies, (reply) => {
      const id = idFor(reply.id);
      return id === reply.id ? reply : { ...reply, id };
    });
    return replies === annotation.replies ? annotation : { ...annotation, replies };
  });
  return follow({ ...briefing, ...next, annotations }, renamed);
}

/** Of the briefing, its entries and the replies in it; an id that stands twice is named twice. */
export function idsIn(briefing: Briefing): readonly Id[] {
  const replies = briefing.annotations.flatMap((annotation) => annotation.replies);
  const entries = [...collectionNames.flatMap((name): readonly Entry[] => briefing[name])];
  return [briefing.id, ...entries.map(({ id }) => id), ...replies.map(({ id }) => id)];
}

function withoutTwins<T extends Entry>(entries: readonly T[], mendings: Mendings): readonly T[] {
  const counts = new Map<Id, number>();
  for (const { id } of entries) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === entries.length) return entries;
  const seen = new Set<string>();
  const kept = entries.filter((entry) => {
    if (counts.get(entry.id) === 1) return true;
    const whole = JSON.stringify(entry);
    return !seen.has(whole) && seen.add(whole);
  });
  mendings.add('same-twice', entries.length - kept.length);
  return kept;
}

/** Every reference under the new name of what it meant. */
function follow(briefing: Briefing, renamed: Readonly<Record<CollectionName, Renamed>>): Briefing {
  const of = (name: CollectionName, id: Id): Id => renamed[name].get(id) ?? id;
  const orNone = (name: CollectionName, id: Id | null) => (id === null ? null : of(name, id));
  const rested = changeEvidence(briefing, (evidence) =>
    mapEntries(evidence, (id) => of('annotations', id))
  );
  const linked = { actor: 'actors', issue: 'issues', position: 'positions' } as const;
  const abouts = [
    'cards',
    'sources',
    'positions',
    'statements',
    'figures',
    'outcomes',
    'annotations'
  ] as const;
  const anyOf = (names: readonly CollectionName[], id: Id): Id => {
    const where = names.find((name) => renamed[name].has(id));
    return where ? of(where, id) : id;
  };
  return {
    ...rested,
    actors: mapEntries(rested.actors, (actor) =>
      changed(actor, { speaksFor: orNone('actors', actor.speaksFor) })
    ),
    positions: mapEntries(rested.positions, (position) =>
      changed(position, {
        actor: of('actors', position.actor),
        issue: of('issues', position.issue),
        supersedes: mapEntries(position.supersedes, (id) => of('positions', id)),
        contested: mapEntries(position.contested, (id) => of('positions', id))
      })
    ),
    statements: mapEntries(rested.statements, (statement) =>
      changed(statement, { actor: of('actors', statement.actor) })
    ),
    sources: mapEntries(rested.sources, (source) =>
      changed(source, {
        origin: orNone('origins', source.origin),
        updates: orNone('sources', source.updates)
      })
    ),
    keyJudgements: mapEntries(rested.keyJudgements, (judgement) =>
      changed(judgement, { about: anyOf(['positions', 'outcomes'], judgement.about) })
    ),
    events: mapEntries(rested.events, (event) =>
      changed(event, { actors: mapEntries(event.actors, (id) => of('actors', id)) })
    ),
    figures: mapEntries(rested.figures, (figure) =>
      changed(figure, { actor: orNone('actors', figure.actor) })
    ),
    annotations: mapEntries(rested.annotations, (annotation) => {
      const { target } = annotation;
      const id = of(target.type === 'card' ? 'cards' : 'sources', target.id);
      return changed(annotation, {
        target: id === target.id ? target : { ...target, id },
        links: mapEntries(annotation.links, (link) =>
          changed(link, { id: of(linked[link.type], link.id) })
        )
      });
    }),
    dismissals: mapEntries(rested.dismissals, (dismissal) =>
      changed(dismissal, {
        about: anyOf(abouts, dismissal.about),
        with: dismissal.with === null ? null : anyOf(abouts, dismissal.with)
      })
    )
  };
}

/** The entry itself when nothing of it changes. */
function changed<T extends object>(entry: T, patch: Partial<T>): T {
  const names = Object.keys(patch) as (keyof T)[];
  return names.every((name) => entry[name] === patch[name]) ? entry : { ...entry, ...patch };
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The next free id behind one. Asked again for the same one it goes on from there. */
function freeIds(taken: Set<Id>): (id: Id) => Id {
  const last = new Map<Id, Id>();
  return (id) => {
    let next = last.get(id) ?? id;
    do next = following(next);
    while (taken.has(next));
    taken.add(next);
    last.set(id, next);
    return next;
  };
}

/** One more, as a number to the base 32. */
function following(id: Id): Id {
  const places = [...id];
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const value = digits.indexOf(places[i] ?? '0') + 1;
    places[i] = digits[value % digits.length] ?? '0';
    if (value < digits.length) break;
  }
  return places.join('') as Id;
}

/**
 * Who of a draft's actors are one and who are not, as the person judged it. Kept in the briefing like
 * what was dismissed, so that it is undone with it and holds when the article is drafted again.
 */
import type { Briefing } from '../briefing/briefing.js';
import type { Draft } from './draft.js';
import { distinctNames, foldName, sameName } from '../text/fold-name.js';
import { newDismissal } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import type { DraftActor } from './suggestion.js';

const merged = 'actors merged';
const split = 'actor split';

/** The draft with every merge and split of the person, in their order. */
export function withJudgedActors(
  draft: Draft,
  dismissals: Briefing['dismissals'],
  source: Id
): Draft {
  let judged = draft;
  for (const { about, rule, words } of dismissals) {
    const [one = '', other = ''] = words.split('\n');
    if (about !== source) continue;
    if (rule === merged) judged = mergeIn(judged, one, other);
    if (rule === split) judged = splitIn(judged, one, other);
  }
  return judged;
}

/**
 * Takes `from` for another name of `into`, who is of the draft or of the briefing. Where the briefing
 * knows `into` already, it learns the names.
 */
export function mergeSuggestedActors(
  briefing: Briefing,
  source: Id,
  from: DraftActor,
  into: Pick<DraftActor, 'name'>,
  now: Date
): Briefing {
  const names = [from.name, ...from.aliases];
  const isKnown = (name: string) => sameName(name, into.name);
  const actors = briefing.actors.map((actor) => {
    if (![actor.name, ...actor.aliases].some(isKnown)) return actor;
    const known = new Set([actor.name, ...actor.aliases].map(foldName));
    const fresh = names.filter((name) => !known.has(foldName(name)));
    return { ...actor, aliases: [...actor.aliases, ...fresh] };
  });
  return { ...withTrace(briefing, source, merged, [from.name, into.name], now), actors };
}

/** Takes `alias` for someone else than the actor that goes by it. */
export function splitActor(
  briefing: Briefing,
  source: Id,
  actor: DraftActor,
  alias: string,
  now: Date
): Briefing {
  return withTrace(briefing, source, split, [actor.name, alias], now);
}

function withTrace(
  briefing: Briefing,
  about: Id,
  rule: string,
  names: readonly string[],
  now: Date
): Briefing {
  const trace = newDismissal('suggestion', { about, rule, words: names.join('\n') }, now);
  return { ...briefing, dismissals: [...briefing.dismissals, trace] };
}

function mergeIn(draft: Draft, fromName: string, intoName: string): Draft {
  const from = findDrafted(draft, fromName);
  const into = findDrafted(draft, intoName);
  if (!from || from === into) return draft;
  if (into) return uniteIn(draft, from, into);
  // Someone whom only the briefing names so.
  const aliases = distinctNames([intoName, from.name, ...from.aliases]).slice(1);
  const renamed: DraftActor = { ...from, name: intoName, aliases: [...aliases] };
  return { ...draft, actors: draft.actors.map((actor) => (actor === from ? renamed : actor)) };
}

/** By the name, or by another that only one goes by: the briefing may have given the actor its own name since. */
function findDrafted({ actors }: Draft, wanted: string): DraftActor | undefined {
  const own = actors.find(({ name }) => name === wanted);
  if (own) return own;
  const [alias, ...others] = actors.filter(({ aliases }) =>
    aliases.some((each) => sameName(each, wanted))
  );
  return others.length === 0 ? alias : undefined;
}

function uniteIn(draft: Draft, from: DraftActor, into: DraftActor): Draft {
  const one: DraftActor = {
    ...into,
    aliases: distinctNames([into.name, ...into.aliases, from.name, ...from.aliases]).slice(1),
    titles: [...new Set([...into.titles, ...from.titles])],
    mentions: [...into.mentions, ...from.mentions].sort((a, b) => a.start - b.start),
    confidence: Math.max(into.confidence, from.confidence)
  };
  const renamed = (id: string) => (id === from.id ? into.id : id);
  return {
    ...draft,
    actors: draft.actors.filter((actor) => actor !== from).map((a) => (a === into ? one : a)),
    attributions: draft.attributions.map((q) => ({ ...q, actor: q.actor && renamed(q.actor) })),
    positions: draft.positions.map((p) => ({ ...p, actor: renamed(p.actor) })),
    positionChanges: draft.positionChanges.map((c) => ({ ...c, actor: renamed(c.actor) })),
    events: draft.events.map((e) => ({
      ...e,
      participants: [...new Set(e.participants.map(renamed))]
    }))
  };
}

/** Claims whose speaker is named by the alias go along with it. */
function splitIn(draft: Draft, name: string, alias: string): Draft {
  const actor = draft.actors.find((a) => a.name === name && a.aliases.includes(alias));
  if (!actor) return draft;
  const isAlias = (words: string) => foldName(words).includes(foldName(alias));
  const isFull = (words: string) => foldName(words).includes(foldName(name));
  const goes = actor.mentions.filter(({ text }) => isAlias(text) && !isFull(text));
  if (goes.length === 0) return draft;
  const starts = new Set(goes.map(({ start }) => start));
  const other: DraftActor = {
    ...actor,
    id: `${actor.id}/${alias}`,
    name: alias,
    aliases: [],
    titles: [],
    mentions: goes
  };
  const rest: DraftActor = {
    ...actor,
    aliases: actor.aliases.filter((a) => a !== alias),
    mentions: actor.mentions.filter(({ start }) => !starts.has(start))
  };
  const moved = new Set(
    draft.attributions
      .filter((q) => q.actor === actor.id && q.source && starts.has(q.source.start))
      .map(({ id }) => id)
  );
  // What the writer tells of somebody names him in its own words.
  const isMoved = ({ attribution, evidence }: Draft['positions'][number]) =>
    attribution === null
      ? goes.some(({ start }) => evidence.start <= start && start < evidence.end)
      : moved.has(attribution);
  const namesake = draft.actors.find((a) => a !== actor && sameName(a.name, alias));
  const parted: Draft = {
    ...draft,
    actors: draft.actors.flatMap((a) => (a === actor ? [rest, other] : [a])),
    attributions: draft.attributions.map((q) => (moved.has(q.id) ? { ...q, actor: other.id } : q)),
    positions: draft.positions.map((p) =>
      isMoved(p) && p.actor === actor.id ? { ...p, actor: other.id } : p
    )
  };
  // Who goes by the name already is who was meant.
  return namesake ? uniteIn(parted, other, namesake) : parted;
}

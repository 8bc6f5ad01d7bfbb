/**
 * Whom of a briefing a draft means by a surname alone, or with an initial more or less: “Mayor Calloway” and
 * “Ines M. Calloway” are its Ines Calloway. Pure.
 */
import type { Actor } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import {
  distinctNames,
  foldName,
  type Named,
  sameButForInitial,
  sameName,
  shareName
} from '../text/fold-name.js';
import type { Draft } from './draft.js';
import type { DraftActor } from './suggestion.js';

/** By the actor's id in the draft. */
export type KnownSurnames = ReadonlyMap<string, Actor>;

/** Only where one person of the briefing bears the surname, and nobody else of the draft. */
export function knownBySurname(draft: Draft, { actors }: Pick<Briefing, 'actors'>): KnownSurnames {
  return new Map(
    draft.actors.flatMap((drafted): [string, Actor][] => {
      if (!isSurname(drafted)) {
        const known = knownButForInitial(drafted, draft.actors, actors);
        return known ? [[drafted.id, known]] : [];
      }
      const isNamesake = (other: DraftActor) => other !== drafted && bears(other, drafted.name);
      const [known, ...others] = actors.filter((actor) => mayBe(actor, drafted.name));
      const isOne = known?.type === 'person' && others.length === 0;
      return isOne && !draft.actors.some(isNamesake) ? [[drafted.id, known]] : [];
    })
  );
}

function knownButForInitial(
  { name, type }: DraftActor,
  drafted: readonly DraftActor[],
  actors: readonly Actor[]
): Actor | undefined {
  if (type !== 'person' || actors.some((actor) => shareName(actor, { name, aliases: [] }))) return;
  const known = findButForInitial(actors, name);
  // Both stand in the article: then it tells two.
  return drafted.some((other) => known && sameName(other.name, known.name)) ? undefined : known;
}

/** The only person of that name but for an initial. */
function findButForInitial(actors: readonly Actor[], name: string): Actor | undefined {
  const [known, ...others] = actors.filter(
    (actor) =>
      actor.type === 'person' &&
      [actor.name, ...actor.aliases].some((each) => sameButForInitial(each, name))
  );
  return others.length === 0 ? known : undefined;
}

/** The draft with the names of the briefing; what the article calls them stays as another name. */
export function withKnownSurnames(draft: Draft, surnames: KnownSurnames): Draft {
  return {
    ...draft,
    actors: draft.actors.map((drafted) => {
      const known = surnames.get(drafted.id);
      if (!known) return drafted;
      const { name } = known;
      const [, ...aliases] = distinctNames([name, drafted.name, ...drafted.aliases]);
      return { ...drafted, type: 'person', name, aliases };
    })
  };
}

/** “Calloway”, and with what some begin with, “van Dijk”; a title is no part of a name. */
function isSurname({ type, name }: DraftActor): boolean {
  return (
    (type === 'person' || type === 'unknown') && /^(?:\p{Ll}[\p{L}'’]*\s)*\p{Lu}\S*$/u.test(name)
  );
}

/** A person with this surname, or whoever goes by it alone. */
function mayBe(actor: Actor, surname: string): boolean {
  const folded = foldName(surname);
  return actor.type === 'person'
    ? bears(actor, surname)
    : [actor.name, ...actor.aliases].some((name) => foldName(name) === folded);
}

function bears({ name, aliases }: Named, surname: string): boolean {
  const folded = foldName(surname);
  return [name, ...aliases]
    .map(foldName)
    .some((each) => each === folded || each.endsWith(` ${folded}`));
}

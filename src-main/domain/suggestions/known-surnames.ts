/** Whom of a briefing a draft means by a surname alone: “Mayor Calloway” is its Ines Calloway. Pure. */
import type { Actor } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { distinctNames, foldName, type Named } from '../text/fold-name.js';
import type { Draft } from './draft.js';
import type { DraftActor } from './suggestion.js';

/** By the actor's id in the draft. */
export type KnownSurnames = ReadonlyMap<string, Actor>;

/** Only where one person of the briefing bears the surname, and nobody else of the draft. */
export function knownBySurname(draft: Draft, { actors }: Pick<Briefing, 'actors'>): KnownSurnames {
  return new Map(
    draft.actors.flatMap((drafted): [string, Actor][] => {
      if (!isSurname(drafted)) return [];
      const isNamesake = (other: DraftActor) => other !== drafted && bears(other, drafted.name);
      const [known, ...others] = actors.filter((actor) => mayBe(actor, drafted.name));
      const isOne = known?.type === 'person' && others.length === 0;
      return isOne && !draft.actors.some(isNamesake) ? [[drafted.id, known]] : [];
    })
  );
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

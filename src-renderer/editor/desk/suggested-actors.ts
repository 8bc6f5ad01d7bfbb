/** Which actors that the sources suggest are one, or two: what the person can choose of, and what her choice does to the open briefing. */
import type { Actor } from '../../../src-main/domain/briefing/entries.js';
import type { Ground } from '../../../src-main/domain/suggestions/enter.js';
import {
  mergeSuggestedActors,
  splitActor
} from '../../../src-main/domain/suggestions/judged-actors.js';
import type { Suggestion, SuggestionOf } from '../../../src-main/domain/suggestions/suggestion.js';
import { foldName } from '../../../src-main/domain/text/fold-name.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import type { Voice } from './messages.svelte.js';

type SuggestedActor = SuggestionOf<'actor'>['actor'];

/** Of the briefing, whom the article does not name as the briefing does. */
export function actorsBeside(
  suggestions: readonly Suggestion[],
  actors: readonly Actor[]
): readonly Actor[] {
  const listed = suggestions.flatMap((s) => (s.kind === 'actor' ? [foldName(s.actor.name)] : []));
  return actors
    .filter(({ name }) => !listed.includes(foldName(name)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export function mergeInBriefing(
  open: OpenBriefing,
  voice: Voice,
  { source, now }: Ground,
  actor: SuggestedActor,
  into: SuggestedActor | Actor
): void {
  open.edit(named.suggestedActorsMerged(actor.name, into.name), (b) =>
    mergeSuggestedActors(b, source, actor, into, now)
  );
  voice.say(`${actor.name} and ${into.name} are one.`);
}

export function splitInBriefing(
  open: OpenBriefing,
  voice: Voice,
  { source, now }: Ground,
  actor: SuggestedActor,
  alias: string
): void {
  open.edit(named.suggestedActorSplit(alias, actor.name), (b) =>
    splitActor(b, source, actor, alias, now)
  );
  voice.say(`${alias} is someone else than ${actor.name}.`);
}

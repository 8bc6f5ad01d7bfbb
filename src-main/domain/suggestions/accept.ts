/** Suggestion → entries of the briefing, each on an annotation of the source. Pure: one accepted suggestion is one edit. */
import { type Actor, type Card, newCard, newFigure, newOutcome } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Id, newId } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { escapeMarkdown } from '../markdown/portable-markdown.js';
import { acceptChange, acceptSaying, noTies, type Ties } from './accept-position.js';
import { actorOf, enterEvidences, findActor, type Ground, sentencePlace } from './enter.js';
import { type FieldValues, valuesOf } from './fields.js';
import { readWrittenDate } from '../text/read-date.js';
import { distinctNames } from '../text/fold-name.js';
import { settle } from './settled.js';
import type { Suggestion, SuggestionOf } from './suggestion.js';

/**
 * @param values of the suggestion's fields, which have no problems; what is left out is taken as suggested.
 * @param ties of the position that it becomes, or of the later one of a change.
 */
export function acceptSuggestion(
  briefing: Briefing,
  suggestion: Suggestion,
  ground: Ground,
  values: FieldValues = {},
  ties = noTies
): Briefing {
  const suggested = valuesOf(suggestion);
  const all = { ...suggested, ...values };
  const trimmed = Object.fromEntries(Object.entries(all).map(([name, v]) => [name, v.trim()]));
  const entered = enter(briefing, suggestion, trimmed, ground, ties);
  return [suggestion, ...includedIn(suggestion, ground.suggestions)].reduce(
    (b, each) => settle(b, each, ground.source, 'accepted', ground.now),
    entered
  );
}

/** One edit for all of them. */
export function acceptAll(
  briefing: Briefing,
  suggestions: readonly Suggestion[],
  ground: Ground
): Briefing {
  return suggestions.reduce((b, suggestion) => acceptSuggestion(b, suggestion, ground), briefing);
}

/** The positions before and after a change enter with it, and are not to be accepted once more. */
function includedIn(suggestion: Suggestion, all: readonly Suggestion[]): readonly Suggestion[] {
  if (suggestion.kind !== 'change') return [];
  const ids = [suggestion.before, suggestion.after].map((claim) => claim.position.id);
  return all.filter((each) => each.kind === 'position' && ids.includes(each.position.position.id));
}

function enter(
  briefing: Briefing,
  suggestion: Suggestion,
  values: FieldValues,
  ground: Ground,
  ties: Ties
): Briefing {
  const statement = values['statement'] ?? '';
  switch (suggestion.kind) {
    case 'actor':
      return acceptActor(briefing, suggestion, values, ground);
    case 'position':
      return acceptSaying(briefing, suggestion.position, values, ground, ties);
    case 'change':
      return acceptChange(briefing, suggestion, values, ground, ties);
    case 'statement': {
      const said = { ...suggestion.statement, place: suggestion.place };
      return acceptSaying(briefing, said, values, ground, ties);
    }
    case 'quote':
      return acceptQuote(briefing, suggestion, values, ground);
    case 'figure':
      return acceptFigure(briefing, suggestion, values, ground);
    case 'date':
    case 'event':
      return acceptEvent(briefing, suggestion, values, ground);
    case 'constraint': {
      const words = { heading: 'Constraint', body: escapeMarkdown(statement) };
      return addCard(briefing, suggestion, ground, newCard('constraint', words));
    }
    case 'outcome': {
      const rested = enterEvidences(briefing, ground, suggestion.place, 'claim');
      const outcome = newOutcome(statement, rested.evidence);
      return { ...rested.briefing, outcomes: [...briefing.outcomes, outcome] };
    }
  }
}

type Accept<K extends Suggestion['kind']> = (
  briefing: Briefing,
  suggestion: SuggestionOf<K>,
  values: FieldValues,
  ground: Ground
) => Briefing;

/** Where the briefing knows the actor, it learns the names that are new to it. */
const acceptActor: Accept<'actor'> = (briefing, suggestion, values, ground) => {
  const name = values['name'] ?? '';
  const aliases = unique((values['aliases'] ?? '').split('\n'), name);
  const known = findActor(briefing, name, suggestion.actor);
  const actor: Actor = known
    ? { ...known, aliases: unique([...known.aliases, name, ...aliases], known.name) }
    : { ...actorOf(suggestion.actor), name, type: values['type'] as Actor['type'], aliases };
  const actors = known
    ? briefing.actors.map((a) => (a === known ? actor : a))
    : [...briefing.actors, actor];
  const link = { type: 'actor' as const, id: actor.id };
  return enterEvidences({ ...briefing, actors }, ground, suggestion.place, 'key', [link]).briefing;
};

function unique(names: readonly string[], without: string): readonly string[] {
  const cut = names.map((name) => name.trim().slice(0, maxLengths.actor));
  return distinctNames([without, ...cut.filter(Boolean)]).slice(1);
}

/** A card: what a speaker said word for word as a quotation, anything else as a sentence; without a name where there is none. */
const acceptQuote: Accept<'quote'> = (briefing, suggestion, values, ground) => {
  const { quote } = suggestion;
  const speaker = values['speaker'] ?? '';
  const name = escapeMarkdown(speaker);
  const words = escapeMarkdown(values['words'] ?? '');
  const body =
    quote.kind === 'direct'
      ? `${words.replace(/^/gm, '> ')}${name && `\n\n— ${name}`}`
      : `${name && `${name}: `}${words}`;
  const heading = speaker.slice(0, maxLengths.heading);
  return addCard(briefing, suggestion, ground, newCard('quote', { heading, body }));
};

const acceptFigure: Accept<'figure'> = (briefing, suggestion, values, ground) => {
  const place = sentencePlace(ground, suggestion.place);
  const rested = enterEvidences(briefing, ground, place, 'figure');
  const wording = suggestion.plainWords.replace(/\s+/g, ' ').slice(0, maxLengths.tag);
  const figure = {
    ...newFigure(wording, Number(values['value'])),
    unit: values['unit'] ?? '',
    measures: values['measures'] ?? '',
    date: readWrittenDate(values['date'] ?? ''),
    actor: giverOf(briefing, suggestion, ground),
    evidence: rested.evidence
  };
  return { ...rested.briefing, figures: [...briefing.figures, figure] };
};

/** In whose likely statement it stands, where that is one actor that the briefing has: nobody else enters with it. */
function giverOf(briefing: Briefing, { place }: Suggestion, { suggestions }: Ground): Id | null {
  const givers = suggestions.flatMap((each) => {
    if (each.kind !== 'statement' || each.grade !== 'likely' || !place || !each.place) return [];
    if (place.start < each.place.start || each.place.end < place.end) return [];
    const { actor } = each.statement;
    return findActor(briefing, actor.name, actor)?.id ?? [];
  });
  const [giver = null, ...others] = new Set(givers);
  return others.length === 0 ? giver : null;
}

/** Only actors that the briefing has take part: nobody else enters with it. */
const acceptEvent: Accept<'date' | 'event'> = (briefing, suggestion, values, ground) => {
  const { kind, place } = suggestion;
  const told = kind === 'date' ? sentencePlace(ground, place) : place;
  const rested = enterEvidences(briefing, ground, told, 'key');
  const drafted = suggestion.kind === 'event' ? suggestion.participants : [];
  const actors = drafted.flatMap((actor) => findActor(briefing, actor.name, actor)?.id ?? []);
  const event = {
    id: newId(),
    title: values['title'] ?? '',
    date: readWrittenDate(values['date'] ?? ''),
    until: null,
    actors: [...new Set(actors)],
    evidence: rested.evidence,
    by: null
  };
  return { ...rested.briefing, events: [...briefing.events, event] };
};

function addCard(briefing: Briefing, { place }: Suggestion, ground: Ground, card: Card): Briefing {
  const rested = enterEvidences(briefing, ground, place, 'claim');
  return { ...rested.briefing, cards: [...briefing.cards, card] };
}

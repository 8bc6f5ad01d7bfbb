/**
 * A position that a person records on words she selected in a source. What it does to positions in force goes
 * by the same rules as an accepted suggestion. Pure.
 */
import { inOneLine } from '../text/in-one-line.js';
import type { Id } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Stance } from '../briefing/entries.js';
import { acceptSaying } from '../suggestions/accept-position.js';
import { findActor, type Ground } from '../suggestions/enter.js';
import { settle } from '../suggestions/settled.js';
import type { DraftActor } from '../suggestions/suggestion.js';
import type { Range } from '../text/range.js';
import { readWrittenDate } from '../text/read-date.js';
import { type Acceptance, tiesOf } from './accept-news.js';
import type { NewsIndex } from './news-index.js';
import type { News } from './news.js';
import { actorOfCodable, isCodable } from './triage.js';

export interface PositionOnWords {
  /** Named as in the briefing where it is there. */
  readonly actor: string;
  /** Whom the draft means; `null` where it has nobody. */
  readonly drafted: DraftActor | null;
  readonly issue: string;
  readonly stance: Stance;
  /** Only of a conditional one. */
  readonly condition: string;
  /** As it is written; empty for none. */
  readonly said: string;
  /** Whether the words are the actor's own. */
  readonly direct: boolean;
  /** In the rendered source. */
  readonly place: Range;
}

/** Somebody whom no draft knows. */
const onlyNamed: DraftActor = {
  ...{ id: '', type: 'unknown', name: '', aliases: [], titles: [], mentions: [], confidence: 1 }
};

/** What is new about it, on the issue that the person chose. */
export function newsOnWords(
  index: NewsIndex,
  { actor, drafted, issue, stance, said, place }: PositionOnWords,
  { source, text }: Ground
): News {
  const words = wordsAt(text, place);
  const coming = {
    actor: drafted?.name === actor ? drafted : { ...onlyNamed, name: actor },
    said: readWrittenDate(said),
    position: { issue, stance, statement: words },
    isChosen: true
  };
  return index.ofPosition(coming, words, source);
}

/** @param id that the position is to have. */
export function recordOnWords(
  briefing: Briefing,
  on: PositionOnWords,
  ground: Ground,
  news: News | null,
  as: Acceptance,
  id: Id
): Briefing {
  const { actor, drafted, issue, stance, condition, said, place, direct } = on;
  const statement = wordsAt(ground.text, place).slice(0, maxLengths.statement);
  const values = {
    ...{ actor: actor.trim(), issue: issue.trim(), stance, statement, said },
    condition: condition.trim()
  };
  const saying = { actor: drafted, place, direct };
  const recorded = acceptSaying(briefing, saying, values, ground, tiesOf(news, as), id);
  return settleOnWords(recorded, id, ground);
}

/** Of what is suggested so much lies in the words of the position, and so much of these in it. */
const [leastOfSuggestion, leastOfWords] = [0.8, 0.5];

/**
 * A position that a person recorded settles what the draft suggests of the same actor on the same words.
 *
 * @param id of a position of the briefing.
 */
export function settleOnWords(
  briefing: Briefing,
  id: Id,
  { source, suggestions, now }: Pick<Ground, 'source' | 'suggestions' | 'now'>
): Briefing {
  const position = briefing.positions.find((each) => each.id === id);
  const places = briefing.annotations.flatMap(({ id: annotation, target }) =>
    target.id === source && position?.evidence.includes(annotation)
      ? (target.selectors.position ?? [])
      : []
  );
  const isOnThem = ({ start, end }: Range) =>
    places.some((place) => {
      const shared = Math.min(place.end, end) - Math.max(place.start, start);
      return (
        shared >= leastOfSuggestion * (end - start) &&
        shared >= leastOfWords * (place.end - place.start)
      );
    });
  return suggestions
    .filter(isCodable)
    .filter((each) => each.place !== null && isOnThem(each.place))
    .filter((each) => {
      const drafted = actorOfCodable(each);
      return findActor(briefing, drafted.name, drafted)?.id === position?.actor;
    })
    .reduce((b, each) => settle(b, each, source, 'accepted', now), briefing);
}

/** In one line. */
export function wordsAt(text: string, { start, end }: Range): string {
  return inOneLine(text.slice(start, end));
}

/** What the one-page brief holds, and which of it its author can leave out. */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Event, Position } from '../briefing/entries.js';
import { isReviewed } from '../briefing/reviewed.js';
import { firstDayOf, type Id } from '../base/values.js';
import { dateInWords, whenOf } from '../terms/terms.js';
import { cutToLength } from '../text/cut-to-length.js';
import { type PublishedOutcome, outcomesOf } from './claims.js';
import { keyPointOf } from './key-point.js';

/** Of a card, in the order of the briefing. */
interface BriefPoint {
  readonly id: Id;
  readonly heading: string;
  readonly isReviewed: boolean;
  /**
   * The sentence that is told of it. `longest` is the most UTF-16 units of one that its author did not
   * write; a longer one is left out, and empty stands for none.
   */
  readonly point: (longest: number) => string;
}

/** What comes next, on its day. */
interface NextDate {
  readonly id: Id;
  readonly when: string;
  readonly what: string;
}

/** Direct speech, with whose it is. */
interface BriefQuote {
  /** Of the annotation that it stands in. */
  readonly id: Id;
  /** With its quotation marks, as the source has them. */
  readonly words: string;
  readonly actor: string;
  /** Empty where no day is known. */
  readonly when: string;
}

export interface Brief {
  readonly points: readonly BriefPoint[];
  /** `null`: nothing is to come after the day of the briefing. */
  readonly next: NextDate | null;
  readonly outcomes: readonly PublishedOutcome[];
  /** Three at most, the weightiest first. */
  readonly quotes: readonly BriefQuote[];
}

const mostQuotes = 3;
/** UTF-16 units. */
const longestName = 90;

/** `leftOut` names cards, events, outcomes and annotations. */
export function briefOf(briefing: Briefing, leftOut: readonly Id[]): Brief {
  const hidden = new Set(leftOut);
  const isShown = ({ id }: { readonly id: Id }) => !hidden.has(id);
  return {
    points: pointsOf(briefing).filter(isShown),
    next: upcoming(briefing).find(isShown) ?? null,
    outcomes: (outcomesOf(briefing, new Map())?.outcomes ?? []).filter(({ outcome }) =>
      isShown(outcome)
    ),
    quotes: quotesOf(briefing).filter(isShown).slice(0, mostQuotes)
  };
}

/** One thing that stands on the page or could. */
export interface BriefPart {
  readonly id: Id;
  /** Such as “Key points”, under which it stands. */
  readonly group: string;
  /** What it is, in a few words. */
  readonly name: string;
  readonly isShown: boolean;
}

/**
 * All that its author can choose of: what is shown, and what was left out of it. One that was left out
 * makes room for the next date or quote, which is then among them.
 */
export function partsOfBrief(briefing: Briefing, leftOut: readonly Id[]): readonly BriefPart[] {
  const hidden = new Set(leftOut);
  const brief = briefOf(briefing, leftOut);
  const shown = new Set([brief.next, ...brief.quotes].flatMap((each) => (each ? [each.id] : [])));
  const part = (group: string, id: Id, words: string): BriefPart => {
    const { text, cut } = cutToLength(words, longestName);
    return { id, group, name: cut ? `${text} …` : text, isShown: !hidden.has(id) };
  };
  const isOffered = ({ id }: { readonly id: Id }) => shown.has(id) || hidden.has(id);
  return [
    ...pointsOf(briefing).map(({ id, heading }) => part('Key points', id, heading)),
    ...upcoming(briefing)
      .filter(isOffered)
      .map(({ id, when, what }) => part('Next date', id, `${when}: ${what}`)),
    ...(outcomesOf(briefing, new Map())?.outcomes ?? []).map(({ outcome }) =>
      part('What could happen', outcome.id, outcome.statement)
    ),
    ...quotesOf(briefing)
      .filter(isOffered)
      .map(({ id, words, actor }) => part('In their words', id, `${actor}: ${words}`))
  ];
}

function pointsOf({ cards }: Briefing): readonly BriefPoint[] {
  return cards
    .filter(({ kind }) => kind !== 'note')
    .map((card) => ({
      id: card.id,
      heading: card.heading.trim() || card.kind,
      isReviewed: isReviewed(card),
      point: (longest) => keyPointOf(card, longest)
    }));
}

/** Events after the day that the briefing speaks for, the next one first. */
function upcoming({ date, modifiedAt, events }: Briefing): readonly NextDate[] {
  const day = date === null ? modifiedAt.slice(0, 10) : firstDayOf(date);
  const begins = (event: Event) => (event.date === null ? '' : firstDayOf(event.date));
  return events
    .filter((event) => begins(event) > day)
    .toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0))
    .map((event) => ({ id: event.id, when: whenOf(event), what: event.title }));
}

/** UTF-16 units: less is a term and no speech, more is for the full briefing. */
const quoteLengths = { least: 16, most: 180 };
const directSpeech = /“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|"[^"]+"/gu;

/**
 * What actors said in so many words for a position that they stated, one quote a position: first what
 * changed a position, then the latest; nobody speaks twice before all have spoken.
 */
function quotesOf(briefing: Briefing): readonly BriefQuote[] {
  const annotations = new Map(briefing.annotations.map((each) => [each.id, each]));
  const actors = new Map(briefing.actors.map(({ id, name }) => [id, name]));
  const superseded = new Set(briefing.positions.flatMap((each) => each.supersedes));
  const day = ({ said, reported }: Position) => {
    const known = said ?? reported;
    return known === null ? '' : firstDayOf(known);
  };
  const inForce = briefing.positions
    .filter(({ id, status }) => status === 'stated' && !superseded.has(id))
    .toSorted(
      (a, b) =>
        Number(b.supersedes.length > 0) - Number(a.supersedes.length > 0) ||
        (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0)
    );
  const quoted = new Set<string>();
  const spoken = new Map<Id, number>();
  const quotes = inForce.flatMap((position) => {
    const actor = actors.get(position.actor);
    const found = position.evidence
      .flatMap((id) => annotations.get(id) ?? [])
      .flatMap(speechIn)
      .find(({ words }) => !quoted.has(words));
    if (actor === undefined || !found) return [];
    quoted.add(found.words);
    const turn = spoken.get(position.actor) ?? 0;
    spoken.set(position.actor, turn + 1);
    const known = position.said ?? position.reported;
    return [{ ...found, actor, when: known === null ? '' : dateInWords(known), turn }];
  });
  const ids = new Set<Id>();
  return quotes
    .toSorted((a, b) => a.turn - b.turn)
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map(({ turn: _turn, ...quote }) => quote);
}

function speechIn({
  id,
  target
}: Annotation): readonly { readonly id: Id; readonly words: string }[] {
  const { exact } = target.selectors.quote;
  return [...exact.matchAll(directSpeech)]
    .map(([words]) => words.replace(/\s+/gu, ' '))
    .filter(({ length }) => length >= quoteLengths.least + 2 && length <= quoteLengths.most + 2)
    .map((words) => ({ id, words }));
}

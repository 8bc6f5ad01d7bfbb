/** What the one-page brief holds, and which of it its author can leave out. */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import { isReviewed } from '../briefing/reviewed.js';
import { firstDayOf, type Id } from '../base/values.js';
import { positionsAsOf, withDaysOfEvidence } from '../ledger/ledger.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { cutToLength } from '../text/cut-to-length.js';
import { joinedByCommas } from '../text/joined-words.js';
import { eventsOf, type PublishedOutcome, outcomesOf } from './claims.js';
import { headingOfCard } from './page-one.js';
import { type KeyPoint, keyPointOf } from './key-point.js';
import { directSpeech } from '../text/direct-speech.js';
import { type QuoteSpeaker, speakersOfQuotes } from './speaker-of-quote.js';
import type { MarkedParts } from './superseded-words.js';

/** Of a card, in the order of the briefing. */
export interface BriefPoint {
  readonly id: Id;
  /** With its portion mark. */
  readonly heading: string;
  readonly isReviewed: boolean;
  readonly point: KeyPoint;
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
  /** Such as “Ann Lee, 16 August 2025”. */
  readonly signature: string;
  /** What a newer version of its source says instead, in sentences; empty for nothing. */
  readonly newerVersion: string;
}

export interface Brief {
  /** How many positions are in force. */
  readonly positions: number;
  readonly points: readonly BriefPoint[];
  /** `null`: nothing is to come after the day of the briefing. */
  readonly next: NextDate | null;
  readonly outcomes: readonly PublishedOutcome[];
  /** Three at most, the weightiest first. */
  readonly quotes: readonly BriefQuote[];
  /** What had no room on the page, such as “In the full briefing: Options +2.”; empty for nothing. */
  readonly elsewhere: string;
}

const mostQuotes = 3;
/** UTF-16 units. */
const longestName = 90;

/**
 * `leftOut` names cards, events, outcomes and annotations; `newer` is what newer versions say in place of
 * a quote, by its annotation; a quote that is not among `speakers` does not stand there;
 * `told` is what is printed of cards.
 */
export function briefOf(
  briefing: Briefing,
  leftOut: readonly Id[],
  words: PrintedWords,
  newer: ReadonlyMap<Id, string> = new Map(),
  speakers: readonly QuoteSpeaker[] = speakersOfQuotes(briefing, {}),
  told?: Pick<MarkedParts, 'card'>
): Brief {
  return {
    ...shownOf(candidatesOf(briefing, words, newer, speakers, told), new Set(leftOut)),
    positions: positionsAsOf(briefing.positions, null).length
  };
}

/** All that the page could tell, in the order in which it would. */
interface Candidates {
  readonly points: readonly BriefPoint[];
  readonly upcoming: readonly NextDate[];
  readonly outcomes: readonly PublishedOutcome[];
  readonly quotes: readonly BriefQuote[];
}

function candidatesOf(
  briefing: Briefing,
  words: PrintedWords,
  newer: ReadonlyMap<Id, string>,
  speakers: readonly QuoteSpeaker[],
  told?: Pick<MarkedParts, 'card'>
): Candidates {
  return {
    points: pointsOf(briefing, words, told),
    upcoming: upcoming(briefing, words),
    outcomes: outcomesOf(briefing, new Map(), words)?.outcomes ?? [],
    quotes: quotesOf(withDaysOfEvidence(briefing), speakers, words).map((quote) => ({
      ...quote,
      newerVersion: newer.get(quote.id) ?? ''
    }))
  };
}

function shownOf(
  { points, upcoming, outcomes, quotes }: Candidates,
  hidden: ReadonlySet<Id>
): Omit<Brief, 'positions'> {
  const isShown = ({ id }: { readonly id: Id }) => !hidden.has(id);
  return {
    points: points.filter(isShown),
    next: upcoming.find(isShown) ?? null,
    outcomes: outcomes.filter(({ outcome }) => isShown(outcome)),
    quotes: quotes.filter(isShown).slice(0, mostQuotes),
    elsewhere: ''
  };
}

/** One thing that stands on the page or could. */
export interface BriefPart {
  readonly id: Id;
  /** Under which heading it stands. */
  readonly group: 'points' | 'next' | 'outcomes' | 'quotes';
  /** What it is, in a few words. */
  readonly name: string;
  readonly isShown: boolean;
}

/**
 * All that its author can choose of: what is shown, and what was left out of it. One that was left out
 * makes room for the next date or quote, which is then among them.
 */
export function partsOfBrief(
  briefing: Briefing,
  leftOut: readonly Id[],
  words: PrintedWords,
  speakers: readonly QuoteSpeaker[]
): readonly BriefPart[] {
  const hidden = new Set(leftOut);
  const candidates = candidatesOf(briefing, words, new Map(), speakers);
  const { next, quotes } = shownOf(candidates, hidden);
  const shown = new Set([next, ...quotes].flatMap((each) => (each ? [each.id] : [])));
  const part = (group: BriefPart['group'], id: Id, words: string): BriefPart => {
    const { text, cut } = cutToLength(words, longestName);
    return { id, group, name: cut ? `${text} …` : text, isShown: !hidden.has(id) };
  };
  const isOffered = ({ id }: { readonly id: Id }) => shown.has(id) || hidden.has(id);
  return [
    ...candidates.points.map(({ id, heading }) => part('points', id, heading)),
    ...candidates.upcoming
      .filter(isOffered)
      .map(({ id, when, what }) => part('next', id, `${when}: ${what}`)),
    ...candidates.outcomes.map(({ outcome: { id, statement } }) => part('outcomes', id, statement)),
    ...candidates.quotes.filter(isOffered).map(({ id, words: spoken, signature }) => {
      return part('quotes', id, `${signature}${words.colon} ${spoken}`);
    })
  ];
}

function pointsOf(
  { cards }: Briefing,
  words: PrintedWords,
  told?: Pick<MarkedParts, 'card'>
): readonly BriefPoint[] {
  return cards
    .filter(({ kind, heading, body, keyPoint }) => {
      return kind !== 'note' && `${heading}${body}${keyPoint}`.trim() !== '';
    })
    .map((card) => ({
      id: card.id,
      heading: headingOfCard(card, words),
      isReviewed: isReviewed(card),
      point: keyPointOf(told?.card(card) ?? card)
    }));
}

/** Events after the day that the briefing speaks for, the next one first. */
function upcoming(briefing: Briefing, words: PrintedWords): readonly NextDate[] {
  const { date, modifiedAt } = briefing;
  const day = date === null ? modifiedAt.slice(0, 10) : firstDayOf(date);
  return eventsOf(briefing, new Map(), words)
    .filter(({ event }) => event.date !== null && firstDayOf(event.date) > day)
    .map(({ event, when }) => ({ id: event.id, when, what: event.title }));
}

/** UTF-16 units: less is a term and no speech, more is for the full briefing. */
const quoteLengths = { least: 16, most: 180 };

/**
 * What actors said in so many words for a position that they stated, one quote a position: first what
 * changed a position, then the latest; nobody speaks twice before all have spoken.
 */
function quotesOf(
  briefing: Briefing,
  speakers: readonly QuoteSpeaker[],
  words: PrintedWords
): readonly Omit<BriefQuote, 'newerVersion'>[] {
  const annotations = new Map(briefing.annotations.map((each) => [each.id, each]));
  const superseded = new Set(briefing.positions.flatMap((each) => each.supersedes));
  const whenSaid = ({ said, reported }: Position) => said ?? reported;
  const day = (position: Position) => {
    const known = whenSaid(position);
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
  const speakerOf = ({ id, start }: Speech) => {
    const told = speakers.find((each) => each.quote === id && each.start === start);
    return briefing.actors.find((actor) => actor.id === told?.actor);
  };
  const quotes = inForce.flatMap((position) => {
    const found = position.evidence
      .flatMap((id) => annotations.get(id) ?? [])
      .flatMap(speechIn)
      .find((speech) => !quoted.has(speech.words) && speakerOf(speech));
    const speaker = found && speakerOf(found);
    if (!speaker) return [];
    quoted.add(found.words);
    const turn = spoken.get(position.actor) ?? 0;
    spoken.set(position.actor, turn + 1);
    const known = whenSaid(position);
    const signed = [speaker.name, known === null ? '' : words.date(known)];
    const signature = joinedByCommas(signed, words.comma);
    return [{ id: found.id, words: found.words, signature, turn }];
  });
  const ids = new Set<Id>();
  return quotes
    .toSorted((a, b) => a.turn - b.turn)
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map(({ turn: _turn, ...quote }) => quote);
}

interface Speech extends Pick<BriefQuote, 'id' | 'words'> {
  /** Where it begins in the words of the annotation. */
  readonly start: number;
}

function speechIn({ id, target }: Annotation): readonly Speech[] {
  return [...target.selectors.quote.exact.matchAll(directSpeech)]
    .map(({ 0: said, index }) => ({ id, start: index, words: said.replace(/\s+/gu, ' ') }))
    .filter(
      ({ words: { length } }) => length >= quoteLengths.least + 2 && length <= quoteLengths.most + 2
    );
}

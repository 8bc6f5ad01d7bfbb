/**
 * What the one-page brief holds, and which of it its author can leave out. Over 300 lines because what stands there
 * and what is offered for it are one choice.
 */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, CardKind, Position } from '../briefing/entries.js';
import { cardLines, isReviewed, unreviewedLines } from '../briefing/reviewed.js';
import type { Id } from '../base/values.js';
import { dayOfPosition, positionsAsOf, withDaysOfEvidence } from '../ledger/ledger.js';
import { dateOfPositionInWords } from '../terms/days-of-position.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { cutToLength } from '../text/cut-to-length.js';
import { sameName } from '../text/fold-name.js';
import { isolatedAmong } from '../text/direction.js';
import { inOneLine } from '../text/in-one-line.js';
import { joinedByCommas } from '../text/joined-words.js';
import { type PublishedOutcome, outcomesOf } from './claims.js';
import { headingOfCard } from './page-one.js';
import { type KeyPoint, keyPointOf } from './key-point.js';
import { type NextDate, pointsBeside, upcoming } from './next-date.js';
import { directSpeech } from '../text/direct-speech.js';
import { type QuoteSpeaker, speakersOfQuotes } from './speaker-of-quote.js';
import type { MarkedParts } from './superseded-words.js';

/** Of a card, in the order of the briefing. */
export interface BriefPoint {
  readonly id: Id;
  readonly kind: CardKind;
  /** With its portion mark. */
  readonly heading: string;
  /** Of its sentence and lines those that nobody has confirmed, in its words. */
  readonly unreviewed: ReadonlySet<string>;
  /** Of its lines those behind which it is printed what superseded or corrected them, likewise. */
  readonly overtaken: ReadonlySet<string>;
  readonly point: KeyPoint;
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

/** The words that a position rests on. */
interface BriefEvidence {
  /** Of the annotation that it is. */
  readonly id: Id;
  /** Such as “Ann Lee, Sugar tax”. */
  readonly who: string;
  /** In quotation marks, with the day of the position. */
  readonly words: string;
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
  /** Of positions whose words are none of the quotes, in the order of those; eight at most. */
  readonly evidence: readonly BriefEvidence[];
  /** What had no room on the page, such as “In the full briefing: Options +2.”; empty for nothing. */
  readonly elsewhere: string;
}

/** What is printed of parts of a briefing. */
type ToldParts = Pick<MarkedParts, 'card' | 'withCorrections'>;

const mostQuotes = 3;
const mostEvidence = 8;
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
  told?: ToldParts
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
  readonly evidence: readonly BriefEvidence[];
}

function candidatesOf(
  briefing: Briefing,
  words: PrintedWords,
  newer: ReadonlyMap<Id, string>,
  speakers: readonly QuoteSpeaker[],
  told?: ToldParts
): Candidates {
  const dated = withDaysOfEvidence(briefing);
  const points = pointsOf(briefing, words, told);
  return {
    points,
    upcoming: upcoming(briefing, points, words),
    outcomes: outcomesOf(briefing, new Map(), words)?.outcomes ?? [],
    quotes: quotesOf(dated, speakers, words).map((quote) => ({
      ...quote,
      newerVersion:
        told?.withCorrections(newer.get(quote.id) ?? '', quote.words) ?? newer.get(quote.id) ?? ''
    })),
    evidence: evidenceOf(dated, speakers, words)
      .filter(({ id }) => !newer.has(id))
      .map((each) => ({
        ...each,
        words: told?.withCorrections(each.words, each.words) ?? each.words
      }))
  };
}

function shownOf(
  { points, upcoming, outcomes, quotes, evidence }: Candidates,
  hidden: ReadonlySet<Id>
): Omit<Brief, 'positions'> {
  const isShown = ({ id }: { readonly id: Id }) => !hidden.has(id);
  const spoken = quotes.filter(isShown).slice(0, mostQuotes);
  const quoted = new Set(spoken.map(({ id }) => id));
  const next = upcoming.find(isShown) ?? null;
  return {
    points: pointsBeside(points.filter(isShown), next),
    next,
    outcomes: outcomes.filter(({ outcome }) => isShown(outcome)),
    quotes: spoken,
    evidence: evidence
      .filter((each) => isShown(each) && !quoted.has(each.id))
      .slice(0, mostEvidence),
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
  const { next, quotes, evidence } = shownOf(candidates, hidden);
  const spoken = new Set(quotes.map(({ id }) => id));
  const shown = new Set([next, ...quotes, ...evidence].flatMap((each) => (each ? [each.id] : [])));
  const part = (group: BriefPart['group'], id: Id, words: string): BriefPart => {
    const { text, cut } = cutToLength(words, longestName);
    return { id, group, name: cut ? `${text} …` : text, isShown: !hidden.has(id) };
  };
  const isSpoken = ({ id }: { readonly id: Id }) => spoken.has(id) || hidden.has(id);
  const isOffered = ({ id }: { readonly id: Id }) => shown.has(id) || hidden.has(id);
  return [
    ...candidates.points.map(({ id, heading }) => part('points', id, heading)),
    // A line is chosen with its card.
    ...candidates.upcoming
      .filter((each) => isOffered(each) && !candidates.points.some(({ id }) => id === each.id))
      .map(({ id, when, what }) => part('next', id, `${when}: ${what}`)),
    ...candidates.outcomes.map(({ outcome: { id, statement } }) => part('outcomes', id, statement)),
    ...candidates.quotes.filter(isSpoken).map(({ id, words: said, signature }) => {
      return part('quotes', id, `${signature}${words.colon} ${said}`);
    }),
    ...candidates.evidence
      .filter((each) => isOffered(each) && !spoken.has(each.id))
      .map(({ id, who, words: said }) => part('quotes', id, `${who}${words.colon} ${said}`))
  ];
}

function pointsOf(
  { cards }: Briefing,
  words: PrintedWords,
  told?: ToldParts
): readonly BriefPoint[] {
  return cards
    .filter(({ kind, heading, body, keyPoint }) => {
      return kind !== 'note' && `${heading}${body}${keyPoint}`.trim() !== '';
    })
    .map((card) => {
      const point = keyPointOf(told?.card(card) ?? card);
      const { id, kind } = card;
      const heading = headingOfCard(card, words);
      const written = new Set(keyPointOf(card).lines);
      const overtaken = new Set(point.lines.filter((line) => !written.has(line)));
      return { id, kind, heading, unreviewed: unreviewedOf(card, point), overtaken, point };
    });
}

function unreviewedOf(card: Card, { sentence, lines }: KeyPoint): ReadonlySet<string> {
  if (isReviewed(card)) return new Set();
  if (lines.length === 0 || lines.length !== cardLines(card).length)
    return new Set([sentence, ...lines]);
  return new Set(unreviewedLines(card).map((index) => lines[index]!));
}

/** UTF-16 units: less is a term and no speech, more is for the full briefing. */
const quoteLengths = { least: 16, most: 180 };
/** UTF-16 units. */
const longestEvidence = 240;

/**
 * What actors said in so many words for a position that they stated, one quote a position: first what
 * changed a position, then the latest; nobody speaks twice before all have spoken, nor is a side of an issue heard
 * twice before the other.
 */
function quotesOf(
  briefing: Briefing,
  speakers: readonly QuoteSpeaker[],
  words: PrintedWords
): readonly Omit<BriefQuote, 'newerVersion'>[] {
  const restsOn = evidenceBy(briefing);
  const inForce = weightiestFirst(briefing.positions).filter(({ status }) => status === 'stated');
  const isOfSeveral = new Set(briefing.positions.map(({ issue }) => issue)).size > 1;
  const quoted = new Set<string>();
  const speakerOf = ({ id, start }: Speech) => {
    const told = speakers.find((each) => each.quote === id && each.start === start);
    return briefing.actors.find((actor) => actor.id === told?.actor);
  };
  const quotes = inForce.flatMap((position) => {
    const found = restsOn(position)
      .flatMap(speechIn)
      .find((speech) => !quoted.has(speech.words) && speakerOf(speech));
    const speaker = found && speakerOf(found);
    if (!speaker) return [];
    quoted.add(found.words);
    const signed = joinedByCommas([speaker.name, daySaid(position, words)], words.comma);
    // What “it” is in the quote; of one issue alone the whole page is.
    const issue = isOfSeveral && briefing.issues.find(({ id }) => id === position.issue);
    const signature = issue
      ? `${signed} · ${isolatedAmong(words.direction, issue.wording)}`
      : signed;
    return [{ position, quote: { id: found.id, words: found.words, signature } }];
  });
  const ids = new Set<Id>();
  const bySides = inTurns(quotes, ({ position }) => sideOf(position));
  return inTurns(bySides, ({ position }) => position.actor)
    .map(({ quote }) => quote)
    .filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** No name stands there twice before all have stood there once, and so on; else in their order. */
function inTurns<T>(all: readonly T[], nameOf: (each: T) => string): readonly T[] {
  const turns = new Map<string, number>();
  const turned = all.map((each) => {
    const turn = turns.get(nameOf(each)) ?? 0;
    turns.set(nameOf(each), turn + 1);
    return { each, turn };
  });
  return turned.toSorted((a, b) => a.turn - b.turn).map(({ each }) => each);
}

/** Which side of which issue it takes; to deny a stance is a side of its own. */
function sideOf({ issue, stance, status }: Position): string {
  return `${issue} ${status === 'denied' ? status : stance}`;
}

/** The annotations that a position rests on, in its order. */
function evidenceBy({ annotations }: Briefing): (position: Position) => readonly Annotation[] {
  const byId = new Map(annotations.map((each) => [each.id, each]));
  return ({ evidence }) => evidence.flatMap((id) => byId.get(id) ?? []);
}

/** Of its words, whenever what they say takes effect; empty where no day is known. */
function daySaid(position: Position, words: PrintedWords): string {
  return dateOfPositionInWords({ ...position, effective: null }, words, words.date);
}

/** Those in force: first what changed a position, then the latest. */
function weightiestFirst(positions: readonly Position[]): readonly Position[] {
  const superseded = new Set(positions.flatMap((each) => each.supersedes));
  const day = (position: Position) => dayOfPosition({ ...position, effective: null }) ?? '';
  return positions
    .filter(({ id }) => !superseded.has(id))
    .toSorted(
      (a, b) =>
        Number(b.supersedes.length > 0) - Number(a.supersedes.length > 0) ||
        (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0)
    );
}

/**
 * The first words of each position in force that a page has room for; one line for all that rests on them. None in
 * which somebody speaks who is not known. No side of an issue is heard twice before the other.
 */
function evidenceOf(
  briefing: Briefing,
  speakers: readonly QuoteSpeaker[],
  words: PrintedWords
): readonly BriefEvidence[] {
  const restsOn = evidenceBy(briefing);
  const lines = new Map<
    Id,
    { readonly who: Set<string>; readonly told: string; readonly side: string }
  >();
  for (const position of weightiestFirst(briefing.positions)) {
    const issue = briefing.issues.find(({ id }) => id === position.issue);
    const found = restsOn(position).find(({ id, target }) => {
      const { exact } = target.selectors.quote;
      const isSigned = ({ index }: RegExpExecArray) =>
        speakers.some(({ quote, start }) => quote === id && start === index);
      // The mere name of the issue says nothing of it.
      const tells = issue && !sameName(exact, issue.wording);
      return (
        tells &&
        exact.length <= longestEvidence &&
        [...exact.matchAll(directSpeech)].every(isSigned)
      );
    });
    const actor = briefing.actors.find(({ id }) => id === position.actor);
    if (!found || !actor || !issue) continue;
    const day = daySaid(position, words);
    const said = words.quoted(found.target.selectors.quote.exact.replace(/\s+/gu, ' '));
    const told = day === '' ? said : `${said} (${day})`;
    const side = sideOf(position);
    const line = lines.get(found.id) ?? { who: new Set<string>(), told, side };
    line.who.add(`${actor.name}${words.comma} ${issue.wording}`);
    lines.set(found.id, line);
  }
  return inTurns([...lines], ([, { side }]) => side).map(([id, { who, told }]) => ({
    id,
    who: [...who].join(`${words.semicolon} `),
    words: told
  }));
}

/** By itself it does not say of whom it speaks, and the page would make it speak of its speaker. */
const ofSomebodyElse = /^\P{L}*(?:he|she|they)(?!\p{L})/iu;

interface Speech extends Pick<BriefQuote, 'id' | 'words'> {
  /** Where it begins in the words of the annotation. */
  readonly start: number;
}

/** Without the comma before “she said”, which is not printed with it. */
function inPrint(said: string): string {
  return inOneLine(said).replace(/[,،](?=\P{L}?$)/u, '');
}

function speechIn({ id, target }: Annotation): readonly Speech[] {
  return [...target.selectors.quote.exact.matchAll(directSpeech)]
    .map(({ 0: said, index }) => ({ id, start: index, words: inPrint(said) }))
    .filter(
      ({ words }) =>
        words.length >= quoteLengths.least + 2 &&
        words.length <= quoteLengths.most + 2 &&
        !ofSomebodyElse.test(words)
    );
}

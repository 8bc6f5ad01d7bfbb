/**
 * A briefing in the order and with the numbers in which a reader meets it: the one model of every
 * format. Knows no layout and no markup.
 * Over 300 lines because that model is read as a whole.
 */
import { changesStance } from '../ledger/ledger-changes.js';
import type { Card, Issue, Position } from '../briefing/entries.js';
import {
  compareForPrint,
  daysOfChange,
  evidenceOfChanges,
  publishChanges,
  type ComparedDays,
  type PublishedChanges
} from './changes.js';
import { type Brief, briefOf } from './brief.js';
import { speakersOfQuotes } from './speaker-of-quote.js';
import { markSuperseded, supersededWords } from './superseded-words.js';
import type { DocumentPart } from './document-job.js';
import { unreviewedInWords } from './drafted.js';
import { languageOfBriefing } from './document-language.js';
import { CitedQuotes, annotationsOf, numberNotes, sourceTitle, type Note } from './number-notes.js';
import {
  claimsOf,
  type PrintedClaim,
  outcomesOf,
  type PublishedOutcomes,
  eventsOf,
  figuresOf,
  type PublishedEvent,
  type PublishedFigure,
  type PublishedStatement,
  statementsOf
} from './claims.js';
import {
  fullEdition,
  type Edition,
  annotatedFor,
  withPositionsAsOf,
  restrictTo
} from './edition.js';
import type { Briefing } from '../briefing/briefing.js';
import { isBottomLineUnreviewed } from '../briefing/reviewed.js';
import { correctedWords } from '../contradictions/corrected-lines.js';
import { Corroborations } from '../ledger/corroboration.js';
import { Corrections } from '../ledger/corrections.js';
import { historyOf } from '../ledger/ledger.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { wordsIn } from '../terms/printed/languages.js';
import { languageOf, isRightToLeft } from '../text/language-of.js';
import { type Source, textOfSource } from '../briefing/source.js';
import type { WrittenPair, WrittenState } from '../briefing/written-state.js';
import { datesByDay, timelineOf } from '../timeline/timeline-items.js';
import { kickerOf, PrintedPlaces } from './review.js';
import {
  beyondPageOne,
  headingOfCard,
  markingInWords,
  pageOneOf,
  type PageOne
} from './page-one.js';
import { printedMarks, type PrintedMark } from './marks.js';
import { cellKey, matrixOf, type ChangedCells, type Matrix } from './matrix.js';
import { asOfInWords } from './matrix-in-words.js';
import { newerVersionsInWords } from './newer-versions.js';
import { countOpenPoints, publishPoints, type PublishedPoint } from './points.js';

export type { PrintedClaim } from './claims.js';
export { capitalised } from '../text/joined-words.js';

export interface Publication {
  readonly title: string;
  /** BCP 47: the language that it is written in. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The fixed words of the document: in its language, or in English where that is none of ours. */
  readonly words: PrintedWords;
  /** As far as the edition shows it. */
  readonly briefing: Briefing;
  /** With what it quotes marked that holds no more, as are the cards. */
  readonly bottomLine: string;
  readonly edition: Edition;
  /** Whether it holds its author's cards of kind note, or notes of annotations: what `applyProfile` keeps from others. */
  readonly isAuthorsCopy: boolean;
  /** As of which day, and how many positions came later; empty where no day was chosen. */
  readonly asOf: string;
  /** As it stands on each page, see `markingInWords`. */
  readonly marking: string;
  readonly pageOne: PageOne;
  readonly cards: readonly PublishedCard[];
  readonly matrix: Matrix | null;
  readonly ledger: readonly LedgerGroup[];
  /** What actors said without a stance. */
  readonly statements: readonly PublishedStatement[];
  /** `null`: there is nothing to judge, or page one tells all of it. */
  readonly outcomes: PublishedOutcomes | null;
  /** Whether it shows one: fewer than two days are no course of events. */
  readonly hasTimeline: boolean;
  readonly timelineHead: SectionHead;
  /** In the order of their days, undated ones last. */
  readonly events: readonly PublishedEvent[];
  readonly figures: readonly PublishedFigure[];
  /** What contradicts: open, contested and dismissed. Only the full template tells it. */
  readonly points: readonly PublishedPoint[];
  /** How many of the whole briefing are open. */
  readonly openPoints: number;
  /** Whether a newer version of a source has lines of the bottom line otherwise. */
  readonly isBottomLineCorrected: boolean;
  /** That it is a draft and how many parts of it are unreviewed, in sentences; empty for none. */
  readonly unreviewed: string;
  /** `null` where the edition tells none. */
  readonly changes: PublishedChanges | null;
  /** `null`: the edition is not the one-page brief. */
  readonly brief: Brief | null;
  /** The texts that came along; a profile may have left them out. */
  readonly texts: readonly PublishedText[];
  readonly notes: readonly PublishedNote[];
  /** What the contents list names, in order. */
  readonly contents: readonly ContentsEntry[];
}

export interface PublishedCard {
  readonly anchor: string;
  readonly heading: string;
  /** Above the heading: its kind, “unreviewed”, and where its lines stand, such as “fact · unreviewed · ¶4”. */
  readonly kicker: string;
  readonly card: Card;
  readonly marks: readonly PrintedMark[];
}

export interface PublishedNote extends Note {
  /** What a newer version of its source says in place of the quote, in sentences; empty for nothing. */
  readonly newerVersion: string;
}

/** Every entry on one issue, by actor, the latest of each first. */
export interface LedgerGroup {
  readonly issue: Issue;
  readonly claims: readonly PrintedClaim[];
}

export interface PublishedText {
  readonly anchor: string;
  readonly heading: string;
  readonly source: Source;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly marks: readonly PrintedMark[];
}

export interface SectionHead {
  readonly heading: string;
  /** Above the heading, what the section is; empty where the heading says it. */
  readonly kicker: string;
}

export interface ContentsEntry {
  readonly anchor: string;
  readonly heading: string;
}

/** Anchors of the sections that are not cards or texts. */
export const anchors = {
  changes: 'changes',
  positions: 'positions',
  timeline: 'timeline',
  ledger: 'ledger',
  statements: 'statements',
  outcomes: 'outcomes',
  figures: 'figures',
  points: 'open-points',
  sources: 'sources',
  notes: 'notes'
} as const;

/** What is looked for in the texts of sources. */
export type FoundInTexts = Partial<Pick<DocumentPart, 'corrected' | 'speakers' | 'superseded'>>;

/**
 * `texts` by hash, as in a bundle; `written` for an edition that tells changes, where versions are at
 * hand; `found` where texts are not that would tell it. Equal input gives equal output.
 */
export function composePublication(
  given: Briefing,
  allTexts: Readonly<Record<string, string>>,
  edition: Edition = fullEdition,
  written?: WrittenPair,
  found: FoundInTexts = {}
): Publication {
  const {
    corrected = correctedWords(given, allTexts),
    speakers,
    superseded = supersededWords(given, allTexts)
  } = found;
  const { briefing: whole, later } = withPositionsAsOf(edition, given);
  const language = languageOfBriefing(whole, allTexts);
  const words = wordsIn(language);
  const { briefing, texts } = restrictTo(edition, whole, allTexts);
  const isChanges = edition.template === 'changes';
  const compared = comparedFor(edition, whole, written, words);
  const told = markSuperseded(whole, superseded, words);
  const printed = briefing.sources.filter((source) => textOfSource(source, texts) !== null);
  const first = compared ? evidenceOfChanges(compared) : [];
  const own = numberNotes(briefing, { texts: new Set(printed.map(({ id }) => id)), first }, whole);
  const quotes = new CitedQuotes(own);
  const changes = compared && publishChanges(compared, quotes, words);
  const newer = newerVersionsInWords(whole, corrected, words);
  const notes = quotes.notes.map((note) => ({
    ...note,
    newerVersion: told.withCorrections(
      newer.get(note.annotation.id) ?? '',
      note.annotation.target.selectors.quote.exact
    )
  }));
  const numbers = new Map(own.map(({ annotation, number }) => [annotation.id, number]));
  const marks = (target: Card | Source) =>
    printedMarks(annotationsOf(briefing, target.id), ({ id }) => numbers.get(id) ?? null);
  // Of the whole briefing: one page shows no quotes, and yet how many there are.
  const corroborations = new Corroborations(whole);
  const claims = claimsOf(briefing, numbers, corroborations, newer, words);
  const places = new PrintedPlaces(whole.sources, allTexts);
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  const isAuthorsCopy =
    notes.some(({ annotation }) => annotation.note.trim() !== '') ||
    (edition.template !== 'brief' && briefing.cards.some(({ kind }) => kind === 'note'));
  const publication: Omit<Publication, 'contents'> = {
    title: told.title.trim() || words.untitledBriefing,
    language,
    direction,
    words,
    briefing,
    bottomLine: told.bottomLine,
    edition,
    isAuthorsCopy,
    asOf: asOfInWords(edition, later, words),
    marking: markingInWords(briefing.marking, isAuthorsCopy, edition.copyNumber, words),
    pageOne: pageOneOf(whole, words, numbers),
    cards: briefing.cards.map((card, index) => ({
      anchor: `card-${index + 1}`,
      heading: headingOfCard(card, words),
      kicker: joinedKicker(kickerOf(card, places, words), newer.has(card.id), words),
      card: told.card(card),
      marks: told.moved(card.id, marks(card))
    })),
    matrix:
      edition.matrix && !isChanges
        ? matrixOf(briefing, claims, corroborations, changedCells(compared), edition.until, words)
        : null,
    ledger: edition.template === 'brief' ? [] : ledgerOf(briefing, claims),
    statements: statementsOf(briefing, numbers, newer, told, words),
    outcomes: outcomesOf(beyondPageOne(briefing), numbers, words),
    hasTimeline:
      edition.template !== 'brief' &&
      !isChanges &&
      datesByDay(timelineOf(briefing, 'issue')).size > 1,
    timelineHead: timelineHeadOf(briefing, words),
    events: eventsOf(briefing, numbers, words),
    figures: figuresOf(briefing, numbers, newer, told, words),
    points:
      edition.template === 'full'
        ? publishPoints(whole, corrected, numbers, edition.notes, words)
        : [],
    isBottomLineCorrected: newer.has(briefing.id),
    openPoints: countOpenPoints(whole, corrected),
    unreviewed: unreviewedInWords(briefing, words),
    changes,
    brief:
      edition.template === 'brief'
        ? briefOf(
            whole,
            edition.leftOut,
            words,
            newer,
            speakers ?? speakersOfQuotes(whole, allTexts),
            told
          )
        : null,
    texts: briefing.sources.flatMap((source, index) => {
      const text = textOfSource(source, texts);
      if (text === null) return [];
      const heading = words.sourceText(sourceTitle(source, words));
      const own = source.language ?? languageOf(text) ?? language;
      return {
        anchor: `text-${index + 1}`,
        heading,
        source,
        language: own,
        text,
        marks: marks(source)
      };
    }),
    notes
  };
  return { ...publication, contents: contentsOf(publication) };
}

/** `null`: the edition tells no changes. */
function comparedFor(
  edition: Edition,
  whole: Briefing,
  written: WrittenPair | undefined,
  words: PrintedWords
): ComparedDays | null {
  const days = daysOfChange(edition, whole);
  if (!days) return null;
  const shown = (briefing: Briefing) => annotatedFor(edition, briefing);
  const stateOf = (state: WrittenState | null) =>
    state && { ...state, briefing: shown(state.briefing) };
  return compareForPrint(
    shown(whole),
    days,
    written ? { before: stateOf(written.before), after: stateOf(written.after) } : null,
    words
  );
}

/** `null`: no changes are told, or nothing is dated. */
function changedCells(compared: ComparedDays | null): ChangedCells | null {
  if (!compared?.days.from) return null;
  const changes = compared.comparison.positions.filter(({ kind }) => changesStance(kind));
  return {
    since: compared.days.from,
    cells: new Map(changes.map((change) => [cellKey(change), { before: change.before }]))
  };
}

/** Pages up to which a document printed by itself is its own contents list. */
export const pagesWithoutContents = 8;

/** What has few headings is its own contents list, however many pages it has. */
export function hasContentsList({ contents, edition }: Publication): boolean {
  if (edition.template === 'brief' || edition.template === 'changes') return false;
  return contents.length >= 5;
}

/** What its author claims that the timeline shows; else what it is. */
function timelineHeadOf({ timelineTitle }: Briefing, { headings }: PrintedWords): SectionHead {
  const claim = timelineTitle.trim();
  return claim === ''
    ? { heading: headings.timeline, kicker: '' }
    : { heading: claim, kicker: headings.timeline };
}

/** Over the bottom line of a document. */
export function bottomLineHeading({
  briefing,
  isBottomLineCorrected,
  words
}: Pick<Publication, 'briefing' | 'isBottomLineCorrected' | 'words'>): string {
  const heading = isBottomLineUnreviewed(briefing) ? words.bottomLineUnreviewed : words.bottomLine;
  return joinedKicker(heading, isBottomLineCorrected, words);
}

/** With the word that a newer version of a source has lines of the part otherwise. */
function joinedKicker(kicker: string, isCorrected: boolean, words: PrintedWords): string {
  return isCorrected ? `${kicker} · ${words.newerVersion.changed}` : kicker;
}

function contentsOf(publication: Omit<Publication, 'contents'>): readonly ContentsEntry[] {
  const section = (name: keyof typeof anchors, present: number) =>
    present ? [{ anchor: anchors[name], heading: publication.words.headings[name] }] : [];
  return [
    ...section('changes', publication.changes ? 1 : 0),
    ...publication.cards,
    ...section('positions', publication.matrix ? 1 : 0),
    ...(publication.events.length > 0 || publication.hasTimeline
      ? [{ anchor: anchors.timeline, heading: publication.timelineHead.heading }]
      : []),
    ...section('ledger', publication.ledger.length),
    ...section('statements', publication.statements.length),
    ...section('outcomes', publication.outcomes ? 1 : 0),
    ...section('figures', publication.figures.length),
    ...section('points', publication.points.length),
    ...publication.texts,
    ...section('sources', publication.briefing.sources.length),
    ...section('notes', publication.notes.length)
  ].map(({ anchor, heading }) => ({ anchor, heading }));
}

function ledgerOf(
  { issues, actors, positions }: Briefing,
  claims: ReadonlyMap<Position, PrintedClaim>
): readonly LedgerGroup[] {
  const corrections = new Corrections(positions);
  return issues
    .map((issue) => ({
      issue,
      claims: actors
        .flatMap((actor) => historyOf(positions, actor.id, issue.id))
        .filter((position) => !corrections.of(position))
        .flatMap((position) => claims.get(position) ?? [])
    }))
    .filter((group) => group.claims.length > 0);
}

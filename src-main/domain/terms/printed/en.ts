/**
 * The fixed words of a document in English, and the type of those in any other language: a file a language.
 * Sentences are whole, since word order and endings differ; what a person wrote goes in as it is.
 * Over 300 lines because all words of one language stand in one place.
 */
import type { PartialDate } from '../../base/values.js';
import { isolated } from '../../text/direction.js';
import { sizeInWords } from '../../text/size-in-words.js';
import { yardsticks } from '../../ledger/judgement.js';
import type { Likelihood, LikelihoodScale, Stance } from '../../briefing/entries.js';
import {
  changeWords,
  credibilityWords,
  dateInShort,
  dateInWords,
  disputeWords,
  quoted,
  reliabilityWords,
  stanceWords
} from '../terms.js';
import { momentInWords, versionKindWords } from '../version-words.js';
import { counting } from './counting.js';
import { newerVersionEn } from './newer-version-en.js';
import { pageOneEn } from './page-one-en.js';

const many = counting('en');
const conjunction = new Intl.ListFormat('en-GB');
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The words of a yardstick in their language. */
function likelihoodsOf(scale: LikelihoodScale): Readonly<Record<Likelihood, string>> {
  const { remote, even, likely, unlikely, ...others } = yardsticks[scale].steps;
  return {
    remote: remote.word,
    'very-unlikely': others['very-unlikely'].word,
    unlikely: unlikely.word,
    even: even.word,
    likely: likely.word,
    'very-likely': others['very-likely'].word,
    'almost-certain': others['almost-certain'].word
  };
}

export type PrintedWords = Readonly<typeof en>;

export const en = {
  /** BCP 47. */
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',

  // Values and signs.
  date: (date: PartialDate): string => dateInWords(date),
  /** For a narrow column. */
  dateInShort: (date: PartialDate): string => dateInShort(date),
  /** A day and time, by the clock of this machine. */
  moment: (moment: string): string => momentInWords(moment),
  /** Of two days in words. */
  span: (from: string, to: string) => `${from} to ${to}`,
  undated: 'undated',
  number: (number: number): string => String(number),
  /** Digits that stand for a number, such as that of a page. */
  digits: (digits: string): string => digits,
  /** Of two numbers that belong together, such as “1–4”. */
  range: (from: number, to: number) => `${from}–${to}`,
  /** In per cent. `about` stands before bounds that are approximate; else it is empty. */
  percentRange: (from: number, to: number, about: string) => `${about}${from}–${to} %`,
  quoted: (words: string): string => quoted(words),
  comma: ',',
  semicolon: ';',
  colon: ':',
  /** Words in a sentence: “a, b and c”. */
  enumerated: (words: readonly string[]) => conjunction.format(words),

  // The document and its parts.
  untitledBriefing: 'Untitled briefing',
  untitledSource: 'Untitled source',
  briefing: 'Briefing',
  briefingBook: 'Briefing book',
  bookOfBriefings: 'Book of briefings',
  contents: 'Contents',
  bottomLine: 'Bottom line',
  bottomLineUnreviewed: 'Bottom line · unreviewed',
  keyPoints: 'Key points',
  nextDate: 'Next date',
  inTheirWords: 'In their words',
  headings: {
    changes: 'What changed',
    positions: 'Who stands where',
    timeline: 'What happened when',
    ledger: 'Position ledger',
    statements: 'Who said what',
    outcomes: 'What could happen',
    figures: 'Figures',
    points: 'Open points',
    sources: 'Sources',
    notes: 'Evidence and notes'
  },
  cardKinds: {
    summary: 'summary',
    context: 'context',
    fact: 'fact',
    quote: 'quote',
    position: 'position',
    event: 'event',
    constraint: 'constraint',
    outcome: 'outcome',
    question: 'question',
    note: 'note'
  },
  annotationKinds: {
    key: 'key',
    claim: 'claim',
    figure: 'figure',
    change: 'change',
    doubt: 'doubt',
    note: 'note'
  },
  sourceText: (title: string) => `Source text: ${title}`,
  /** Of a PDF or a Word document, at the foot. */
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  picture: 'picture',

  pageOne: pageOneEn,
  newerVersion: newerVersionEn,

  // What is said of a document under its title.
  lastChanged: (date: string) => `Last changed ${date}`,
  preparedBy: (name: string) => `Prepared by ${name}`,
  changes: 'Changes',
  changesSince: (since: string) => `Changes since ${since}`,
  changesBetween: (since: string, until: string) => `Changes since ${since}, up to ${until}`,
  unreviewed: 'unreviewed',
  /** Of a card that holds what two people wrote apart. */
  unsettled: 'difference not settled',
  /** `lines` are their numbers, of so many. */
  linesUnreviewed: (lines: readonly string[], all: number) =>
    `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of ${all} unreviewed`,
  partsUnreviewed: many({
    one: '# part is unreviewed: a draft made it, and nobody has confirmed it.',
    other: '# parts are unreviewed: a draft made them, and nobody has confirmed them.'
  }),
  pointsOpen: many({
    one: '# point is open: what was said or counted contradicts or was corrected. The full briefing tells both sides.',
    other:
      '# points are open: what was said or counted contradicts or was corrected. The full briefing tells both sides.'
  }),
  /** `sources` are joined already. */
  fromSources: (sources: string) => `From ${sources}.`,
  briefings: many({ one: '# briefing', other: '# briefings' }),
  positions: many({ one: '# position', other: '# positions' }),
  laterLeftOut: many({ one: '# later one is left out', other: '# later ones are left out' }),
  sources: many({ one: '# source', other: '# sources' }),
  reports: many({ one: '# report', other: '# reports' }),
  origins: many({ one: '# origin', other: '# origins' }),

  // Heads of columns and rows.
  columns: {
    actor: 'Actor',
    stance: 'Stance',
    statement: 'Statement',
    when: 'When',
    basis: 'Basis',
    whatHappened: 'What happened',
    who: 'Who',
    outcome: 'Outcome',
    likelihood: 'Likelihood',
    confidence: 'Confidence',
    confidenceInBasis: 'Confidence in the basis',
    figure: 'Figure',
    measures: 'Measures',
    what: 'What',
    words: 'Words',
    quotes: 'Quotes',
    settled: 'Settled',
    beforeAndNow: 'Before → now',
    inTheirWords: 'In their words'
  },

  // Positions.
  stances: stanceWords,
  /** Within a sentence. */
  stance: (stance: Stance) => stanceWords[stance].toLowerCase(),
  denied: 'denied',
  deniedStance: (stance: string) => `Denied: ${stance}`,
  /** That a stance in force is contradicted by another. */
  disputes: disputeWords as Readonly<Record<keyof typeof disputeWords, string>>,
  superseded: 'superseded',
  /** Behind words of an earlier stance. */
  since: (date: string, stance: string) => `since ${date}: ${stance}`,
  corrected: { is: 'corrected', date: 'date', status: 'status' },
  statuses: {
    stated: 'stated',
    reported: 'reported',
    inferred: 'inferred',
    denied: 'denied'
  },
  effectiveFrom: (date: string) => `from ${date}`,
  said: (date: string) => `said ${date}`,
  reported: (date: string) => `reported ${date}`,
  via: (names: string) => `via ${names}`,
  noQuote: 'no quote',
  condition: (condition: string) => `Condition: ${condition}`,
  /** Before a condition that is set apart. */
  ifLabel: 'if:',
  asOf: (date: string) => `as of ${date}`,
  asLastKnown: 'as last known',
  /** `asOf` are the words above. Of several tables `table` is one. */
  matrixCaption: (asOf: string, table: number, tables: number) =>
    `Positions ${asOf}${tables > 1 ? ` (table ${table} of ${tables})` : ''}. Raised numbers lead to the quotes.`,

  // Judgements.
  confidences: { high: 'high', moderate: 'moderate', low: 'low' },
  confidenceOf: {
    high: 'high confidence',
    moderate: 'moderate confidence',
    low: 'low confidence'
  },
  likelihoods: { icd203: likelihoodsOf('icd203'), uk: likelihoodsOf('uk') },
  notJudged: 'not judged',
  whatTheWordsMean: (scale: LikelihoodScale) =>
    `What the words mean (${yardsticks[scale].standard})`,
  /** The last day of what an outcome says. */
  by: (date: string) => `by ${date}`,

  // Sources and notes.
  reliability: reliabilityWords,
  credibility: credibilityWords,
  grade: (grade: string) => `grade ${grade}`,
  /** `numbers` are those of the other sources in the list; `name` is empty where nobody knows it. */
  sharedOrigin: (name: string, numbers: readonly string[]) =>
    `Of one origin${name === '' ? '' : ` (${isolated(name)})`} with ${numbers.length > 1 ? 'sources' : 'source'} ${conjunction.format(numbers)}`,
  /** `isDay` is `false` for a month or year. */
  readAtAddress: (date: string, isDay: boolean) =>
    `Read at its address ${isDay ? 'on' : 'in'} ${date}`,
  /** Of a BCP 47 tag. Throws a `RangeError` for what is none. */
  inLanguage: (tag: string) => `In ${languageNames.of(tag) ?? tag}`,
  originalKept: (name: string, bytes: number) =>
    `Original kept: ${isolated(name)}, ${sizeInWords(bytes)}`,
  /** How a source describes people whom it does not name. */
  unnamedPeople: (description: string) => `People it does not name: ${isolated(description)}`,
  cardsDrafted: (drafted: number, all: number) =>
    `Drafted by Standpoint from its sources’ own words: ${drafted} of ${many({ one: '# card', other: '# cards' })(all)}.`,
  /** `reviewers` is empty where no name may be told; of so many drafted lines. */
  linesReviewed: (reviewed: number, drafted: number, reviewers: string) =>
    `Reviewed by ${reviewers || 'a person'}: ${reviewed === 0 ? 'none' : `${reviewed} of ${many({ one: '# line', other: '# lines' })(drafted)}`}.`,
  /** After names of reviewers, for those without a name. */
  others: 'others',
  bottomLineDrafted: 'The bottom line was drafted too, and nobody has reviewed it.',
  highlights: 'Highlights in this document',
  inTheText: 'In the text',
  placeUncertain: 'Its place in the text is no longer certain.',
  fromTextTakenOut: 'From a text that is no longer part of this briefing',
  thisBriefing: 'This briefing',
  inThisBriefing: (heading: string) => `This briefing, “${isolated(heading)}”`,
  /** Around the position that a quote is evidence for. */
  evidenceFor: (issue: string) => ({ before: 'Evidence for ', after: ` on “${isolated(issue)}”` }),
  /** `numbers` are such as “1–4, 7”. */
  toldBeside: (numbers: string) => `Told beside the text alone: ${numbers}.`,

  // Where a link leads, for readers aloud.
  onPage: (place: string, page: number) => `${place}, page ${page}`,
  note: (number: string) => `Note ${number}`,
  elsewhere: 'Elsewhere in this document',

  // Contradictions.
  contradictions: {
    stances: 'Two stances in force',
    denied: 'Said, and denied',
    figures: 'Two figures for one measure',
    quotes: 'One statement in different words',
    corrected: 'Evidence changed in a newer version of its source'
  },
  sidesByDay: ['Earlier', 'Later'] as readonly [string, string],
  sidesOfOneDay: ['A, same day', 'B, same day'] as readonly [string, string],
  sidesUndated: ['A', 'B'] as readonly [string, string],
  sidesOfOthers: ['One', 'Other'] as readonly [string, string],
  contested: 'Contested: both stay in force.',
  /** `reason` is a sentence. */
  dismissed: (date: string, reason: string) => `Dismissed on ${date}: ${reason}`,

  // The timeline.
  events: 'Events',
  timelineLabel: (from: string, to: string, lanes: string) =>
    `Timeline from ${from} to ${to}: ${lanes}.`,
  leftOutOfTimeline: many({
    one: '# more with a date has no room in this picture.',
    other: '# more with a date have no room in this picture.'
  }),

  // What changed.
  changeKinds: changeWords,
  /** Between what was and what it became. */
  arrow: '→',
  /** What stands between two sides of which none became the other. */
  and: 'and',
  /** What changed beside positions: heads of lists. */
  changeLists: { outcomes: 'Outcomes', figures: 'Figures', events: 'Events' },
  entryChanges: { added: 'New', removed: 'Withdrawn', changed: 'Changed' },
  sourceChanges: { added: 'New', removed: 'Withdrawn', changed: 'Judged anew' },
  noDatesToCompare: 'No position has a date, so there is no telling what changed.',
  /** Before the counts. `until` is `null` for what is last known. */
  changedAfter: (since: string, until: string | null) =>
    `After ${since}, up to ${until ?? 'what is last known'}:`,
  /** The same under a heading of its own, which it goes on. */
  nothing: 'nothing',
  changesOfPosition: many({ one: '# change of position', other: '# changes of position' }),
  newPositions: many({ one: '# new position', other: '# new positions' }),
  /** Of the same stance on other words, with another day or status, or due for review. */
  positionsUpdated: many({
    one: '# position updated with the same stance',
    other: '# positions updated with the same stance'
  }),
  positionsOnLessEvidence: many({
    one: '# position on less evidence',
    other: '# positions on less evidence'
  }),
  outcomes: many({ one: '# outcome', other: '# outcomes' }),
  figures: many({ one: '# figure', other: '# figures' }),
  countedEvents: many({ one: '# event', other: '# events' }),
  cards: many({ one: '# card', other: '# cards' }),
  /** `before` and `after` are the words of `states`. */
  compared: (before: string, after: string) => `Compared: the briefing ${before}, and ${after}.`,
  states: {
    asKnownOf: (date: string) => `as now known of ${date}`,
    asItIs: 'as it is now',
    stillAsWrittenBy: (date: string) => `as it was written by ${date}, and still is`,
    /** `date` is `null` where none was asked for. */
    asWrittenBy: (date: string | null, time: string, version: string) =>
      `as it was written${date === null ? '' : ` by ${date}`} (version of ${time}: ${version})`
  },
  versions: versionKindWords,
  comparedByOwnDays:
    'Positions and events are compared by their own days; cards and outcomes have no day and are left out.',
  goesOnOverleaf: 'This is more than one page holds, so it goes on overleaf.',
  above: 'above',
  beforeLabel: 'Before:',
  andLabel: 'And:',
  noPositionAnyMore: 'no position any more',
  evidenceTakenAway: 'Evidence taken away.',
  evidenceOf: (actor: string, issue: string, quotes: string) =>
    `${isolated(actor)}, on “${isolated(issue)}”: ${quotes}`,
  cardsLabel: 'Cards.',
  sourcesLabel: 'Sources.',
  whereQuotesStand: 'Where the quotes stand.',
  newSource: '(new source)',
  title: 'Title',
  cardChanges: {
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    moved: 'moved',
    named: 'named',
    signs: 'signs changed',
    formerly: (heading: string) => `formerly “${heading}”`,
    nowKind: (kind: string) => `now ${kind}`,
    wordsAdded: many({ one: '# word added', other: '# words added' }),
    wordsTakenOut: many({ one: '# word taken out', other: '# words taken out' }),
    wordsAddedAndTakenOut: (added: number, removed: number) =>
      `${many({ one: '# word added', other: '# words added' })(added)}, ${removed} taken out`
  }
};

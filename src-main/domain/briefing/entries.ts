/**
 * The entries of a briefing that stand for themselves: each with the schema that all input is checked by.
 * Over 300 lines because they make one data model, which is read as a whole.
 */
import { z } from '../base/zod.js';
import { Id, newId, Moment, PartialDate } from '../base/values.js';
import { maxLengths, maxCardLength } from '../base/limits.js';
import { Author, Writer } from './author.js';

export const actorTypes = ['person', 'group', 'state', 'organisation'] as const;

/** An actor: whoever can hold a position. */
export const Actor = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(maxLengths.actor),
    type: z.enum(actorTypes),
    aliases: z.array(z.string().min(1).max(maxLengths.actor)).readonly(),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    /** Markdown. */
    note: z.string().max(maxLengths.note),
    /** The actor on whose behalf this one speaks, such as a minister's state; `null` for none. */
    speaksFor: Id.nullable(),
    by: Author.nullable()
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;

/** One of which only name and type are known. */
export function newActor(name: string, type: Actor['type'], id = newId()): Actor {
  return { id, name, type, aliases: [], tags: [], note: '', speaksFor: null, by: null };
}

/** An issue: what positions are about, worded as a question or a proposition. */
export const Issue = z
  .strictObject({
    id: Id,
    wording: z.string().min(1).max(maxLengths.issue),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    /** Markdown. */
    note: z.string().max(maxLengths.note),
    by: Author.nullable()
  })
  .readonly();
export type Issue = z.infer<typeof Issue>;

/** One of which only the wording is known. */
export function newIssue(wording: string, id = newId()): Issue {
  return { id, wording, tags: [], note: '', by: null };
}

/** A position: one ledger entry, which later ones supersede, of who holds which stance on what, since when, on what evidence. */
export const stances = ['supports', 'opposes', 'conditional', 'neutral', 'unclear'] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

export const positionStatuses = ['stated', 'reported', 'inferred', 'denied'] as const;
export const confidences = ['high', 'moderate', 'low'] as const;

export const Position = z
  .strictObject({
    id: Id,
    actor: Id,
    issue: Id,
    stance: Stance,
    /** On what the stance depends; empty unless the stance is `conditional`. */
    condition: z.string().max(maxLengths.condition),
    statement: z.string().max(maxLengths.statement),
    said: PartialDate.nullable(),
    effective: PartialDate.nullable(),
    reported: PartialDate.nullable(),
    /** Who relays the statement, from the speaker outwards ("sources", "the newspaper"). */
    attribution: z.array(z.string().min(1).max(maxLengths.relay)).readonly(),
    status: z.enum(positionStatuses),
    confidence: z.enum(confidences).nullable(),
    /** Annotations that the entry rests on. */
    evidence: z.array(Id).readonly(),
    /** The earlier entries that this one replaces; they stay in the ledger. Empty for none. */
    supersedes: z.array(Id).readonly(),
    /** Entries of the same actor that are known to contradict this one, while both stay in force. */
    contested: z.array(Id).readonly(),
    /** The day by which its author wants to look at it again; `null` for never. */
    reviewBy: PartialDate.nullable(),
    recordedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Position = z.infer<typeof Position>;

/** A statement: who said what, on evidence. It says nothing of an issue or a stance, as a position does. */
export const Statement = z
  .strictObject({
    id: Id,
    actor: Id,
    /** What was said, in the source's words or shorter. */
    text: z.string().min(1).max(maxLengths.statement),
    said: PartialDate.nullable(),
    /** Who relays it, from the speaker outwards ("sources", "the newspaper"). */
    attribution: z.array(z.string().min(1).max(maxLengths.relay)).readonly(),
    /** Annotations that it rests on. */
    evidence: z.array(Id).readonly(),
    recordedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;

/** An event: something that happened or is to happen, at a time, on evidence. */
export const Event = z
  .strictObject({
    id: Id,
    title: z.string().min(1).max(maxLengths.statement),
    date: PartialDate.nullable(),
    /** The last day of one that lasts; `null` for one that does not, or whose end is open. */
    until: PartialDate.nullable(),
    /** Actors that took part. */
    actors: z.array(Id).readonly(),
    /** Annotations that it rests on. */
    evidence: z.array(Id).readonly(),
    by: Author.nullable()
  })
  .readonly();
export type Event = z.infer<typeof Event>;
/** What a person says of an event. */
export type EventDetails = Omit<Event, 'id' | 'by'>;

/** A figure: a number that the briefing uses, with its unit and what it measures, on evidence. */
export const Figure = z
  .strictObject({
    id: Id,
    /** As the source writes it: “1.6 million”. */
    wording: z.string().min(1).max(maxLengths.tag),
    value: z.number(),
    unit: z.string().max(maxLengths.tag),
    measures: z.string().max(maxLengths.statement),
    /** The day, month or year that it was counted for; `null` where the source does not say. */
    date: PartialDate.nullable(),
    /** The actor that gives it, such as a ministry or a pollster; `null` for none. */
    actor: Id.nullable(),
    /** Its author's remark, in Markdown, which is never printed. */
    note: z.string().max(maxLengths.note),
    /** Annotations that it rests on. */
    evidence: z.array(Id).readonly(),
    by: Author.nullable()
  })
  .readonly();
export type Figure = z.infer<typeof Figure>;

/** One of which only the number is known. */
export function newFigure(wording: string, value: number, id = newId()): Figure {
  return {
    id,
    wording,
    value,
    unit: '',
    measures: '',
    date: null,
    actor: null,
    note: '',
    evidence: [],
    by: null
  };
}

/** An outcome: a possible development, with how likely its author judges it. */

/**
 * The yardstick whose words and ranges a briefing uses for every likelihood: the US Intelligence
 * Community Directive 203, or the UK's Professional Head of Intelligence Assessment yardstick.
 */
export const likelihoodScales = ['icd203', 'uk'] as const;
export const LikelihoodScale = z.enum(likelihoodScales);
export type LikelihoodScale = z.infer<typeof LikelihoodScale>;

/** The seven steps that both yardsticks have, from the least likely; the scale gives their words. */
export const likelihoods = [
  'remote',
  'very-unlikely',
  'unlikely',
  'even',
  'likely',
  'very-likely',
  'almost-certain'
] as const;
export const Likelihood = z.enum(likelihoods);
export type Likelihood = z.infer<typeof Likelihood>;

export const Outcome = z
  .strictObject({
    id: Id,
    statement: z.string().max(maxLengths.statement),
    /** `null`: not judged yet. */
    likelihood: Likelihood.nullable(),
    /** How sound the basis of the judgement is, apart from how likely the outcome is. */
    confidence: z.enum(confidences).nullable(),
    /** By when it would have happened; `null` leaves that open. */
    horizon: PartialDate.nullable(),
    /** Annotations that the judgement rests on. */
    evidence: z.array(Id).readonly(),
    by: Author.nullable()
  })
  .readonly();
export type Outcome = z.infer<typeof Outcome>;

/** One that nobody has judged yet. */
export function newOutcome(
  statement: string,
  evidence: Outcome['evidence'],
  id = newId()
): Outcome {
  return { id, statement, likelihood: null, confidence: null, horizon: null, evidence, by: null };
}

/** A key judgement: an outcome or a position that the author puts on page one. */
export const KeyJudgement = z
  .strictObject({
    id: Id,
    /** The outcome or position. */
    about: Id,
    /** How likely a position is to hold; `null` where it is not judged. An outcome has its own. */
    likelihood: Likelihood.nullable(),
    /** Why the author judges so. */
    because: z.string().max(maxLengths.statement),
    /** What speaks against it. */
    against: z.string().max(maxLengths.statement).default(''),
    /** What would change it, once it was seen. */
    indicators: z.string().max(maxLengths.statement).default(''),
    /** What is not known of it. */
    gaps: z.string().max(maxLengths.statement).default(''),
    by: Author.nullable()
  })
  .readonly();
export type KeyJudgement = z.infer<typeof KeyJudgement>;

/** One that says no reason yet. */
export function newKeyJudgement(about: Id, id = newId()): KeyJudgement {
  return {
    id,
    about,
    likelihood: null,
    because: '',
    against: '',
    indicators: '',
    gaps: '',
    by: null
  };
}

/** A card: one titled piece of a briefing, its body in Markdown. */
export const cardKinds = [
  'summary',
  'context',
  'fact',
  'quote',
  'position',
  'event',
  'constraint',
  'outcome',
  'question',
  'note'
] as const;
export const CardKind = z.enum(cardKinds);
export type CardKind = z.infer<typeof CardKind>;

const ClashSide = z
  .strictObject({
    /** In words; of a text the whole lines in question. */
    words: z.string().max(maxCardLength),
    /** By whom; empty where that is not known. */
    by: z.array(Writer).readonly()
  })
  .readonly();

/** What two people made of the same, apart: what stands, and what does not stand beside it. */
export const CardClash = z
  .strictObject({
    /** The list that the entry is in; `null`: it is about the briefing itself. */
    list: z.string().max(maxLengths.tag).nullable(),
    entry: Id,
    /** The field, and of what is within one its parts after it, such as `submission/handling`. */
    path: z.string().max(maxLengths.tag),
    stands: ClashSide,
    other: ClashSide,
    /** The other value, where that is not its words; missing where it is, or has parts. */
    value: z.union([z.string().max(maxLengths.tag), z.number(), z.boolean()]).optional(),
    /** What both began with, as far as that is known and is text. */
    was: z.string().max(maxCardLength).nullable()
  })
  .readonly();
export type CardClash = z.infer<typeof CardClash>;

/** As `hashOfLine` names them. They stay when the text becomes another: what of it is the draft’s is told by them. */
export const DraftedSentences = z
  .array(z.int().min(0).max(0xffff_ffff))
  .max(maxCardLength)
  .readonly();
export type DraftedSentences = z.infer<typeof DraftedSentences>;

export const Card = z
  .strictObject({
    id: Id,
    kind: CardKind,
    heading: z.string().max(maxLengths.heading),
    /** How the card alone may be handled, such as “U” or “Internal”, printed in brackets; empty for none. */
    portionMark: z.string().max(maxLengths.portionMark).default(''),
    /** Markdown. */
    body: z.string().max(maxCardLength),
    /** One sentence by its author that the one-page brief prints for the card; empty for none. */
    keyPoint: z.string().max(maxLengths.statement),
    /** A person wrote it or has confirmed it; `false` for what a draft made and nobody has confirmed, see `isReviewed`. */
    reviewed: z.boolean(),
    /** Of a card that is unreviewed: which lines a person has confirmed, as `hashOfLine` names them. */
    confirmedLines: z
      .array(z.int().min(0).max(0xffff_ffff))
      .max(maxCardLength)
      .readonly()
      .default([]),
    /** A draft made it, whatever a person has changed since. What came before this was told counts as written. */
    drafted: z.boolean().default(false),
    /** Who confirmed what a draft made; `null` while nobody has, and where that is not known. */
    reviewedBy: Author.nullable().default(null),
    by: Author.nullable(),
    /** Of a note card that a merge made: what is to be settled. Missing in all others. */
    clash: CardClash.optional(),
    /** Of a card that a draft made: the sentences that it wrote. Missing in all others, and where they are not known. */
    draftedSentences: DraftedSentences.optional()
  })
  .readonly();
export type Card = z.infer<typeof Card>;

/** One that a person writes. */
export function newCard(kind: Card['kind'], more: Partial<Card> = {}): Card {
  return {
    id: newId(),
    kind,
    heading: '',
    portionMark: '',
    body: '',
    keyPoint: '',
    reviewed: true,
    confirmedLines: [],
    drafted: false,
    reviewedBy: null,
    by: null,
    ...more
  };
}

/**
 * What the author was shown and set aside, and stays away: a suggestion or a statement of the drafter,
 * a finding of the linter, a common origin of two sources, a contradiction of two entries.
 */
export const Dismissal = z
  .strictObject({
    id: Id,
    of: z.enum(['suggestion', 'statement', 'finding', 'origin', 'contradiction']),
    /** The card, source, position, figure, outcome or annotation that it was about. */
    about: Id,
    /** The other one, of two sources, entries or annotations; `null` for what is about one. */
    with: Id.nullable(),
    /** The rule that found it and the words that it rests on: the same words by the same rule stay dismissed. */
    rule: z.string().max(maxLengths.tag),
    words: z.string().max(maxLengths.statement),
    /** Why, in its author's words; empty where none was given. */
    reason: z.string().max(maxLengths.statement),
    dismissedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Dismissal = z.infer<typeof Dismissal>;

/** One without a reason; its words are cut to what is kept of them. */
export function newDismissal(
  of: Dismissal['of'],
  { about, rule, words }: Pick<Dismissal, 'about' | 'rule' | 'words'>,
  now: Date,
  more: Partial<Dismissal> = {}
): Dismissal {
  return {
    id: newId(),
    of,
    about,
    with: null,
    rule,
    words: words.slice(0, maxLengths.statement),
    reason: '',
    dismissedAt: now.toISOString(),
    by: null,
    ...more
  };
}

/** A briefing: everything that one document holds but the source texts, which are kept apart by hash. */
import { compareText } from '../base/compare-text.js';
import { z } from '../base/zod.js';
import {
  Actor,
  Card,
  Dismissal,
  Event,
  Figure,
  Issue,
  KeyJudgement,
  LikelihoodScale,
  Outcome,
  confidences,
  DraftedSentences,
  Position,
  Statement
} from './entries.js';
import { Annotation } from './annotation.js';
import { Id, newId, Moment, PartialDate } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { Origin, Source } from './source.js';

/** Front matter of a ministry's paper. A field that is empty is not printed. */
export const Submission = z
  .strictObject({
    to: z.string().max(maxLengths.submission),
    from: z.string().max(maxLengths.submission),
    copy: z.string().max(maxLengths.submission),
    decideBy: PartialDate.nullable(),
    recommendation: z.string().max(maxLengths.bottomLine),
    options: z.array(z.string().min(1).max(maxLengths.bottomLine)).readonly(),
    handling: z.string().max(maxLengths.bottomLine),
    clearance: z.string().max(maxLengths.submission),
    contact: z.string().max(maxLengths.submission)
  })
  .readonly();
export type Submission = z.infer<typeof Submission>;

export const noSubmission: Submission = {
  to: '',
  from: '',
  copy: '',
  decideBy: null,
  recommendation: '',
  options: [],
  handling: '',
  clearance: '',
  contact: ''
};

export const Briefing = z
  .strictObject({
    id: Id,
    title: z.string().max(maxLengths.title),
    /** Printed above the title, such as "Internal" or "Embargoed until Monday". */
    marking: z.string().max(maxLengths.marking),
    /** The day that the briefing speaks for; `null` until its author sets one. */
    date: PartialDate.nullable(),
    /** The bottom line up front, in Markdown. */
    bottomLine: z.string().max(maxLengths.bottomLine),
    /** As of a card. What was written before it was told counts as reviewed. */
    bottomLineReviewed: z.boolean().default(true),
    confidence: z.enum(confidences).nullable(),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    /** In whose words all its likelihoods are given; never mixed. */
    likelihoodScale: LikelihoodScale,
    /** In which it is printed, a BCP 47 tag; `null`: as its text says. */
    language: z.string().min(2).max(maxLengths.tag).nullable().default(null),
    submission: Submission,
    /** What the timeline shows, as a claim of its author's, printed above the drawing; empty for a neutral title. */
    timelineTitle: z.string().max(maxLengths.heading).default(''),
    cards: z.array(Card).readonly(),
    sources: z.array(Source).readonly(),
    origins: z.array(Origin).readonly(),
    actors: z.array(Actor).readonly(),
    issues: z.array(Issue).readonly(),
    positions: z.array(Position).readonly(),
    statements: z.array(Statement).readonly(),
    annotations: z.array(Annotation).readonly(),
    events: z.array(Event).readonly(),
    figures: z.array(Figure).readonly(),
    outcomes: z.array(Outcome).readonly(),
    keyJudgements: z.array(KeyJudgement).readonly(),
    dismissals: z.array(Dismissal).readonly(),
    createdAt: Moment,
    modifiedAt: Moment,
    /** As of a card. */
    bottomLineDraftedSentences: DraftedSentences.optional()
  })
  .readonly();
export type Briefing = z.infer<typeof Briefing>;

/** What a list of the library shows of a briefing without opening it. */
export const Summary = z
  .strictObject({
    id: Id,
    title: z.string(),
    bottomLine: z.string(),
    tags: z.array(z.string()).readonly(),
    cards: z.int(),
    annotations: z.int(),
    positions: z.int(),
    createdAt: Moment,
    modifiedAt: Moment
  })
  .readonly();
export type Summary = z.infer<typeof Summary>;

export function summarise(briefing: Briefing): Summary {
  return {
    id: briefing.id,
    title: briefing.title,
    bottomLine: briefing.bottomLine.slice(0, 300),
    tags: briefing.tags,
    cards: briefing.cards.length,
    annotations: briefing.annotations.length,
    positions: briefing.positions.length,
    createdAt: briefing.createdAt,
    modifiedAt: briefing.modifiedAt
  };
}

/** What a briefing is called wherever it is named, also before it has a title. */
export function titleOf({ title }: { readonly title: string }): string {
  return title.trim() || 'Untitled briefing';
}

/** The order of a list: the latest change first. */
export function byLatestChange(a: Summary, b: Summary): number {
  return compareText(b.modifiedAt, a.modifiedAt) || compareText(b.id, a.id);
}

export function emptyBriefing(title: string, now = new Date()): Briefing {
  const moment = now.toISOString();
  return {
    id: newId(),
    title,
    marking: '',
    date: null,
    bottomLine: '',
    bottomLineReviewed: true,
    confidence: null,
    tags: [],
    likelihoodScale: 'icd203',
    language: null,
    submission: noSubmission,
    timelineTitle: '',
    cards: [],
    sources: [],
    origins: [],
    actors: [],
    issues: [],
    positions: [],
    statements: [],
    annotations: [],
    events: [],
    figures: [],
    outcomes: [],
    keyJudgements: [],
    dismissals: [],
    createdAt: moment,
    modifiedAt: moment
  };
}

/**
 * A draft: what the drafter reads out of an article, as `standpoint draft --json` prints it.
 *
 * Offsets are UTF-16 units, end-exclusive, over the article's verbatim text: every span's `text`
 * is exactly what stands there. Confidences run from 0 to 1.
 */
import { z } from '../base/zod.js';
import { cardKinds } from '../briefing/entries.js';
import { TextHash } from '../briefing/source.js';
import type { Range } from '../text/range.js';

const place = { start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() };
const confidence = z.number().min(0).max(1);

export const Span = z.strictObject(place).readonly();
export type Span = z.infer<typeof Span>;

/** What a draft says of a range of the article. */
export function toSpan(text: string, { start, end }: Range): Span {
  return { start, end, text: text.slice(start, end) };
}

export const DraftCard = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    kind: z.enum(cardKinds),
    start: place.start,
    end: place.end,
    /** The paragraphs of the card, in the article's order. */
    spans: z.array(Span).readonly()
  })
  .readonly();
export type DraftCard = z.infer<typeof DraftCard>;

const DraftActor = z.strictObject({
  id: z.string(),
  type: z.enum(['person', 'group', 'state', 'organisation', 'place', 'unknown']),
  name: z.string(),
  aliases: z.array(z.string()),
  titles: z.array(z.string()),
  mentions: z.array(
    z.strictObject({
      ...place,
      kind: z.enum(['name', 'title', 'title+name', 'group', 'pronoun', 'anaphor'])
    })
  ),
  confidence,
  /** How many other briefings of the library know the actor; left out where none does, or none was asked. */
  briefings: z.int().positive().optional()
});

const DraftAttribution = z.strictObject({
  id: z.string(),
  source: Span.nullable(),
  /** The body that “it” as a source stands for; left out where that is not sure, and for any other source. */
  meant: Span.optional(),
  cue: Span.nullable(),
  content: z.array(Span),
  actor: z.string().nullable(),
  /** The date that the sentence gives for the saying. */
  time: Span.nullable(),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  nested: z.boolean(),
  hedges: z.array(z.string()),
  rule: z.string(),
  confidence,
  /** Of words that do not stand without the cue before them, “the court to wait” of “urged”; left out elsewhere. */
  governed: z.literal(true).optional(),
  /** Of a mere piece of a sentence, such as “him”, which is not offered as said; left out elsewhere. */
  fragment: z.literal(true).optional()
});

const DraftPosition = z.strictObject({
  id: z.string(),
  actor: z.string(),
  issue: z.string(),
  /** Neutral and unclear are for a person to say. */
  stance: z.enum(['supports', 'opposes', 'conditional']),
  statement: z.string(),
  evidence: Span,
  /** Of whoever says it; `null` where the writer tells of it. */
  attribution: z.string().nullable(),
  time: Span.nullable(),
  why: z.array(z.string()),
  confidence
});

const DraftPositionChange = z.strictObject({
  marker: Span,
  actor: z.string(),
  issue: z.string(),
  /** The positions that differ. */
  before: z.string(),
  after: z.string(),
  confidence
});

const DraftFigure = z.strictObject({
  ...place,
  value: z.number(),
  unit: z.string(),
  approx: z.string().nullable(),
  /** What is counted or measured, such as “people killed in the flood”; else the sentence. */
  measures: z.string(),
  /** The time that it is told for, as `value` of a date; `null` where the clause tells none. */
  date: z.string().nullable(),
  confidence,
  /** Numbers that its sentence says are wrong: of “26 million, not 62 million” the latter; left out where it says none. */
  denies: z.array(z.number()).optional()
});

const DraftDate = z.strictObject({
  ...place,
  value: z.string().nullable(),
  anchor: z.enum(['explicit', 'article-date', 'none'])
});

const DraftEvent = z.strictObject({
  ...place,
  date: Span.nullable(),
  future: z.boolean(),
  participants: z.array(z.string())
});

/** A matter that reported words speak of. */
const DraftTopic = z.strictObject({
  ...place,
  /** Without articles and quotation marks, in one line; where the library knows the issue, as it is worded there. */
  wording: z.string(),
  /** Whether another briefing of the library has it as an issue; left out where none does, or none was asked. */
  inLibrary: z.literal(true).optional()
});

export const Draft = z
  .strictObject({
    schema: z.literal('briefing-draft/1'),
    offsets: z.literal('utf16'),
    source: z
      .strictObject({
        path: z.string(),
        sha256: TextHash,
        length: place.start,
        /** The text that offsets refer to, where it is not the file's own: extracted from HTML, Word or PDF. */
        text: z.string().optional()
      })
      .readonly(),
    language: z
      .strictObject({
        /** ISO 639-1, or `und` when it was not determined. */
        code: z.string(),
        confidence,
        suggestions: z.boolean(),
        /** Why there are no suggestions, or which there are not. */
        reason: z.string().optional()
      })
      .readonly(),
    title: Span.nullable(),
    dek: Span.nullable(),
    /** The sentences of the bottom line. */
    summary: z.array(Span).readonly(),
    cards: z.array(DraftCard).readonly(),
    actors: z.array(DraftActor).readonly(),
    attributions: z.array(DraftAttribution).readonly(),
    positions: z.array(DraftPosition).readonly(),
    positionChanges: z.array(DraftPositionChange).readonly(),
    figures: z.array(DraftFigure).readonly(),
    dates: z.array(DraftDate).readonly(),
    events: z.array(DraftEvent).readonly(),
    constraints: z.array(Span).readonly(),
    outcomes: z.array(Span).readonly(),
    /** In the order of the text; a part of a phrase follows the whole. */
    topics: z.array(DraftTopic).readonly().optional(),
    /**
     * Of an interview without names before its lines: who answers, the paragraphs that are answers, and the
     * sentences of them that tell what the actor holds.
     */
    answers: z
      .strictObject({
        actor: z.string(),
        spans: z.array(Span).readonly(),
        views: z.array(Span).readonly()
      })
      .readonly()
      .optional(),
    /** Of an interview: the words of its introduction that say on which day it was held. */
    held: Span.optional()
  })
  .readonly();
export type Draft = z.infer<typeof Draft>;

/** What the draft of a later article brings to a briefing, in Markdown. */
export const DraftedParts = z
  .strictObject({
    /** Empty where the article has no sentence for it. */
    bottomLine: z.string(),
    /** Each a list of lines. */
    cards: z
      .array(z.strictObject({ kind: z.enum(cardKinds), heading: z.string(), body: z.string() }))
      .readonly()
  })
  .readonly();
export type DraftedParts = z.infer<typeof DraftedParts>;

/** What a search gives back: text and ranges only, never markup. */
import { Id, Moment } from '../base/values.js';
import { z } from '../base/zod.js';
import { rowKinds } from './query.js';

/** UTF-16 offsets, end-exclusive. */
const Marks = z.array(z.strictObject({ start: z.int(), end: z.int() }).readonly()).readonly();

export const SearchHit = z
  .strictObject({
    kind: z.enum(rowKinds),
    /** Of the card, source, annotation, actor, issue, position, event, figure or outcome; `null` for the briefing's own fields. */
    id: Id.nullable(),
    /** Such as a card's heading; may be empty. */
    head: z.strictObject({ text: z.string(), marks: Marks }).readonly(),
    snippet: z.strictObject({ text: z.string(), marks: Marks }).readonly()
  })
  .readonly();
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchGroup = z
  .strictObject({
    id: Id,
    title: z.strictObject({ text: z.string(), marks: Marks }).readonly(),
    modifiedAt: Moment,
    /** The best ones, in the order of the briefing. */
    hits: z.array(SearchHit).readonly(),
    /** How many more rows of the briefing hold what was looked for. */
    more: z.int()
  })
  .readonly();
export type SearchGroup = z.infer<typeof SearchGroup>;

const SearchTerm = z
  .strictObject({ words: z.array(z.string()).readonly(), prefix: z.boolean() })
  .readonly();

export const SearchAnswer = z
  .strictObject({
    /** The best first; without words to look for, latest change first. */
    groups: z.array(SearchGroup).readonly(),
    /** How many briefings were found, also beyond `groups`. */
    total: z.int(),
    /** All of them in the same order; over IPC only without words to look for, where a list shows them. */
    ids: z.array(Id).readonly(),
    /** True when older briefings were left out, since so many match. */
    capped: z.boolean(),
    /** What was looked for in the end, for marking it where it stands. */
    terms: z.array(SearchTerm).readonly(),
    /** Words that no briefing holds, and what was looked for instead. */
    corrections: z
      .array(z.strictObject({ from: z.string(), to: z.string() }).readonly())
      .readonly(),
    /** A sentence for each part of the query that means nothing. */
    complaints: z.array(z.string()).readonly(),
    /** How far the index is behind: it has read `read` of `of` briefings. `null`: not at all. */
    reading: z.strictObject({ read: z.int(), of: z.int() }).readonly().nullable()
  })
  .readonly();
export type SearchAnswer = z.infer<typeof SearchAnswer>;

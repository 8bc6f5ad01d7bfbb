/** An event: something that happened or is to happen, at a time, on evidence. */
import { z } from '../base/zod.js';
import { Id } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import { PartialDate } from '../base/partial-date.js';

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
    evidence: z.array(Id).readonly()
  })
  .readonly();
export type Event = z.infer<typeof Event>;

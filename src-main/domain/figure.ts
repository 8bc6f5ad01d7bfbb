/** A figure: a number that the briefing uses, with its unit and what it measures, on evidence. */
import { z } from './zod.js';
import { Id } from './id.js';
import { maxLengths } from './limits.js';

export const Figure = z
  .strictObject({
    id: Id,
    /** As the source writes it: “1.6 million”. */
    wording: z.string().min(1).max(maxLengths.tag),
    value: z.number(),
    unit: z.string().max(maxLengths.tag),
    measures: z.string().max(maxLengths.statement),
    /** Annotations that it rests on. */
    evidence: z.array(Id).readonly()
  })
  .readonly();
export type Figure = z.infer<typeof Figure>;

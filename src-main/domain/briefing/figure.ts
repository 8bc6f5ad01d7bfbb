/** A figure: a number that the briefing uses, with its unit and what it measures, on evidence. */
import { z } from '../base/zod.js';
import { Id, newId } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import { PartialDate } from '../base/partial-date.js';

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
    evidence: z.array(Id).readonly()
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
    evidence: []
  };
}

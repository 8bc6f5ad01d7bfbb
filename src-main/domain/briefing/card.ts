/** A card: one titled piece of a briefing, its body in Markdown. */
import { z } from '../base/zod.js';
import { Id } from '../base/id.js';
import { maxCardLength, maxLengths } from '../base/limits.js';

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

export const Card = z
  .strictObject({
    id: Id,
    kind: CardKind,
    heading: z.string().max(maxLengths.heading),
    /** Markdown. */
    body: z.string().max(maxCardLength)
  })
  .readonly();
export type Card = z.infer<typeof Card>;

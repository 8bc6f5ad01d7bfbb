/** A position: one append-only ledger entry of who holds which stance on what, since when, on what evidence. */
import { z } from '../base/zod.js';
import { Id } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import { Moment } from '../base/moment.js';
import { PartialDate } from '../base/partial-date.js';

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
    /** The earlier entry that this one replaces; the earlier one stays in the ledger. */
    supersedes: Id.nullable(),
    /** The day by which its author wants to look at it again; `null` for never. */
    reviewBy: PartialDate.nullable(),
    recordedAt: Moment
  })
  .readonly();
export type Position = z.infer<typeof Position>;

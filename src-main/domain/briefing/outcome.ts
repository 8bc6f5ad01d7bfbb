/** An outcome: a possible development, with how likely its author judges it. */
import { z } from '../base/zod.js';
import { Id } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import { PartialDate } from '../base/partial-date.js';
import { confidences } from './position.js';

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
    evidence: z.array(Id).readonly()
  })
  .readonly();
export type Outcome = z.infer<typeof Outcome>;

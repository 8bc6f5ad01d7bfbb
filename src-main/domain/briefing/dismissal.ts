/** What the author was shown and set aside: a suggestion of the drafter or a finding of the linter. It stays away. */
import { z } from '../base/zod.js';
import { Id } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import { Moment } from '../base/moment.js';

export const Dismissal = z
  .strictObject({
    id: Id,
    of: z.enum(['suggestion', 'finding']),
    /** The card, source, position or outcome that it was about. */
    about: Id,
    /** The rule that found it and the words that it rests on: the same words by the same rule stay dismissed. */
    rule: z.string().max(maxLengths.tag),
    words: z.string().max(maxLengths.statement),
    dismissedAt: Moment
  })
  .readonly();
export type Dismissal = z.infer<typeof Dismissal>;

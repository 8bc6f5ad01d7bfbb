/** A copy of a briefing that the library holds, as it came back from elsewhere. */
import { Briefing } from '../briefing/briefing.js';
import { z } from '../base/zod.js';

export const Copy = z
  .strictObject({
    /** Where it came from, such as the name of its file. */
    name: z.string(),
    theirs: Briefing,
    /** The state that it began with; `null` when that is not known. */
    base: Briefing.nullable()
  })
  .readonly();
export type Copy = z.infer<typeof Copy>;

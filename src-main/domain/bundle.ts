/** A bundle: one briefing with its source texts in one JSON document, for exchange and backup. */
import { z } from './zod.js';
import { Briefing } from './briefing.js';
import { TextHash } from './source.js';

export const bundleSchema = 'standpoint-briefing/1';

export const Bundle = z
  .strictObject({
    schema: z.literal(bundleSchema),
    briefing: Briefing,
    /** The verbatim text of every source, by its hash. */
    texts: z.record(TextHash, z.string())
  })
  .readonly();
export type Bundle = z.infer<typeof Bundle>;

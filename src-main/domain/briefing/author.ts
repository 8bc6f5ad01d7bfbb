/** Who recorded an entry of a briefing. */
import { z } from '../base/zod.js';
import { maxLengths } from '../base/limits.js';
import { Moment } from '../base/values.js';

export const Author = z
  .strictObject({
    /** As the person gave it in the settings; empty where she gave none. */
    name: z.string().max(maxLengths.author),
    /** Names the installation that it was recorded on; no audience gets it. */
    device: z.string().max(maxLengths.device)
  })
  .readonly();
export type Author = z.infer<typeof Author>;

/** Who wrote something in a shared library, and when by the clock of her device. */
export const Writer = z
  .strictObject({ name: z.string().max(maxLengths.author), at: Moment })
  .readonly();
export type Writer = z.infer<typeof Writer>;

/** A briefing as its author had written it by the end of a day, which the day of an entry says nothing of. */
import { z } from '../base/zod.js';
import { Briefing } from './briefing.js';
import { Version } from './version.js';

export const WrittenState = z
  .strictObject({
    briefing: Briefing,
    /** The version that it was read from; `null`: the briefing as it is now. */
    version: Version.nullable()
  })
  .readonly();
export type WrittenState = z.infer<typeof WrittenState>;

/** The two ends of a stretch of days; `null` where no version as old as that was kept. */
export const WrittenPair = z
  .strictObject({ before: WrittenState.nullable(), after: WrittenState.nullable() })
  .readonly();
export type WrittenPair = z.infer<typeof WrittenPair>;

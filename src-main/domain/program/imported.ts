/** What is given to be imported, and what comes of it. */
import { Id, Moment } from '../base/values.js';
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';

/** A file that a person chose, or opened from outside. `token` names it when it is imported. */
export const ChosenFile = z.strictObject({ token: z.string(), name: z.string() });
export type ChosenFile = z.infer<typeof ChosenFile>;

/** What did not come in, since the library holds it already. */
export const AlreadyHeld = z.strictObject({
  /** The file's. */
  name: z.string(),
  /** The briefing that holds it, and the briefing's title. */
  id: Id,
  title: z.string(),
  /** When its text came in; `null` for a briefing that came back unchanged, which cannot come in again. */
  importedAt: Moment.nullable()
});
export type AlreadyHeld = z.infer<typeof AlreadyHeld>;

/** A copy of a briefing that the library holds, as it came back from elsewhere. */
export const ReturnedCopy = z
  .strictObject({
    /** Where it came from, such as the name of its file. */
    name: z.string(),
    theirs: Briefing,
    /** The state that it began with; `null` when that is not known. */
    base: Briefing.nullable()
  })
  .readonly();
export type ReturnedCopy = z.infer<typeof ReturnedCopy>;

/** What an import brought in, and a sentence for each file that could not be read. */
export const Imported = z.strictObject({
  /** Those that are new, and those that `copies` are of. */
  ids: z.array(Id),
  held: z.array(AlreadyHeld).optional(),
  refused: z.array(z.string()),
  /** A sentence for each part that is missing of a file that could be read, such as scanned pages. */
  missing: z.array(z.string()).optional(),
  /** A sentence for each briefing that contradicted itself: what of it was mended. */
  mended: z.array(z.string()).optional(),
  /** Of briefings among `ids` that the library held already: to be merged with what is there. */
  copies: z.array(ReturnedCopy).optional()
});
export type Imported = z.infer<typeof Imported>;

/** A version: a state of a briefing that was kept, to look at, to compare with, to go back to. */
import { z } from '../base/zod.js';
import { Briefing } from './briefing.js';
import { Moment } from '../base/values.js';
import { Author } from './author.js';

/**
 * Why it was kept: time had passed (`hourly`, the first of a day `daily`), a newer Standpoint was to
 * rewrite it (`migration`), an import was to be merged into it (`import`), another version was to
 * take its place (`restore`), its author wished so (`named`), undo led away from it (`undone`), or
 * its author had left it so and was to change it when she came back (`visit`).
 */
export const versionKinds = [
  'hourly',
  'daily',
  'migration',
  'import',
  'restore',
  'named',
  'undone',
  'visit'
] as const;
export const VersionKind = z.enum(versionKinds);
export type VersionKind = z.infer<typeof VersionKind>;

/** Names one version of a briefing; sorts by revision. */
export const VersionKey = z.string().regex(/^\d{10}-[a-z]+-[0-9a-f]{8}$/);
export type VersionKey = z.infer<typeof VersionKey>;

export const maxVersionName = 100;

export const Version = z
  .strictObject({
    key: VersionKey,
    kind: VersionKind,
    /** Given by its author; of what was undone, what that was. Empty for the other kinds. */
    name: z.string().max(maxVersionName),
    /** When it was kept, by the clock of that time. Revisions, not moments, say what came first. */
    keptAt: Moment,
    /** The one that it was saved as; of what was undone the one on which it rests. */
    revision: z.int(),
    /** The briefing's title and its last change at that time. */
    title: z.string(),
    modifiedAt: Moment,
    /** Who worked on it when it was kept; `null` of one that an older Standpoint or the command line kept. */
    by: Author.nullable().default(null)
  })
  .readonly();
export type Version = z.infer<typeof Version>;

export const OpenVersion = z.strictObject({ version: Version, briefing: Briefing }).readonly();
export type OpenVersion = z.infer<typeof OpenVersion>;

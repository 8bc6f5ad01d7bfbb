/** What the library says about itself: what is in its bin, and what was found wrong with it. */
import { Summary } from '../briefing/briefing.js';
import { Moment, Id } from '../base/values.js';
import { z } from '../base/zod.js';

/** A briefing in the bin, and when it came there. */
export const DeletedBriefing = z.strictObject({ summary: Summary, deletedAt: Moment });
export type DeletedBriefing = z.infer<typeof DeletedBriefing>;

export const LibraryFinding = z.strictObject({
  message: z.string(),
  /** Nothing is left to do. */
  mended: z.boolean(),
  /** Something was not as it was written; else it is a remark, which a notice has told. */
  isDamage: z.boolean()
});
export type LibraryFinding = z.infer<typeof LibraryFinding>;

/** What a library holds. */
export const LibraryReport = z.strictObject({
  folder: z.string(),
  briefings: z.int(),
  /** In the bin. */
  deleted: z.int(),
  cards: z.int(),
  annotations: z.int(),
  positions: z.int(),
  /** Texts of sources, each kept once. */
  texts: z.int(),
  /** Files that texts were read from, each kept once. */
  originals: z.int(),
  versions: z.int(),
  /** Of all its files. */
  bytes: z.int(),
  /** When it was backed up from the window last; `null` where that is not known. */
  lastBackup: Moment.nullable()
});
export type LibraryReport = z.infer<typeof LibraryReport>;

/** What the program says about itself. */
export const AppInfo = z.strictObject({
  version: z.string(),
  platform: z.string(),
  /** False where the page must draw the menu itself. */
  nativeMenu: z.boolean(),
  /** For people: where the library lies. */
  libraryFolder: z.string(),
  /** The library cannot be written to from here; a notice has said why. */
  onlyRead: z.boolean(),
  /** The web page that tells the newest version; `null` where whoever built the program named none. */
  releasesPage: z.string().nullable()
});
export type AppInfo = z.infer<typeof AppInfo>;

/** A package of which something is in the program. */
export const Licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** As an SPDX expression, or as the package puts it. */
  licence: z.string(),
  text: z.string()
});
export type Licence = z.infer<typeof Licence>;

/** What came of restoring a backup, and the sentences that tell it: the same in the window and on the command line. */
export const Restored = z
  .strictObject({
    /** Briefings that the library lacked, had in its bin, or had as samples that nobody had touched. */
    added: z.array(Id).readonly(),
    /** How many of them lay in the bin when the backup was made, and do so again. */
    intoBin: z.int(),
    /** Those that have changed since: what the backup holds of them is kept as a version. */
    changed: z.array(Id).readonly(),
    /** How many were there already, just as the backup has them. */
    same: z.int(),
    /** Samples that nobody had touched, and that the backup lacks: they are there no more. */
    removed: z.array(Id).readonly(),
    /** A sentence for each briefing that contradicted itself: what of it was mended. */
    mended: z.array(z.string()).readonly(),
    /** A sentence for each briefing that was left out, since it is larger than any may be. */
    left: z.array(z.string()).readonly()
  })
  .readonly();
export type Restored = z.infer<typeof Restored>;

const briefings = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'briefing' : 'briefings'}`;

function inBin(many: number, all: number): string {
  if (many === 0) return '';
  return many === all ? ' into the bin' : `, ${many.toLocaleString('en')} of them into the bin`;
}

/** One or more sentences. What was mended and what was left out have their own. */
export function restoredInWords({ added, intoBin, changed, same, removed }: Restored): string {
  const one = changed.length === 1;
  const sentences = [
    added.length > 0
      ? `Brought back ${briefings(added.length)}${inBin(intoBin, added.length)}.`
      : 'No briefing of the backup was missing.',
    ...(same > 0
      ? [`${briefings(same)} ${same === 1 ? 'was' : 'were'} here already, just the same.`]
      : []),
    ...(changed.length > 0
      ? [
          `${briefings(changed.length)} ${one ? 'has' : 'have'} changed since the backup and ${one ? 'stays as it is; what the backup holds of it is among its versions' : 'stay as they are; what the backup holds of them is among their versions'}.`
        ]
      : []),
    ...(removed.length > 0
      ? [
          removed.length === 1
            ? 'The sample, which nobody had touched, made way.'
            : 'The samples, which nobody had touched, made way.'
        ]
      : [])
  ];
  return sentences.join(' ');
}

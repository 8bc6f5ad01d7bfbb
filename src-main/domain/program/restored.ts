/** What came of restoring a backup, and the sentences that tell it: the same in the window and on the command line. */
import { Id } from '../base/id.js';
import { z } from '../base/zod.js';

export const Restored = z
  .strictObject({
    /** Briefings that the library lacked, had in its bin, or had as samples that nobody had touched. */
    added: z.array(Id).readonly(),
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

/** One or more sentences. What was mended and what was left out have their own. */
export function restoredInWords({ added, changed, same, removed }: Restored): string {
  const one = changed.length === 1;
  const sentences = [
    added.length > 0
      ? `Brought back ${briefings(added.length)}.`
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

/** How far a library has read its carrier, and what was found of the rows there: as it lies on the disk. */
import { z } from '../domain/base/zod.js';
import { StoredRow } from './team-files.js';

export const Place = z.strictObject({
  cursor: z.string().nullable(),
  chains: z.unknown(),
  members: z.unknown(),
  /** Rows that cannot be taken in yet. */
  waiting: z.array(StoredRow).readonly(),
  /** When each device last changed something, by its own clock. */
  changedAt: z.record(z.string(), z.string()),
  faults: z.array(z.string()),
  /** When nothing of this library was left to share. */
  sharedAt: z.string().nullable(),
  /** What has come since the last checkpoint, and the bytes of that. */
  since: z.strictObject({
    rows: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    size: z.int().nonnegative()
  })
});
export type Place = z.infer<typeof Place>;

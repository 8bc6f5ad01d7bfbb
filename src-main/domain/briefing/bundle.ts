/** A bundle: one briefing with its source texts in one JSON document, for exchange and backup. */
import { z } from '../base/zod.js';
import { Briefing } from './briefing.js';
import { currentSchema, migrateBriefing } from './migrations.js';
import { TextHash } from './source.js';

export const bundleSchema = `standpoint-briefing/${currentSchema}` as const;

/** Names one state of a briefing by its content. */
const StateName = z.string().regex(/^[0-9a-f]{32}$/);

export const Bundle = z
  .strictObject({
    schema: z.literal(bundleSchema),
    briefing: Briefing,
    /** The verbatim text of every source, by its hash. */
    texts: z.record(TextHash, z.string()),
    /**
     * States of the briefing that it was made of, in no order: the one that it is, and those that its
     * library has exchanged before. A copy of it is merged against one of them. Left out where that is not
     * known, and for an audience.
     */
    behind: z.array(StateName).max(100).readonly().optional()
  })
  .readonly();
export type Bundle = z.infer<typeof Bundle>;

/** What an older Standpoint exported, as today's would have; anything else comes back as it is. */
export function migrateBundle(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { schema, briefing } = data as { schema?: unknown; briefing?: unknown };
  const written = /^standpoint-briefing\/(\d{1,4})$/.exec(String(schema))?.[1];
  if (written === undefined || Number(written) >= currentSchema) return data;
  return {
    ...data,
    schema: bundleSchema,
    briefing: migrateBriefing(briefing, Number(written))
  };
}

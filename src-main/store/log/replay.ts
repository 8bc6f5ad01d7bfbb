/** A briefing's file and what the log says came after it → its latest state. Pure. */
import { applyChange } from '../../domain/briefing/change.js';
import type { Briefing } from '../../domain/briefing/briefing.js';
import { migrateBriefing } from '../../domain/briefing/migrations.js';
import { expandChange } from './compact-change.js';
import type { Envelope } from '../envelope.js';
import type { StateRecord } from './log-format.js';

export interface Replayed {
  /** `null` when there is neither a file nor a record of its making. */
  readonly state: Envelope | null;
  /** Why the records were not followed to their end; `null` when they were. */
  readonly gap: string | null;
}

/** Skips what the file has already, and stops at the first record that does not follow. */
export function replay(file: Envelope | null, records: readonly StateRecord[]): Replayed {
  let state = file;
  for (const record of records) {
    if (state && record.rev <= state.revision) continue;
    if ('data' in record) {
      state = { schema: record.schema, revision: record.rev, data: record.data };
      continue;
    }
    if (!state) return { state, gap: 'its file is missing' };
    if (record.rev !== state.revision + 1) {
      return { state, gap: `revision ${state.revision + 1} is missing` };
    }
    try {
      state = follow(state, record);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { state, gap: `revision ${record.rev} does not fit (${reason})` };
    }
  }
  return { state, gap: null };
}

function follow(state: Envelope, record: Exclude<StateRecord, { data: object }>): Envelope {
  if (record.schema < state.schema) throw new Error('it is of an older schema');
  const data = migrateBriefing(state.data, state.schema, record.schema) as Briefing;
  const change = expandChange(data, record.change);
  return {
    schema: record.schema,
    revision: record.rev,
    data: applyChange(data, change, new Date(record.at))
  };
}

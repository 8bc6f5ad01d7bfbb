/** Reads what the log holds when a library is opened, and says where new records may go. */
import { join } from 'node:path';
import type { Id } from '../../domain/base/values.js';
import { currentSchema, migrateBriefing } from '../../domain/briefing/migrations.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { namesIn, readIfThere, sizeOf } from '../../disk/file-system.js';
import type { Finding } from '../finding.js';
import type { SegmentEnd } from './log.js';
import { type SegmentContents, readSegment, type StateRecord } from './log-format.js';
import { segmentPath, segmentOfFile } from '../paths.js';
import { quarantine, type StoreFolder } from '../store-folder.js';
import { applyChange } from '../../domain/change/change.js';
import type { Briefing } from '../../domain/briefing/briefing.js';
import { expandChange } from '../../domain/change/log-codec.js';
import type { Envelope } from '../envelope.js';

interface DamagedSegment {
  readonly segment: number;
  readonly damage: 'unfinished' | 'rot';
}

export interface LoggedHistory {
  /** The briefings that the log speaks of, each with its records in their order. */
  readonly records: ReadonlyMap<Id, readonly StateRecord[]>;
  /** In their order. */
  readonly segments: readonly number[];
  readonly damaged: readonly DamagedSegment[];
  readonly previous: SegmentEnd | null;
  readonly resumable: SegmentEnd | null;
}

interface Segment extends SegmentContents {
  readonly number: number;
  readonly size: number;
}

export async function readLog({ root, fs, readOnly }: StoreFolder): Promise<LoggedHistory> {
  const numbers = (await namesIn(root, fs)).map(segmentOfFile).filter((number) => number !== null);
  const files = new Map<number, Buffer>();
  for (const number of numbers) {
    const bytes = await readIfThere(segmentPath(root, number), fs);
    if (bytes) files.set(number, bytes);
  }
  const segments = readInOrder(files);
  const records = new Map<Id, StateRecord[]>();
  for (const record of segments.flatMap((segment) => segment.records)) {
    const known = records.get(record.id) ?? [];
    if (!('touched' in record)) known.push(record);
    records.set(record.id, known);
  }
  if (!readOnly) refuseNewer(root, records);
  const last = segments.at(-1);
  const end = last ? { segment: last.number, bytes: last.size } : null;
  return {
    records,
    segments: segments.map(({ number }) => number),
    damaged: segments.flatMap(({ number, damage, isCutOff }) =>
      // A reader may come while the other Standpoint writes, or after a kill amid an unreported save.
      damage === 'none' || (readOnly && damage === 'unfinished' && isCutOff)
        ? []
        : [{ segment: number, damage }]
    ),
    previous: end,
    resumable: last?.isWhole ? end : null
  };
}

/** Tells one state of the log from another: the names of its segments and their sizes. */
export async function logState({ root, fs }: StoreFolder): Promise<string> {
  const segments = (await namesIn(root, fs)).filter((name) => segmentOfFile(name) !== null);
  const sizes = await Promise.all(segments.map((name) => sizeOf(join(root, name), fs)));
  return segments.map((name, i) => `${name} ${sizes[i] ?? ''}`).join('\n');
}

/** Puts damaged segments aside; what was good in them must be safe elsewhere by then. */
export async function mendLog(
  folder: StoreFolder,
  damaged: readonly DamagedSegment[],
  mend: boolean
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { segment, damage } of damaged) {
    const path = segmentPath(folder.root, segment);
    const file = path.slice(folder.root.length + 1);
    const where = mend ? ` A copy of it lies in ${await quarantine(folder, path)}.` : '';
    findings.push(
      damage === 'rot'
        ? {
            code: 'damaged-log',
            file,
            message: `The log of the latest changes, ${file}, is damaged in its middle. Whatever could be read of it was used.${where}`,
            mended: mend
          }
        : {
            code: 'unfinished-save',
            file,
            message: `The last save before Standpoint ended was not finished, or the end of ${file} was damaged since. Everything before it is there.${where}`,
            mended: mend
          }
    );
  }
  return findings;
}

/** What a segment holds beyond the end that its successor knows of was reported as not saved. */
function readInOrder(files: ReadonlyMap<number, Buffer>): readonly Segment[] {
  const segments: Segment[] = [];
  let known: SegmentEnd | null = null;
  for (const number of [...files.keys()].sort((a, b) => b - a)) {
    const whole = files.get(number) ?? Buffer.alloc(0);
    const bytes: Buffer = known?.segment === number ? whole.subarray(0, known.bytes) : whole;
    // Begun and never used: the power went before its first line was safe.
    const contents: SegmentContents = bytes.length > 0 ? readSegment(bytes) : unused;
    segments.unshift({ ...contents, number, size: bytes.length });
    known = contents.head?.previous ?? null;
  }
  return segments;
}

const unused: SegmentContents = {
  head: null,
  records: [],
  damage: 'none',
  isCutOff: false,
  isWhole: false
};

function refuseNewer(root: string, records: ReadonlyMap<Id, readonly StateRecord[]>): void {
  for (const { schema } of [...records.values()].flat()) {
    if (schema <= currentSchema) continue;
    throw new ExpectedFailure(
      'newer-library',
      `The library in ${root} holds changes that a newer Standpoint has not finished writing. Open it there once, or open it here for reading only; nothing was changed.`
    );
  }
}

/** A briefing's file and what the log says came after it → its latest state. Pure. */
interface Replayed {
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

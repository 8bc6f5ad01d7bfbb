/**
 * The bytes of the write-ahead log: one line a record, its CRC-32 before its JSON. Pure.
 *
 *     6d1f09c2 {"id":"…","rev":8,"schema":2,"at":"…","change":{…}}
 *
 * After a bad line the next good one is found again, which is what
 * tells rot in the middle from an append that a power cut left unfinished at the end.
 */
import { z } from '../../domain/base/zod.js';
import { Id, Moment } from '../../domain/base/values.js';
import type { CompactChange } from '../../domain/change/log-codec.js';
import { checkedLine, readCheckedLine } from '../../disk/checked-line.js';

const Edited = z.strictObject({
  id: Id,
  /** The revision that the change leads to. */
  rev: z.int().min(2),
  schema: z.int().positive(),
  at: Moment,
  change: z.custom<CompactChange>((value) => typeof value === 'object' && value !== null)
});
const Created = z.strictObject({
  id: Id,
  /** 1, or a later one of a briefing that came from a backup. */
  rev: z.int().positive(),
  schema: z.int().positive(),
  /** The briefing, whole. */
  data: z.custom<object>((value) => typeof value === 'object' && value !== null)
});
/**
 * The briefing is about to move between shelf and bin, or a version of it to be written: after a crash
 * something may have to be cleared up, and what a list says of it may be out of date.
 */
const Touched = z.strictObject({ id: Id, touched: z.literal(true) });

export const LogRecord = z.union([Edited, Created, Touched]);
export type LogRecord = z.infer<typeof LogRecord>;
/** Whether the log holds all there is of a briefing, so that its file is not needed. */
export function holdsAll(records: readonly StateRecord[]): boolean {
  return records[0] !== undefined && 'data' in records[0];
}
export type StateRecord = z.infer<typeof Edited> | z.infer<typeof Created>;

const format = 'standpoint-log';

/** The first line of every segment. */
const SegmentHead = z.strictObject({
  format: z.literal(format),
  segment: z.int().positive(),
  /** Where the segment before it ends: what lies beyond was reported as not saved. */
  previous: z.strictObject({ segment: z.int().positive(), bytes: z.int() }).nullable()
});
type SegmentHead = z.infer<typeof SegmentHead>;

export function encodeLine(record: LogRecord): Uint8Array {
  return checkedLine(record);
}

export function encodeHead(head: Omit<SegmentHead, 'format'>): Uint8Array {
  return checkedLine({ format, ...head });
}

export interface SegmentContents {
  /** `null` when the first line is not a segment's. */
  readonly head: SegmentHead | null;
  readonly records: readonly LogRecord[];
  /** `unfinished`: only the end is bad, as a power cut leaves it. `rot`: good records follow bad ones. */
  readonly damage: 'none' | 'unfinished' | 'rot';
  /** The last line does not end, as while it is being written. */
  readonly isCutOff: boolean;
  /** More may be appended behind what is there. */
  readonly isWhole: boolean;
}

export function readSegment(bytes: Buffer): SegmentContents {
  let head: SegmentHead | null = null;
  const records: LogRecord[] = [];
  let bad = false;
  let goodAfterBad = false;
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    const payload = readCheckedLine(bytes.subarray(from, end));
    const asHead = from === 0 ? SegmentHead.safeParse(payload) : null;
    const record = asHead?.success ? null : LogRecord.safeParse(payload);
    if (asHead?.success) head = asHead.data;
    else if (record?.success) records.push(record.data);
    if (asHead?.success || record?.success) goodAfterBad ||= bad;
    else bad = true;
    from = end + 1;
  }
  return {
    head,
    records,
    damage: !bad ? 'none' : goodAfterBad ? 'rot' : 'unfinished',
    isCutOff: bytes.at(-1) !== 10,
    isWhole: head !== null && !bad && bytes.at(-1) === 10
  };
}

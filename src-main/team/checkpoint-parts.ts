/**
 * What a checkpoint is made of. Its parts hold briefings, as all their changes until then make them, and
 * its manifest tells where the rows go on. All of these are sealed files, which one sealed row names.
 *
 *     a part: length of the index 4 · index (JSON) · for each briefing its deflated JSON
 */
import { createHash } from 'node:crypto';
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { ExpectedFailure } from '../domain/base/result.js';
import { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import { SharedBriefing } from '../domain/team/shared-briefing.js';
import { StoredRow } from './team-files.js';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the row of a checkpoint says. */
export const CheckpointRow = z.strictObject({
  kind: z.literal('checkpoint'),
  /** Of its briefings. */
  schema: z.int().positive(),
  /** The SHA-256 of its manifest. */
  manifest: Hash,
  briefings: z.int().nonnegative(),
  /** Of all its parts. */
  bytes: z.int().nonnegative()
});
export type CheckpointRow = z.infer<typeof CheckpointRow>;

export const CheckpointManifest = z.strictObject({
  format: z.literal(1),
  /** The carrier’s, behind the last row that was read. */
  cursor: z.string(),
  /** What `Chains.folded` encodes. */
  chains: z.unknown(),
  /** Rows before the cursor that could not be taken in yet. */
  waiting: z.array(StoredRow).readonly(),
  changedAt: z.record(z.string(), z.string()),
  /** The SHA-256 of each. */
  parts: z.array(Hash).max(100_000).readonly()
});
export type CheckpointManifest = z.infer<typeof CheckpointManifest>;

const Index = z.array(z.tuple([Id, z.int().positive()]));

/** Bytes of a part that is not larger than need be, and from which on it may end. */
const mostPart = 1024 * 1024;
const usualPart = 256 * 1024;
/** Bytes of a manifest or a briefing: a small file cannot make a program run out of memory. */
const mostInflated = 256 * 1024 * 1024;

export interface PackedBriefing {
  readonly id: Id;
  readonly bytes: Uint8Array;
}

export async function packBriefing(id: Id, shared: SharedBriefing): Promise<PackedBriefing> {
  const json = Buffer.from(JSON.stringify(shared.checkpoint().encode()));
  return { id, bytes: await promisify(deflateRaw)(json) };
}

/**
 * Throws an `ExpectedFailure` where that is not what `packBriefing` makes.
 * @param isSound it was unpacked before: its form need not be checked again
 */
export function unpackBriefing(bytes: Uint8Array, isSound = false): SharedBriefing {
  return SharedBriefing.decode(jsonOf(inflate(bytes)), isSound);
}

/**
 * Fills parts with briefings that come in the order of `partOrderOf`. Where a part ends follows from the
 * briefings in it, so that the next checkpoint has the same parts where nothing has changed.
 */
export class PartFiller {
  #briefings: PackedBriefing[] = [];
  #size = 0;

  /** The part that is full before this one comes; `null` where there is room. */
  add(briefing: PackedBriefing): Uint8Array | null {
    const isTooMuch = this.#size > 0 && this.#size + briefing.bytes.length > mostPart;
    const full =
      isTooMuch || (this.#size > usualPart && isLandmark(briefing.id)) ? this.end() : null;
    this.#briefings.push(briefing);
    this.#size += briefing.bytes.length;
    return full;
  }

  /** The last part; `null` where nothing is left. */
  end(): Uint8Array | null {
    if (this.#briefings.length === 0) return null;
    const index = this.#briefings.map(({ id, bytes }): [string, number] => [id, bytes.length]);
    const head = Buffer.from(JSON.stringify(index satisfies z.input<typeof Index>));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(head.length);
    const part = Buffer.concat([length, head, ...this.#briefings.map(({ bytes }) => bytes)]);
    this.#briefings = [];
    this.#size = 0;
    return new Uint8Array(part);
  }
}

/** The same everywhere, and unlike the order in which briefings were made: what changes lies together there. */
export function partOrderOf(id: Id): string {
  return createHash('sha256').update(id).digest('hex');
}

function isLandmark(id: Id): boolean {
  return partOrderOf(id).endsWith('0');
}

/** Bytes that tell how long the index of a part is, at its beginning. */
export const beforeIndex = 4;

/** Bytes of the index of a part. @param start of the part, its first `beforeIndex` bytes or more */
export function indexLength(start: Uint8Array): number {
  const buffer = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  return buffer.length < beforeIndex ? 0 : buffer.readUInt32BE(0);
}

/**
 * Where each briefing lies in a part. Throws an `ExpectedFailure` where it is none.
 * @param start of the part, with its index whole
 * @param size bytes of the whole part
 */
export function readIndex(
  start: Uint8Array,
  size: number
): ReadonlyMap<Id, readonly [from: number, to: number]> {
  const buffer = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  let from = beforeIndex + indexLength(start);
  const index = Index.safeParse(jsonOf(buffer.subarray(beforeIndex, from)));
  if (!index.success) throw damaged();
  const places = new Map<Id, readonly [number, number]>();
  for (const [id, length] of index.data) {
    places.set(id, [from, from + length]);
    from += length;
  }
  if (from !== size) throw damaged();
  return places;
}

export function packManifest(manifest: CheckpointManifest): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(manifest)));
}

/** Throws an `ExpectedFailure` where it is none. */
export function unpackManifest(bytes: Uint8Array): CheckpointManifest {
  const read = CheckpointManifest.safeParse(jsonOf(inflate(bytes)));
  if (!read.success) throw damaged();
  return read.data;
}

function inflate(bytes: Uint8Array): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostInflated });
  } catch {
    // What zlib says of it, nobody can act on.
    throw damaged();
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // Nor on what the parser says.
    throw damaged();
  }
}

function damaged(): ExpectedFailure {
  return new ExpectedFailure(
    'damaged-checkpoint',
    'A summary of the library that a member’s program wrote cannot be read. All rows are read instead; nothing is missing.'
  );
}

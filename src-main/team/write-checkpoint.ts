/**
 * A checkpoint of the whole library, so that who joins need not replay everything. It is made beside the
 * exchanges, briefing by briefing: what comes in meanwhile may be in it already, as a change that is known
 * is passed over. Broken off, it leaves sealed files that nobody names, and the next one finds them there.
 */
import { createHash } from 'node:crypto';
import type { Id } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { SharedBriefing } from '../domain/team/shared-briefing.js';
import type { Carrier } from './carriers/carrier.js';
import {
  type CheckpointRow,
  type Manifest,
  orderOf,
  packBriefing,
  packManifest,
  PartFiller
} from './checkpoint-parts.js';
import type { Membership } from './membership.js';
import { sha256Of, toHex } from './sealing/bytes.js';
import { sealFile } from './sealing/file.js';
import type { SharedFiles, SharedRecord } from './shared-files.js';

interface Needs {
  readonly carrier: Carrier;
  readonly shared: SharedFiles;
  readonly membership: Membership;
}

/** What has to come since the last checkpoint before the next one is written. */
export interface CheckpointAfter {
  readonly rows: number;
  readonly bytes: number;
}

export const usualCheckpointAfter: CheckpointAfter = { rows: 2_000, bytes: 1024 * 1024 };

/**
 * Whether this device should write a checkpoint now. Members come in turns, one a good while after the
 * other: so one does it, and where that one is away, the next.
 */
export function isCheckpointDue(membership: Membership, after: CheckpointAfter): boolean {
  const { since, members, device } = membership;
  if (!members.isMember(device)) return false;
  const turnOf = (each: string) =>
    createHash('sha256').update(`${each} ${since.size}`).digest('hex');
  const turns = [...members.state.devices.values()]
    .filter(({ standing }) => standing === 'member')
    .map((each) => turnOf(each.device))
    .sort();
  const patience = 1 + turns.indexOf(turnOf(device)) / 4;
  // Half of the last one: all that is ever written for checkpoints is a few times what is written anyway.
  const bytes = Math.max(after.bytes, since.size / 2);
  return since.rows >= after.rows * patience && since.bytes >= bytes * patience;
}

/**
 * Hands the parts over. Returns the row that names them, which is still to be sealed; `null` where something
 * of a briefing waits for its history. Rejects with the reason of `stop`.
 * @param standing how far was read before it began, all of it taken in
 * @param ids of all briefings that are shared
 */
export async function writeParts(
  standing: Omit<Manifest, 'parts'>,
  ids: readonly Id[],
  { carrier, shared, membership }: Needs,
  stop: AbortSignal
): Promise<CheckpointRow | null> {
  const parts: string[] = [];
  const filler = new PartFiller();
  const done = { bytes: 0, briefings: 0 };
  const put = async (content: Uint8Array) => {
    const { name, bytes } = sealFile(content, membership.keyring, membership.epoch);
    await carrier.putFile(name, bytes, undefined, stop);
    done.bytes += bytes.length;
    return toHex(sha256Of(content));
  };
  for (const id of inOrder(ids)) {
    stop.throwIfAborted();
    const record = await shared.read(id);
    if (record.late.length > 0 || record.isBroken) return null;
    const sent = sentOf(record, membership.device);
    if (Object.keys(sent.known).length + sent.waiting === 0) continue;
    const full = filler.add(await packBriefing(id, sent));
    if (full) parts.push(await put(full));
    done.briefings += 1;
  }
  const last = filler.end();
  if (last) parts.push(await put(last));
  const manifest = await put(packManifest({ ...standing, parts }));
  return { kind: 'checkpoint', schema: currentSchema, manifest, ...done };
}

function inOrder(ids: readonly Id[]): readonly Id[] {
  const placed = ids.map((id) => [orderOf(id), id] as const);
  return placed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}

/** Without what the carrier has not: others could wait for it for ever. */
function sentOf({ shared, sent }: SharedRecord, device: string): SharedBriefing {
  const own = shared.known[device] ?? 0;
  if (own <= sent) return shared;
  const { [device]: _, ...others } = shared.known;
  return shared.at(sent > 0 ? { ...others, [device]: sent } : others);
}

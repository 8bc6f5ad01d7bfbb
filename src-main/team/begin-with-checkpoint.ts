/**
 * Who joins a library begins with the newest checkpoint that can be read, and takes in only the rows behind
 * it. That whoever wrote it has verified the rows before, a newcomer believes, as she believes whoever
 * invited her; whether the rows go on from there, she looks before anything is taken in.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { BaseFiles } from './base-files.js';
import type { CarriedRow, Carrier } from './carriers/carrier.js';
import { CheckpointRow, unpackManifest } from './checkpoint-parts.js';
import { inPool } from './in-pool.js';
import type { Membership } from './membership.js';
import { fileNameOf, openSealedFile } from './sealing/file.js';
import { topicOfMembers } from './sealing/keyring.js';
import { openRow, type OpenedRow } from './sealing/row.js';

interface Needs {
  readonly carrier: Carrier;
  readonly base: BaseFiles;
  readonly membership: Membership;
}

/** Bytes of rows behind a checkpoint that are looked at before anything is taken in. */
const mostLookedAt = 32 * 1024 * 1024;

/** Of failures that are the carrier's own all end here; of others the next checkpoint may be better. */
const isOfCarrier: ReadonlySet<string> = new Set(['carrier-away', 'carrier-refuses']);

/**
 * Returns what was read behind the checkpoint, which is not settled yet; `null` where there is none to
 * begin with. Broken off before it has returned, nothing counts of what it did.
 */
export async function beginWithCheckpoint(
  needs: Needs
): Promise<{ readonly rows: readonly OpenedRow[] } | null> {
  const { carrier, base, membership } = needs;
  await base.begin(null);
  const candidates = (await carrier.readTopic(membership.topicOfCheckpoints)).toReversed();
  if (candidates.length === 0) return null;
  const about = await carrier.readTopic(topicOfMembers(membership.keyring));
  for (const row of candidates) {
    try {
      await membership.learn(about);
      const rows = await beginWith(row, needs);
      if (rows) return { rows };
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || isOfCarrier.has(error.code)) throw error;
    }
    // Nothing of it counts. What is read instead is all that it stood for.
    await membership.reload();
    await base.begin(null);
  }
  return null;
}

async function beginWith(row: CarriedRow, needs: Needs): Promise<readonly OpenedRow[] | null> {
  const { base, membership, carrier } = needs;
  const { device, n } = row;
  // Who was removed could leave a checkpoint that holds what nobody else took in.
  if (!membership.members.isMember(device)) return null;
  const { content } = openRow(row, membership.keyring, membership.members.publicKeyOf);
  const read = CheckpointRow.safeParse(content);
  if (!read.success || read.data.schema !== currentSchema) return null;
  const manifest = unpackManifest(await fetchFile(read.data.manifest, needs));
  await inPool(manifest.parts, async (part) => {
    if (!(await base.holds(part))) await base.keep(part, await fetchFile(part, needs));
  });
  const { parts, ...standing } = manifest;
  membership.startAt(standing);
  // Its maker had read its own rows until then, and not this one.
  if (membership.count(device) >= n) return null;
  const begun = membership.place();
  const rows: OpenedRow[] = [];
  let size = 0;
  for await (const page of membership.receive(carrier, false)) {
    rows.push(...page.rows);
    size += page.bytes;
    if (size > mostLookedAt) break;
  }
  if (membership.doubt(device) !== null) return null;
  await base.begin({ parts, by: membership.members.state.devices.get(device)?.person ?? '' });
  // From now on all rests on it, wherever this is broken off.
  await membership.keep(begun);
  return rows;
}

async function fetchFile(hash: string, { carrier, membership }: Needs): Promise<Uint8Array> {
  const bytes = await carrier.getFile(fileNameOf(membership.keyring, hash));
  if (bytes === null) throw new ExpectedFailure('no-file', 'A part of a checkpoint is missing.');
  return openSealedFile(bytes, hash, membership.keyring);
}

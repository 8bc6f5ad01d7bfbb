/** The versions of a briefing on disk: a sealed file each, never changed once it is written. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from '../../domain/base/zod.js';
import { Author } from '../../domain/briefing/author.js';
import { type Id, Moment } from '../../domain/base/values.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import {
  VersionKey,
  VersionKind,
  type OpenVersion,
  type Version
} from '../../domain/briefing/version.js';
import { versionsToPrune } from '../../domain/briefing/version-policy.js';
import { DamagedFile, type Envelope, seal, unseal } from '../envelope.js';
import { namesIn, readIfThere } from '../../disk/file-system.js';
import type { Finding } from '../finding.js';
import { shownPath } from '../paths.js';
import { quarantine, type StoreFolder } from '../store-folder.js';
import { asStored } from '../stored-briefing.js';
import { ensureFolder, replaceFile, syncFolder } from '../../disk/write-durably.js';

const format = 'standpoint-version';

const Kept = z.object({
  kind: VersionKind,
  name: z.string(),
  keptAt: Moment,
  /** Older ones do not tell. */
  by: Author.nullable().default(null),
  /** Of the schema that the envelope names. */
  briefing: z.unknown()
});

interface Keeping {
  readonly kind: VersionKind;
  readonly name: string;
  readonly keptAt: string;
  readonly by: Author | null;
}

/** Resolves once the version is safe on disk. Lets go of older ones that the policy gives up. */
export async function writeVersion(
  folder: StoreFolder,
  id: Id,
  { schema, revision, data }: Envelope,
  keeping: Keeping
): Promise<VersionKey> {
  const { root, fs } = folder;
  const mark = randomBytes(4).toString('hex');
  const key = `${String(revision).padStart(10, '0')}-${keeping.kind}-${mark}`;
  const bytes = seal(format, { schema, revision, data: { ...keeping, briefing: data } });
  await putVersion(folder, id, key, bytes);
  for (const old of versionsToPrune(await versionKeys(folder, id))) {
    await fs.rm(versionPath(root, id, old), { force: true });
  }
  return key;
}

/** Writes the bytes of a version as they are. Resolves once they are safe. */
export async function putVersion(
  { root, fs }: StoreFolder,
  id: Id,
  key: VersionKey,
  bytes: Uint8Array
): Promise<void> {
  await ensureFolder(join(root, 'versions'), fs);
  await ensureFolder(versionsOf(root, id), fs);
  await replaceFile(versionPath(root, id, key), bytes, fs);
  await syncFolder(versionsOf(root, id), fs);
}

/** Oldest first. */
export async function versionKeys(
  { root, fs }: StoreFolder,
  id: Id
): Promise<readonly VersionKey[]> {
  const names = await namesIn(versionsOf(root, id), fs);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((key) => VersionKey.safeParse(key).success);
}

/** Throws `no-version` where there is none of this key, and `damaged-version` where it is not what was written. */
export async function readVersion(
  { root, fs }: StoreFolder,
  id: Id,
  key: VersionKey
): Promise<OpenVersion> {
  const path = versionPath(root, id, key);
  const bytes = await readIfThere(path, fs);
  if (!bytes) throw new ExpectedFailure('no-version', `There is no version ${key} of ${id}.`);
  try {
    return decodeVersion(id, key, bytes);
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    throw new ExpectedFailure(
      'damaged-version',
      `The version in ${shownPath(root, path)} is damaged: ${error.message}. It was left as it is; the briefing itself is not touched by this.`
    );
  }
}

/** For a check. A damaged version goes to quarantine where it may. */
export async function inspectVersion(
  folder: StoreFolder,
  id: Id,
  key: VersionKey,
  mend: boolean
): Promise<readonly Finding[]> {
  const path = versionPath(folder.root, id, key);
  const bytes = await readIfThere(path, folder.fs);
  try {
    if (bytes) decodeVersion(id, key, bytes);
    return [];
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    const file = shownPath(folder.root, path);
    const where = mend ? ` It lies in ${await quarantine(folder, path)} now.` : '';
    const message = `The version in ${file} is damaged: ${error.message}.${where} The briefing itself is not touched by this.`;
    return [{ code: 'damaged-version', file, message, mended: mend }];
  }
}

/** What an interrupted checkpoint left among them. */
export async function removeUnfinishedVersions({ root, fs }: StoreFolder, id: Id): Promise<void> {
  const place = versionsOf(root, id);
  for (const name of await namesIn(place, fs)) {
    if (name.endsWith('.tmp')) await fs.rm(join(place, name), { force: true });
  }
}

/** Throws `DamagedFile` unless it is an intact version of this briefing. */
export function decodeVersion(id: Id, key: VersionKey, bytes: Uint8Array): OpenVersion {
  const envelope = unseal(format, bytes);
  const parsed = Kept.safeParse(envelope.data);
  if (!parsed.success) throw new DamagedFile('it does not fit its schema');
  const { kind, name, keptAt, by, briefing: data } = parsed.data;
  const { briefing, revision } = asStored(id, { ...envelope, data });
  const { title, modifiedAt } = briefing;
  const version: Version = { key, kind, name, keptAt, revision, title, modifiedAt, by };
  return { version, briefing };
}

export function versionsOf(root: string, id: Id): string {
  return join(root, 'versions', id);
}

export function versionPath(root: string, id: Id, key: VersionKey): string {
  return join(versionsOf(root, id), `${key}.json`);
}

/** A briefing as it lies on disk: its schema number, and the checks between bytes and domain. */
import { dirname } from 'node:path';
import type { z } from '../domain/base/zod.js';
import { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { currentSchema, migrateBriefing } from '../domain/briefing/migrations.js';
import type { FileSystem } from '../disk/file-system.js';
import { backupOf, ensureFolder, replaceFile, syncFolder } from '../disk/write-durably.js';
import { DamagedFile, type Envelope, seal, unseal } from './envelope.js';

const format = 'standpoint-briefing';

export interface StoredBriefing {
  readonly revision: number;
  /** Greater than `currentSchema` when a newer Standpoint wrote it: it may be read, never written. */
  readonly schema: number;
  readonly briefing: Briefing;
}

export function encodeBriefing({ revision, briefing }: StoredBriefing): Uint8Array {
  return seal(format, { schema: currentSchema, revision, data: briefing });
}

/** Its file and the second copy, in a folder that is made where it is missing. Resolves once both are safe. */
export async function writeBoth(
  path: string,
  stored: StoredBriefing,
  fs: FileSystem
): Promise<void> {
  const bytes = encodeBriefing(stored);
  await ensureFolder(dirname(path), fs);
  await replaceFile(path, bytes, fs);
  await replaceFile(backupOf(path), bytes, fs);
  await syncFolder(dirname(path), fs);
}

/** A briefing as its file holds it. */
export interface FiledBriefing extends StoredBriefing {
  /** Of the schema that it was written in. */
  readonly envelope: Envelope;
}

/** Throws `DamagedFile` when the bytes are not an intact briefing of this id. */
export function decodeBriefing(id: Id, bytes: Uint8Array): FiledBriefing {
  const envelope = unseal(format, bytes);
  return { ...asStored(id, envelope), envelope };
}

/** Lifts it to today's schema. Throws `DamagedFile` when that is no briefing of this id. */
export function asStored(id: Id, { schema, revision, data }: Envelope): StoredBriefing {
  const parsed = Briefing.safeParse(
    schema > currentSchema ? withoutUnknown(data) : migrateBriefing(data, schema)
  );
  if (!parsed.success)
    throw new DamagedFile(`it does not fit its schema: ${whereWrong(parsed.error)}`);
  if (parsed.data.id !== id) throw new DamagedFile(`it holds another briefing, ${parsed.data.id}`);
  return { revision, schema, briefing: parsed.data };
}

/** The first thing that does not fit, such as "cards.3.kind: Invalid option". */
export function whereWrong(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.')}: ${issue.message}` : error.message;
}

/** What a newer schema added is not shown; nothing is lost, since such a file is never written. */
function withoutUnknown(data: unknown): unknown {
  const copy = structuredClone(data);
  for (const issue of Briefing.safeParse(data).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    const owner = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown>)[key],
      copy
    );
    for (const key of issue.keys) delete (owner as Record<string, unknown>)[key];
  }
  return copy;
}

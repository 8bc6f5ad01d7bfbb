/**
 * What sources rest on: their texts, and the files that these were read from. Each is immutable and
 * lies under the SHA-256 of its bytes, so that damage shows and equal ones lie there once.
 */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { TextHash } from '../domain/briefing/source.js';
import { namesIn, readIfThere } from '../disk/file-system.js';
import type { Finding } from './finding.js';
import { keptPath, type KeptShelf, shownPath } from './paths.js';
import { quarantine, type StoreFolder } from './store-folder.js';
import type { Turns } from '../disk/turns.js';
import { writeDurably } from '../disk/write-durably.js';

/** What each shelf holds, in words and findings. */
const kinds = {
  texts: {
    noun: 'source text',
    damaged: 'damaged-text',
    missing: 'missing-text',
    whyMissing: 'is missing',
    remedy: 'Importing its article again brings it back.'
  },
  originals: {
    noun: 'original file',
    damaged: 'damaged-original',
    missing: 'missing-original',
    // A briefing may come in a file that carries no originals, such as JSON, and those of a team library come when they are asked for.
    whyMissing: 'is not here: it was lost, never came with its briefing, or was not fetched yet',
    remedy:
      'The source and its text are whole; adding the same file again brings it back, and in a shared library opening it fetches it.'
  }
} as const;

export const keptShelves = ['texts', 'originals'] as const satisfies readonly KeptShelf[];

/** Resolves once the bytes are safe on disk. A good copy that is there already is left alone. */
export async function keep(
  folder: StoreFolder,
  shelf: KeptShelf,
  hash: TextHash,
  bytes: Uint8Array
): Promise<void> {
  const { noun, missing } = kinds[shelf];
  if (sha256(bytes) !== hash)
    throw new Error(`The ${noun} was given under the wrong name, ${hash}`);
  const path = keptPath(folder.root, shelf, hash);
  const present = await readIfThere(path, folder.fs);
  if (present?.equals(bytes)) return;
  if (present) await quarantine(folder, path);
  await writeDurably(path, bytes, folder.fs);
  folder.settle(missing, shownPath(folder.root, path));
}

/** What interrupted imports left. One that is being written goes on: its name is looked at in its turn. */
export async function removeUnfinished(folder: StoreFolder, turns: Turns): Promise<void> {
  for (const shelf of keptShelves) {
    const place = join(folder.root, shelf);
    for (const name of await namesIn(place, folder.fs)) {
      if (!name.endsWith('.tmp')) continue;
      await turns.run(name.slice(0, 64), () => folder.fs.rm(join(place, name), { force: true }));
    }
  }
}

/** Of all that lies on the shelf, whether whole or damaged. */
export async function keptHashes(
  { root, fs }: StoreFolder,
  shelf: KeptShelf
): Promise<readonly TextHash[]> {
  const names = await namesIn(join(root, shelf), fs);
  return names.filter((name) => TextHash.safeParse(name).success);
}

/** `null` when it is missing or damaged; the folder has been told then. */
export async function readKept(
  folder: StoreFolder,
  shelf: KeptShelf,
  hash: TextHash
): Promise<Buffer | null> {
  const { bytes, finding } = await inspectKept(folder, shelf, hash, !folder.readOnly);
  if (finding) folder.report(finding);
  return bytes;
}

/** As `readKept`, as the text that was given. */
export async function readText(folder: StoreFolder, hash: TextHash): Promise<string | null> {
  // Not TextDecoder, which would drop a byte order mark and shift every offset.
  return (await readKept(folder, 'texts', hash))?.toString('utf8') ?? null;
}

/** `bytes` are `null` unless they are good. With `mend` what is damaged goes to quarantine. */
export async function inspectKept(
  folder: StoreFolder,
  shelf: KeptShelf,
  hash: TextHash,
  mend: boolean
): Promise<{ readonly bytes: Buffer | null; readonly finding: Finding | null }> {
  const { noun, damaged, missing, whyMissing, remedy } = kinds[shelf];
  const path = keptPath(folder.root, shelf, hash);
  const file = shownPath(folder.root, path);
  const bytes = await readIfThere(path, folder.fs);
  if (bytes === null) {
    // A disk that was taken away has lost nothing.
    if (!folder.readOnly) await folder.fs.stat(dirname(path));
    const message = `The ${noun} ${file} ${whyMissing}. ${remedy}`;
    return { bytes, finding: { code: missing, file, message, mended: false } };
  }
  if (sha256(bytes) === hash) return { bytes, finding: null };
  const where = mend ? ` The damaged copy lies in ${await quarantine(folder, path)}.` : '';
  const message = `The ${noun} ${file} is damaged: its checksum does not fit.${where} ${remedy}`;
  return { bytes: null, finding: { code: damaged, file, message, mended: false } };
}

/** Lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): TextHash {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The source texts: immutable, each under the SHA-256 of its UTF-8 bytes, so that damage shows. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { TextHash } from '../domain/briefing/source.js';
import { namesIn, readIfThere } from '../disk/file-system.js';
import type { Finding } from './finding.js';
import { shownPath, textPath } from './paths.js';
import { quarantine, type StoreFolder } from './store-folder.js';
import type { Turns } from '../disk/turns.js';
import { writeDurably } from '../disk/write-durably.js';

/** Resolves once the text is safe on disk. A good copy that is there already is left alone. */
export async function storeText(folder: StoreFolder, hash: TextHash, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  if (sha256(bytes) !== hash) throw new Error(`A text was given under the wrong name, ${hash}`);
  const path = textPath(folder.root, hash);
  const present = await readIfThere(path, folder.fs);
  if (present?.equals(bytes)) return;
  if (present) await quarantine(folder, path);
  await writeDurably(path, bytes, folder.fs);
}

/** What interrupted imports left. One that is being written goes on: its name is looked at in its turn. */
export async function removeUnfinishedTexts(folder: StoreFolder, turns: Turns): Promise<void> {
  const place = join(folder.root, 'texts');
  for (const name of await namesIn(place, folder.fs)) {
    if (!name.endsWith('.tmp')) continue;
    await turns.run(name.slice(0, 64), () => folder.fs.rm(join(place, name), { force: true }));
  }
}

/** `null` when the text is missing or damaged; the folder has been told then. */
export async function readText(folder: StoreFolder, hash: TextHash): Promise<string | null> {
  const { bytes, finding } = await inspectText(folder, hash, !folder.readOnly);
  if (finding) folder.report(finding);
  // Not TextDecoder, which would drop a byte order mark and shift every offset.
  return bytes?.toString('utf8') ?? null;
}

/** `bytes` are `null` unless they are good. With `mend` a damaged text goes to quarantine. */
export async function inspectText(
  folder: StoreFolder,
  hash: TextHash,
  mend: boolean
): Promise<{ readonly bytes: Buffer | null; readonly finding: Finding | null }> {
  const path = textPath(folder.root, hash);
  const file = shownPath(folder.root, path);
  const bytes = await readIfThere(path, folder.fs);
  if (bytes === null) {
    // A disk that was taken away has lost no text.
    if (!folder.readOnly) await folder.fs.stat(dirname(path));
    const message = `The source text ${file} is missing. Importing its article again brings it back.`;
    return { bytes, finding: { code: 'missing-text', file, message, mended: false } };
  }
  if (sha256(bytes) === hash) return { bytes, finding: null };
  const where = mend ? ` The damaged copy lies in ${await quarantine(folder, path)}.` : '';
  const message = `The source text ${file} is damaged: its checksum does not fit.${where} Importing its article again brings it back.`;
  return { bytes: null, finding: { code: 'damaged-text', file, message, mended: false } };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes several briefings into one folder, each under a name of its own. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportEnding, PrintJob } from './api.js';
import { bundleSchema } from './domain/bundle.js';
import type { Id } from './domain/id.js';
import { fullEdition } from './domain/publication/edition.js';
import { titleOf } from './domain/publication/publication.js';
import { ExpectedFailure } from './domain/result.js';
import { fileNameFor } from './publish/file-name.js';
import { exportBriefing } from './publish/formats.js';
import type { Library } from './store/library.js';

/** A file that is there already is never written over: the new one gets a number. */
export async function exportMany(
  library: Library,
  ids: readonly Id[],
  folder: string,
  ending: ExportEnding,
  print: (job: PrintJob) => Promise<Uint8Array>
): Promise<void> {
  const taken = new Set(await namesIn(folder));
  for (const id of ids) {
    const { briefing, texts } = await library.open(id);
    const name = freeName(fileNameFor(titleOf(briefing)), ending, taken);
    taken.add(name.toLowerCase());
    const bundle = { schema: bundleSchema, briefing, texts };
    await exportBriefing(bundle, join(folder, name), { edition: fullEdition, print });
  }
}

/** Makes the folder when it is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return (await readdir(folder)).map((name) => name.toLowerCase());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ExpectedFailure(
      'no-folder',
      `${folder} cannot be used as a folder (${String(error.code)}). Nothing was exported; choose another name.`
    );
  }
}

/** Names that differ in case only are one on some disks. */
function freeName(base: string, ending: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = `${base}${n === 1 ? '' : ` ${n}`}.${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A PDF for the system's viewer, where nobody has named a place for it. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from './publish/write-atomically.js';

/** The folder of this run; nobody else may read it, and it goes when the program ends. */
let folder: Promise<string> | null = null;

/** Returns the path. A document of the same name takes the place of the one before. */
export async function writeForViewer(name: string, pdf: Uint8Array): Promise<string> {
  folder ??= makeFolder();
  const path = join(await folder, `${name}.pdf`);
  await writeAtomically(path, pdf);
  return path;
}

async function makeFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'standpoint-print-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

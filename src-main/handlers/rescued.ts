/**
 * What could not be saved when the system told the program to end, when nobody can be asked: it is kept
 * beside the settings, and the next start brings it back as any bundle.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Briefing, titleOf } from '../domain/briefing/briefing.js';
import { asJson, bundleOf } from '../publish/bundle-json.js';
import { fileNameFor } from '../publish/file-name.js';
import { disk, namesIn } from '../disk/file-system.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** Below the program's own folder. */
const place = 'Not saved';
const past = 'Brought back';

/** Resolves once it is safe. @param home the program's own folder. */
export async function rescue(
  home: string,
  briefing: Briefing,
  texts: Readonly<Record<string, string>>
): Promise<void> {
  const folder = join(home, place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Several of one briefing must not meet.
  const name = `${fileNameFor(titleOf(briefing))} ${Date.now().toString(36)}.json`;
  const json = asJson(bundleOf({ briefing, texts }));
  await writeAtomically(join(folder, name), new TextEncoder().encode(json));
}

/** The paths of what was rescued, each given once; the files stay. */
export async function takeRescued(home: string): Promise<readonly string[]> {
  const folder = join(home, place);
  const taken: string[] = [];
  for (const name of await namesIn(folder, disk)) {
    if (!name.endsWith('.json')) continue;
    await mkdir(join(folder, past), { recursive: true, mode: 0o700 });
    const path = join(folder, past, name);
    await disk.rename(join(folder, name), path);
    taken.push(path);
  }
  return taken;
}

/** For the person, of the files that are being brought back. */
export function rescuedInWords(paths: readonly string[]): string {
  const what = paths.length === 1 ? 'a briefing' : `${paths.length} briefings`;
  return `When Standpoint was told to end, the latest changes to ${what} could not be saved. They are brought back now, and are also in ${paths.map((path) => `“${path}”`).join(' and ')}.`;
}

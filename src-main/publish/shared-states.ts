/**
 * States of a briefing that others have too, since they left the house or came into it in a file.
 * A copy that was edited elsewhere is merged against the one that it began with. Nothing else needs
 * them: where one is missing, a merge only finds more to settle.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { likeness } from '../domain/merge/merge-briefings.js';
import { currentSchema, migrateBriefing } from '../domain/briefing/migrations.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** Of one briefing; older ones go. */
const maxStates = 20;
const ending = '.json.gz';

/** Whether a file with this name comes back as a briefing. */
export function carriesBriefing(path: string): boolean {
  return /\.(pdf|json|standpoint)$/i.test(path);
}

/** An export has succeeded without it, so a failure is told to the log alone. */
export async function keepIfPossible(libraryFolder: string, briefing: Briefing): Promise<void> {
  try {
    await keepSharedState(libraryFolder, briefing);
  } catch (error) {
    console.error('The state that was exported could not be kept for merging.', error);
  }
}

/** Resolves once it is kept. A state that is kept already is not kept twice. */
export async function keepSharedState(libraryFolder: string, briefing: Briefing): Promise<void> {
  const folder = folderOf(libraryFolder, briefing.id);
  const { name, json } = named(briefing);
  await mkdir(folder, { recursive: true });
  await writeAtomically(join(folder, name + ending), gzipSync(json));
  const states = await newestFirst(folder);
  for (const path of states.slice(maxStates)) await rm(path, { force: true });
}

/** The names of what a briefing was made of: of the kept states, and of itself. In alphabetical order. */
export async function namesBehind(
  libraryFolder: string,
  briefing: Briefing
): Promise<readonly string[]> {
  const kept = await newestFirst(folderOf(libraryFolder, briefing.id));
  const names = kept.slice(0, maxStates).map((path) => basename(path, ending));
  return [...new Set([...names, named(briefing).name])].sort();
}

/**
 * The kept state that a copy began with: of those behind it the one that was exchanged last. Of a copy
 * that does not tell, the one that is most like it, and of two the older one: with a state that the copy
 * never was, what only we have written would seem taken out there. `null` when none is kept.
 */
export async function stateBehind(
  libraryFolder: string,
  copy: Briefing,
  behind: readonly string[]
): Promise<Briefing | null> {
  let best: { readonly state: Briefing; readonly likeness: number } | null = null;
  for (const path of await newestFirst(folderOf(libraryFolder, copy.id))) {
    if (behind.length > 0 && !behind.includes(basename(path, ending))) continue;
    const state = await readState(path);
    if (state && behind.length > 0) return state;
    const found = state && { state, likeness: likeness(state, copy) };
    if (found && (!best || found.likeness >= best.likeness)) best = found;
  }
  return best?.state ?? null;
}

function named(briefing: Briefing) {
  const json = JSON.stringify({ schema: currentSchema, briefing });
  return { json, name: createHash('sha256').update(json).digest('hex').slice(0, 32) };
}

function folderOf(libraryFolder: string, id: Id): string {
  return join(libraryFolder, 'shared', id);
}

async function newestFirst(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return paths
    .map((path, index) => ({ path, time: times[index] ?? 0 }))
    .sort((a, b) => b.time - a.time || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/** `null` for a file that is damaged or from a newer Standpoint: it is as good as missing. */
async function readState(path: string): Promise<Briefing | null> {
  try {
    const { schema, briefing } = JSON.parse(gunzipSync(await readFile(path)).toString()) as {
      schema: number;
      briefing: unknown;
    };
    return Briefing.safeParse(migrateBriefing(briefing, schema)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code) return null;
    throw error;
  }
}

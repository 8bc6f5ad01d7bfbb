/** Kills a program at work, again and again on one library, and says of each time what was lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { emptyBriefing } from '../../../domain/briefing/briefing.js';
import type { Id } from '../../../domain/base/values.js';
import { seal } from '../../envelope.js';
import { isDamage } from '../../finding.js';
import { openLibrary } from '../../open-library.js';
import { briefingPath } from '../../paths.js';
import { original, originalHash } from '../briefing.js';
import { backupOf } from '../../../disk/write-durably.js';
import { type Archives, type Expected, type Report, type State, stateOf } from './deeds.js';

export interface Outcome {
  /** Deeds that were reported as done before the kill. */
  readonly done: number;
  /** What was amiss, a sentence each. */
  readonly faults: readonly string[];
}

/** Builds the program that is going to be killed. Returns its path. */
export async function buildVictim(place: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'victim.ts'),
      outDir: join(place, 'built'),
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: 'victim.mjs' } }
    }
  });
  return join(place, 'built/victim.mjs');
}

/** A library with briefings of an older schema, which the first edit of each lifts. */
export async function makeLibrary(folder: string): Promise<State> {
  const state: State = new Map();
  await (await openLibrary(folder)).close();
  const added = ['likelihoodScale', 'outcomes', 'events', 'figures', 'dismissals'];
  for (let i = 0; i < 12; i += 1) {
    const { id, ...rest } = emptyBriefing(`Old ${i}`);
    const old = Object.entries({ id, ...rest }).filter(([name]) => !added.includes(name));
    const data = Object.fromEntries(old);
    const path = briefingPath(folder, 'b', id);
    await mkdir(dirname(path), { recursive: true });
    const bytes = seal('standpoint-briefing', { schema: 1, revision: 1, data });
    for (const each of [path, backupOf(path)]) await writeFile(each, bytes);
    state.set(id, { title: `Old ${i}`, revision: 1, deleted: false });
  }
  return state;
}

/** What the deeds restore, made by a library of its own beside this one. */
export async function makeArchives(place: string): Promise<Archives> {
  const library = await openLibrary(join(place, 'archived'));
  const holds: [Id, Expected][] = [];
  for (let i = 0; i < 12; i += 1) {
    const briefing = { ...emptyBriefing(`Archived ${i}`), bottomLine: 'z'.repeat(3_000) };
    await library.addOriginals({ [originalHash]: original });
    await library.create(briefing, {});
    if (i % 2 === 0) await library.keepVersion(briefing.id, 'named', 'Archived');
    holds.push([briefing.id, { title: briefing.title, revision: 1, deleted: false }]);
  }
  const restored = join(place, 'restored.zip');
  await library.backUp(restored);
  await library.close();
  return { restored, written: join(place, 'written.zip'), holds };
}

/** One kill. `state` is what must be there before, and is brought up to date with what is found. */
export async function killOnce(
  victim: string,
  folder: string,
  state: State,
  archives: Archives,
  seed: number
): Promise<Outcome> {
  const known = JSON.stringify([...state]);
  const given = [victim, folder, `${seed}`, known, JSON.stringify(archives)];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  // Killed at the beginning of a deed: the signal finds it in the midst of it, or a little later.
  const reports = await untilKilled(child, 1 + (seed % 60));
  const allowed = allowedAfter(state, reports);
  const faults: string[] = [...(await wrongBefore(folder))];
  const library = await openLibrary(folder);
  try {
    const found = await stateOf(library);
    faults.push(...compare(allowed, found));
    for (const { code, message } of library.findings) {
      // The kernel may end a write between two pages; that save was not reported as done.
      if (code !== 'unfinished-save') faults.push(message);
    }
    // As a start does: what a save that was cut short left is no fault until this has gone over it.
    await library.tidy();
    for (const { message } of await library.check()) faults.push(message);
    state.clear();
    for (const [id, each] of found) {
      state.set(id, each.deleted ? { ...each, revision: revisionOf(allowed.get(id) ?? []) } : each);
    }
  } finally {
    await library.close();
  }
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.tmp')))
    faults.push(`${name} was left.`);
  const segments = names.filter((name) => name.startsWith('wal-')).length;
  if (segments !== 1) faults.push(`${segments} segments of the log were left.`);
  return { done: reports.filter(({ phase }) => phase === 'done').length, faults };
}

/** What a check says before anything has opened the library to write: a kill damages nothing. */
async function wrongBefore(folder: string): Promise<readonly string[]> {
  const reader = await openLibrary(folder, { readOnly: true });
  const wrong = (await reader.check()).filter(isDamage);
  await reader.close();
  return wrong.map(({ message }) => `A check says: ${message}`);
}

async function untilKilled(child: ChildProcess, begun: number): Promise<readonly Report[]> {
  const reports: Report[] = [];
  let begins = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    const report = JSON.parse(line) as Report;
    reports.push(report);
    if (report.phase === 'begin' && (begins += 1) === begun) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`The program ended by itself, with code ${child.exitCode}.`);
  return reports;
}

/** Of every briefing what may be found: what was reported last, or what was under way. */
function allowedAfter(
  before: State,
  reports: readonly Report[]
): ReadonlyMap<Id, readonly (Expected | null)[]> {
  const allowed = new Map<Id, readonly (Expected | null)[]>();
  for (const [id, expected] of before) allowed.set(id, [expected]);
  for (const { phase, id, after } of reports) {
    if (!id) continue;
    const last = allowed.get(id)?.[0] ?? null;
    allowed.set(id, phase === 'done' ? [after] : [last, after]);
  }
  return allowed;
}

function compare(
  allowed: ReadonlyMap<Id, readonly (Expected | null)[]>,
  found: State
): readonly string[] {
  const faults: string[] = [];
  for (const [id, may] of allowed) {
    const is = found.get(id) ?? null;
    if (!may.some((each) => isSame(each, is))) {
      faults.push(`${id} is ${JSON.stringify(is)}, which is none of ${JSON.stringify(may)}.`);
    }
  }
  for (const id of found.keys()) if (!allowed.has(id)) faults.push(`${id} came from nowhere.`);
  return faults;
}

function isSame(a: Expected | null, b: Expected | null): boolean {
  if (!a || !b) return a === b;
  if (a.deleted !== b.deleted || a.title !== b.title) return false;
  return a.deleted || a.revision === b.revision;
}

function revisionOf(allowed: readonly (Expected | null)[]): number {
  return allowed.find((each) => each)?.revision ?? 1;
}

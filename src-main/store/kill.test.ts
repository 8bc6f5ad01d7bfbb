/** The process dies at any moment: what was acknowledged is there, whole, and nothing stays behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing.js';
import { openLibrary } from './library.js';

const kills = 20;
let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-kill-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'library.ts'),
      outDir: join(place, 'built'),
      rolldownOptions: { output: { entryFileNames: 'library.mjs' } }
    }
  });
  await writeFile(join(place, 'writer.mjs'), writer);
}, 60_000);

afterAll(() => rm(place, { recursive: true, force: true }));

/** Saves without end, and prints each revision once its save is acknowledged. */
const writer = `
  import { openLibrary } from './built/library.mjs';
  const [folder, id] = process.argv.slice(2);
  const library = await openLibrary(folder);
  let { revision } = await library.open(id);
  for (;;) {
    const title = 'Revision ' + (revision + 1);
    revision = await library.save(id, revision, { fields: { title, bottomLine: 'x'.repeat(9000) } });
    console.log(revision);
  }
`;

/** Resolves with the last revision that was acknowledged before the process was dead. */
async function killAfter(child: ChildProcess, acknowledgements: number): Promise<number> {
  let last = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    last = Number(line);
    count += 1;
    if (count === acknowledgements) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return last;
}

test(`of ${kills} kills during saves none loses an acknowledged edit`, async () => {
  const folder = join(place, 'library');
  const first = await openLibrary(folder);
  const { id } = emptyBriefing('');
  await first.create({ ...emptyBriefing('Revision 1'), id }, {});
  await first.close();

  for (let round = 1; round <= kills; round += 1) {
    const child = spawn(process.execPath, [join(place, 'writer.mjs'), folder, id], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const acknowledged = await killAfter(child, round);
    expect(acknowledged).toBeGreaterThan(0);
    // The lock has died with its holder.
    const library = await openLibrary(folder);
    const { revision, briefing } = await library.open(id);
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    expect(briefing.title).toBe(`Revision ${revision}`);
    expect(await library.list()).toHaveLength(1);
    expect(library.findings).toEqual([]);
    expect(await library.check()).toEqual([]);
    await library.close();
  }
}, 120_000);

/**
 * `npm run test:team -- [--kills N] [--attacks N] [--minutes M] [--seed S] [--place NAME]`: teams of 3
 * to 5 members, each a process of its own, share libraries by a real PostgreSQL and by a folder, while they, the
 * server, the network, the disks and the clocks fail. Says of each round its seed, of each kind of fault how
 * many there were, and in the end what was lost. Exit code 1 when something was.
 *
 * With `--seed` and `--place` a round's schedule comes again; moments within it are the machine's.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '60' },
      attacks: { type: 'string', default: '200' },
      minutes: { type: 'string', default: 'Infinity' },
      seed: { type: 'string' },
      place: { type: 'string' }
    }
  });
  const file = resolve(import.meta.dirname, '../src-main/team/testing/kills/all-rounds.ts');
  const { module } = await runnerImport(file, { logLevel: 'error' });
  const wrong = await /** @type {any} */ (module).runAll({
    at: mkdtempSync(join(tmpdir(), 'standpoint-team-')),
    kills: Number(values.kills),
    attacks: Number(values.attacks),
    minutes: Number(values.minutes),
    seed: values.seed === undefined ? null : Number(values.seed),
    only: values.place ?? null,
    say: (/** @type {string} */ line) => console.log(line)
  });
  // A connection that was left half open must not keep this program.
  process.exit(wrong === 0 ? 0 : 1);
});

/** Rounds on each kind of place in turns, until so many faults were dealt; then attacks on the rows. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { canMount, mountDisk, unmountDisk } from '../../../disk/testing/small-disk.js';
import {
  type ServerFacts,
  startPostgres,
  type ThrowAwayServer
} from '../../carriers/testing/throw-away-postgres.js';
import { runAttacks } from '../attacks/run-attacks.js';
import { carriedFolderPlace } from './carried-folder.js';
import { folderPlace, type Place, serverPlace } from './places.js';
import { clearRound, runRound } from './round.js';

export interface Wanted {
  /** A folder that is there for this alone. */
  readonly at: string;
  readonly kills: number;
  readonly attacks: number;
  /** After which no further round is begun; `Infinity` for none. */
  readonly minutes: number;
  /** Of the first round; `null` for one that nobody knows. */
  readonly seed: number | null;
  /** The only kind of place; `null` for all of them in turns. */
  readonly only: string | null;
  readonly say: (line: string) => void;
}

/** How many faults one team goes through. */
const perRound = 10;
/** Sentences of one round that are said. */
const mostSaid = 30;

interface Server {
  readonly keeper: ThrowAwayServer;
  readonly facts: ServerFacts;
  readonly disk: string | null;
}

/** Returns how many sentences about what is wrong were said. */
export async function runAll(wanted: Wanted): Promise<number> {
  const { at, kills, say } = wanted;
  const program = await buildMember(at);
  const mounts = canMount();
  // A server that root starts is another user's.
  await chmod(at, 0o711);
  if (!mounts) say('Full disks are left out: only root on Linux may make small ones.');
  const servers = new Map<string, Server>();
  const disks: string[] = [];
  const wrong: string[] = [];
  const done = new Map<string, number>();
  let [dealt, acknowledged] = [0, 0];
  try {
    const places = await placesFor(wanted, mounts, servers, disks);
    const first = wanted.seed ?? Math.floor(Math.random() * 1_000_000);
    const until = Date.now() + wanted.minutes * 60_000;
    for (let round = 1; dealt < kills; round += 1) {
      if (Date.now() > until) {
        say(`${wanted.minutes} minutes are over: ${kills - dealt} faults are left out.`);
        break;
      }
      const seed = first + round - 1;
      const [name, open] = places[(round - 1) % places.length]!;
      const folder = join(at, `round-${round}`);
      await mkdir(folder);
      const began = Date.now();
      const place = await open(folder, seed);
      const most = Math.min(perRound, kills - dealt);
      const outcome = await runRound({
        program,
        at: folder,
        place,
        seed,
        most,
        canMount: mounts
      });
      dealt += most;
      acknowledged += outcome.acknowledged;
      for (const [kind, count] of outcome.done) done.set(kind, (done.get(kind) ?? 0) + count);
      const again = `--seed ${seed} --place ${name} --kills ${most}`;
      const seconds = Math.round((Date.now() - began) / 1000);
      say(
        `Round ${round} (${again}): ${outcome.members} members, ${outcome.acknowledged} edits, ${seconds} s, ${outcome.wrong.length === 0 ? 'all equal' : `${outcome.wrong.length} wrong`}`
      );
      for (const sentence of outcome.wrong.slice(0, mostSaid)) say(`  ${sentence}`);
      if (outcome.wrong.length > mostSaid) say(`  … and ${outcome.wrong.length - mostSaid} more`);
      wrong.push(...outcome.wrong);
      if (outcome.wrong.length === 0) await clearRound(folder);
      else say(`  Libraries and log are kept in ${folder}, but for those on small disks.`);
    }
    for (const [kind, count] of [...done].sort(([, a], [, b]) => b - a))
      say(`${String(count).padStart(4)} × ${kind}`);
    const lost = wrong.filter((sentence) => sentence.startsWith('Lost')).length;
    if (dealt > 0)
      say(
        `${dealt} kills and other faults, ${acknowledged} acknowledged edits: ${lost} lost, ${wrong.length === 0 ? 'all libraries equal' : `${wrong.length} things wrong`}.`
      );
    wrong.push(...(await attackAll(wanted, places, first)));
    return wrong.length;
  } finally {
    for (const { keeper } of servers.values()) await keeper.end();
    for (const disk of disks) unmountDisk(disk);
    if (wrong.length === 0) await clearRound(at);
  }
}

type Opening = (folder: string, seed: number) => Promise<Place>;

async function attackAll(
  { at, attacks, say }: Wanted,
  places: readonly (readonly [string, Opening])[],
  seed: number
): Promise<readonly string[]> {
  const attacked = places.filter(
    ([name], index) =>
      (name === 'server' || name === 'folder') &&
      places.findIndex(([each]) => each === name) === index
  );
  const wrong: string[] = [];
  if (attacks === 0) return wrong;
  for (const [name, open] of attacked) {
    const folder = join(at, `attacks on a ${name}`);
    await mkdir(folder);
    const share = Math.ceil(attacks / attacked.length);
    const found = await runAttacks(folder, await open(folder, seed), share, seed, say);
    found.forEach((sentence) => say(`  ${sentence}`));
    wrong.push(...found);
  }
  return wrong;
}

async function placesFor(
  { at, only, say }: Wanted,
  mounts: boolean,
  servers: Map<string, Server>,
  disks: string[]
): Promise<readonly (readonly [string, Opening])[]> {
  const names = [
    'server',
    'folder',
    'small-server',
    'carried-folder',
    'server',
    'small-folder'
  ].filter((name) => (only === null || name === only) && (mounts || !name.startsWith('small')));
  const smallDisk = async (name: string, size: string) => {
    const disk = join(at, `disk-of-${name}`);
    await mkdir(disk, { recursive: true });
    mountDisk(disk, size);
    disks.push(disk);
    return disk;
  };
  const found: [string, Opening][] = [];
  for (const name of names) {
    if (name === 'folder') found.push([name, (folder) => folderPlace(folder, null)]);
    else if (name === 'carried-folder') found.push([name, carriedFolderPlace]);
    else if (name === 'small-folder') {
      const disk = await smallDisk(name, '64m');
      let count = 0;
      found.push([
        name,
        async (folder) => {
          const on = join(disk, `${(count += 1)}`);
          await mkdir(on);
          return folderPlace(folder, on);
        }
      ]);
    } else {
      const server = servers.get(name) ?? (await startServer(name, smallDisk, say));
      if (server === null) continue;
      servers.set(name, server);
      found.push([name, () => serverPlace(server.keeper, server.facts, server.disk)]);
    }
  }
  if (found.length === 0) throw new Error('There is no such place here.');
  return found;
}

async function startServer(
  name: string,
  smallDisk: (name: string, size: string) => Promise<string>,
  say: (line: string) => void
): Promise<Server | null> {
  const disk = name.startsWith('small') ? await smallDisk(name, '400m') : null;
  const keeper = await startPostgres({ durable: true, dataIn: disk });
  if ('missing' in keeper.facts) {
    say(`${keeper.facts.missing}, so rounds on a ${name} are left out.`);
    await keeper.end();
    return null;
  }
  return { keeper, facts: keeper.facts, disk };
}

/** The program of a member, by the bundler that builds the product. */
async function buildMember(at: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    // As in the product: the optional native part of `pg` cannot be asked for.
    define: { 'process.env.NODE_PG_FORCE_NATIVE': 'undefined' },
    build: {
      ssr: join(import.meta.dirname, 'member-program.ts'),
      outDir: join(at, 'built'),
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: 'member-program.mjs' } }
    }
  });
  return join(at, 'built/member-program.mjs');
}

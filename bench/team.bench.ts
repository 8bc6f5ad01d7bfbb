/**
 * A library that several people share over a PostgreSQL of its own, with everything synced to the disk:
 * what sharing costs whoever writes, how soon others see it, what joining and a day away cost, and how much
 * of a typed word lies on the server. Ratios are of measurements that took turns in one run. All data are
 * our own. `--briefings N` makes a library of another size than 1,000, `--large` one of 10,000; `--parts
 * alone,arrival,many,bytes,large` measures some of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startPostgres,
  type ServerFacts
} from '../src-main/team/carriers/testing/throw-away-postgres.js';
import { measureAlone } from './team/measure-alone.js';
import { measureArrival } from './team/measure-arrival.js';
import { measureBytes } from './team/measure-bytes.js';
import { measureLarge } from './team/measure-large.js';
import { measureMany } from './team/measure-many.js';
import type { TeamRow, TestPlace } from './team/team-row.js';
import { buildDesk } from './team/start-desk.js';

export const title = 'a library that several people share over PostgreSQL, fsync on';

interface Asked {
  readonly briefings?: string | undefined;
  readonly large?: boolean | undefined;
  readonly parts?: string | undefined;
}

const parts: Readonly<
  Record<string, (place: TestPlace, briefings: number) => Promise<readonly TeamRow[]>>
> = {
  alone: measureAlone,
  arrival: measureArrival,
  many: measureMany,
  bytes: measureBytes,
  large: measureLarge
};

export async function measure(
  _runs?: number,
  { briefings, large, parts: named }: Asked = {}
): Promise<readonly TeamRow[]> {
  const asked = named?.split(',') ?? Object.keys(parts);
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new Error(
      `There is no part “${unknown.join('”, “')}”. There are: ${Object.keys(parts).join(', ')}.`
    );
  }
  const server = await startPostgres({ durable: true });
  const { facts } = server;
  if ('missing' in facts) {
    console.warn(`${facts.missing}, so nothing of a team library is measured.`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  const desks = await buildDesk();
  const place: TestPlace = { folder, desks, server, address: addressOf(facts) };
  const count = Number(briefings ?? (large ? 10_000 : 1_000));
  try {
    const rows: TeamRow[] = [];
    for (const [name, part] of Object.entries(parts)) {
      if (asked.includes(name)) rows.push(...(await part(place, count)));
    }
    return rows;
  } finally {
    desks.remove();
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of who may do everything, as whoever shares a library first gives it. */
function addressOf({ host, port, role, password }: ServerFacts): string {
  return `postgres://${role}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
}

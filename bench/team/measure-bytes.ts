/** What a typed word takes on the server: its row, and the tables with their indexes. */
import { join } from 'node:path';
import { askServer } from './ask-server.js';
import type { Desk } from './start-desk.js';
import { figureOf, placeFor, type TeamRow, type TestPlace } from './team-row.js';

const words = 1600;

export async function measureBytes(place: TestPlace): Promise<readonly TeamRow[]> {
  const rows: TeamRow[] = [];
  for (const devices of [2, 8, 20]) {
    const folder = placeFor(place, `bytes-${devices}`);
    const desk = place.desks.start();
    try {
      const folders = await teamOf(place, desk, folder, devices);
      await desk.tell('openWriters', folders);
      await desk.tell('writeLibrary', 1);
      // Each has written in the briefing then, so each edit knows of all.
      await desk.tell('writeEdits', 2 * devices);
      const before = await sizes(place.address);
      await desk.tell('writeEdits', words);
      const after = await sizes(place.address);
      rows.push(
        figureOf(
          `a typed word as a row on the server, ${devices} devices`,
          'bytes',
          (after.bodies - before.bodies) / words,
          words
        ),
        figureOf(
          `the same with all that PostgreSQL keeps of it, ${devices} devices`,
          'bytes',
          (after.whole - before.whole) / words,
          words,
          1024
        )
      );
    } finally {
      await desk.end();
    }
  }
  return rows;
}

/** Libraries that have joined one another, and are closed. */
export async function teamOf(
  { address }: TestPlace,
  desk: Desk,
  folder: string,
  devices: number,
  alsoInvited: readonly string[] = [],
  lines: string[] = []
): Promise<readonly string[]> {
  const names = Array.from({ length: devices }, (_, i) => `w${i}`);
  const folders = names.map((name) => join(folder, name));
  const [first = ''] = names;
  for (const [i, name] of names.entries()) {
    await desk.tell('open', name, folders[i]!);
    if (i === 0) await desk.tell('share', name, address);
    else await desk.tell('join', name, await desk.tell('invite', first, name, address), 0);
    await desk.tell('exchange', first);
  }
  for (const person of alsoInvited) lines.push(await desk.tell('invite', first, person, address));
  for (const name of names) await desk.tell('exchange', name);
  for (const name of names) await desk.tell('close', name);
  return folders;
}

async function sizes(address: string) {
  const [row] = await askServer(
    address,
    `SELECT (SELECT sum(octet_length(body)) FROM standpoint.rows) AS bodies,
       pg_total_relation_size('standpoint.rows') AS whole`
  );
  return { bodies: Number(row?.['bodies']), whole: Number(row?.['whole']) };
}

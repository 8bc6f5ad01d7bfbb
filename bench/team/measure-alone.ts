/** What sharing costs the person who writes: the same edits in a library with a team and in one without, taking turns in one process. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../median.js';
import { figureOf, placeFor, rowOf, type TeamRow, type TestPlace } from './team-row.js';

const briefings = 20;
const rounds = 8;
const editsEach = 15;
/** Milliseconds from one edit to the next: faster than anybody types, slower than the disk. */
const pause = 80;

export async function measureAlone(place: TestPlace): Promise<readonly TeamRow[]> {
  const folder = placeFor(place, 'alone');
  const desk = place.desks.start();
  const names = ['shared', 'alone'] as const;
  const ids = new Map<string, Awaited<ReturnType<typeof fill>>>();
  const fill = async (name: string) => {
    await desk.tell('open', name, join(folder, name));
    return desk.tell('fill', name, briefings);
  };
  try {
    for (const name of names) ids.set(name, await fill(name));
    await desk.tell('share', 'shared', place.address);
    await desk.tell('exchange', 'shared');
    const rows: TeamRow[] = [];
    const states = [
      ['the server there', null],
      ['the server stopped', 'stop'],
      ['the server frozen, as behind a dead network', 'freeze']
    ] as const;
    for (const [where, deed] of states) {
      if (deed) await place.server.tell(deed);
      const times = { shared: [] as number[], alone: [] as number[] };
      for (let round = -1; round < rounds; round += 1) {
        for (const name of round % 2 ? names.toReversed() : names) {
          const id = ids.get(name)?.[(round + 1) % briefings];
          if (!id) throw new Error('There is no briefing to edit');
          const given = {
            card: 0,
            after: 20,
            count: editsEach,
            pause,
            key: `a${rows.length}r${round + 1}`
          };
          const saved = await desk.tell('type', name, id, given);
          if (round >= 0) times[name].push(...saved.map(({ taken }) => taken));
          // What the team still does is not to count for the library without one.
          if (deed === null) await desk.tell('exchange', 'shared');
          else await sleep(200);
        }
      }
      rows.push(
        rowOf(`a local edit without a team, ${where}`, 'ms', times.alone),
        rowOf(`a local edit in a library with a team, ${where}`, 'ms', times.shared),
        figureOf(
          `its ratio to one without, ${where}`,
          '×',
          median(times.shared) / median(times.alone),
          rounds * editsEach,
          1.05
        )
      );
      if (deed === 'stop') await place.server.tell('start');
      if (deed === 'freeze') await place.server.tell('thaw');
    }
    return rows;
  } finally {
    await desk.end();
  }
}

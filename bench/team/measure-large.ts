/** A large library of ten devices: joining it beside `restore` of the same library, and a day that others worked. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../median.js';
import type { Cost } from './desk.js';
import { entriesEach } from './generate-shared.js';
import { teamOf } from './measure-bytes.js';
import { figureOf, placeFor, rowOf, type TeamRow, type TestPlace } from './team-row.js';

const devices = 10;
/** What ten people may write in a day, in 50 briefings. */
const edits = 2_000;

export async function measureLarge(place: TestPlace, count: number): Promise<readonly TeamRow[]> {
  const folder = placeFor(place, 'large');
  const rounds = count >= 1_000 ? 1 : 3;
  const seeding = place.desks.start();
  const joined: number[] = [];
  const restored: number[] = [];
  const work = { joined: [] as number[], restored: [] as number[] };
  const memory: { what: string; now: number; most: number }[] = [];
  try {
    const people = Array.from({ length: rounds }, (_, i) => `j${i}`);
    const lines: string[] = [];
    const folders = await teamOf(place, seeding, folder, devices, people, lines);
    await seeding.tell('openWriters', folders);
    await seeding.tell('writeLibrary', count);
    const archive = join(folder, 'archive');
    for (const [round, person] of people.entries()) {
      const joining = place.desks.start();
      await joining.tell('open', person, join(folder, person));
      const cost = await joining.tell('join', person, lines[round]!, count);
      joined.push(cost.taken);
      work.joined.push(cost.processor);
      if (round === 0) memory.push({ what: 'joining', ...(await joining.tell('memory')) });
      if (!existsSync(archive)) await joining.tell('backUp', person, archive);
      await joining.end();

      const restoring = place.desks.start();
      const target = join(folder, `restored-${round}`);
      await restoring.tell('open', 'restored', target);
      const beside = await restoring.tell('restore', 'restored', archive);
      restored.push(beside.taken);
      work.restored.push(beside.processor);
      if (round === 0) memory.push({ what: 'restoring', ...(await restoring.tell('memory')) });
      await restoring.end();
      await rm(target, { recursive: true });
    }
    const days: Cost[] = [];
    for (let day = 0; day < 3; day += 1) {
      await seeding.tell('writeEdits', edits);
      const opening = place.desks.start();
      await opening.tell('open', 'j0', join(folder, 'j0'));
      days.push(await opening.tell('openTeam', 'j0'));
      if (day === 0) memory.push({ what: 'catching up', ...(await opening.tell('memory')) });
      await opening.end();
    }
    const name = `${count.toLocaleString('en')} briefings, ${(count * entriesEach).toLocaleString('en')} entries, ${devices} devices`;
    return [
      rowOf(`${name}: restoring a backup of it`, 'ms', restored),
      rowOf(`${name}: joining`, 'ms', joined),
      figureOf(`${name}: joining to restoring`, '×', median(joined) / median(restored), rounds, 2),
      figureOf(
        `${name}: joining to restoring, processor time`,
        '×',
        median(work.joined) / median(work.restored),
        rounds
      ),
      rowOf(
        `${name}: catching up on ${edits.toLocaleString('en')} edits of others`,
        'ms',
        days.map(({ taken }) => taken),
        { of: 'median', most: 1_000 }
      ),
      rowOf(
        `${name}: its processor time`,
        'ms',
        days.map(({ processor }) => processor)
      ),
      ...memory.map(({ what, now, most }) =>
        figureOf(
          `${name}: memory held after ${what} (resident at most ${Math.round(most / 1e6)} MB)`,
          'MB',
          now / 1e6,
          1
        )
      )
    ];
  } finally {
    await seeding.end();
  }
}

/** Protects that a carrier which was set back to a backup gets again what it lost, from everybody who has it. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import { sha256 } from '../store/kept-by-hash.js';
import { openCarrier } from './carriers/open-carrier.js';
import type { TeamOptions } from './team.js';
import { type Desk, Office } from './testing/desks.js';

let office: Office;
afterEach(() => office.close());

async function three(options = {}) {
  office = await Office.open(options);
  const anna = await office.found('Anna');
  await anna.team.exchange();
  const ben = await office.join('Ben', anna);
  const cleo = await office.join('Cleo', anna);
  await office.exchange();
  const { id } = await anna.write('Shared', 'a b c d');
  await office.exchange();
  return { all: [anna, ben, cleo], anna, ben, cleo, id };
}

/** On the carrier, too: who comes now holds the same as all others. */
async function allIsThere(host: Desk): Promise<void> {
  await office.exchange();
  await office.join('Newcomer', host);
  await office.exchange();
  const states = await Promise.all(office.desks.map((desk) => desk.state()));
  for (const state of states) expect(state).toBe(states[0]);
  for (const { team } of office.desks) {
    expect(team.state).toMatchObject({ unsent: 0, waiting: [], away: null, concerns: [] });
  }
}

/** Backups of what carries the library, as its keeper makes them now and then. */
interface Backups {
  readonly options: TeamOptions;
  /** Made after each edit. */
  make(): Promise<void>;
  /** @param share of those that are there, from the oldest at 0 to the newest, short of 1 */
  restore(share: number): Promise<void>;
}

/** Of a server: one of each row, whenever it is made. */
const ofServer = (): Backups => ({
  options: {},
  make: () => Promise.resolve(),
  restore: (share) => {
    // Without whose keys nobody can join any more, a library would have to be founded anew.
    const least = 5;
    const { rows } = office.carrier;
    office.carrier.setBack(least + Math.floor(share * (rows.length - least)));
    return Promise.resolve();
  }
});

function ofFolder(): Backups {
  const copies: string[] = [];
  return {
    options: { openCarrier },
    async make() {
      const copy = join(office.place, `backup-${copies.length}`);
      await cp(office.shared, copy, { recursive: true });
      copies.push(copy);
    },
    async restore(share) {
      await rm(office.shared, { recursive: true });
      await cp(copies[Math.floor(share * copies.length)]!, office.shared, { recursive: true });
    }
  };
}

test.each([
  ['a server', ofServer],
  ['a shared folder', ofFolder]
])(
  '%s that is set back to any time gets all rows again, while people go on writing',
  async (_, backupsOf) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { minLength: 3, maxLength: 9 }),
        fc.nat(999),
        fc.array(fc.nat(2), { maxLength: 4 }),
        fc.boolean(),
        async (before, share, meanwhile, isRestarted) => {
          const backups = backupsOf();
          const { all, anna, id } = await three(backups.options);
          try {
            await backups.make();
            for (const [n, who] of before.entries()) {
              await all[who]!.edit(id, (body) => `${body} before${n}`);
              await office.exchange();
              await backups.make();
            }
            await backups.restore(share / 1_000);
            for (const [n, who] of meanwhile.entries()) {
              await all[who]!.edit(id, (body) => `${body} meanwhile${n}`);
              if (isRestarted) await all[who]!.restart();
              await all[who]!.team.exchange();
            }
            await allIsThere(anna);
            const state = await anna.state();
            for (const n of before.keys()) expect(state).toContain(`before${n}`);
          } finally {
            await office.close();
          }
        }
      ),
      {
        examples: [
          // Rows come to the very numbers that they had before, behind others.
          [[2, 0, 2, 1], 0, [0, 0], false],
          // Nobody writes or starts afterwards.
          [[0, 1, 0], 0, [], false]
        ],
        numRuns: bySize({ usual: 3, full: 30 })
      }
    );
  }
);

test('the texts of sources go there again with the rows that name them', async () => {
  const { anna, ben, id } = await three();
  const before = office.carrier.rows.length;
  const files = new Map(office.carrier.files);
  const text = 'An article.';
  const source = newSource({ text: sha256(Buffer.from(text)), importedAt: '2026-01-01T00:00:00Z' });
  const { revision } = await anna.library.open(id);
  await anna.library.addTexts({ [source.text]: text });
  await anna.library.save(id, revision, {
    fields: {},
    sources: { put: [source], removed: [], order: null }
  });
  anna.team.changed(id);
  await office.exchange(anna);
  office.carrier.setBack(before);
  office.carrier.files.clear();
  for (const [name, bytes] of files) office.carrier.files.set(name, bytes);
  await office.exchange(anna, ben);
  expect((await ben.library.open(id)).texts[source.text]).toBe(text);
  await allIsThere(anna);
});

test('what is not kept any more cannot be sent again, and that is said; nothing else stops', async () => {
  const { anna, ben, id } = await three();
  await anna.edit(id, (body) => `${body} lost`);
  await office.exchange();
  office.carrier.setBack(office.carrier.rows.length - 1);
  await anna.restart();
  await rm(join(anna.folder, 'team', 'sent.log'));
  await anna.edit(id, (body) => `${body} later`);
  await expect(anna.team.exchange()).rejects.toThrow(/could not be added yet. They are kept here/);
  await ben.edit(id, (body) => `ben ${body}`);
  await ben.team.exchange();
  expect(anna.team.state.away).toContain('They are kept here');
  expect(await anna.state()).toContain('later');
});

test('original files go there again, also where no row is missing, and after a kill', async () => {
  const { anna, ben } = await three();
  const first = await bring(anna, '%PDF-1.7 first');
  await anna.team.handOverOriginals();
  const second = await bring(anna, '%PDF-1.7 second');
  const backup = new Map(office.carrier.files);
  expect(await anna.team.handOverOriginals()).toBe(1);
  const all = new Set(office.carrier.files.keys());
  const setBack = (files: ReadonlyMap<string, Uint8Array>) => {
    office.carrier.files.clear();
    for (const [name, bytes] of files) office.carrier.files.set(name, bytes);
  };

  // The file came after the backup, and all rows before it: the next start looks.
  setBack(backup);
  await anna.restart();
  office.carrier.beforePut = () => Promise.reject(new Error('cut off'));
  await expect(anna.team.handOverOriginals()).rejects.toThrow('cut off');
  office.carrier.beforePut = () => Promise.resolve();
  await anna.restart();
  expect(anna.team.state.originals).toBe(1);
  expect(await anna.team.handOverOriginals()).toBe(1);
  expect(new Set(office.carrier.files.keys())).toEqual(all);

  // Where rows are missing it is noticed while people go on, and one of two that are lost is enough.
  const { length } = office.carrier.rows;
  await office.exchange();
  await anna.write('Another', 'a');
  await anna.team.exchange();
  setBack(new Map([...office.carrier.files].filter(([name]) => !backup.has(name))));
  office.carrier.setBack(length);
  await anna.write('One more', 'a');
  await anna.team.exchange();
  expect(await anna.team.handOverOriginals()).toBe(1);
  await ben.team.exchange();
  for (const bytes of [first, second]) {
    expect(Buffer.from(await ben.team.fetchOriginal(sha256(bytes)))).toEqual(bytes);
  }
  // Nothing is looked at twice.
  office.carrier.isAway = true;
  expect(await anna.team.handOverOriginals()).toBe(0);
  office.carrier.isAway = false;
});

/** Hands over all but the original itself. */
async function bring(desk: Desk, content: string): Promise<Buffer> {
  const bytes = Buffer.from(content);
  const text = `The words of ${content}`;
  const facts = { name: 'Report.pdf', bytes: bytes.length, mediaType: 'application/pdf' };
  const source = {
    ...newSource({ text: sha256(Buffer.from(text)), importedAt: '2026-01-01T00:00:00Z' }),
    original: { hash: sha256(bytes), ...facts }
  };
  await desk.library.addOriginals({ [source.original.hash]: bytes });
  const briefing = { ...emptyBriefing('With a file'), sources: [source] };
  await desk.library.create(briefing, { [source.text]: text });
  desk.team.changed(briefing.id);
  await desk.team.exchange();
  return bytes;
}

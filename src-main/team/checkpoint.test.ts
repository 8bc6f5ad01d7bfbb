/**
 * Protects that who begins with a checkpoint holds the very same as who replays everything, and that a
 * checkpoint which is damaged, missing or untrue takes nothing from anybody.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { bySize, isFullSize } from '../../scripts/testing/by-size.mjs';
import type { Id } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { registerEdits } from '../domain/team/testing/register-edits.js';
import { disk } from '../disk/file-system.js';
import { watchedDisk } from '../disk/testing/failing-disk.js';
import { BaseFiles } from './base-files.js';
import type { Carrier } from './carriers/carrier.js';
import { packManifest } from './checkpoint-parts.js';
import { Membership } from './membership.js';
import { sha256Of, toHex } from './sealing/bytes.js';
import { sealFile } from './sealing/file.js';
import { topicOf } from './sealing/keyring.js';
import { TeamFiles } from './team-files.js';
import { type Desk, Office } from './testing/desks.js';

/** A checkpoint as often as can be. */
const often = { checkpointAfter: { rows: 4, bytes: 1 } };

let office: Office;
afterEach(() => office.close());

async function topicOfCheckpoints(desk: Desk): Promise<string> {
  return topicOf((await desk.secrets()).keyring, 'checkpoint', '');
}

/** Hides that there are checkpoints. */
function without(topic: string) {
  return (carrier: Carrier): Carrier => ({
    ...carrier,
    readTopic: async (asked) => (asked === topic ? [] : carrier.readTopic(asked))
  });
}

async function began(desk: Desk): Promise<number> {
  const base = await BaseFiles.open(join(desk.folder, 'team'), disk);
  return (await base.ids()).length;
}

async function threeBriefings(options = often) {
  office = await Office.open(options);
  const anna = await office.found('Anna');
  await anna.team.exchange();
  const ben = await office.join('Ben', anna);
  await office.exchange();
  const ids: Id[] = [];
  for (const title of ['One', 'Two', 'Three']) ids.push((await anna.write(title, 'a b c d')).id);
  await office.exchange();
  return { anna, ben, ids };
}

/** Until a checkpoint holds the briefings, whoever’s turn it is. */
async function writeOn(desk: Desk, id: Id): Promise<void> {
  for (const word of ['e', 'f', 'g', 'h', 'i', 'j']) {
    await desk.edit(id, (body) => `${word} ${body}`);
    await desk.team.exchange();
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ by: fc.nat(1), on: fc.nat(2), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ exchange: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.nat(1), bin: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ by: fc.nat(1), say: registerEdits }) },
  { weight: 1, arbitrary: fc.record({ restart: fc.nat(1) }) }
);

test('joining by a checkpoint ends as joining by replay, whatever was done before and after it', async () => {
  let began_ = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 18 }),
      fc.array(step, { maxLength: 8 }),
      async (before, after) => {
        const { anna, ben, ids } = await threeBriefings();
        const two = [anna, ben];
        let count = 0;
        const run = async (each: (typeof before)[number]) => {
          if ('exchange' in each) return void (await two[each.exchange]!.team.exchange());
          if ('restart' in each) return two[each.restart]!.restart();
          const desk = two[each.by]!;
          if ('say' in each) return desk.say(each.say);
          const id = ids['bin' in each ? each.bin : each.on]!;
          const isHere = (await desk.library.revisions()).has(id);
          if (!isHere) await desk.library.restore(id);
          else if ('bin' in each) await desk.library.delete(id);
          else {
            count += 1;
            await desk.edit(id, (body) => {
              const words = body.split(' ');
              words.splice(each.at % (words.length + 1), 0, `word${count}x`);
              return words.join(' ');
            });
          }
          desk.team.changed(id);
        };
        try {
          for (const each of before) await run(each);
          // Ben may know less than the checkpoint, and have written what counts before its end.
          await anna.team.exchange();
          const topic = await topicOfCheckpoints(anna);
          const cleo = await office.join('Cleo', anna);
          const dora = await office.join('Dora', anna, without(topic));
          await cleo.team.exchange();
          began_ += await began(cleo);
          expect(await began(dora)).toBe(0);
          for (const each of after) await run(each);
          await office.exchange();
          const states = await Promise.all(office.desks.map((desk) => desk.state()));
          for (const state of states) expect(state).toBe(states[0]);
          for (const { team } of office.desks) {
            expect(team.state).toMatchObject({ unsent: 0, waiting: [], concerns: [] });
          }
        } finally {
          await office.close();
        }
      }
    ),
    { numRuns: bySize({ usual: 3, full: 40 }) }
  );
  // Else this would have compared replay with replay.
  expect(began_).toBeGreaterThan(0);
});

async function joinedTwice(anna: Desk) {
  const topic = await topicOfCheckpoints(anna);
  const cleo = await office.join('Cleo', anna);
  await cleo.team.exchange();
  await office.exchange(anna, cleo);
  const dora = await office.join('Dora', anna, without(topic));
  await office.exchange();
  return { cleo, dora };
}

async function allTheSame(): Promise<void> {
  const states = await Promise.all(office.desks.map((desk) => desk.state()));
  for (const state of states) expect(state).toBe(states[0]);
  for (const { team } of office.desks) {
    expect(team.state).toMatchObject({ unsent: 0, waiting: [], away: null, concerns: [] });
  }
}

test('one of several writes a checkpoint, and another one where that one is away', async () => {
  const { anna, ben, ids } = await threeBriefings({ checkpointAfter: { rows: 8, bytes: 1 } });
  const topic = await topicOfCheckpoints(anna);
  const written = () => office.carrier.rows.filter((row) => row.topic === topic).length;
  const before = written();
  for (let round = 0; round < 10; round += 1) {
    await ben.edit(ids[0]!, (body) => `${body} word${round}`);
    await office.exchange();
  }
  expect(written() - before).toBeGreaterThan(0);
  expect(written() - before).toBeLessThan(3);
  const then = written();
  for (let round = 0; round < 20; round += 1) {
    await anna.edit(ids[0]!, (body) => `${body} later${round}`);
    await anna.team.exchange();
  }
  expect(written()).toBeGreaterThan(then);
});

test('what is written late, before the end of the checkpoint, reaches who joined by it', async () => {
  const { anna, ben, ids } = await threeBriefings();
  // Ben is away from here on.
  await ben.edit(ids[1]!, (body) => `${body}\n\nlate`);
  await writeOn(anna, ids[1]!);
  const { cleo } = await joinedTwice(anna);
  expect(await began(cleo)).toBe(3);
  expect((JSON.parse(await cleo.state()) as unknown[])[0]).toMatchObject([
    {},
    { cards: [{ body: 'j i h g f e a b c d\n\nlate' }] },
    {}
  ]);
  await cleo.restart();
  await cleo.edit(ids[1]!, (body) => `${body} end`);
  await office.exchange();
  await allTheSame();
});

test('whoever has the same briefing already merges it, as by replay', async () => {
  const { anna, ids } = await threeBriefings();
  await writeOn(anna, ids[1]!);
  const { briefing } = await anna.library.open(ids[0]!);
  const [card] = briefing.cards;
  const cleo = await office.join('Cleo', anna);
  await cleo.library.create({ ...briefing, cards: [{ ...card!, body: 'a b c d own' }] }, {});
  await cleo.team.exchange();
  await office.exchange();
  expect(await began(cleo)).toBe(3);
  expect(await anna.state()).toContain('own');
  await allTheSame();
});

test('where a checkpoint is damaged or not whole, everything is read', async () => {
  const { anna } = await threeBriefings();
  const files = [...office.carrier.files];
  for (const [name, bytes] of files) {
    // The keys for the newcomers are put later.
    const harmed = bytes.with(60, (bytes[60] ?? 0) ^ 1);
    office.carrier.files.set(name, harmed);
  }
  const { cleo } = await joinedTwice(anna);
  expect(await began(cleo)).toBe(0);
  await allTheSame();
  office.carrier.files.clear();
  const eve = await office.join('Eve', anna);
  await eve.team.exchange();
  expect(await began(eve)).toBe(0);
  await office.exchange();
  await allTheSame();
});

/** A disk that nothing reaches any more once it was told so, after so many steps. */
function mortalDisk() {
  let left = Infinity;
  const fs = watchedDisk((name, call, args) => {
    left -= 1;
    if (left < 0 && name !== 'file.close') {
      throw Object.assign(new Error('killed'), { code: 'EIO', syscall: name });
    }
    return Promise.resolve(call(args));
  });
  return { fs, killAfter: (steps: number) => (left = steps), isDead: () => left < 0 };
}

/** How many steps of the disk come before the kill. A group has a team of its own: each joins and stays. */
const sixth = (first: number) => Array.from({ length: 15 }, (_, n) => n * 6 + first);
const killedAfter = bySize({ usual: [[12, 33, 60]], full: [0, 1, 2, 3, 4, 5].map(sixth) });

test.each(killedAfter)(
  'who is killed amid beginning with a checkpoint goes on, and ends the same (after %i, %i, %i … steps)',
  async (...steps) => {
    const { anna, ids } = await threeBriefings();
    await writeOn(anna, ids[0]!);
    await office.exchange();
    for (const [index, most] of steps.entries()) {
      const mortal = mortalDisk();
      const cleo = await office.join(`Cleo ${index}`, anna, undefined, mortal.fs);
      mortal.killAfter(most);
      await cleo.team.exchange().catch(() => undefined);
      if (!isFullSize) expect(mortal.isDead(), `${most}`).toBe(true);
      await cleo.restart(disk);
      await cleo.team.exchange();
      expect(await began(cleo), `${most}`).toBe(3);
      await office.exchange(anna, cleo);
    }
    await office.exchange();
    await allTheSame();
  }
);

test('a checkpoint whose heads are not those of the rows is not believed', async () => {
  const { anna, ben } = await threeBriefings({ checkpointAfter: { rows: 1_000, bytes: 1 } });
  await office.exchange();
  const files = await TeamFiles.open(anna.folder, disk);
  const maker = await Membership.open(files, await anna.secrets(), () => new Date());
  const standing = maker.standing()!;
  const others = office.carrier.rows.filter(({ device }) => device === ben.team.state.you);
  // As if Ben had written more than he has: what he writes next would pass for known.
  const chains = standing.chains as { chains: { device: string; n: number; before: number }[] };
  for (const chain of chains.chains) {
    if (chain.device !== ben.team.state.you) continue;
    expect(chain.n).toBe(others.length);
    chain.n += 3;
    chain.before += 3;
  }
  await anna.team.close();
  const manifest = packManifest({ ...standing, parts: [] });
  const { name, bytes } = await sealFile(manifest, maker.keyring, maker.epoch);
  await office.carrier.open().putFile(name, bytes);
  const row = maker.seal(
    {
      kind: 'checkpoint',
      schema: currentSchema,
      manifest: toHex(sha256Of(manifest)),
      briefings: 0,
      bytes: 1
    },
    maker.topicOfCheckpoints
  );
  await office.carrier.open().append([row]);
  await anna.restart();
  await anna.team.exchange();
  await ben.write('Four', 'Behind it.');
  await ben.team.exchange();
  const cleo = await office.join('Cleo', anna);
  await cleo.team.exchange();
  expect(await began(cleo)).toBe(0);
  await office.exchange();
  expect(await cleo.state()).toContain('Behind it.');
  await allTheSame();
});

/**
 * Protects that who begins with a checkpoint holds the very same as who replays everything, and that a
 * checkpoint which is damaged, missing or untrue takes nothing from anybody.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Id } from '../domain/base/values.js';
import { disk } from '../disk/file-system.js';
import { watchedDisk } from '../disk/testing/failing-disk.js';
import { BaseFiles } from './base-files.js';
import type { Carrier } from './carriers/carrier.js';
import { topicOf } from './sealing/keyring.js';
import { type Desk, Office } from './testing/desks.js';

const isThorough = process.env['STANDPOINT_THOROUGH'] === '1';
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

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ by: fc.nat(1), on: fc.nat(2), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ exchange: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.nat(1), bin: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ restart: fc.nat(1) }) }
);

test(
  'joining by a checkpoint ends as joining by replay, whatever was done before and after it',
  async () => {
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
      { numRuns: isThorough ? 60 : 4 }
    );
    // Else this would have compared replay with replay.
    expect(began_).toBeGreaterThan(0);
  },
  isThorough ? 3_600_000 : 60_000
);

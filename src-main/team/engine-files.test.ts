/** Protects that the files of a team stay about as large as what they tell, and lose nothing by that. */
import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../domain/base/values.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { SharedBriefing } from '../domain/team/shared-briefing.js';
import type { TeamChange } from '../domain/team/team-change.js';
import { disk } from '../disk/file-system.js';
import { failingDisk } from '../disk/testing/failing-disk.js';
import { testFolder } from '../store/testing/folder.js';
import { PlaceFiles } from './place.js';
import { Chains } from './sealing/chains.js';
import { SharedFiles } from './shared-files.js';
import { TeamFiles } from './team-files.js';
import { Office } from './testing/desks.js';

const [ours, theirs] = ['a'.repeat(32), 'b'.repeat(32)];
const at = '2026-01-01T00:00:00.000Z';
let place: string;
beforeEach(async () => {
  place = await testFolder('team-files');
});
afterEach(() => rm(place, { recursive: true, force: true }));

function open(): SharedFiles {
  return new SharedFiles({
    folder: place,
    fs: disk,
    device: ours,
    base: { read: () => Promise.resolve(null) },
    lastSeen: () => null,
    onDamage: () => undefined
  });
}

test('the file of a briefing that was changed often is folded; what comes a little late still counts', async () => {
  const card = newCard('context', { heading: 'Heading', body: 'begin' });
  const briefing = { ...emptyBriefing('Long'), cards: [card] };
  let theirState = SharedBriefing.empty;
  const files = open();
  const edit = async (by: string, body: string) => {
    const shared = by === ours ? (await files.read(briefing.id)).shared : theirState;
    const after = { ...(shared.briefing ?? briefing), cards: [{ ...card, body }] };
    return shared.changeTo(after, { device: by, author: 'A', at })!;
  };
  const path = join(
    place,
    'b',
    createHash('sha256').update(briefing.id).digest('hex').slice(0, 2),
    `${briefing.id}.log`
  );
  let most = 0;
  const late: TeamChange[] = [];
  for (let n = 1; n <= 900; n += 1) {
    const change = await edit(ours, `${n} `.repeat(150));
    await files.add(briefing.id, { changes: [change] }, { held: n }, { sent: n });
    if (n < 850) theirState = theirState.with([change]);
    if (n === 850) late.push(await edit(theirs, 'late'));
    await files.tidy(briefing.id);
    most = Math.max(most, (await stat(path)).size);
  }
  expect(most).toBeLessThan(750_000);
  const { shared, held, sent } = await files.read(briefing.id);
  const again = await open().read(briefing.id);
  expect(again.shared.briefing).toEqual(shared.briefing);
  expect(again.shared.known).toEqual({ [ours]: 900 });
  expect({ held: again.held, sent: again.sent }).toEqual({ held, sent });
  expect(again.shared.isFolded).toBe(true);
  // Theirs knew 849 of ours: within what is kept.
  const joined = await files.add(briefing.id, { changes: late });
  expect(joined.late).toEqual([]);
  expect(joined.shared.known).toEqual({ [ours]: 900, [theirs]: 1 });
});

test('what a row adds to the place of a library is one short line, and comes back as it was', async () => {
  const files = await TeamFiles.open(place, disk);
  const places = new PlaceFiles(files);
  const chains = new Chains();
  const rest = {
    cursor: 'here',
    waiting: [],
    changedAt: {},
    faults: [],
    sharedAt: null,
    since: { rows: 0, bytes: 0, size: 0 }
  };
  const write = (device: string) => {
    const { n, previous, heads } = chains.next(device);
    const hash = createHash('sha256').update(`${device} ${n}`).digest('hex');
    const nothing = { library: '', epoch: '', topic: '', publicKey: null };
    chains.take({ ...nothing, device, n, previous, hash, heads });
  };
  for (let n = 0; n < 2_000; n += 1) write(n % 2 ? ours : theirs);
  await places.write({ place: rest, chains, members: {} });
  const { size } = await stat(files.rowsPath);
  for (let n = 0; n < 5; n += 1) write(ours);
  await places.write({ place: rest, chains, members: null });
  expect((await stat(files.rowsPath)).size - size).toBeLessThan(200);
  expect((await stat(join(files.folder, 'place.json'))).size).toBeLessThan(2_000);
  const other = new PlaceFiles(files);
  expect((await other.read())!.chains.encode()).toEqual(chains.encode());
  // What a power cut left of rows that were not told of yet does not count.
  write(theirs);
  await appendFile(files.rowsPath, 'half of a li');
  await other.write({ place: rest, chains, members: null });
  expect((await new PlaceFiles(files).read())!.chains.encode()).toEqual(chains.encode());
  // The hashes are lost: then all goes on as from a checkpoint.
  await rm(files.rowsPath);
  const read = (await new PlaceFiles(files).read())!.chains;
  expect(read.heads()).toEqual(chains.heads());
  expect(read.next(ours)).toEqual(chains.next(ours));
});

test('rows that come one by one do not make a place of many lines, and what it tells stays', async () => {
  const files = await TeamFiles.open(place, disk);
  const places = new PlaceFiles(files);
  const chains = new Chains();
  const nothing = { library: '', epoch: '', topic: '', publicKey: null };
  const rest = {
    ...{ cursor: 'here', waiting: [], changedAt: {}, faults: [], sharedAt: null },
    since: { rows: 0, bytes: 0, size: 0 }
  };
  let most = 0;
  for (let count = 0; count < 2_000; count += 1) {
    const { n, previous, heads } = chains.next(ours);
    const hash = createHash('sha256').update(`${n}`).digest('hex');
    chains.take({ ...nothing, device: ours, n, previous, hash, heads });
    await places.write({ place: rest, chains, members: count === 0 ? {} : null });
    most = Math.max(most, (await stat(files.rowsPath)).size);
  }
  expect(most).toBeLessThan(140_000);
  expect((await stat(files.rowsPath)).size).toBeLessThan(140_000);
  expect((await new PlaceFiles(files).read())!.chains.encode()).toEqual(chains.encode());
});

test('the list of what was seen is made short by itself', async () => {
  const files = await TeamFiles.open(place, disk);
  const ids = Array.from({ length: 5 }, () => newId());
  for (let n = 1; n <= 6_000; n += 100) {
    const all = Array.from({ length: 100 }, async (_, i) => {
      const id = ids[i % 5]!;
      await files.touch(id);
      await files.markSeen(id, n + i);
    });
    await Promise.all(all);
  }
  expect((await stat(join(files.folder, 'seen.log'))).size).toBeLessThan(300_000);
  const again = await TeamFiles.open(place, disk);
  for (const id of ids) expect(again.seen(id)).toBe(files.seen(id));
});

test('what was put into the bin can be told after a restart', async () => {
  const office = await Office.open();
  try {
    const anna = await office.found('Anna');
    await anna.team.exchange();
    const ben = await office.join('Ben', anna);
    const { id } = await anna.write('Shared', 'One.');
    await office.exchange();
    await ben.library.delete(id);
    ben.team.changed(id);
    await office.exchange();
    for (const desk of office.desks) await desk.restart();
    await anna.library.restore(id);
    anna.team.changed(id);
    await office.exchange();
    expect(await ben.state()).toBe(await anna.state());
    expect(await ben.state()).toContain('One.');
  } finally {
    await office.close();
  }
});

test('what a failing disk broke off amid a page is read again, without a restart', async () => {
  const fs = failingDisk('EIO');
  const office = await Office.open();
  try {
    const anna = await office.found('Anna');
    await anna.team.exchange();
    const ben = await office.join('Ben', anna, undefined, fs);
    const { id } = await anna.write('Shared', 'begin');
    await office.exchange();
    let failed = 0;
    for (let step = 0; step < 24; step += 1) {
      await anna.edit(id, (body) => `${body} word${step}x`);
      await anna.team.exchange();
      fs.arm(step % 12);
      await ben.team.exchange().catch(() => (failed += 1));
      fs.arm(null);
      await ben.team.exchange();
      expect(await ben.state()).toContain(`word${step}x`);
    }
    expect(failed).toBeGreaterThan(5);
  } finally {
    await office.close();
  }
});

test('the harmed file of a briefing is made again from the rows about it', async () => {
  const office = await Office.open();
  try {
    const anna = await office.found('Anna');
    await anna.team.exchange();
    const ben = await office.join('Ben', anna);
    const { id } = await anna.write('Shared', 'begin');
    await office.exchange();
    for (const word of ['one', 'two', 'three']) {
      for (const desk of [anna, ben]) {
        await desk.edit(id, (body) => `${body} ${word}${desk.person}`);
        await office.exchange();
      }
    }
    const shard = createHash('sha256').update(id).digest('hex').slice(0, 2);
    const path = join(ben.folder, 'team', 'b', shard, `${id}.log`);
    const bytes = await readFile(path);
    await writeFile(path, bytes.with(bytes.length - 900, 0));
    await ben.restart();
    await ben.edit(id, (body) => `${body} after`);
    await anna.edit(id, (body) => `before ${body}`);
    await office.exchange();
    expect(await ben.state()).toBe(await anna.state());
    expect(await ben.state()).toContain('threeBen after');
    expect(await ben.state()).toContain('before begin');
  } finally {
    await office.close();
  }
});

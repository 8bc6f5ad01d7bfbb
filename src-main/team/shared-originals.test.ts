/** Protects that originals reach who asks for them, and nobody else, and that no edit waits for one. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { ExpectedFailure } from '../domain/base/result.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import { localLibrary } from '../libraries/local-library.js';
import { sha256 } from '../store/kept-by-hash.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { foundTeam, joinTeam, openTeam, type Team } from './team.js';
import { MemoryCarrier } from './testing/memory-carrier.js';

let place: string;
let carrier: MemoryCarrier;
let open: { team: Team; library: Library }[];
let anna: { team: Team; library: Library };
let ben: { team: Team; library: Library };
const options = { openCarrier: () => Promise.resolve(carrier.open()) };

const article = 'What the article says.';
const pdf = Buffer.from(`%PDF-1.7 ${'x'.repeat(5_000)}`);
const hash = sha256(pdf);

function briefingWith(original: Buffer, title = 'Shared') {
  const facts = {
    hash: sha256(original),
    name: 'Report.pdf',
    bytes: original.length,
    mediaType: 'application/pdf'
  };
  const source = {
    ...newSource({ text: sha256(Buffer.from(article)), importedAt: '2026-01-01T00:00:00Z' }),
    original: facts
  };
  return { ...emptyBriefing(title), sources: [source] };
}

async function bring(desk: { team: Team; library: Library }, original = pdf, title = 'Shared') {
  const briefing = briefingWith(original, title);
  await desk.library.addOriginals({ [sha256(original)]: original });
  await desk.library.create(briefing, { [briefing.sources[0]!.text]: article });
  desk.team.changed(briefing.id);
  await desk.team.exchange();
  return briefing.id;
}

async function openDesk(person: string, invitation: string | null) {
  const library = await openLibrary(join(place, person));
  const local = localLibrary(library);
  const team =
    invitation === null
      ? await foundTeam(local, { address: join(place, 'carrier'), name: 'Desk', person }, options)
      : await joinTeam(local, { invitation, person, place: null }, options);
  await team.exchange();
  open.push({ library, team });
  return { library, team };
}

/** As after a kill. */
async function reopened({ team, library }: { team: Team; library: Library }) {
  await team.close();
  await library.close();
  open = open.filter((each) => each.team !== team);
  const next = await openLibrary(library.folder);
  const desk = { library: next, team: (await openTeam(localLibrary(next), options))! };
  open.push(desk);
  return desk;
}

beforeEach(async () => {
  place = await testFolder('team-originals');
  await mkdir(join(place, 'carrier'));
  [carrier, open] = [new MemoryCarrier(), []];
  anna = await openDesk('Anna', null);
  ben = await openDesk('Ben', (await anna.team.invite('Ben', { days: 7, owner: null })).line);
  await anna.team.exchange();
});
afterEach(async () => {
  carrier.isAway = false;
  for (const { team, library } of open) {
    await team.close();
    await library.close();
  }
  await rm(place, { recursive: true, force: true });
});

test('an original follows its row, and comes to who asks for it, once', async () => {
  await bring(anna);
  await ben.team.exchange();
  const files = carrier.files.size;
  await expect(ben.team.fetchOriginal(hash)).rejects.toMatchObject({
    code: 'original-not-here',
    message: expect.stringMatching(/Nobody has handed it over yet/) as string
  });
  const turns: unknown[] = [];
  expect(await anna.team.handOverOriginals((...turn) => turns.push(turn))).toBe(1);
  expect(turns).toEqual([[1, 1]]);
  expect(carrier.files.size).toBe(files + 1);
  expect(anna.team.state.originals).toBe(0);
  await ben.team.exchange();
  expect(await ben.team.handOverOriginals()).toBe(0);
  expect([...(await ben.library.originals())]).toEqual([]);
  expect(ben.library.findings).toEqual([]);

  const progress: number[] = [];
  const bytes = await ben.team.fetchOriginal(hash, (done, of) => progress.push(done / of));
  expect(Buffer.from(bytes).equals(pdf)).toBe(true);
  expect(progress).toEqual([0.5]);
  expect(await ben.library.readOriginal(hash)).toEqual(pdf);
  carrier.isAway = true;
  expect(Buffer.from(await ben.team.fetchOriginal(hash)).equals(pdf)).toBe(true);
});

test('what two bring lies with the carrier once, in the same bytes', async () => {
  await bring(anna);
  await bring(ben, pdf, 'Another');
  await anna.team.handOverOriginals();
  const before = new Map(carrier.files);
  await ben.team.handOverOriginals();
  expect(carrier.files).toEqual(before);
  // What is known to lie there is not given again.
  carrier.beforePut = () => Promise.reject(new Error('Put once more'));
  expect(await (await reopened(ben)).team.handOverOriginals()).toBe(0);
});

test('broken off, the next program hands over what is left, and says how many that are', async () => {
  const second = Buffer.from('%PDF-1.7 second');
  await bring(anna);
  await bring(anna, second, 'Second');
  carrier.beforePut = () => {
    carrier.isAway = true;
    carrier.beforePut = () => Promise.resolve();
    return Promise.resolve();
  };
  await expect(anna.team.handOverOriginals()).rejects.toMatchObject({ code: 'carrier-away' });
  expect(anna.team.state.originals).toBe(1);
  carrier.isAway = false;
  anna = await reopened(anna);
  expect(anna.team.state.originals).toBe(1);
  const turns: unknown[] = [];
  expect(await anna.team.handOverOriginals((...turn) => turns.push(turn))).toBe(1);
  expect(await anna.team.handOverOriginals()).toBe(0);
  await ben.team.exchange();
  for (const each of [pdf, second]) {
    expect(Buffer.from(await ben.team.fetchOriginal(sha256(each))).equals(each)).toBe(true);
  }
});

test('a library whose list of them is lost finds them anew, and looks at its briefings once', async () => {
  const bare = emptyBriefing('Without one');
  await ben.library.create(bare, {});
  ben.team.changed(bare.id);
  await ben.team.exchange();
  await ben.team.handOverOriginals();
  ben = await reopened(ben);
  expect(ben.team.state.unsent).toBe(0);
  await bring(anna);
  await rm(join(anna.library.folder, 'team', 'originals.log'));
  anna = await reopened(anna);
  expect(anna.team.state.unsent).toBe(2);
  await anna.team.exchange();
  expect(await anna.team.handOverOriginals()).toBe(1);
  anna = await reopened(anna);
  expect(anna.team.state).toMatchObject({ unsent: 0, originals: 0 });
});

test('fetching is stopped at once, and leaves nothing', async () => {
  await bring(anna);
  await anna.team.handOverOriginals();
  await ben.team.exchange();
  let end: () => void = () => undefined;
  const hangs = new Promise<void>((resolve) => (end = resolve));
  carrier.beforeGot = () => hangs;
  const stop = new AbortController();
  const reason = new ExpectedFailure('cancelled', 'It was cancelled.');
  const fetching = ben.team.fetchOriginal(hash, () => stop.abort(reason), stop.signal);
  await expect(fetching).rejects.toBe(reason);
  await expect(ben.team.fetchOriginal(hash, undefined, stop.signal)).rejects.toBe(reason);
  end();
  // In its turn behind what was stopped.
  await ben.team.fetchOriginal(hash);
  expect([...(await ben.library.originals())]).toEqual([hash]);
});

test('a library that is closed amid it ends it, and takes nothing in', async () => {
  await bring(anna);
  await anna.team.handOverOriginals();
  await ben.team.exchange();
  let end: () => void = () => undefined;
  const hangs = new Promise<void>((resolve) => (end = resolve));
  carrier.beforeGot = () => hangs;
  let closing: Promise<void> = Promise.resolve();
  const fetching = ben.team.fetchOriginal(hash, () => {
    closing = ben.team.close();
  });
  await expect(fetching).rejects.toMatchObject({ code: 'closed' });
  end();
  await closing;
  expect([...(await ben.library.originals())]).toEqual([]);
});

test('what was damaged on its way, or lies under another’s name, is not taken in', async () => {
  const second = Buffer.from('%PDF-1.7 second');
  await bring(anna);
  await bring(anna, second, 'Second');
  const before = new Set(carrier.files.keys());
  await anna.team.handOverOriginals();
  await ben.team.exchange();
  const [one, two] = [...carrier.files.keys()].filter((name) => !before.has(name));
  const whole = carrier.files.get(one!)!;
  carrier.files.set(one!, carrier.files.get(two!)!);
  const spoilt = {
    code: 'damaged',
    message: expect.stringMatching(/It was not taken in/) as string
  };
  await expect(ben.team.fetchOriginal(hash)).rejects.toMatchObject(spoilt);
  carrier.files.set(
    one!,
    whole.map((byte, at) => (at === 2_000 ? byte ^ 1 : byte))
  );
  await expect(ben.team.fetchOriginal(hash)).rejects.toMatchObject(spoilt);
  carrier.files.set(one!, whole);
  await ben.team.fetchOriginal(hash);
});

test('one that the disk has spoilt here comes from the others, whole', async () => {
  await bring(anna);
  await anna.team.handOverOriginals();
  await writeFile(join(anna.library.folder, 'originals', hash), 'spoilt');
  expect(Buffer.from(await anna.team.fetchOriginal(hash)).equals(pdf)).toBe(true);
  expect(await anna.library.readOriginal(hash)).toEqual(pdf);
});

test('while one is under way edits go out', async () => {
  let begun: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => (begun = resolve));
  let end: () => void = () => undefined;
  const hangs = new Promise<void>((resolve) => (end = resolve));
  const id = await bring(anna);
  carrier.beforePut = () => {
    begun();
    return hangs;
  };
  anna.team.start(() => undefined);
  await isUnderWay;
  expect(anna.team.state.originals).toBe(1);
  const { revision } = await anna.library.open(id);
  await anna.library.save(id, revision, { fields: { title: 'Edited' } });
  anna.team.changed(id);
  await until(async () => {
    await ben.team.exchange();
    expect((await ben.library.open(id)).briefing.title).toBe('Edited');
  });
  end();
  await until(() => expect(anna.team.state.originals).toBe(0));
});

test('a carrier without room is told, and tried again', async () => {
  await bring(anna);
  let isFull = true;
  carrier.beforePut = () =>
    isFull
      ? Promise.reject(new ExpectedFailure('carrier-full', 'The disk is full.'))
      : Promise.resolve();
  anna.team.start(() => undefined);
  await until(() =>
    expect(anna.team.state.waiting).toEqual([
      'Original files wait to be handed over. The disk is full.'
    ])
  );
  expect(anna.team.state.unsent).toBe(0);
  isFull = false;
  await until(() => expect(anna.team.state).toMatchObject({ originals: 0, waiting: [] }));
});

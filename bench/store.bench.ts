/**
 * The library beside its rivals: a saved edit, opening to a listed library, bytes and syncs an edit,
 * checkpoints, memory. `--large` adds the list of 100,000. All on one disk, taking turns in one run.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Briefing } from '../src-main/domain/briefing/briefing.js';
import { disk } from '../src-main/disk/file-system.js';
import { openLibrary } from '../src-main/store/open-library.js';
import { watchedDisk } from '../src-main/disk/testing/failing-disk.js';
import { median } from './median.js';
import { appendFloor } from './store/append-floor.js';
import { generate } from './store/generate.js';
import { measureMemory } from './store/memory.js';
import type { OpenRival, Rival } from './store/rival.js';
import { sqlite } from './store/sqlite.js';
import { openOn, standpoint } from './store/standpoint.js';
import { stockLowdb } from './store/stock-lowdb.js';

export const title = 'the library beside its rivals, medians (ms unless said otherwise)';

interface StoreRow {
  readonly briefings: number;
  readonly what: string;
  readonly [rival: string]: string | number | null;
}

const sizes = [100, 1_000, 10_000];
const largest = 10_000;
const editRounds = 200;
const openRounds = 15;
/** It takes seconds a round in a large library. */
const stockRounds = 3;

export async function measure(): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = [];
  for (const count of sizes) {
    const place = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
    try {
      const briefings = generate(count);
      const rivals = await prepare(place, briefings);
      const edited = await measureEdits(rivals, briefings);
      rows.push({ briefings: count, what: 'edit', ...edited.medians });
      rows.push({ briefings: count, what: 'edit, ratio', ...ratios(edited.medians) });
      rows.push({ briefings: count, what: 'bytes an edit', ...edited.bytes });
      const opened = await measureOpening(rivals);
      rows.push({ briefings: count, what: 'open and list', ...opened });
      rows.push({ briefings: count, what: 'open and list, ratio', ...ratios(opened) });
      rows.push({
        briefings: count,
        what: 'syncs an edit (count)',
        ...(await countSyncs(place, briefings))
      });
      rows.push(...(await measureCheckpoints(place, briefings)));
      if (count === largest) {
        rows.push({ briefings: count, what: 'memory, MB', ...(await memory(place)) });
        rows.push({
          briefings: count,
          what: 'edit, ratio to 100 briefings',
          Standpoint: await measureGrowth(place, briefings)
        });
      }
    } finally {
      rmSync(place, { recursive: true, maxRetries: 5 });
    }
  }
  if (process.argv.includes('--large')) rows.push(await measureLargeList());
  return rows;
}

async function prepare(place: string, briefings: readonly Briefing[]): Promise<readonly Rival[]> {
  const at = (name: string) => {
    mkdirSync(join(place, name));
    return join(place, name);
  };
  const rivals = [
    standpoint(at('library')),
    sqlite(at('sqlite')),
    appendFloor(at('floor')),
    stockLowdb(at('lowdb'))
  ];
  for (const rival of rivals) await rival.fill(briefings);
  return rivals;
}

async function measureEdits(rivals: readonly Rival[], briefings: readonly Briefing[]) {
  const opened = await Promise.all(
    rivals.map(async (rival) => [rival.name, await rival.open()] as const)
  );
  const times = new Map<string, number[]>(rivals.map(({ name }) => [name, []]));
  const begun = new Map(
    await Promise.all(
      opened.map(async ([name, rival]) => [name, await rival.bytes().catch(() => 0)] as const)
    )
  );
  for (let round = -10; round < editRounds; round += 1) {
    const briefing = briefings[(round + 10) % Math.min(briefings.length, 20)]!;
    const body = `${briefing.cards[0]?.body} And one word more, in round ${round}.`;
    for (const [name, rival] of inTurn(opened, round)) {
      if (name === 'lowdb JSONFile' && round >= stockRounds) continue;
      const taken = await timed(() => rival.edit(briefing, body));
      if (round >= 0) times.get(name)?.push(taken);
    }
  }
  const bytes: Record<string, number | null> = {};
  for (const [name, rival] of opened) {
    const [before, after] = [begun.get(name), await rival.bytes()];
    bytes[name] = after === null ? null : Math.round((after - (before ?? 0)) / (editRounds + 10));
    await rival.close();
  }
  return { medians: mediansOf(times), bytes };
}

async function measureOpening(rivals: readonly Rival[]): Promise<Record<string, number>> {
  const times = new Map<string, number[]>();
  const named = rivals
    .filter(({ name }) => name !== 'bare append')
    .map((rival) => [rival.name, rival] as const);
  for (let round = 0; round < openRounds; round += 1) {
    for (const [name, rival] of inTurn(named, round)) {
      if (name === 'lowdb JSONFile' && round >= stockRounds) continue;
      let opened: OpenRival | null = null;
      const taken = await timed(async () => {
        opened = await rival.open();
        await opened.list();
      });
      await (opened as OpenRival | null)?.close();
      times.set(name, [...(times.get(name) ?? []), taken]);
    }
  }
  return mediansOf(times);
}

async function countSyncs(
  place: string,
  briefings: readonly Briefing[]
): Promise<{ Standpoint: number }> {
  let syncs = 0;
  const counting = watchedDisk((name, call, args) => {
    if (name === 'file.datasync' || name === 'file.sync') syncs += 1;
    return Promise.resolve(call(args));
  });
  const library = await openOn(join(place, 'library'), counting);
  const [briefing] = briefings;
  if (!briefing) throw new Error('There is no briefing to edit');
  syncs = 0;
  for (let i = 0; i < 20; i += 1)
    await library.edit(briefing, `Text ${i} of a card that is edited.`);
  const counted = syncs / 20;
  await library.close();
  return { Standpoint: counted };
}

/** By how many briefings were changed since the last one. */
async function measureCheckpoints(
  place: string,
  briefings: readonly Briefing[]
): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = [];
  const folder = join(place, 'library');
  for (const changed of [1, 10, 100]) {
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const library = await openLibrary(folder, { fs: disk });
      for (const { id } of briefings.slice(0, changed)) {
        const { revision } = await library.open(id);
        await library.save(id, revision, { fields: { bottomLine: `Round ${round}` } });
      }
      times.push(await timed(() => library.checkpoint()));
      await library.close();
    }
    rows.push({
      briefings: briefings.length,
      what: `checkpoint of ${changed}`,
      Standpoint: rounded(median(times))
    });
  }
  return rows;
}

/** A small and a large library take turns, so that what else the machine does befalls both alike. */
async function measureGrowth(place: string, briefings: readonly Briefing[]): Promise<number> {
  const few = generate(100);
  const small = standpoint(join(place, 'small'));
  await small.fill(few);
  const [inSmall, inLarge] = [await small.open(), await standpoint(join(place, 'library')).open()];
  const times: { readonly small: number[]; readonly large: number[] } = { small: [], large: [] };
  for (let round = 0; round < editRounds; round += 1) {
    const body = `Text of round ${round}.`;
    times.small.push(await timed(() => inSmall.edit(few[round % 20]!, body)));
    times.large.push(await timed(() => inLarge.edit(briefings[round % 20]!, body)));
  }
  await inSmall.close();
  await inLarge.close();
  return rounded(median(times.large) / median(times.small));
}

async function memory(place: string): Promise<Record<string, number>> {
  const bytes = await measureMemory(join(place, 'library'), join(place, 'sqlite/briefings.sqlite'));
  return {
    Standpoint: rounded(bytes.standpoint / 1e6),
    'better-sqlite3': rounded(bytes.sqlite / 1e6)
  };
}

async function measureLargeList(): Promise<StoreRow> {
  const place = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  try {
    const rival = standpoint(join(place, 'library'));
    await rival.fill(generate(100_000));
    const times = await measureOpening([rival]);
    return { briefings: 100_000, what: 'open and list', ...times };
  } finally {
    rmSync(place, { recursive: true, maxRetries: 5 });
  }
}

/** Another one begins each round, so that none always runs behind the same other. */
function inTurn<T>(things: readonly T[], round: number): readonly T[] {
  const first = Math.abs(round) % things.length;
  return [...things.slice(first), ...things.slice(0, first)];
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await job();
  return performance.now() - begun;
}

function mediansOf(times: ReadonlyMap<string, readonly number[]>): Record<string, number> {
  return Object.fromEntries([...times].map(([name, all]) => [name, rounded(median(all))]));
}

/** Standpoint's figure divided by each of the others. */
function ratios({
  Standpoint = 0,
  ...others
}: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(others).map(([name, figure]) => [name, rounded(Standpoint / figure)])
  );
}

function rounded(figure: number): number {
  return Math.round(figure * 1_000) / 1_000;
}

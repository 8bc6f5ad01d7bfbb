/**
 * The positions of a great library, asked from the index: processor time, each beside its limit.
 * `--briefings N` makes a library of another size than 10,000; each has 20 positions.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Briefing } from '../src-main/domain/briefing/briefing.js';
import { everyPosition, type AcrossQuery } from '../src-main/domain/ledger/across-briefings.js';
import { emptyRegister } from '../src-main/domain/ledger/register.js';
import { SearchIndex } from '../src-main/search/search-index.js';
import { createRandom } from './anchoring/random.js';
import { cpuOf, p95, twoDigits } from './cpu-time.js';
import { median } from './median.js';
import {
  actorName,
  generatePositions,
  issueWording,
  manyActors,
  manyIssues,
  positionsEach
} from './register/generate-positions.js';
import { measureSaves } from './register/measure-saves.js';

export const title =
  'positions of all briefings, asked from the index (CPU in ms unless said otherwise)';

interface RegisterRow {
  readonly what: string;
  readonly p50: number;
  readonly p95: number | null;
  readonly limit: number | null;
}

const questions = 100;
/** As an analyst's desk has them open over a day. */
const editedBriefings = 40;
/** As many as the window asks for. */
const shown = 200;

export async function measure(
  _runs?: number,
  { briefings = '10000' }: { briefings?: string | undefined } = {}
): Promise<readonly RegisterRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  try {
    const rows = await measureIndex(join(folder, 'search.sqlite'), Number(briefings));
    const saved = await measureSaves(folder, [...generatePositions(editedBriefings)]);
    const row = (what: string, value: number, limit: number | null) => ({
      what,
      p50: twoDigits(value),
      p95: null,
      limit
    });
    return [
      ...rows,
      row('syncs of a saved edit, with the index on (count)', saved.syncs, 1),
      row('a saved edit, with the index on (ms until it is saved)', saved.median, null),
      row('the same, ratio to one without an index', saved.ratio, 1.2)
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureIndex(file: string, count: number): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  const row = (what: string, values: readonly number[], limit: number | null = null) =>
    rows.push({
      what,
      p50: twoDigits(median(values)),
      p95: values.length > 1 ? twoDigits(p95(values)) : null,
      limit
    });

  let index = new SearchIndex(file);
  const edited: Briefing[] = [];
  const ids: Briefing['id'][] = [];
  const built = await cpuOf(() => {
    const batch: Briefing[] = [];
    for (const briefing of generatePositions(count)) {
      if (edited.length < editedBriefings) edited.push(briefing);
      ids.push(briefing.id);
      batch.push(briefing);
      if (batch.length === 32) put(index, batch.splice(0));
    }
    put(index, batch);
  });
  index.close();
  row('index load', [await cpuOf(() => (index = new SearchIndex(file)))], 50);

  const { next } = createRandom(5);
  const rank = (of: number) => Math.floor(Math.exp(next() * Math.log(of))) - 1;
  const ask = async (what: string, query: (i: number) => Partial<AcrossQuery>, limit: number) => {
    const times: number[] = [];
    for (let i = 0; i < questions; i += 1) {
      const asked = { ...everyPosition, ...query(i) };
      times.push(await cpuOf(() => index.positions(asked, emptyRegister, shown)));
    }
    row(what, times, limit);
  };
  const issue = () => issueWording(rank(manyIssues));
  await ask('who opposes an issue', () => ({ issue: issue(), stance: 'opposes' }), 50);
  await ask(
    'who opposes an issue, as of a day',
    () => ({ issue: issue(), stance: 'opposes', asOf: '2024-06' }),
    50
  );
  await ask(
    'who opposes what holds a word',
    (i) => ({ issue: issue().split(' ')[1 + (i % 2)] ?? '', stance: 'opposes' }),
    50
  );
  const pages: number[] = [];
  for (let i = 0; i < questions; i += 1) {
    const name = actorName(rank(manyActors));
    const asked = { ...everyPosition, actor: name };
    pages.push(await cpuOf(() => index.positions(asked, emptyRegister, shown)));
  }
  row("an actor's page", pages, 50);
  const drafts: number[] = [];
  for (let i = 0; i < questions; i += 1) {
    const actors = Array.from({ length: 25 }, (_, n) => {
      const name = actorName(rank(manyActors));
      return { id: `a${n}`, names: [name, `the ${name}`], isShort: false };
    });
    // Half are worded as another briefing has them, half only alike.
    const issues = Array.from({ length: 6 }, (_, n) =>
      n % 2 ? issueWording(rank(manyIssues)) : `${issueWording(rank(manyIssues))} now`
    );
    const query = { briefing: ids[0]!, actors, issues, surnames: [] };
    drafts.push(await cpuOf(() => index.names(query, emptyRegister)));
  }
  row('the names of 25 actors and 6 issues of a draft', drafts, 20);
  for (const size of [100, 500]) {
    const times: number[] = [];
    for (let i = 0; i < questions; i += 1) {
      const briefings = Array.from({ length: size }, () => ids[Math.floor(next() * ids.length)]!);
      const query = { briefings, asOf: i % 2 ? '2024-06' : null };
      times.push(await cpuOf(() => index.matrix(query, emptyRegister)));
    }
    row(`a matrix of a collection of ${size}`, times, 50);
  }

  const typed = edited.map((each, i) => ({ ...each, bottomLine: `More ${i}` }));
  const recorded = edited.map((each) => ({ ...each, positions: each.positions.slice(1) }));
  const bare = edited.map((each) => ({ ...each, positions: [], actors: [], issues: [] }));
  row('an edit put in, its positions as they were', await each(typed, (one) => put(index, [one])));
  row('an edit put in, a position changed', await each(recorded, (one) => put(index, [one])));
  row('an edit put in, of a briefing without any', await each(bare, (one) => put(index, [one])));
  row('reading in, a briefing', [built / count]);
  row('index on disk, MB', [statSync(file).size / 1e6]);
  console.log(`${count} briefings, ${count * positionsEach} positions`);
  index.close();
  return rows;
}

function put(index: SearchIndex, briefings: readonly Briefing[]): void {
  index.put(
    briefings.map((briefing) => ({
      briefing,
      stamp: briefing.modifiedAt,
      file: `b/${briefing.id}`,
      textOf: () => null
    }))
  );
}

async function each<T>(all: readonly T[], job: (one: T) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (const one of all) times.push(await cpuOf(() => job(one)));
  return times;
}

/**
 * The search index beside MiniSearch: queries as they are typed, in turns in one run, by the CPU
 * that they take. `--briefings N` measures a library of N briefings only.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BriefingReader } from '../src-main/search/briefing-reader.js';
import { SearchIndex } from '../src-main/search/search-index.js';
import { createRandom } from './anchoring/random.js';
import { cpuOf, p95, twoDigits } from './cpu-time.js';
import { median } from './median.js';
import { type Filed, generateLibrary, likelyRank, wordAt } from './search/generate-library.js';
import { Rival } from './search/mini-search.js';

export const title =
  'the search index, snippets included, beside MiniSearch, which cuts none (CPU in ms unless said otherwise)';

interface SearchRow {
  readonly briefings: number;
  readonly what: string;
  readonly standpoint: number;
  readonly p95: number | null;
  readonly MiniSearch: number | null;
  readonly 'MiniSearch p95': number | null;
}

const queries = 100;

export async function measure(
  counts: readonly number[] = [1_000, 10_000],
  asked: { readonly briefings?: string } = {}
): Promise<readonly SearchRow[]> {
  const rows: SearchRow[] = [];
  for (const count of asked.briefings ? [Number(asked.briefings)] : counts) {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
    try {
      rows.push(...(await measureLibrary(folder, count)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return rows;
}

async function measureLibrary(folder: string, count: number): Promise<readonly SearchRow[]> {
  const filed = generateLibrary(folder, count);
  const file = join(folder, 'search.sqlite');
  const texts = join(folder, 'texts');
  const reader = new BriefingReader({ root: folder, texts, ask: () => Promise.resolve(null) });
  const rows: SearchRow[] = [];
  const row = (what: string, own: readonly number[], other: readonly number[] = []) =>
    rows.push({
      briefings: count,
      what,
      standpoint: twoDigits(median(own)),
      p95: own.length > 1 ? twoDigits(p95(own)) : null,
      MiniSearch: other.length > 0 ? twoDigits(median(other)) : null,
      'MiniSearch p95': other.length > 1 ? twoDigits(p95(other)) : null
    });

  const heapBefore = heapNow();
  let index = new SearchIndex(file);
  const built = await cpuOf(() => fill(index, reader, filed));
  index.close();
  const load = await cpuOf(() => (index = new SearchIndex(file)));
  const first = await cpuOf(() => ask(index, reader, wordAt(40)));
  for (let i = 0; i < 20; i += 1) await ask(index, reader, wordAt(i * 7));
  const heap = heapNow() - heapBefore;

  const rivalBefore = heapNow();
  let rival = new Rival();
  const rivalBuilt = await cpuOf(() => filed.forEach((each) => rival.put(each)));
  const json = rival.toJson();
  const rivalLoad = await cpuOf(() => (rival = Rival.load(json)));
  const rivalHeap = heapNow() - rivalBefore - json.length;

  row('load', [load], [rivalLoad]);
  row('the first answer', [first]);
  const { next } = createRandom(5);
  const words = Array.from({ length: queries }, () => wordAt(likelyRank(next)));
  const kinds = [
    ['a word', (word: string) => word, {}],
    ['the beginning of a word', (word: string) => `${word.slice(0, 4)}*`, { prefix: true }],
    ['two words', (word: string, i: number) => `${word} ${words[(i + 1) % queries]}`, {}],
    [
      'a word with a slip',
      (word: string) => `${word.slice(0, 3)}q${word.slice(3)}`,
      { fuzzy: true }
    ]
  ] as const;
  for (const [what, queryOf, how] of kinds) {
    const own: number[] = [];
    const other: number[] = [];
    for (const [i, word] of words.entries()) {
      const query = queryOf(word, i);
      own.push(await cpuOf(() => ask(index, reader, query)));
      other.push(await cpuOf(() => rival.find(query.replace('*', ''), how)));
    }
    row(what, own, other);
  }
  const phrases = filed.slice(-queries).map(({ briefing }) => briefing.cards[3]?.body ?? '');
  row(
    'a phrase of three words',
    await inTurn(phrases, (body) =>
      ask(index, reader, `"${body.split(' ').slice(5, 8).join(' ')}"`)
    )
  );
  const tagged = filed.slice(0, queries).map(({ briefing }) => briefing.tags[0] ?? '');
  row(
    'a filter and a word',
    await inTurn(tagged, (tag, i) => ask(index, reader, `tag:${tag} ${words[i]}`))
  );
  const changed = filed.slice(0, 40).map((each, i) => edited(each, i));
  row(
    'an update',
    await inTurn(changed, (each) => put(index, [each])),
    await inTurn(changed, (each) => rival.put(each))
  );
  row('reading in, a briefing', [built / count], [rivalBuilt / count]);
  row('memory, MB', [heap / 1e6], [rivalHeap / 1e6]);
  row('index on disk, MB', [statSync(file).size / 1e6], [json.length / 1e6]);
  index.close();
  return rows;
}

async function ask(index: SearchIndex, reader: BriefingReader, text: string): Promise<void> {
  await index.find(text, {
    typing: false,
    limit: 20,
    within: null,
    read: reader.read
  });
}

async function fill(index: SearchIndex, reader: BriefingReader, filed: readonly Filed[]) {
  index.reconcile(filed.map(({ briefing: { id, modifiedAt } }) => ({ id, stamp: modifiedAt })));
  for (let i = 0; i < filed.length; i += 8) {
    const entries = [];
    for (const { briefing, file } of filed.slice(i, i + 8)) {
      const known = { id: briefing.id, stamp: briefing.modifiedAt, file };
      const readable = await reader.read(known);
      if (readable) entries.push({ ...readable, stamp: known.stamp, file });
    }
    index.put(entries);
  }
}

function put(index: SearchIndex, filed: readonly Filed[]): void {
  index.put(
    filed.map(({ briefing, file, text }) => ({
      briefing,
      file,
      stamp: briefing.modifiedAt,
      textOf: () => text
    }))
  );
}

function edited({ briefing, file, text }: Filed, i: number): Filed {
  const [first, ...others] = briefing.cards;
  const cards = first ? [{ ...first, body: `${first.body} more ${i}` }, ...others] : others;
  return { briefing: { ...briefing, cards, modifiedAt: '2026-01-01T00:00:00Z' }, file, text };
}

async function inTurn<T>(
  all: readonly T[],
  job: (each: T, i: number) => unknown
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const [i, each] of all.entries()) times.push(await cpuOf(() => job(each, i)));
  return times;
}

function heapNow(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

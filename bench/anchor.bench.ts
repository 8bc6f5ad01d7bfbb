/**
 * Carrying annotations through revisions: how many land right, and what it costs, beside finding them
 * anew by quote and context.
 */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { carry } from '../src-main/domain/anchoring/carry.js';
import type { Range } from '../src-main/domain/text/range.js';
import { renderMarkdown } from '../src-main/domain/markdown/render-markdown.js';
import { carryByQuote } from './anchoring/quote-matching.js';
import { type ChainScores, proseOf, readChains, scoreChains } from './anchoring/chains.js';
import { createRandom, type Random } from './anchoring/random.js';
import { revise, type Rates } from './anchoring/revise.js';
import { addScore, emptyScore, judge, type Score } from './anchoring/score.js';
import { median } from './median.js';

export const title =
  'annotations carried through revisions that we make up of installed packages’ documentation (the baseline finds them by quote and context)';

type Carry = typeof carry;
interface Row {
  readonly what: string;
  readonly ours: number;
  readonly baseline: number;
  readonly unit: string;
}

/** As revised by a proofreader, an editor, a rewrite. */
const revisions: Readonly<Record<string, Rates>> = {
  light: { paragraphs: 0.02, sentences: 0.1 },
  medium: { paragraphs: 0.1, sentences: 0.3 },
  heavy: { paragraphs: 0.3, sentences: 0.7 }
};

/** `revisions`: a folder of real revisions, as docs/speed.md describes it; without it, only ours are measured. */
export function measure(
  _runs?: number,
  { revisions: folder }: { revisions?: string | undefined } = {}
): Promise<Row[]> {
  if (folder !== undefined) return Promise.resolve(measureChains(folder));
  const texts = readDocumentation();
  const foreign = texts.flatMap((text) => text.match(/[A-Z][^.!?\n]{20,150}[.!?]/g) ?? []);
  const total = { ours: emptyScore(), baseline: emptyScore() };
  const rows = Object.entries(revisions).flatMap(([name, rates]) => {
    const scores = compareAnswers(texts, rates, foreign);
    addScore(total.ours, scores.ours);
    addScore(total.baseline, scores.baseline);
    return rowsOf(name, scores);
  });
  rows.push(...rowsOf('all', total));
  const joined = texts.join('\n');
  rows.push(compareCost('100 KB, 200 annotations', joined.slice(0, 100_000), 200, foreign));
  rows.push(compareCost('5 KB, 10 annotations', joined.slice(0, 5_000), 10, foreign));
  return Promise.resolve(rows);
}

/** Long documentation under a permissive licence: long enough to be revised in many places. */
function readDocumentation(): readonly string[] {
  const modules = resolve(import.meta.dirname, '../node_modules');
  const folders = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : name
  );
  return folders.sort().flatMap((folder) => {
    const manifest = join(modules, folder, 'package.json');
    const readme = join(modules, folder, 'README.md');
    if (!existsSync(manifest) || !existsSync(readme)) return [];
    const { license } = JSON.parse(readFileSync(manifest, 'utf8')) as { license?: unknown };
    if (!/^(MIT|ISC|BSD|Apache)/.test(String(license))) return [];
    const { text } = renderMarkdown(proseOf(readFileSync(readme, 'utf8')));
    return text.length > 5_000 && text.length < 60_000 ? [text] : [];
  });
}

interface Scores {
  readonly ours: Score;
  readonly baseline: Score;
}

function compareAnswers(
  texts: readonly string[],
  rates: Rates,
  foreign: readonly string[]
): Scores {
  const scores = { ours: emptyScore(), baseline: emptyScore() };
  const random = createRandom(4);
  for (const text of texts) {
    const revised = revise(text, rates, foreign, random);
    const anchors = pickAnchors(text, 100, random);
    for (const [score, method] of [
      [scores.ours, carry],
      [scores.baseline, carryByQuote]
    ] as const satisfies readonly [Score, Carry][]) {
      const results = method(text, revised.after, anchors);
      anchors.forEach((anchor, i) => {
        const result = results[i];
        if (result) judge(score, revised, anchor, result);
      });
    }
  }
  return scores;
}

function rowsOf(name: string, { ours, baseline }: Scores): readonly Row[] {
  const row = (what: string, part: keyof Score, whole: readonly (keyof Score)[]): Row => ({
    what: `${name}: ${what}`,
    ours: share(ours, part, whole),
    baseline: share(baseline, part, whole),
    unit: `% of ${whole.reduce((sum, key) => sum + ours[key], 0)}`
  });
  return [
    row('surviving quotes right', 'right', ['surviving']),
    row('right, but flagged for a look', 'rightFlagged', ['surviving']),
    row('unique quotes right', 'uniqueRight', ['unique']),
    row('silently wrong', 'silentlyWrong', ['surviving', 'deleted']),
    row('deleted quotes placed', 'falselyPlaced', ['deleted'])
  ];
}

function share(score: Score, part: keyof Score, whole: readonly (keyof Score)[]): number {
  const total = whole.reduce((sum, key) => sum + score[key], 0);
  return Math.round((10_000 * score[part]) / total) / 100;
}

const ways: readonly (readonly [way: keyof ChainScores, what: string])[] = [
  ['one', 'one revision'],
  ['some', 'four revisions at once'],
  ['far', 'nine and more at once'],
  ['farStepwise', 'nine and more, one by one']
];

function measureChains(folder: string): Row[] {
  const chains = readChains(folder);
  const [ours, baseline] = [carry, carryByQuote].map((method) =>
    scoreChains(chains, method, (text, random) => pickInLines(text, 40, random))
  );
  if (!ours || !baseline) return [];
  const total = { ours: emptyScore(), baseline: emptyScore() };
  const rows = ways.flatMap(([way, what]) => {
    const scores = { ours: ours[way], baseline: baseline[way] };
    addScore(total.ours, scores.ours);
    addScore(total.baseline, scores.baseline);
    return rowsOf(what, scores);
  });
  return [...rows, ...rowsOf('all', total)];
}

/** As readers mark: within one paragraph or line, if it says anything. */
function pickInLines(text: string, count: number, random: Random): readonly Range[] {
  const lines = [...text.matchAll(/[^\n]+/g)].filter(
    ({ 0: line }) => line.split(/\s+/).length >= 6
  );
  if (lines.length === 0) return [];
  return Array.from({ length: count }, () => {
    const { 0: line, index } = random.pick(lines);
    const [range] = pickAnchors(line, 1, random);
    return { start: index + (range?.start ?? 0), end: index + (range?.end ?? 0) };
  });
}

function pickAnchors(text: string, count: number, random: Random): readonly Range[] {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length
  }));
  return Array.from({ length: count }, () => {
    const first = random.below(words.length);
    const last = Math.min(words.length - 1, first + random.pick([0, 1, 2, 4, 7, 12, 24]));
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
  });
}

/** Processor time of this process, the two methods in turn, so that both meet the same machine. */
function compareCost(
  what: string,
  text: string,
  count: number,
  foreign: readonly string[],
  runs = 15
): Row {
  const random = createRandom(5);
  const { after } = revise(text, { paragraphs: 0.1, sentences: 0.3 }, foreign, random);
  const anchors = pickAnchors(text, count, random);
  const times = { ours: [] as number[], baseline: [] as number[] };
  const rounds = text.length < 10_000 ? 40 : 1;
  for (let run = 0; run < runs; run++) {
    times.ours.push(time(carry, rounds));
    times.baseline.push(time(carryByQuote, rounds));
  }
  return {
    what,
    ours: microseconds(times.ours),
    baseline: microseconds(times.baseline),
    unit: 'µs CPU an annotation'
  };

  function time(method: Carry, times: number): number {
    const begun = process.cpuUsage();
    for (let i = 0; i < times; i++) method(text, after, anchors);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / times / count;
  }

  function microseconds(values: readonly number[]): number {
    return Math.round(10 * median(values)) / 10;
  }
}

/** Shared origins: how many copies and rewrites are found, what is joined wrongly, and what it costs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SharedOrigins } from '../src-main/domain/origins/shared-origins.js';
import { textsOf } from './corpus.js';
import { annotatedArticles } from './drafting/articles.js';
import {
  cut,
  type Random,
  randomFrom,
  reordered,
  replaced,
  reworded,
  sentencesOf,
  withHeadline
} from './origins/copies.js';

export const title = 'shared origins: shares found and joined, in per cent; CPU milliseconds';

const shares = [0.2, 0.4, 0.6];
const seeds = [1, 2, 3];

/** Without `corpus` on articles and pairs that we wrote. */
export function measure(_runs?: number, { corpus }: { corpus?: string | undefined } = {}) {
  const own = annotatedArticles().map(({ article }) => article.text);
  const tellings = readTellings();
  const quality = [
    ...qualityOn('our articles', own),
    tellingsJoined(tellings),
    ...(corpus === undefined ? [] : qualityOn('the corpus', textsOf(corpus)))
  ];
  if (corpus === undefined) {
    console.log('Without --corpus DIR the quality on real texts is left out.');
  }
  return [...quality, ...costs([...own, ...tellings.flat()])];
}

function qualityOn(where: string, texts: readonly string[]) {
  const split = texts.map(sentencesOf);
  const made: [what: string, make: (i: number, random: Random) => string][] = [
    ['another headline', (i) => withHeadline(split[i] ?? [], 'What we know so far')],
    ['cut to half', (i) => cut(split[i] ?? [])],
    ['reordered', (i, random) => reordered(split[i] ?? [], random)],
    ...shares.flatMap((share): typeof made => [
      [
        `${share * 100} % replaced`,
        (i, random) => replaced(split[i] ?? [], share, split[(i + 1) % split.length] ?? [], random)
      ],
      [`${share * 100} % reworded`, (i, random) => reworded(split[i] ?? [], share, random)]
    ])
  ];
  const found = made.map(([what, make]) => {
    const pairs = texts.flatMap((text, i) =>
      seeds.map((seed) => [text, make(i, randomFrom(seed * 1_000 + i))] as const)
    );
    return { what: `${where}: ${what}`, pairs: pairs.length, ...share(pairs) };
  });
  const unrelated = texts.flatMap((a, i) => texts.slice(i + 1).map((b) => [a, b] as const));
  return [...found, { what: `${where}: unrelated`, pairs: unrelated.length, ...share(unrelated) }];
}

function tellingsJoined(pairs: readonly (readonly [string, string])[]) {
  return { what: 'one event, other words', pairs: pairs.length, ...share(pairs) };
}

/** How many in a hundred pairs are said to share an origin. */
function share(pairs: readonly (readonly [string, string])[]) {
  const verdicts = pairs.map(([a, b]) => {
    const origins = new SharedOrigins();
    origins.set('a', a);
    origins.set('b', b);
    return origins.sharedWith('a')[0]?.verdict;
  });
  const percent = (count: number) => Math.round((count / pairs.length) * 1_000) / 10;
  return {
    found: percent(verdicts.filter((verdict) => verdict !== undefined).length),
    'at once': percent(verdicts.filter((verdict) => verdict === 'copy').length)
  };
}

/** 1,000 sources: one in five a rewrite of the one before it, all with one footer. */
function costs(texts: readonly string[]) {
  const random = randomFrom(7);
  const words = texts.join(' ').split(/\s+/);
  const word = () => words[Math.floor(random() * words.length)] ?? '';
  const sentence = () => `${Array.from({ length: 20 }, word).join(' ')}.`;
  const footer = 'Read more of our reports every morning and tell us what you think of them.';
  let last: readonly string[] = [];
  const sources = Array.from({ length: 1_000 }, (_, i) => {
    if (i % 5 > 0) {
      last = Array.from({ length: 25 }, sentence);
    }
    const others = Array.from({ length: 25 }, sentence);
    return `${i % 5 > 0 ? last.join(' ') : replaced(last, 0.4, others, random)}\n${footer}`;
  });
  const origins = new SharedOrigins();
  const all = spent(() => {
    sources.forEach((text, i) => origins.set(String(i), text));
    for (const i of sources.keys()) origins.sharedWith(String(i));
  });
  const one = spent(() => {
    origins.set('new', `${replaced(last, 0.2, [sentence()], random)}\n${footer}`);
    origins.sharedWith('new');
  });
  return [
    { what: '1,000 sources checked, CPU ms', median: all },
    { what: 'one added to 1,000, CPU ms', median: one }
  ];
}

function spent(run: () => void): number {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return Math.round((user + system) / 100) / 10;
}

function readTellings(): readonly (readonly [string, string])[] {
  const file = join(import.meta.dirname, 'origins/tellings.txt');
  return readFileSync(file, 'utf8')
    .split(/^== .*$/m)
    .slice(1)
    .map((event) => {
      const [one = '', other = ''] = event.split(/^--$/m);
      return [one.trim(), other.trim()];
    });
}

/** Which tests are tried first for a mutant, so that most are found within seconds. Pure. */
import { posix } from 'node:path';

/** @typedef {{ file: string, seconds: number }} UnitFile */

/**
 * The files that import a file, each with how many imports it is away.
 * @param {ReadonlyMap<string, readonly string[]>} imports of each file, as paths
 * @param {string} file
 * @returns {Map<string, number>}
 */
export function distancesTo(imports, file) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const [path, imported] of imports) {
    for (const one of imported) importers.set(one, [...(importers.get(one) ?? []), path]);
  }
  const distances = new Map([[file, 0]]);
  for (const [path, distance] of distances) {
    for (const importer of importers.get(path) ?? []) {
      if (!distances.has(importer)) distances.set(importer, distance + 1);
    }
  }
  return distances;
}

/**
 * The paths that a module imports, as far as they are files of the checkout.
 * @param {string} path
 * @param {readonly string[]} specifiers
 * @param {(path: string) => boolean} exists
 */
export function resolveImports(path, specifiers, exists) {
  return specifiers.flatMap((specifier) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
    const candidates = [target, target.replace(/\.js$/, '.ts'), `${target}.ts`];
    return candidates.find(exists) ?? [];
  });
}

/**
 * Test files in the order in which to run them: first those that came by the mutant, from the nearest; then the
 * nearest of the others, since what is computed once and kept is only seen in the file that ran first.
 * @param {ReadonlyMap<string, number>} distances to the mutated file
 * @param {ReadonlySet<string>} reached
 * @param {readonly UnitFile[]} all
 * @param {number} others how many that did not come by it are tried as well
 * @returns {UnitFile[]}
 */
export function orderUnitFiles(distances, reached, all, others) {
  /** @param {UnitFile} one */
  const distance = ({ file }) => distances.get(file) ?? Infinity;
  /** @param {UnitFile} a @param {UnitFile} b */
  const nearer = (a, b) => {
    const [near, far] = [distance(a), distance(b)];
    return near === far ? a.seconds - b.seconds : near - far;
  };
  const came = all.filter(({ file }) => reached.has(file)).sort(nearer);
  const near = all.filter((one) => !reached.has(one.file) && distance(one) < Infinity).sort(nearer);
  return [...came, ...near.slice(0, others)];
}

/**
 * Cuts an order into runs: a first one that takes moments, then longer ones, together no longer than the limit.
 * @param {readonly UnitFile[]} ordered
 * @param {number} limit in s
 * @returns {{ runs: UnitFile[][], isCut: boolean }} `isCut` when something did not fit
 */
export function cutIntoRuns(ordered, limit) {
  /** @type {UnitFile[][]} */
  const runs = [];
  let room = 0;
  let spent = 0;
  let isCut = false;
  for (const file of ordered) {
    if (spent > 0 && spent + file.seconds > limit) {
      isCut = true;
      continue;
    }
    if (file.seconds > room || runs.length === 0) {
      room = FIRST_RUN * 3 ** runs.length;
      runs.push([]);
    }
    runs.at(-1)?.push(file);
    room -= file.seconds;
    spent += file.seconds;
  }
  return { runs, isCut };
}

/** In s. */
const FIRST_RUN = 8;

/** @typedef {{ key: string, file: string, title: string, seconds: number }} EndToEndTest */

/** So many of one file before those of others. */
const OF_ONE_FILE = 3;

/**
 * End-to-end tests in the order in which to run them: first those that share words with the mutated file, then the
 * quickest, and never all of one file first.
 * @template {EndToEndTest} T
 * @param {string} mutated
 * @param {readonly T[]} tests that came by the mutant
 * @returns {T[]}
 */
export function orderEndToEndTests(mutated, tests) {
  const words = wordsIn(mutated);
  /** @param {EndToEndTest} test */
  const shared = ({ file, title }) =>
    [...wordsIn(`${file} ${title}`)].filter((word) => words.has(word)).length;
  const ranked = tests
    .map((test) => ({ test, rank: shared(test) }))
    .sort((a, b) => b.rank - a.rank || a.test.seconds - b.test.seconds);
  /** @type {Map<string, number>} */
  const counts = new Map();
  const rounds = ranked.map(({ test }) => {
    const count = counts.get(test.file) ?? 0;
    counts.set(test.file, count + 1);
    return { test, round: Math.floor(count / OF_ONE_FILE) };
  });
  return rounds.sort((a, b) => a.round - b.round).map(({ test }) => test);
}

/** Words that say nothing of what a file is about. */
const COMMON = new Set(['src', 'ts', 'svelte', 'spec', 'main', 'renderer', 'e2e', 'domain', 'the']);

/** @param {string} text */
function wordsIn(text) {
  const parts =
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z0-9]{3,}/g) ?? [];
  return new Set(parts.map((part) => part.replace(/s$/, '')).filter((part) => !COMMON.has(part)));
}

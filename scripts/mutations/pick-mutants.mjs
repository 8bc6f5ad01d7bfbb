/** Picks mutants by a seed, and finds those of a list again in later sources. Pure. */
import { findSites, likenessOf } from './find-sites.mjs';
import { readScripts } from './read-scripts.mjs';

/** @typedef {import('./find-sites.mjs').Site} Site */

/**
 * One mutant of a list. No offset, so that it is found again in later sources.
 * @typedef {Pick<Site, 'operator' | 'line' | 'lineText' | 'ordinal' | 'original' | 'mutated'> & { id: number, file: string }} Mutant
 */
/** @typedef {{ mutant: Mutant, file: string, site: Site }} Placed the file can be another than that of the list */

/** The sources of a checkout, by path. @typedef {ReadonlyMap<string, string>} Sources */

const PRODUCT = /^src-(main|renderer|host)\/.*\.(ts|svelte)$/;
/** Functions of src-host/page run in the page as text, where no switch reaches them. */
const NO_PRODUCT = /\.test\.ts$|\.d\.ts$|\/testing\/|^src-host\/page\//;

/** @param {string} path */
export function isProduct(path) {
  return PRODUCT.test(path) && !NO_PRODUCT.test(path);
}

/**
 * A file by its lines of script, an operator of those that it has, and a site of that operator: else most would be
 * strings and numbers. No two mutants overlap, so that all can stand in one build.
 * @param {Sources} sources
 * @param {number} seed
 * @param {number} count
 * @returns {Mutant[]}
 */
export function pickMutants(sources, seed, count) {
  const random = makeRandom(seed);
  const files = [...sources]
    .filter(([path]) => isProduct(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, sites: findSites(path, text), lines: linesOf(path, text) }))
    .filter(({ sites }) => sites.length > 0);
  /** @type {Map<string, Site[]>} */
  const taken = new Map();
  /** @type {Mutant[]} */
  const mutants = [];
  let left = files;
  while (mutants.length < count && left.length > 0) {
    const file = pickWeighted(left, ({ lines }) => lines, random);
    const others = taken.get(file.path) ?? [];
    const free = file.sites.filter((site) => !others.some((other) => overlap(site, other)));
    if (free.length === 0) {
      left = left.filter((other) => other !== file);
      continue;
    }
    const operators = [...new Set(free.map(({ operator }) => operator))].sort();
    const operator = operators[Math.floor(random() * operators.length)];
    const alike = free.filter((site) => site.operator === operator);
    const site = /** @type {Site} */ (alike[Math.floor(random() * alike.length)]);
    taken.set(file.path, [...others, site]);
    mutants.push(describe(mutants.length + 1, file.path, site));
  }
  return mutants;
}

/**
 * Finds each mutant in sources that may have changed since: in its file, else in the one other file that has such
 * a line.
 * @param {Sources} sources
 * @param {readonly Mutant[]} mutants
 * @returns {{ placed: Placed[], gone: Mutant[] }}
 */
export function placeMutants(sources, mutants) {
  /** @type {Map<string, Site[]>} */
  const known = new Map();
  /** @param {string} path */
  const sitesIn = (path) => {
    const sites = known.get(path) ?? findSites(path, sources.get(path) ?? '');
    known.set(path, sites);
    return sites;
  };
  /** @type {Placed[]} */
  const placed = [];
  /** @type {Mutant[]} */
  const gone = [];
  for (const mutant of mutants) {
    const found =
      findIn(sitesIn(mutant.file), mutant.file, mutant) ?? findMoved(sources, sitesIn, mutant);
    if (found) placed.push({ mutant, ...found });
    else gone.push(mutant);
  }
  return { placed, gone };
}

/**
 * @param {readonly Site[]} sites
 * @param {string} file
 * @param {Mutant} mutant
 */
function findIn(sites, file, mutant) {
  const key = likenessOf(mutant);
  const alike = sites.filter((site) => likenessOf(site) === key);
  const site = alike.find(({ ordinal }) => ordinal === mutant.ordinal) ?? alike.at(-1);
  return site ? { file, site } : null;
}

/**
 * @param {Sources} sources
 * @param {(path: string) => Site[]} sitesIn
 * @param {Mutant} mutant
 */
function findMoved(sources, sitesIn, mutant) {
  const files = [...sources]
    .filter(([path, text]) => isProduct(path) && text.includes(mutant.lineText))
    .flatMap(([path]) => findIn(sitesIn(path), path, mutant) ?? []);
  return files.length === 1 ? files[0] : null;
}

/**
 * @param {number} id
 * @param {string} file
 * @param {Site} site
 * @returns {Mutant}
 */
function describe(id, file, { operator, line, lineText, ordinal, original, mutated }) {
  return { id, file, line, operator, original, mutated, lineText, ordinal };
}

/** @param {string} path @param {string} text */
function linesOf(path, text) {
  return readScripts(path, text).reduce((sum, { content }) => sum + content.split('\n').length, 0);
}

/** @param {Site} one @param {Site} other */
function overlap(one, other) {
  return one.start < other.end && other.start < one.end;
}

/**
 * As many of `all` as are asked for, in their order, by a seed.
 * @template T
 * @param {readonly T[]} all
 * @param {number} count
 * @param {number} seed
 * @returns {T[]}
 */
export function pickSample(all, count, seed) {
  const random = makeRandom(seed);
  const drawn = all.map((one) => ({ one, lot: random() })).sort((a, b) => a.lot - b.lot);
  const picked = new Set(drawn.slice(0, count).map(({ one }) => one));
  return all.filter((one) => picked.has(one));
}

/**
 * @template T
 * @param {readonly T[]} all
 * @param {(one: T) => number} weightOf
 * @param {() => number} random
 * @returns {T}
 */
function pickWeighted(all, weightOf, random) {
  let rest = random() * all.reduce((sum, one) => sum + weightOf(one), 0);
  const picked = all.find((one) => (rest -= weightOf(one)) < 0);
  return picked ?? /** @type {T} */ (all.at(-1));
}

/**
 * Numbers from 0 to below 1 that are the same on every machine.
 * Algorithm mulberry32: https://github.com/cprosche/mulberry32
 * @param {number} seed
 */
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

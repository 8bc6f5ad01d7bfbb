/**
 * `npm run test:mutations -- [--list FILE] [--pick --seed N --count N] [--checkout FOLDER] [--commit REVISION]
 * [--levels types,unit,e2e,unit-full,e2e-rest] [--sample N] [--budget MINUTES] [--workers N] [--work FOLDER] [--end]
 * [--unit-seconds N] [--reach-minutes N] [--e2e-tests N] [--e2e-seconds N]`: which mutants of the product the
 * tests find.
 *
 * `--pick` writes a list. Otherwise each mutant of the list is tried on each level until one finds it. `npm test`
 * runs the first three levels. Every verdict is kept in the work folder, and a further run goes on from there;
 * `--end` removes the sources from it. `--sample` draws so many by the seed of those that the other levels
 * have not found, where trying all takes too long. A list is good for other commits too: what no longer fits is named.
 *
 * All mutants stand in one copy of the sources as switches, of which one is on at a time. Each level first runs
 * without a mutant, to learn which tests come by which: then only these are run, from the nearest to the first red.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseComponents, startCompiler } from './mutations/check-types.mjs';
import {
  checkOut,
  commitOf,
  hasSwitches,
  readImports,
  readSources,
  removeTree,
  writeSwitches
} from './mutations/mutant-tree.mjs';
import { pickMutants, pickSample, placeMutants } from './mutations/pick-mutants.mjs';
import { foundBy, formatSums, formatTable, LEVELS } from './mutations/report.mjs';
import { buildTree, measureEndToEndReach, tryEndToEnd } from './mutations/run-e2e.mjs';
import { measureUnitReach, tryUnit } from './mutations/run-unit.mjs';
import { root } from './setup/root.mjs';
import { runScript, say } from './setup/say.mjs';

/** @typedef {import('./mutations/pick-mutants.mjs').Placed} Placed */
/** @typedef {import('./mutations/report.mjs').Level} Level */
/** @typedef {import('./mutations/report.mjs').Verdict} Verdict */

const { values } = parseArgs({
  options: {
    list: { type: 'string', default: join(root, 'scripts/mutations/seed-1.json') },
    pick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    checkout: { type: 'string', default: root },
    commit: { type: 'string', default: 'HEAD' },
    levels: { type: 'string', default: LEVELS.join(',') },
    sample: { type: 'string', default: 'Infinity' },
    budget: { type: 'string', default: 'Infinity' },
    workers: { type: 'string', default: '1' },
    'unit-seconds': { type: 'string', default: '240' },
    'reach-minutes': { type: 'string', default: 'Infinity' },
    'e2e-tests': { type: 'string', default: '12' },
    'e2e-seconds': { type: 'string', default: '240' },
    work: { type: 'string' },
    end: { type: 'boolean', default: false }
  }
});

await runScript(async () => {
  const list = resolve(values.list);
  const checkout = resolve(values.checkout);
  const commit = commitOf(checkout, values.commit);
  if (values.pick) return pick(list, checkout, commit);
  const levels = LEVELS.filter((level) => values.levels.split(',').includes(level));
  const listed = readFileSync(list, 'utf8');
  const name = createHash('sha256').update(`${listed}${commit}`).digest('hex').slice(0, 12);
  const work = resolve(values.work ?? join(tmpdir(), `standpoint-mutants-${name}`));
  const tree = join(work, 'tree');
  if (values.end) {
    removeTree(checkout, tree);
    return 0;
  }
  const { placed, gone } = placeMutants(readSources(checkout, commit), JSON.parse(listed));
  for (const { id, file, line } of gone) say(`No longer fits: ${id} ${file}:${line}`);
  mkdirSync(work, { recursive: true });
  const results = openResults(join(work, 'results.json'), placed);
  say(`${placed.length} mutants of ${commit.slice(0, 8)}; what is found out stands in ${work}.`);
  const until = Date.now() + Number(values.budget) * 60_000;
  // What the asked levels have found is drawn again, so that a further run goes on with the same sample.
  const others = LEVELS.filter((level) => !levels.includes(level));
  const open = placed.filter(({ mutant }) => !results.isFound(mutant.id, others));
  const sample = pickSample(open, Number(values.sample), Number(values.seed));
  for (const level of levels) {
    const left = sample.filter(({ mutant }) => results.isDue(mutant.id, level));
    if (left.length === 0) continue;
    say(`${level}: ${left.length} mutants`);
    for await (const [placedOne, verdict] of tryLevel(level, left, {
      checkout,
      commit,
      work,
      tree,
      placed
    })) {
      results.add(placedOne.mutant.id, level, verdict);
      const { id, file, line, operator } = placedOne.mutant;
      say(
        `${id} ${file}:${line} ${operator}: ${verdict.outcome}, ${verdict.seconds} s ${verdict.by ?? ''}`
      );
      if (Date.now() > until) break;
    }
    if (Date.now() > until) break;
  }
  console.log(`${formatTable(results.all)}\n\n${formatSums(results.all, gone.length)}`);
  return 0;
});

/** @param {string} list @param {string} checkout @param {string} commit */
function pick(list, checkout, commit) {
  const sources = readSources(checkout, commit);
  const mutants = pickMutants(sources, Number(values.seed), Number(values.count));
  writeFileSync(list, `${JSON.stringify(mutants, null, 2)}\n`);
  say(`${mutants.length} mutants picked.`);
  return 0;
}

/**
 * @param {Level} level
 * @param {Placed[]} left
 * @param {{ checkout: string, commit: string, work: string, tree: string, placed: Placed[] }} needs
 * @returns {AsyncGenerator<[Placed, Verdict]>}
 */
async function* tryLevel(level, left, { checkout, commit, work, tree, placed }) {
  const workers = Number(values.workers);
  if (level === 'types') {
    const plain = join(work, 'plain');
    checkOut(checkout, commit, plain);
    yield* tryTypes(plain, left);
    removeTree(checkout, plain);
    return;
  }
  if (!hasSwitches(tree)) {
    removeTree(checkout, tree);
    checkOut(checkout, commit, tree);
    writeSwitches(tree, placed);
  }
  if (level === 'unit' || level === 'unit-full') {
    const until = Date.now() + Number(values['reach-minutes']) * 60_000;
    const reach = await measureUnitReach(tree, work, workers, until);
    for (const file of reach.failed) say(`Red without a mutant, and left out: ${file}`);
    const imports = readImports(tree);
    const limit = Number(values['unit-seconds']);
    const isFull = level === 'unit-full';
    for (const one of left) {
      const verdict = await tryUnit(one, { tree, reach, imports, limit, workers, isFull });
      // Until it is known what comes by it, only what was found is sure.
      if (reach.unknown.length === 0 || verdict.outcome === 'found') yield [one, verdict];
    }
    return;
  }
  await buildTree(tree);
  const isRest = level === 'e2e-rest';
  const reach = await measureEndToEndReach(tree, work, workers, isRest);
  for (const key of reach.failed) say(`Red without a mutant, and left out: ${key}`);
  const most = Number(values['e2e-tests']);
  const limit = Number(values['e2e-seconds']);
  for (const one of left) yield [one, await tryEndToEnd(one, { tree, reach, most, limit, isRest })];
}

/** @param {string} plain @param {Placed[]} left @returns {AsyncGenerator<[Placed, Verdict]>} */
async function* tryTypes(plain, left) {
  const modules = left.filter(({ file }) => !file.endsWith('.svelte'));
  const imports = readImports(plain);
  const compiler = startCompiler(plain);
  for (const one of modules) {
    const begun = Date.now();
    const importers = [...imports].filter(([, paths]) => paths.includes(one.file));
    const by = compiler.refuse(
      one,
      importers.map(([path]) => path)
    );
    yield [one, judge(by, begun)];
  }
  compiler.end();
  let rest = left.filter(({ file }) => file.endsWith('.svelte'));
  while (rest.length > 0) {
    const begun = Date.now();
    const round = rest.filter((one, at) => rest.findIndex(({ file }) => file === one.file) === at);
    const refused = await refuseComponents(plain, round);
    for (const one of round) yield [one, judge(refused.get(one.mutant.id) ?? null, begun)];
    rest = rest.filter((one) => !round.includes(one));
  }
}

/** @param {string | null} by @param {number} begun @returns {Verdict} */
function judge(by, begun) {
  const seconds = Math.round((Date.now() - begun) / 1000);
  return by === null ? { outcome: 'missed', seconds } : { outcome: 'found', by, seconds };
}

/**
 * @param {string} file
 * @param {readonly Placed[]} placed
 */
function openResults(file, placed) {
  /** @type {import('./mutations/report.mjs').Result[]} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const all = placed.map(
    ({ mutant }) => known.find((one) => one.mutant.id === mutant.id) ?? { mutant, levels: {} }
  );
  /** @param {number} id */
  const resultOf = (id) =>
    /** @type {(typeof all)[number]} */ (all.find((one) => one.mutant.id === id));
  return {
    all,
    /** @param {number} id @param {readonly Level[]} by */
    isFound: (id, by) => by.some((level) => resultOf(id).levels[level]?.outcome === 'found'),
    /** @param {number} id @param {Level} level */
    isDue: (id, level) => foundBy(resultOf(id)) === null && !resultOf(id).levels[level],
    /** @param {number} id @param {Level} level @param {Verdict} verdict */
    add(id, level, verdict) {
      resultOf(id).levels[level] = verdict;
      writeFileSync(file, JSON.stringify(all, null, 1));
    }
  };
}

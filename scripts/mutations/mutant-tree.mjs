/** A checkout of its own in which all mutants stand as switches, so that it is built and transformed once. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { embedSwitches } from './embed-switches.mjs';
import { resolveImports } from './order-tests.mjs';
import { isProduct } from './pick-mutants.mjs';
import { readScripts } from './read-scripts.mjs';

/** @typedef {import('./pick-mutants.mjs').Placed} Placed */

/** @param {string} checkout @param {readonly string[]} args */
function git(checkout, ...args) {
  return execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** @param {string} checkout @param {string} revision */
export function commitOf(checkout, revision) {
  return git(checkout, 'rev-parse', `${revision}^{commit}`).trim();
}

/**
 * @param {string} checkout
 * @param {string} commit
 * @returns {Map<string, string>} the sources of the product
 */
export function readSources(checkout, commit) {
  const paths = git(checkout, 'ls-tree', '-r', '--name-only', commit).split('\n').filter(isProduct);
  return new Map(paths.map((path) => [path, git(checkout, 'show', `${commit}:${path}`)]));
}

/**
 * Makes the tree where there is none yet.
 * @param {string} checkout whose packages it uses
 * @param {string} commit
 * @param {string} tree
 */
export function checkOut(checkout, commit, tree) {
  if (existsSync(tree)) return;
  mkdirSync(dirname(tree), { recursive: true });
  git(checkout, 'worktree', 'prune');
  git(checkout, 'worktree', 'add', '--quiet', '--detach', tree, commit);
  symlinkSync(join(checkout, 'node_modules'), join(tree, 'node_modules'), 'junction');
}

/** @param {string} checkout @param {string} tree */
export function removeTree(checkout, tree) {
  if (existsSync(tree)) git(checkout, 'worktree', 'remove', '--force', tree);
}

const SWITCH = 'mutant-switch';

/** Of Vitest in the tree. */
export const UNIT_CONFIG = 'vitest.mutants.config.mjs';
const UNIT_CONFIG_TEXT = `import config from './vitest.config.ts';
const { setupFiles = [] } = config.test;
config.test.setupFiles = ['./unit-file.mjs', ...[setupFiles].flat()];
// Where it is learnt which tests come by which mutant, a busy machine must not make tests red.
if (process.env.STANDPOINT_MUTANT_REACH) config.test.testTimeout = config.test.hookTimeout = 900_000;
export default config;
`;

/** Of Playwright in the tree. */
export const END_TO_END_CONFIG = 'playwright.mutants.config.ts';
const END_TO_END_CONFIG_TEXT = `import config from './playwright.config.js';
// A mutant is told by what does not come, and what fails is repeated: a longer wait tells no more.
const isTried = Boolean(process.env.STANDPOINT_MUTANT);
export default isTried ? { ...config, timeout: 120_000, expect: { timeout: 15_000 } } : config;
`;

/**
 * Writes the switches and what records by whom they are reached.
 * @param {string} tree
 * @param {readonly Placed[]} placed
 */
export function writeSwitches(tree, placed) {
  const ours = join(import.meta.dirname, 'switch.mjs');
  copyFileSync(ours, join(tree, `${SWITCH}.js`));
  // This folder is compiled by itself, and nothing outside of it is found once it is.
  writeFileSync(
    join(tree, 'src-host', `${SWITCH}.ts`),
    `// @ts-nocheck\n${readFileSync(ours, 'utf8')}`
  );
  for (const name of ['unit-file.mjs', 'test-times.mjs'])
    copyFileSync(join(import.meta.dirname, 'in-tree', name), join(tree, name));
  for (const path of new Set(placed.map(({ file }) => file))) {
    const mutants = placed.filter(({ file }) => file === path);
    const home = path.startsWith('src-host/') ? `src-host/${SWITCH}.js` : `${SWITCH}.js`;
    const specifier = posix.relative(posix.dirname(path), home);
    const text = readFileSync(join(tree, path), 'utf8');
    const switches = mutants.map(({ mutant, site }) => ({ id: mutant.id, site }));
    writeFileSync(
      join(tree, path),
      embedSwitches(path, text, switches, specifier.startsWith('.') ? specifier : `./${specifier}`)
    );
  }
  writeFileSync(join(tree, END_TO_END_CONFIG), END_TO_END_CONFIG_TEXT);
  writeFileSync(join(tree, UNIT_CONFIG), UNIT_CONFIG_TEXT);
}

/** Whether all of them were written: the configuration is written last. @param {string} tree */
export function hasSwitches(tree) {
  return existsSync(join(tree, UNIT_CONFIG));
}

/**
 * @param {string} tree
 * @returns {Map<string, string[]>} what each module imports, as paths
 */
export function readImports(tree) {
  const paths = git(tree, 'ls-files')
    .split('\n')
    .filter((path) => /\.(ts|mjs|svelte)$/.test(path));
  const known = new Set(paths);
  return new Map(
    paths.map((path) => {
      const scripts = readScripts(path, readFileSync(join(tree, path), 'utf8'));
      const specifiers = scripts.flatMap(({ content }) =>
        ts.preProcessFile(content).importedFiles.map(({ fileName }) => fileName)
      );
      return [path, resolveImports(path, specifiers, (one) => known.has(one))];
    })
  );
}

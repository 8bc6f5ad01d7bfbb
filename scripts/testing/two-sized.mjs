/** Finds the unit tests that have two sizes, which `npm run test:rest` runs at their full size. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';

/** Where unit tests lie. */
const folders = ['src-main', 'src-renderer', 'src-host', 'scripts', 'bench'];
const imports = /from\s+'[^']*\/by-size\.mjs'/;

/**
 * The tests that import `by-size.mjs`. A test that has its sizes from a helper in a folder `testing` imports it
 * itself as well, for its time limit or the number in its name.
 * @param {string} checkout
 * @returns {readonly string[]} paths from the checkout's root, sorted
 */
export function findTwoSizedTests(checkout = root) {
  return testFiles(checkout)
    .filter((path) => imports.test(readFileSync(join(checkout, path), 'utf8')))
    .toSorted();
}

/** All unit tests, from the checkout's root, with forward slashes. */
export function testFiles(checkout = root) {
  return folders.flatMap((folder) =>
    readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.(ts|mjs)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  );
}

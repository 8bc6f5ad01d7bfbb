/** Which room a file lies in, and whether one file may import another. Pure. */
import { rooms } from './rooms.mjs';

/** @typedef {import('./rooms.mjs').Room} Room */

/** @type {readonly Room[]} */
const deepestFirst = [...rooms].sort((a, b) => b.folder.length - a.folder.length);
/** What a product never runs: it may use more, and no product may use it. */
export const forTests = /\.test\.ts$|\/testing\//;

/**
 * @param {string} path from the repository's root, with forward slashes
 * @returns {Room | null} `null` for a file outside of all rooms
 */
export function roomOf(path) {
  return deepestFirst.find(({ folder }) => path.startsWith(`${folder}/`)) ?? null;
}

/** @param {string} path */
export function isForTests(path) {
  return forTests.test(path);
}

/**
 * Whether the wall between two rooms has a door from the one to the other.
 *
 * @param {Room} from
 * @param {Room} to
 */
export function mayEnter(from, to) {
  return (
    from === to ||
    from.uses.some(
      (used) => used === to.folder || (used.endsWith('/') && `${to.folder}/`.startsWith(used))
    )
  );
}

/**
 * What is wrong with an import, in a sentence; `null` when nothing is. Imports of types count as well.
 *
 * @param {string} from path of the file that imports
 * @param {string} to path of the file that is imported
 * @returns {string | null}
 */
export function faultOfImport(from, to) {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (!here || !there) return null;
  if (isForTests(from)) return faultOfTest(here, there);
  if (isForTests(to)) return `${to} is for tests: no product may use it.`;
  if (mayEnter(here, there)) return null;
  return `${here.folder}/ may not use ${there.folder}/ (scripts/walls/rooms.mjs).`;
}

/** Tests bring together what the product keeps apart, but not two processes. @param {Room} here @param {Room} there */
function faultOfTest(here, there) {
  const [process, other] = [here, there].map(({ folder }) => folder.split('/')[0]);
  if (process === other || mayEnter(here, there)) return null;
  if (process === 'src-renderer' && there.folder.startsWith('src-main/domain')) return null;
  return `A test in ${process}/ may not use ${there.folder}/.`;
}

/** What is packed: the list that `files` in package.json makes, as npm reads it. */
import { npm } from '../setup/npm.mjs';
import { root } from '../setup/root.mjs';
import { SetupFailure } from '../setup/say.mjs';

/**
 * @typedef {object} Packed
 * @property {string} filename
 * @property {number} size in bytes, packed
 * @property {number} unpackedSize in bytes
 * @property {readonly { path: string, size: number }[]} files
 */

/**
 * `npm pack`: writes the archive into `folder`, or only tells what it would hold.
 * @param {string | null} folder `null` to write nothing
 * @returns {Promise<Packed>}
 */
export async function packByNpm(folder) {
  const to = folder === null ? ['--dry-run'] : [`--pack-destination=${folder}`];
  const { code, output } = await npm(['pack', '--json', '--ignore-scripts', ...to], {
    cwd: root,
    output: 'stdout kept'
  });
  if (code !== 0) throw new SetupFailure('npm could not pack: it says why above.');
  const told = JSON.parse(output);
  // Newer versions of npm answer by the package's name, older ones with a list.
  const [packed] = Array.isArray(told) ? told : Object.values(told);
  return packed;
}

/** What has no place in a package: it would be read by nobody who runs the program. */
const FOREIGN =
  /\.(test|spec)\.|\.d\.[cm]?ts$|\.map$|\.woff$|\.tsbuildinfo$|\.stamp\.json$|^(src-|e2e|bench|scripts)/;

/** Of `paths` those that nobody needs who runs the program. @param {readonly string[]} paths */
export function foreignIn(paths) {
  return paths.filter((path) => !path.startsWith('node_modules/') && FOREIGN.test(path));
}

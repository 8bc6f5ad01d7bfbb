/** `npm run check:rules`, its second half: faults of our files that no other tool sees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findFaults, findSharedNames } from './checking/repository-faults.mjs';
import { root } from './setup/root.mjs';
import { documents, isFresh } from './walls/rooms-table.mjs';

const BINARY = /\.(png|jpe?g|ico|icns|woff2?|pdf|docx|zip|standpoint|db|sqlite|log)$/;

// Not `git ls-files`: a checkout can be tested where Git is not installed.
const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'))
  .map((line) => line.slice(0, -1));

const files = listFiles(root).map(
  (path) => /** @type {const} */ ([relative(root, path), readFileSync(path, 'utf8')])
);
const faults = files.flatMap(([path, text]) => findFaults(path, text));
faults.push(...findSharedNames(files));
for (const [name, table] of documents) {
  if (isFresh(readFileSync(join(root, name), 'utf8'), table())) continue;
  faults.push(`${name}: its table of rooms is old. Run “node scripts/walls/write-table.mjs”.`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === '.git' || ignored.includes(entry.name) ? [] : listFiles(path);
    }
    return entry.isFile() && !BINARY.test(entry.name) && entry.name !== '.git' ? [path] : [];
  });
}

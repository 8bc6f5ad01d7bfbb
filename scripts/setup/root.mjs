/** Where things lie in a checkout. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * A file in which the scripts remember what they did. It lies in node_modules, so that it goes
 * when the packages go.
 * @param {string} name
 */
export function memo(name) {
  const folder = join(root, 'node_modules/.standpoint');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/**
 * The script that a package runs as its command, to be run by Node: no shell, no .cmd, no npx.
 * @param {string} path below node_modules
 */
export function packaged(path) {
  return join(root, 'node_modules', path);
}

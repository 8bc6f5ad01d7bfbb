/** Tells whether the build in out/ was made from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a build depends on. */
const SOURCES = [
  'src-main',
  'src-renderer',
  'src-host',
  'resources',
  'electron.vite.config.ts',
  'scripts/building',
  'svelte.config.js',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json'
];
const STAMP = 'out/.stamp.json';

/**
 * One hash over the names and contents of everything that a build depends on; tests do not count.
 * Contents, not times: a checkout touches files without changing them.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(join(root, source))).sort()) {
    if (file.endsWith('.test.ts')) continue;
    const content = readFileSync(file);
    hash
      .update(`${relative(root, file).split(sep).join('/')}\n${content.length}\n`)
      .update(content);
  }
  return hash.digest('hex');
}

/** Whether the last build is of the present sources and whole. @param {string} root */
export function isBuilt(root) {
  const path = join(root, STAMP);
  if (!existsSync(path)) return false;
  /** @type {{ sources: string, files: string[] }} */
  const stamp = JSON.parse(readFileSync(path, 'utf8'));
  return (
    stamp.sources === fingerprint(root) && stamp.files.every((file) => existsSync(join(root, file)))
  );
}

/** To be called when a build begins, and by whatever else writes into out/. @param {string} root */
export function forgetBuild(root) {
  rmSync(join(root, STAMP), { force: true });
}

/**
 * @param {string} root
 * @param {string} sources the fingerprint from before the build: what changed during it is not in it
 */
export function rememberBuild(root, sources) {
  const files = listFiles(join(root, 'out')).map((file) => relative(root, file));
  writeFileSync(join(root, STAMP), JSON.stringify({ sources, files }));
}

/** @param {string} path a file or a folder, or nothing @returns {string[]} */
function listFiles(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((entry) => listFiles(join(path, entry)));
}

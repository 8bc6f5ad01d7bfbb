/** The fonts that the build unpacks, for tests, which need no build. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { unpackFonts } from './unpack-fonts.mjs';

/** What they are made from. */
const SOURCES = [
  'scripts/building/unpack-fonts.mjs',
  'scripts/building/rename-font.mjs',
  'package-lock.json'
];

/** Unpacks them once, and again when they would be others. @returns {Promise<string>} their folder */
export async function fontsForTests() {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(join(root, source)));
  const folder = join(root, `.tsbuild/fonts-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const own = `${folder}-${process.pid}`;
  await unpackFonts(own);
  try {
    renameSync(own, folder);
  } catch {
    // Another process was quicker.
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

/** The tools of a release. They have a list of their own, so that a checkout is spared them. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../setup/child.mjs';
import { say, SetupFailure } from '../setup/say.mjs';

export const toolsFolder = import.meta.dirname;
const locked = join(toolsFolder, 'node_modules/.package-lock.json');

/** @throws {SetupFailure} when they cannot be had */
export async function ensureTools() {
  if (existsSync(locked)) return;
  say('Installing the tools of a release …');
  // Their install scripts build what only other targets need.
  const { code, output } = await run('npm', ['ci', '--ignore-scripts'], {
    cwd: toolsFolder,
    output: 'kept'
  });
  if (code === 0) return;
  say(output);
  throw new SetupFailure('The tools of a release could not be installed: the reason is above.', 3);
}

/** @param {string} name @returns {Promise<any>} the module; its types are not at hand without an install */
export function loadTool(name) {
  const { resolve } = createRequire(join(toolsFolder, 'package.json'));
  return import(pathToFileURL(resolve(name)).href);
}

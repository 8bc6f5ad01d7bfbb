/** Builds the program when its sources have changed since the last build. */
import { join } from 'node:path';
import { run } from './child.mjs';
import { root } from './root.mjs';
import { say, SetupFailure } from './say.mjs';
import { isBuilt } from './stamp.mjs';

/** @throws {SetupFailure} when it cannot be built; what the tools said is on stderr by then */
export async function ensureBuild() {
  if (isBuilt(root)) return;
  say('Building Standpoint …');
  const { code, output } = await run(process.execPath, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    output: 'kept'
  });
  if (code === 0) return;
  say(output);
  throw new SetupFailure('Standpoint could not be built: the reason is above.');
}

/** Before `npm pack`: what is packed has to be built from the sources as they are. */
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  await ensurePackages();
  await ensureBuild();
  return 0;
});

/**
 * `npm run package -- deb|npm`: what people install, into dist/. Both when nothing is named.
 * `npm run package -- electron [ARGUMENT…]` packs it with Electron (release/pack-electron.mjs).
 */
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packByNpm } from './packaging/contents.mjs';
import { makeDeb } from './packaging/deb.mjs';
import { packElectron } from './release/pack-electron.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/root.mjs';
import { runScript, say, SetupFailure } from './setup/say.mjs';

const dist = join(root, 'dist');
const makers = {
  deb: () => makeDeb(dist),
  npm: async () => {
    mkdirSync(dist, { recursive: true });
    const { filename } = await packByNpm(dist);
    // It holds machine code for this system and processor.
    const named = filename.replace(/\.tgz$/, `-${process.platform}-${process.arch}.tgz`);
    renameSync(join(dist, filename), join(dist, named));
    return join(dist, named);
  }
};

await runScript(async () => {
  const asked = process.argv.slice(2);
  if (asked[0] === 'electron') {
    await packElectron(asked.slice(1));
    return 0;
  }
  const kinds = /** @type {(keyof typeof makers)[]} */ (
    asked.length > 0 ? asked : Object.keys(makers)
  );
  const unknown = kinds.find((kind) => !Object.hasOwn(makers, kind));
  if (unknown !== undefined) {
    throw new SetupFailure(`A package is deb, npm or electron, not “${unknown}”.`, 2);
  }
  await ensurePackages();
  await ensureBuild();
  for (const kind of kinds) {
    const path = await makers[kind]();
    say(`${(statSync(path).size / 1e6).toFixed(1)} MB:`);
    process.stdout.write(`${path}\n`);
  }
  return 0;
});

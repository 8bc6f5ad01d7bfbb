/** `node scripts/release/write-sbom.mjs`: writes dist/standpoint-VERSION.cdx.json. Needs a build. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/child.mjs';
import { root } from '../setup/root.mjs';
import { runScript, say, SetupFailure } from '../setup/say.mjs';
import { shippedComponents } from './shipped-components.mjs';

await runScript(async () => {
  const { code, output } = await run(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { cwd: root, output: 'stdout kept' }
  );
  if (code !== 0) throw new SetupFailure('npm could not list the packages: the reason is above.');
  const { version, devDependencies } = readJson('package.json');
  const shipped = [
    ...readJson('out/licences.json'),
    { name: 'electron', version: devDependencies.electron }
  ];
  const file = join(root, `dist/standpoint-${version}.cdx.json`);
  const bom = shippedComponents(JSON.parse(output), shipped);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  say(`${file}: ${bom.components.length} components.`);
  return 0;
});

/** @param {string} path from the checkout */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

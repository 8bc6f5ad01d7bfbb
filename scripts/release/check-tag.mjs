/**
 * `node scripts/release/check-tag.mjs v0.2.0`: refuses a tag that is not what package.json and
 * CHANGELOG.md say; else writes what the changelog says of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { runScript, SetupFailure } from '../setup/say.mjs';
import { changesOf } from './changes-of.mjs';

await runScript(async () => {
  const tag = process.argv[2] ?? '';
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (tag !== `v${version}`) {
    throw new SetupFailure(`The tag “${tag}” is not v${version}, the version in package.json.`, 2);
  }
  const changes = changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (changes === null) {
    throw new SetupFailure(`CHANGELOG.md has no heading “## [${version}] - YYYY-MM-DD”.`, 2);
  }
  process.stdout.write(`${changes.text}\n`);
  return 0;
});

/**
 * `node scripts/learn-name-types.mjs --corpus DIR`: learns the kinds of names from open texts that people
 * annotated, and writes src-main/draft/actors/name-types.json. docs/open-texts.md tells which and how.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { root } from './setup/root.mjs';

const { corpus } = parseArgs({ options: { corpus: { type: 'string' } } }).values;
if (corpus === undefined) {
  console.error('Name the folder of the open texts: --corpus DIR.');
  process.exit(2);
}
const { module } = await runnerImport(join(root, 'bench/drafting/learn-types.ts'), {
  logLevel: 'error'
});
const examples = module.examplesOf(corpus);
console.table([module.reportOn(examples)]);
const lines = Object.entries(module.learn(examples)).map(
  ([evidence, weights]) => `  ${JSON.stringify(evidence)}: [${weights.join(', ')}]`
);
writeFileSync(join(root, 'src-main/draft/actors/name-types.json'), `{\n${lines.join(',\n')}\n}\n`);

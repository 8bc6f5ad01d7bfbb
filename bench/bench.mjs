/** `npm run bench [-- NAME… --corpus PATH --revisions DIR --briefings N --large --parts A,B --set-aside]`: measures, in one interleaved run, and prints a table and JSON. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfigFromFile, runnerImport } from 'vite';
import { startDisplay } from '../scripts/testing/display.mjs';

const folder = import.meta.dirname;
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''));
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    revisions: { type: 'string' },
    briefings: { type: 'string' },
    'set-aside': { type: 'boolean' },
    large: { type: 'boolean' },
    parts: { type: 'string' }
  }
});
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  process.exit(2);
}
// A window that is measured needs a display; where there is none, one that nobody sees.
const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'];
const display = hasDisplay ? null : await startDisplay();
if (display) process.env['DISPLAY'] = display.name;
// As unit tests do, benches start worker threads from their sources.
const loaded = await loadConfigFromFile(
  { command: 'serve', mode: 'test' },
  join(folder, '../vitest.config.ts')
);
const plugins = loaded?.config.plugins ?? [];
for (const name of asked.length > 0 ? asked : known) {
  const { module } = await runnerImport(join(folder, `${name}.bench.ts`), {
    logLevel: 'error',
    plugins
  });
  const rows = await measured(module);
  console.log(`\n${name}: ${module.title}`);
  console.table(rows);
  console.log(JSON.stringify({ bench: name, rows }));
}
display?.stop();

/** A corpus of another form is the caller's mistake: the sentence is enough, without where it was thrown. */
async function measured(module) {
  try {
    return await module.measure(undefined, values);
  } catch (error) {
    if (error.name !== 'NotOpenTexts') throw error;
    console.error(error.message);
    display?.stop();
    process.exit(2);
  }
}

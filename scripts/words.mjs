/**
 * `npm run words`: the catalogue of all texts of the window, by area, each once with the places where it stands.
 * `--json` gives it as data; `npm run words -- src-renderer/library` only what stands there.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { makeCatalogue, writeCatalogue } from './words/catalogue.mjs';
import { listCovered } from './words/covered-files.mjs';
import { root } from './setup/root.mjs';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true
});
const within = positionals.map((each) => each.replace(/\/$/, ''));
const files = listCovered(root).filter(
  (path) => within.length === 0 || within.some((folder) => `${path}/`.startsWith(`${folder}/`))
);
const catalogue = makeCatalogue(
  files.map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))
);
process.stdout.write(
  values.json ? `${JSON.stringify(catalogue, null, 2)}\n` : writeCatalogue(catalogue)
);

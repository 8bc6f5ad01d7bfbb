/** `node scripts/walls/write-table.mjs`: writes the tables of rooms into the documents that show them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from '../setup/root.mjs';
import { documents, withTable } from './rooms-table.mjs';

for (const [name, table] of documents) {
  const path = join(root, name);
  const text = withTable(readFileSync(path, 'utf8'), table());
  writeFileSync(path, await format(text, { parser: 'markdown', filepath: path }));
}
